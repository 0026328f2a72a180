import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { idleMinutes, keptDays, type LockState, type Problem } from '../professional/unlock.ts';
import { fill } from './fill.ts';
import { dateText } from './pro-dates.ts';
import type { ProProps } from './pro-props.ts';

interface Props {
  page: ProProps;
  lock: LockState;
  /** The page runs: before, nothing may be sent off. */
  ready: boolean;
  onUnlock: (phrase: string, remember: boolean) => void;
  onOpenKept: () => void;
  onForget: () => Promise<void>;
}

/** Nothing keeps, completes, corrects or checks the phrase. In lower case, as React would write them otherwise. */
const plainField = {
  ...{ autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' },
  enterkeyhint: 'go',
};

/** One field, and what went wrong in words. */
export function LockScreen({ page, lock, ready, onUnlock, onOpenKept, onForget }: Props) {
  const { texts } = page;
  const { phrase: words } = texts;
  const [isHidden, setHidden] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const remember = useRef<HTMLInputElement>(null);
  const id = useId();
  const opening = lock.state === 'opening';
  const locked = lock.state === 'locked' ? lock : null;
  const problem: Problem | null = isEmpty ? { reason: 'empty', typed: null } : (locked?.problem ?? null);
  const kept = 'kept' in lock ? lock.kept : null;

  // After a refusal or the lock, one goes on where the phrase is typed.
  useEffect(() => {
    if (locked?.problem || (locked && locked.why !== 'start')) field.current?.focus();
  }, [locked]);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    // The browser's own fields: what was typed and ticked before the page ran counts.
    const phrase = field.current?.value ?? '';
    setEmpty(phrase.trim() === '');
    if (phrase.trim() !== '' && ready && !opening) onUnlock(phrase, remember.current?.checked ?? false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const forget = async () => {
    await onForget();
    setForgotten(true);
    field.current?.focus();
  };

  return (
    <div className="pro-lock needs-script">
      {locked && locked.why !== 'start' && (
        <p className="pro-lock__said" role="status">
          {fill(texts.why[locked.why], { minutes: idleMinutes })}
        </p>
      )}
      {forgotten && (
        <p className="pro-lock__said" role="status">
          {texts.kept.forgotten}
        </p>
      )}
      {kept && !opening && (
        <div className="pro-lock__kept">
          <p>{fill(texts.kept.until, { date: dateText(kept.until) })}</p>
          <p className="button-row">
            <button type="button" className="button button--primary" onClick={onOpenKept}>
              {texts.kept.open}
            </button>
            <button type="button" className="button" onClick={forget}>
              {texts.kept.forget}
            </button>
          </p>
        </div>
      )}
      <form className="pro-lock__form" onSubmit={send} aria-busy={opening || undefined}>
        <label className="pro-lock__label" htmlFor={`${id}-phrase`}>
          {words.label}
        </label>
        <p id={`${id}-hint`} className="note">
          {words.hint}
        </p>
        {problem && <ProblemWords id={`${id}-problem`} page={page} problem={problem} />}
        {/* No name: nothing of it could be sent, with or without a script. */}
        <textarea
          ref={field}
          id={`${id}-phrase`}
          className="pro-lock__field"
          data-hidden={isHidden || undefined}
          rows={2}
          readOnly={opening}
          {...plainField}
          aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
          aria-invalid={problem ? true : undefined}
          onKeyDown={onKey}
        />
        <button
          type="button"
          className="text-button"
          aria-pressed={isHidden}
          onClick={() => setHidden(!isHidden)}
        >
          {words.hide}
        </button>
        <label className="option pro-lock__remember">
          <input ref={remember} type="checkbox" aria-describedby={`${id}-remember`} />
          <span className="option__label">{fill(words.remember, { days: keptDays })}</span>
        </label>
        <p id={`${id}-remember`} className="note">
          {words.rememberHint}
        </p>
        <button
          type="submit"
          className="button button--primary"
          disabled={!ready}
          aria-disabled={opening || undefined}
        >
          {opening ? words.opening : words.open}
        </button>
        <p className="visually-hidden" role="status">
          {opening ? words.opening : ''}
        </p>
      </form>
      <Whom page={page} />
    </div>
  );
}

function ProblemWords({ id, page, problem }: { id: string; page: ProProps; problem: Problem }) {
  const { phrase: words, problems } = page.texts;
  const { reason, typed } = problem;
  const isTyped = reason === 'wrong-phrase' && typed !== null;
  return (
    <div id={id} className="pro-lock__problem" role="alert">
      <p>{problems[reason]}</p>
      {isTyped && (
        <ul>
          {typed.isNoRow && <li>{words.noRow}</li>}
          {typed.count !== null && typed.count !== 8 && <li>{fill(words.count, { count: typed.count })}</li>}
          {typed.unknown.map(({ position, word }) => (
            <li key={position}>{fill(words.unknownWord, { position, word })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whom to ask for the phrase. */
function Whom({ page }: { page: ProProps }) {
  const { contact } = page.search;
  const { phrase: words } = page.texts;
  if (!contact) return <p>{words.whomUnknown}</p>;
  const [before = '', after = ''] = fill(words.whom, { name: contact.name }).split('{phone}');
  return (
    <p>
      {before}
      {contact.phone && (
        <>
          （
          <a className="tel-link" href={`tel:${contact.phone.replace(/\D/g, '')}`}>
            <span className="tel">{contact.phone}</span>
          </a>
          ）
        </>
      )}
      {after}
    </p>
  );
}

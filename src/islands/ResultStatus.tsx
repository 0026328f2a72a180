import { useEffect, useState } from 'react';
import { shortNumberHref, shortNumbers } from '../normalize/short-numbers.ts';
import type { Answer } from '../search/answer.ts';
import type { SearchWords } from '../search/data.ts';
import {
  type Doubt,
  type Fact,
  hasConditions,
  type SearchState,
  tidy,
  toggleDoubt,
} from '../search/state.ts';
import { factLabel } from './ActiveFilters.tsx';
import { fill } from './fill.ts';
import type { SearchProps } from './search-props.ts';

interface Props extends Pick<SearchProps, 'texts' | 'needUrl' | 'urgent'> {
  /** The text holds words of an emergency. */
  isUrgent: boolean;
  words: SearchWords | null;
  count: number;
  /** The address asks for something, and the data has not come. */
  searching: boolean;
  /** Null until the data has come. */
  answer: Answer | null;
  state: SearchState;
  onChange: (next: SearchState) => void;
}

/** How many, in which order, and what was left out. */
export function ResultStatus(props: Props) {
  const { texts, count, answer, searching, state, isUrgent, onChange } = props;
  const { unanswered } = state;
  const onUnanswered = (shown: boolean) => onChange(tidy({ ...state, unanswered: shown }));
  const order = answer ? orders(texts)[answer.order] : texts.orderKana;
  const headline = headlineOf(props);
  return (
    <div className="status">
      {isUrgent && <Emergency {...props} />}
      <NeedsNamed {...props} />
      <p className="status__count">
        <strong>{headline}</strong>
        {count > 0 && !searching && <span className="status__order">（{order}）</span>}
        <OtherOrder {...props} />
      </p>
      {answer?.near.map(({ typed, taken }) => (
        <p key={typed}>{fill(texts.orderNear, { typed, taken: takenText(taken, texts) })}</p>
      ))}
      {answer && answer.leftOut > 0 && (
        <p className="status__left-out">
          {fill(texts.leftOut, { n: answer.leftOut })}
          <button type="button" className="text-button" onClick={() => onUnanswered(true)}>
            {texts.showLeftOut}
          </button>
        </p>
      )}
      {unanswered && (
        <p className="status__left-out">
          {texts.unansweredShown}
          <button type="button" className="text-button" onClick={() => onUnanswered(false)}>
            {texts.hideUnanswered}
          </button>
        </p>
      )}
      {answer?.perhaps.map(({ typed, names }) => (
        <p key={typed}>
          {texts.perhaps}
          {names.slice(0, 3).map(name => (
            <button
              key={name}
              type="button"
              className="text-button"
              onClick={() => onChange(tidy({ ...state, text: state.text.replace(typed, name) }))}
            >
              {name}
            </button>
          ))}
        </p>
      ))}
      <Doubts {...props} />
      {answer?.explained.map(({ term, brief }) => (
        <p key={term} className="status__term">
          {shortNumbers(fill(texts.explained, { term, brief })).map(({ text, digits }) =>
            digits ? (
              <a key={text} className="tel-link" href={shortNumberHref(digits)}>
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      ))}
      {(answer || searching || isUrgent) && <Spoken text={[...saidFirst(props), headline].join(' ')} />}
    </div>
  );
}

/** Before all else, and before any data has come. */
function Emergency({ texts, urgent }: Props) {
  return (
    <div className="status__urgent">
      <strong>{texts.urgent.now}</strong>
      <a className="button button--urgent" href="tel:119">
        <span aria-hidden="true">☎</span>
        {texts.urgent.call}
      </a>
      {urgent && (
        <span>
          {texts.urgent.guide}
          <a href={urgent.url}>{urgent.label}</a>
        </span>
      )}
    </div>
  );
}

/** Who types what is wrong is led to whom to call first. */
function NeedsNamed(props: Props) {
  const { texts, needUrl } = props;
  return needsToSay(props).map(({ id, label }) => (
    <p key={id} className="status__need">
      {texts.need}
      <a href={fill(needUrl, { id })}>{label}</a>
    </p>
  ));
}

/** All but the one that stands with 119 already. */
function needsToSay({ answer, needUrl, urgent }: Props): Answer['needs'] {
  return answer?.needs.filter(({ id }) => fill(needUrl, { id }) !== urgent?.url) ?? [];
}

/** What stands above the number, for who hears it. */
function saidFirst(props: Props): string[] {
  const { texts, isUrgent } = props;
  const needs = needsToSay(props).map(({ label }) => texts.need + label);
  return isUrgent ? [texts.urgent.now, ...needs] : needs;
}

/** From a place, the list can be had by distance, or as it else is. */
function OtherOrder({ texts, answer, state, onChange }: Props) {
  const isMeasured = answer?.items.some(({ km }) => km !== null) ?? false;
  if (!isMeasured || !answer || answer.count < 2) return null;
  const isNearest = answer.order === 'distance';
  const plain = state.text.trim() === '' ? texts.sortKana : texts.sortText;
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => onChange(tidy({ ...state, sort: isNearest ? 'kana' : 'distance' }))}
    >
      {isNearest ? plain : texts.sortNearest}
    </button>
  );
}

/** What is not known of a condition: how many that leaves out, one tap to see them. */
function Doubts({ texts, words, answer, state, onChange }: Props) {
  const label = (doubt: Doubt) =>
    doubt in texts.doubts
      ? texts.doubts[doubt as keyof typeof texts.doubts]
      : words
        ? factLabel(words, doubt as Fact, texts)
        : '';
  return (
    <>
      {answer?.aside.map(({ doubt, count: n }) => (
        <p key={doubt} className="status__left-out">
          {doubt in texts.doubts
            ? fill(texts.aside[doubt as keyof typeof texts.doubts], { n })
            : fill(texts.aside.fact, { label: label(doubt), n })}
          <button type="button" className="text-button" onClick={() => onChange(toggleDoubt(state, doubt))}>
            {texts.aside.show}
          </button>
        </p>
      ))}
      {state.also.map(doubt => (
        <p key={doubt} className="status__left-out">
          {fill(texts.aside.shown, { label: label(doubt) })}
          <button type="button" className="text-button" onClick={() => onChange(toggleDoubt(state, doubt))}>
            {texts.aside.hide}
          </button>
        </p>
      ))}
    </>
  );
}

function orders(texts: Props['texts']): Record<Answer['order'], string> {
  return { kana: texts.orderKana, text: texts.orderText, distance: texts.orderNearest };
}

/** Where nothing is asked, and before the data has come, the list is the whole one, and says so. */
function headlineOf({ texts, count, answer, searching, state }: Props): string {
  if (searching) return texts.searching;
  if (!answer || !hasConditions(state)) return fill(texts.countAll, { n: count });
  if (answer.unlisted.length === 0) return fill(texts.count, { n: count });
  return fill(texts.zeroUnlisted, { label: answer.unlisted.join(`」${texts.listSeparator}「`) });
}

/** Said by screen readers once typing pauses, not at every key. */
function Spoken({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 700);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function takenText(taken: readonly string[], texts: SearchProps['texts']): string {
  const label = taken.slice(0, 3).join(texts.listSeparator);
  return taken.length > 3 ? fill(texts.takenMore, { label }) : label;
}

import { type RefObject, useEffect, useRef } from 'react';
import { focusFirstResult } from './ResultList.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  text: string;
  example: string;
  texts: SearchProps['texts'];
  onType: (text: string) => void;
}

/** `/` leads here from anywhere on the page. */
export function SearchBox({ text, example, texts, onType }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useTypedBefore(input, text, onType);

  useEffect(() => {
    // Here, because React writes these names in camel case into the HTML of the build, which checkers refuse.
    if (input.current)
      Object.assign(input.current, { maxLength: 200, autocomplete: 'off', enterKeyHint: 'search' });
    const focus = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);
      const free = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
      const isText = typing && (target as HTMLInputElement).type !== 'checkbox';
      if (event.key !== '/' || !free || isText) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers do not know <search>.
    <form
      className="search-form search__form needs-script"
      role="search"
      onSubmit={event => {
        event.preventDefault();
        document.getElementById('search-results')?.focus();
      }}
    >
      <label htmlFor="search-text">{texts.label}</label>
      <div className="search-form__row">
        <input
          ref={input}
          id="search-text"
          type="search"
          name="q"
          value={text}
          aria-keyshortcuts="/"
          placeholder={example}
          onChange={event => onType(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            focusFirstResult();
          }}
        />
        <button type="submit" className="button button--primary">
          {texts.submit}
        </button>
      </div>
    </form>
  );
}

/** What was typed before the page ran counts, unless the address says something else. */
function useTypedBefore(
  input: RefObject<HTMLInputElement | null>,
  text: string,
  onType: (text: string) => void,
): void {
  const typed = useRef<string | null>(null);
  useEffect(() => {
    // The first rendering knows no address yet.
    const isFirst = typed.current === null;
    const before = typed.current ?? input.current?.value ?? '';
    typed.current = isFirst ? before : '';
    if (!isFirst && before !== '' && text === '') onType(before);
  });
}

import { type KeyboardEvent, memo } from 'react';
import type { ResultItem } from '../search/item.ts';
import { type HighlightStore, nothing, useIsHighlighted } from './highlight-store.ts';
import { ResultCard, type Saying } from './ResultCard.tsx';
import { type Drawn, useTurns } from './use-turns.ts';

interface Props extends Saying {
  items: readonly ResultItem[];
  highlight: HighlightStore;
}

/** Id of the link of a result, where a pin leads to. */
export function resultLinkId(id: string): string {
  return `result-${id}`;
}

export function ResultList({ items, ...rest }: Props) {
  const { rows, isBusy } = useTurns(items);
  return (
    <ol className="results__list" aria-busy={isBusy || undefined} onKeyDown={stepByArrow}>
      {rows.map(({ item, as, left }) => (
        <ResultRow key={item.id} item={item} as={as} left={left} {...rest} />
      ))}
    </ol>
  );
}

type RowProps = Omit<Props, 'items'> & Pick<Drawn<ResultItem>, 'item' | 'as' | 'left'>;

const ResultRow = memo(function ResultRow({ item, as, left, highlight, ...saying }: RowProps) {
  const isOn = useIsHighlighted(highlight, item.number);
  const point = () => highlight.set(Uint32Array.of(item.number));
  const leave = () => highlight.set(nothing);
  return (
    <li
      className="result"
      hidden={left}
      data-near={item.number <= 6 ? item.number : undefined}
      data-on={isOn || undefined}
      data-drawn={as === 'first' ? undefined : as}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <Card item={item} whole={as !== 'name'} {...saying} linkId={resultLinkId(item.id)} />
    </li>
  );
});

/** The same when its row is pointed at, or left. */
const Card = memo(ResultCard);

/** ↓ and ↑ lead from a result to the next, Home and End to the first and last; above the first, back to the box. */
function stepByArrow(event: KeyboardEvent<HTMLOListElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('li:not([hidden]) h3 a')];
  const here = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('h3 a');
  const at = here ? links.indexOf(here) : -1;
  const box = () => document.getElementById('search-text');
  const next = {
    ArrowDown: () => links[at + 1],
    ArrowUp: () => links[at - 1] ?? box(),
    Home: () => links[0],
    End: () => links.at(-1),
  }[event.key];
  if (!next || at < 0) return;
  event.preventDefault();
  next()?.focus();
}

/** ↓ in the box leads to the first result. */
export function focusFirstResult(): void {
  document.querySelector<HTMLElement>('.results__list h3 a')?.focus();
}

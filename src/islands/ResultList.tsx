import type { KeyboardEvent } from 'react';
import type { ResultItem } from '../search/item.ts';
import { ResultCard, type Saying } from './ResultCard.tsx';

interface Props extends Saying {
  items: readonly ResultItem[];
  highlighted: string | null;
  onHighlight: (id: string | null) => void;
}

/** Id of the link of a result, where a pin leads to. */
export function resultLinkId(id: string): string {
  return `result-${id}`;
}

export function ResultList({ items, highlighted, onHighlight, ...saying }: Props) {
  return (
    <ol className="results__list" onKeyDown={stepByArrow}>
      {items.map(item => (
        <li
          key={item.id}
          className="result"
          data-on={highlighted === item.id || undefined}
          onMouseEnter={() => onHighlight(item.id)}
          onMouseLeave={() => onHighlight(null)}
          onFocus={() => onHighlight(item.id)}
          onBlur={() => onHighlight(null)}
        >
          <ResultCard item={item} {...saying} linkId={resultLinkId(item.id)} />
        </li>
      ))}
    </ol>
  );
}

/** ↓ and ↑ lead from a result to the next; above the first, back to the box. */
function stepByArrow(event: KeyboardEvent<HTMLOListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('h3 a')];
  const here = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('h3 a');
  if (!here) return;
  const next = links[links.indexOf(here) + step];
  event.preventDefault();
  (next ?? (step === -1 ? document.getElementById('search-text') : null))?.focus();
}

/** ↓ in the box leads to the first result. */
export function focusFirstResult(): void {
  document.querySelector<HTMLElement>('.results__list h3 a')?.focus();
}

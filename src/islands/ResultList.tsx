import type { ResultItem } from '../search/item.ts';
import { ResultCard } from './ResultCard.tsx';
import type { SearchProps } from './search-props.ts';

interface Props extends Pick<SearchProps, 'texts' | 'facilityUrl'> {
  items: readonly ResultItem[];
  highlighted: string | null;
  onHighlight: (id: string | null) => void;
}

/** Id of the link of a result, where a pin leads to. */
export function resultLinkId(id: string): string {
  return `result-${id}`;
}

export function ResultList({ items, texts, facilityUrl, highlighted, onHighlight }: Props) {
  return (
    <ol className="results__list">
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
          <ResultCard item={item} texts={texts} facilityUrl={facilityUrl} linkId={resultLinkId(item.id)} />
        </li>
      ))}
    </ol>
  );
}

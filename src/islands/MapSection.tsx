import { useEffect, useMemo, useRef } from 'react';
import type { Moment } from '../calendar/moment.ts';
import type { ResultPin } from '../search/answer.ts';
import type { ResultItem } from '../search/item.ts';
import { fill } from './fill.ts';
import type { MapPin } from './leaflet-map.ts';
import { ResultCard } from './ResultCard.tsx';
import { ResultMap } from './ResultMap.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  page: SearchProps;
  results: readonly ResultPin[];
  /** Results without a position. */
  withoutPosition: number;
  areas: readonly string[];
  /** Areas whose outlines are always drawn. */
  outlined: ReadonlySet<string>;
  highlighted: string | null;
  selected: readonly ResultItem[];
  onSelect: (ids: readonly string[]) => void;
  place: string | null;
  now: Moment | null;
}

/** The map and, below it, what was chosen on it. */
export function MapSection(props: Props) {
  const { page, results, areas, outlined, highlighted, selected, onSelect, place, now } = props;
  const { texts, facilityUrl } = page;
  const pins = useMemo(() => results.map(result => toPin(result, texts)), [results, texts]);
  const chosenIds = selected.map(({ id }) => id).join(' ');
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosenIds !== '') card.current?.focus();
  }, [chosenIds]);

  return (
    <>
      <ResultMap
        texts={texts}
        tiles={page.tiles}
        areasUrl={page.areasUrl}
        pins={pins}
        withoutPosition={props.withoutPosition}
        areas={areas}
        outlined={outlined}
        highlighted={highlighted}
        onSelect={onSelect}
      />
      {selected.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that something is to be filled in.
        <div ref={card} className="map__selected" role="group" aria-label={texts.selected} tabIndex={-1}>
          <ul>
            {selected.map(item => (
              <li key={item.id} className="result">
                <ResultCard item={item} texts={texts} facilityUrl={facilityUrl} place={place} now={now} />
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={() => onSelect([])}>
            {texts.closeSelected}
          </button>
        </div>
      )}
    </>
  );
}

function toPin(result: ResultPin, texts: SearchProps['texts']): MapPin {
  const { id, number, name, lat, lng } = result;
  const marker = result.marker ?? { shape: 'circle', color: 'grey' };
  const label = fill(texts.pin, { n: number, name, types: result.types.join(texts.listSeparator) });
  return { id, number, lat, lng, label, marker };
}

import { useEffect, useMemo, useRef } from 'react';
import type { ResultItem } from '../search/item.ts';
import { fill } from './fill.ts';
import type { MapPin } from './leaflet-map.ts';
import { ResultCard } from './ResultCard.tsx';
import { ResultMap } from './ResultMap.tsx';
import type { SearchProps } from './search-props.ts';
import type { Found } from './use-found.ts';

interface Props {
  page: SearchProps;
  found: Found;
  areas: readonly string[];
  /** Areas whose outlines are always drawn. */
  outlined: ReadonlySet<string>;
  highlighted: string | null;
  selected: readonly string[];
  onSelect: (ids: readonly string[]) => void;
}

/** The map and, below it, what was chosen on it. */
export function MapSection({ page, found, areas, outlined, highlighted, selected, onSelect }: Props) {
  const { texts, facilityUrl } = page;
  const items = useMemo(() => found.items(Number.POSITIVE_INFINITY), [found]);
  const pins = useMemo(() => items.flatMap(item => toPin(item, texts)), [items, texts]);
  const chosen = selected.flatMap(id => items[found.placeOf(id)] ?? []);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected.length > 0) card.current?.focus();
  }, [selected]);

  return (
    <>
      <ResultMap
        texts={texts}
        tiles={page.tiles}
        areasUrl={page.areasUrl}
        pins={pins}
        withoutPosition={items.length - pins.length}
        areas={areas}
        outlined={outlined}
        highlighted={highlighted}
        onSelect={onSelect}
      />
      {chosen.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that something is to be filled in.
        <div ref={card} className="map__selected" role="group" aria-label={texts.selected} tabIndex={-1}>
          <ul>
            {chosen.map(item => (
              <li key={item.id} className="result">
                <ResultCard item={item} texts={texts} facilityUrl={facilityUrl} />
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

function toPin(item: ResultItem, texts: SearchProps['texts']): MapPin[] {
  if (item.position === null) return [];
  const marker = item.services.find(service => service.marker)?.marker ?? { shape: 'circle', color: 'grey' };
  const types = [...new Set(item.services.map(service => service.label))].join(texts.listSeparator);
  const label = fill(texts.pin, { n: item.number, name: item.name, types });
  return [{ id: item.id, number: item.number, ...item.position, label, marker }];
}

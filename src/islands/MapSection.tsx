import { useEffect, useRef } from 'react';
import type { AreaShapes } from '../search/areas.ts';
import type { ResultItem } from '../search/item.ts';
import type { HighlightStore } from './highlight-store.ts';
import type { MapPoint, MapResults } from './leaflet-map.ts';
import { ResultCard, type Saying } from './ResultCard.tsx';
import { ResultMap } from './ResultMap.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  page: SearchProps;
  results: MapResults;
  /** Results without a position. */
  withoutPosition: number;
  shapes: AreaShapes | null;
  areas: readonly string[];
  /** Areas whose outlines are always drawn. */
  outlined: ReadonlySet<string>;
  point: MapPoint | null;
  picking: boolean;
  onPicked: (point: MapPoint | null) => void;
  highlight: HighlightStore;
  selected: readonly ResultItem[];
  /** By id, with the first one's place in the list. */
  onSelect: (ids: readonly string[], first: number) => void;
  saying: Saying;
}

/** The map and, below it, what was chosen on it. */
export function MapSection(props: Props) {
  const { page, results, selected, onSelect, saying } = props;
  const { texts } = page;
  const chosenIds = selected.map(({ id }) => id).join(' ');
  const card = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);
  useEffect(() => {
    if (chosenIds === '') return;
    if (!card.current?.contains(document.activeElement)) opener.current = document.activeElement;
    card.current?.focus();
  }, [chosenIds]);

  const close = () => {
    onSelect([], 0);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };

  return (
    <>
      <ResultMap
        texts={texts}
        tiles={page.tiles}
        results={results}
        withoutPosition={props.withoutPosition}
        shapes={props.shapes}
        areas={props.areas}
        outlined={props.outlined}
        place={props.point}
        picking={props.picking}
        onPicked={props.onPicked}
        highlight={props.highlight}
        onSelect={onSelect}
      />
      {selected.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that something is to be filled in.
        <div ref={card} className="map__selected" role="group" aria-label={texts.selected} tabIndex={-1}>
          <ul>
            {selected.map(item => (
              <li key={item.id} className="result">
                <ResultCard item={item} {...saying} />
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={close}>
            {texts.closeSelected}
          </button>
        </div>
      )}
    </>
  );
}

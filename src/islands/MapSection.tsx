import { useEffect, useMemo, useRef } from 'react';
import type { ResultPin } from '../search/answer.ts';
import type { AreaShapes } from '../search/areas.ts';
import type { ResultItem } from '../search/item.ts';
import { fill } from './fill.ts';
import type { HighlightStore } from './highlight-store.ts';
import type { MapPin, MapPoint } from './leaflet-map.ts';
import { ResultCard, type Saying } from './ResultCard.tsx';
import { ResultMap } from './ResultMap.tsx';
import type { SearchProps } from './search-props.ts';

interface Props {
  page: SearchProps;
  results: readonly ResultPin[];
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
  onSelect: (ids: readonly string[]) => void;
  saying: Saying;
}

/** The map and, below it, what was chosen on it. */
export function MapSection(props: Props) {
  const { page, results, selected, onSelect, saying } = props;
  const { texts } = page;
  const pins = useMemo(() => results.map(result => toPin(result, texts)), [results, texts]);
  const chosenIds = selected.map(({ id }) => id).join(' ');
  const card = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);
  useEffect(() => {
    if (chosenIds === '') return;
    if (!card.current?.contains(document.activeElement)) opener.current = document.activeElement;
    card.current?.focus();
  }, [chosenIds]);

  const close = () => {
    onSelect([]);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };

  return (
    <>
      <ResultMap
        texts={texts}
        tiles={page.tiles}
        pins={pins}
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

function toPin(result: ResultPin, texts: SearchProps['texts']): MapPin {
  const { id, number, name, lat, lng } = result;
  const marker = result.marker ?? { shape: 'circle', color: 'grey' };
  const label = fill(texts.pin, { n: number, name, types: result.types.join(texts.listSeparator) });
  return { id, number, lat, lng, label, marker };
}

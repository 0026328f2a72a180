import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AreaShapes } from '../search/areas.ts';
import { fill } from './fill.ts';
import type { HighlightStore } from './highlight-store.ts';
import type { MapPoint, MapResults, ResultMapHandle } from './leaflet-map.ts';
import { PickBar } from './PickBar.tsx';
import type { SearchProps } from './search-props.ts';
import { nextTask } from './slices.ts';

interface Props extends Pick<SearchProps, 'texts' | 'tiles'> {
  results: MapResults;
  /** Results without a position. */
  withoutPosition: number;
  shapes: AreaShapes | null;
  /** Chosen, as a condition or as the place. */
  areas: readonly string[];
  /** Areas whose outlines are always drawn, chosen or not. */
  outlined: ReadonlySet<string>;
  /** Asked for, where it is a point. */
  place: MapPoint | null;
  /** A point is being chosen. */
  picking: boolean;
  /** Null = none was. */
  onPicked: (point: MapPoint | null) => void;
  highlight: HighlightStore;
  onSelect: (ids: readonly string[], first: number) => void;
}

/** Mounted only when the map is to be seen: mounting loads the code. */
export function ResultMap(props: Props) {
  const { texts, results, place, highlight, withoutPosition, picking, onPicked } = props;
  const [attempt, setAttempt] = useState(0);
  const [tilesShown, setTilesShown] = useState(true);
  const [box, map] = useMap(props, attempt, setTilesShown);
  const handle = typeof map === 'string' ? null : map;
  const picked = useRef(onPicked);
  picked.current = onPicked;
  const choose = useCallback((point: MapPoint | null) => picked.current(point), []);
  const cancel = useCallback(() => choose(null), [choose]);

  const drawn = useMemo(
    () => props.shapes && drawnAreas(props.shapes, props.outlined, props.areas),
    [props.shapes, props.outlined, props.areas],
  );
  useEffect(() => handle?.showPlace(place), [handle, place]);
  useEffect(() => handle?.showResults(results), [handle, results]);
  useEffect(() => {
    if (!handle) return;
    const show = () => handle.highlight(highlight.get());
    show();
    return highlight.subscribe(show);
  }, [handle, highlight]);
  useEffect(() => {
    if (drawn) handle?.showAreas(drawn, props.areas);
  }, [handle, drawn, props.areas]);
  useEffect(() => {
    if (!handle || !picking) return;
    const canvas = box.current;
    handle.pick(choose);
    return () => {
      handle.pick(null);
      canvas?.focus({ preventScroll: true });
    };
  }, [box, handle, picking, choose]);

  return (
    <>
      {handle && picking && (
        <PickBar texts={texts} onHere={() => choose(handle.middle())} onCancel={cancel} />
      )}
      <div className="map__box" data-picking={picking || undefined}>
        {/* Leaflet owns what is inside. */}
        <section ref={box} className="map__canvas" aria-label={texts.mapLabel} />
        {map === 'loading' && <p className="map__state">{texts.mapLoading}</p>}
        {map === 'failed' && (
          <div className="map__state" role="alert">
            <p>{texts.mapFailed}</p>
            <button type="button" className="button" onClick={() => setAttempt(n => n + 1)}>
              {texts.retry}
            </button>
          </div>
        )}
      </div>
      {handle && !tilesShown && (
        <p className="map__notice" role="status">
          {texts.tilesFailed}
        </p>
      )}
      <p className="map__note">
        {texts.mapHelp}
        {withoutPosition > 0 && ` ${fill(texts.notOnMap, { n: withoutPosition })}`}
      </p>
    </>
  );
}

function useMap(
  { texts, tiles, onSelect, highlight }: Props,
  attempt: number,
  onTiles: (shown: boolean) => void,
) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<ResultMapHandle | 'loading' | 'failed'>('loading');
  const select = useRef(onSelect);
  select.current = onSelect;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads the code again.
  useEffect(() => {
    let left = false;
    let made: ResultMapHandle | null = null;
    const watcher = new ResizeObserver(() => made?.resize());
    const make = async () => {
      const { createResultMap, loadMapStyle } = await import('./leaflet-map.ts');
      await loadMapStyle();
      await nextTask();
      if (left || !box.current) return;
      const handle = await createResultMap(box.current, {
        tiles,
        zoomIn: texts.zoomIn,
        zoomOut: texts.zoomOut,
        pinLabel: ({ numbers, name, types }) =>
          fill(texts.pin, { n: numbers[0] ?? 0, name, types: types.join(texts.listSeparator) }),
        clusterText: n => fill(texts.count, { n }),
        clusterLabel: n => fill(texts.cluster, { n }),
        togetherLabel: n => fill(texts.pinTogether, { n }),
        placeText: texts.place.here,
        onSelect: (ids, first) => select.current(ids, first),
        onPoint: highlight.set,
        onTiles,
      });
      if (left || !box.current) return handle.remove();
      made = handle;
      watcher.observe(box.current);
      setMap(handle);
    };
    setMap('loading');
    make().catch(error => {
      console.error(error);
      if (!left) setMap('failed');
    });
    return () => {
      left = true;
      watcher.disconnect();
      made?.remove();
    };
  }, [tiles, texts, attempt, onTiles, highlight]);

  return [box, map] as const;
}

/** Without the background the outlines are all there is to see: where none is of those, all are drawn. */
export function drawnAreas(
  shapes: AreaShapes,
  outlined: ReadonlySet<string>,
  chosen: readonly string[],
): AreaShapes {
  const all = Object.entries(shapes);
  if (!all.some(([id]) => outlined.has(id))) return shapes;
  return Object.fromEntries(all.filter(([id]) => outlined.has(id) || chosen.includes(id)));
}

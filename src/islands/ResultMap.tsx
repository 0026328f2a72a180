import { useEffect, useRef, useState } from 'react';
import type { AreaShapes } from '../search/areas.ts';
import { fill } from './fill.ts';
import type { MapPin, ResultMapHandle } from './leaflet-map.ts';
import type { SearchProps } from './search-props.ts';

interface Props extends Pick<SearchProps, 'texts' | 'tiles' | 'areasUrl'> {
  pins: readonly MapPin[];
  /** Results without a position. */
  withoutPosition: number;
  /** Chosen. */
  areas: readonly string[];
  /** Areas whose outlines are always drawn, chosen or not. */
  outlined: ReadonlySet<string>;
  highlighted: string | null;
  onSelect: (ids: readonly string[]) => void;
}

/** Mounted only when the map is to be seen: mounting loads the code. */
export function ResultMap(props: Props) {
  const { texts, pins, highlighted, withoutPosition } = props;
  const [attempt, setAttempt] = useState(0);
  const [tilesShown, setTilesShown] = useState(true);
  const [box, map] = useMap(props, attempt, setTilesShown);
  const shapes = useAreaShapes(props.areasUrl, map !== 'loading' && map !== 'failed');
  const handle = typeof map === 'string' ? null : map;

  useEffect(() => handle?.showPins(pins), [handle, pins]);
  useEffect(() => handle?.highlight(highlighted), [handle, highlighted]);
  useEffect(() => {
    if (handle && shapes) handle.showAreas(drawnAreas(shapes, props.outlined, props.areas), props.areas);
  }, [handle, shapes, props.outlined, props.areas]);

  return (
    <>
      <div className="map__box">
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

function useMap({ texts, tiles, onSelect }: Props, attempt: number, onTiles: (shown: boolean) => void) {
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
      const { createResultMap } = await import('./leaflet-map.ts');
      if (left || !box.current) return;
      made = createResultMap(box.current, {
        tiles,
        zoomIn: texts.zoomIn,
        zoomOut: texts.zoomOut,
        clusterText: n => fill(texts.count, { n }),
        clusterLabel: n => fill(texts.cluster, { n }),
        togetherLabel: n => fill(texts.pinTogether, { n }),
        onSelect: ids => select.current(ids),
        onTiles,
      });
      watcher.observe(box.current);
      setMap(made);
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
  }, [tiles, texts, attempt, onTiles]);

  return [box, map] as const;
}

/** Outlines are an extra: without them the map is whole. */
function useAreaShapes(url: string | null, wanted: boolean): AreaShapes | null {
  const [shapes, setShapes] = useState<AreaShapes | null>(null);
  useEffect(() => {
    if (url === null || !wanted) return;
    const abort = new AbortController();
    fetch(url, { signal: abort.signal })
      .then(response => (response.ok ? response.json() : null))
      .then(setShapes)
      .catch(() => {});
    return () => abort.abort();
  }, [url, wanted]);
  return shapes;
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

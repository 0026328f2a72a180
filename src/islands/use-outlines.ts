import { startTransition, useEffect, useState } from 'react';
import type { AreaShapes } from '../search/areas.ts';
import { unpackJson } from '../search/unpack.ts';
import { fetchData } from './fetch-data.ts';
import { askedAnew, type SearchEngine } from './search-engine.ts';
import type { SearchProps } from './search-props.ts';

/**
 * Outlines of the areas. For the map they are an extra; by them a point lies in an area, so the search is told of them
 * where the place is a point. The engine that knows them is another one, so that what was asked is asked again.
 */
export function useOutlines(
  url: SearchProps['areasUrl'],
  wanted: { onMap: boolean; bySearch: boolean },
  engine: SearchEngine | null,
): { shapes: AreaShapes | null; engine: SearchEngine | null } {
  const { onMap, bySearch } = wanted;
  const [file, setFile] = useState<ArrayBuffer | null>(null);
  const [shapes, setShapes] = useState<AreaShapes | null>(null);
  const [told, setTold] = useState<{ of: SearchEngine; engine: SearchEngine } | null>(null);
  const isWanted = onMap || bySearch;

  useEffect(() => {
    if (url === null || !isWanted || file !== null) return;
    const abort = new AbortController();
    const init = { signal: abort.signal };
    (typeof url === 'string' ? fetchData(url, init) : url()).then(setFile, ignore);
    return () => abort.abort();
  }, [url, isWanted, file]);

  useEffect(() => {
    if (!file || !onMap) return;
    let left = false;
    unpackJson(file).then(read => left || startTransition(() => setShapes(read as AreaShapes)), ignore);
    return () => {
      left = true;
    };
  }, [file, onMap]);

  useEffect(() => {
    if (!file || !bySearch || !engine) return;
    let left = false;
    const tell = () => left || startTransition(() => setTold({ of: engine, engine: askedAnew(engine) }));
    // The engine keeps what it is given.
    engine.outlines(file.slice(0)).then(tell, ignore);
    return () => {
      left = true;
    };
  }, [file, bySearch, engine]);

  return { shapes, engine: told?.of === engine && told ? told.engine : engine };
}

/** Without them the map is whole, and of a point it is said that the list does not know. */
function ignore(): void {}

import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import { fetchData, MissingFile } from './fetch-data.ts';
import { askedAnew, type SearchEngine, startEngine } from './search-engine.ts';

/** `complete`: both files are here; before, it lists by type and area only. */
export type Loaded = { engine: SearchEngine; words: SearchWords; complete: boolean } | 'loading' | 'failed';

/** Starts the search and gives it the data of the region; `retry` after a failure. */
export function useSearchIndex(list: string, details: string): [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  const isGone = useRef(false);

  useEffect(() => {
    const abort = new AbortController();
    const fail = (reason: unknown) => {
      if (abort.signal.aborted) return;
      abort.abort();
      isGone.current = reason instanceof MissingFile;
      console.error(reason);
      setLoaded('failed');
    };
    const load = async () => {
      const engine = startEngine(fail);
      abort.signal.addEventListener('abort', engine.close);
      // Here and not in the worker: the page has asked for the first file already.
      const init: RequestInit = { signal: abort.signal, cache: attempt > 0 ? 'reload' : 'default' };
      const rest = fetchData(details, init);
      rest.catch(fail);
      const words = await engine.open(await fetchData(list, init));
      startTransition(() => setLoaded({ engine, words, complete: false }));
      await engine.complete(await rest);
      startTransition(() => setLoaded({ engine: askedAnew(engine), words, complete: true }));
    };
    setLoaded('loading');
    load().catch(fail);
    return () => abort.abort();
  }, [list, details, attempt]);

  // Of a new build, the page knows other files.
  const retry = useCallback(() => (isGone.current ? location.reload() : setAttempt(n => n + 1)), []);
  return [loaded, retry];
}

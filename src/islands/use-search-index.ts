import { useCallback, useEffect, useState } from 'react';
import type { SearchWords } from '../search/data.ts';
import { type SearchEngine, startEngine } from './search-engine.ts';

export type Loaded = { engine: SearchEngine; words: SearchWords } | 'loading' | 'failed';

/** Starts the search and gives it the data of the region; `retry` after a failure. */
export function useSearchIndex(url: string): [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const fail = (reason: unknown) => {
      if (abort.signal.aborted) return;
      console.error(reason);
      setLoaded('failed');
    };
    const load = async () => {
      const engine = startEngine(fail);
      abort.signal.addEventListener('abort', engine.close);
      // Here and not in the worker: the page has asked for the file already.
      const response = await fetch(url, { signal: abort.signal, cache: attempt > 0 ? 'reload' : 'default' });
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      setLoaded({ engine, words: await engine.open(await response.arrayBuffer()) });
    };
    setLoaded('loading');
    load().catch(fail);
    return () => abort.abort();
  }, [url, attempt]);

  return [loaded, useCallback(() => setAttempt(n => n + 1), [])];
}

import { useCallback, useEffect, useState } from 'react';
import { buildIndex, type SearchIndex } from '../search/index.ts';
import { decodePayload } from '../search/payload.ts';
import { textIndexOf } from '../search/text-index.ts';

export type Loaded = { index: SearchIndex } | 'loading' | 'failed';

/** Fetches the data of the region once; `retry` after a failure. */
export function useSearchIndex(url: string): [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      const response = await fetch(url, { signal: abort.signal, cache: attempt > 0 ? 'reload' : 'default' });
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      const index = buildIndex(decodePayload(await response.json()));
      setLoaded({ index });
      // Ready before the first letter, but after the first list.
      setTimeout(() => textIndexOf(index), 200);
    };
    setLoaded('loading');
    load().catch(error => {
      if (abort.signal.aborted) return;
      console.error(error);
      setLoaded('failed');
    });
    return () => abort.abort();
  }, [url, attempt]);

  return [loaded, useCallback(() => setAttempt(n => n + 1), [])];
}

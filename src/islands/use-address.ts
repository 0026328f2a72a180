import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyState, type SearchState } from '../search/state.ts';
import { parseAddress, serialiseState } from '../search/url.ts';

/** `typing` settles into the present entry of the history; `step` makes one, so that 戻る undoes it. */
export type Change = 'typing' | 'step';

// Safari refuses more than 100 changes of the address in 30 seconds.
const settleAfter = 400;

/** The search state, kept in the address. Empty until the page runs: the HTML of the build knows no address. */
export function useAddressState(): [SearchState, (next: SearchState, change: Change) => void] {
  const [state, setState] = useState<SearchState>(emptyState);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<SearchState>(undefined);

  useEffect(() => {
    const read = () => {
      clearTimeout(timer.current);
      waiting.current = undefined;
      setState(parseAddress(location));
    };
    read();
    // A link may be followed before the typing has settled.
    const settle = () => {
      clearTimeout(timer.current);
      if (waiting.current) write(waiting.current, 'replaceState');
      waiting.current = undefined;
    };
    addEventListener('popstate', read);
    addEventListener('click', settle, true);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('click', settle, true);
    };
  }, []);

  const change = useCallback((next: SearchState, how: Change) => {
    setState(next);
    clearTimeout(timer.current);
    waiting.current = how === 'typing' ? next : undefined;
    if (how === 'step') write(next, 'pushState');
    else timer.current = setTimeout(() => write(next, 'replaceState'), settleAfter);
  }, []);

  return [state, change];
}

function write(state: SearchState, method: 'pushState' | 'replaceState'): void {
  const { search, hash } = serialiseState(state);
  const url = location.pathname + search + hash;
  if (url === location.pathname + location.search + location.hash) return;
  try {
    history[method](null, '', url);
  } catch {
    // Too many changes: the page works on, only the address is behind.
  }
}

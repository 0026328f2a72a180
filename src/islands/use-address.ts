import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyState, type SearchState } from '../search/state.ts';
import { parseAddress, serialiseState } from '../search/url.ts';
import { isOver, pushOver, pushStep } from './over-entry.ts';

/**
 * `typing` settles into the present entry of the history; `step` makes one, so that 戻る undoes it, and `folding` too,
 * which folds what is unfolded; `unfolding` changes nothing but that.
 */
export type Change = 'typing' | 'step' | 'folding' | 'unfolding';

// Safari refuses more than 100 changes of the address in 30 seconds.
const settleAfter = 400;

export type Address = [SearchState, (next: SearchState, change: Change) => void, unfolded: boolean];

/** The search state, kept in the address. Empty until the page runs: the HTML of the build knows no address. */
export function useAddressState(): Address {
  const [state, setState] = useState<SearchState>(emptyState);
  const [unfolded, setUnfolded] = useState(false);
  const now = useRef({ state, unfolded });
  now.current = { state, unfolded };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<SearchState>(undefined);

  useEffect(() => {
    const read = () => {
      clearTimeout(timer.current);
      waiting.current = undefined;
      // Only folded: what was typed meanwhile settles into this entry too.
      if (now.current.unfolded && !isOver()) write(now.current.state, 'typing');
      else setState(parseAddress(location));
      setUnfolded(isOver());
    };
    read();
    // A link may be followed before the typing has settled.
    const settle = () => {
      clearTimeout(timer.current);
      if (waiting.current) write(waiting.current, 'typing');
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
    if (how === 'typing') timer.current = setTimeout(() => write(next, how), settleAfter);
    else write(next, how);
    setUnfolded(was => how === 'unfolding' || (was && how !== 'folding'));
  }, []);

  return [state, change, unfolded];
}

function write(state: SearchState, how: Change): void {
  const { search, hash } = serialiseState(state);
  const url = location.pathname + search + hash;
  try {
    if (how === 'unfolding') pushOver();
    else if (url === location.pathname + location.search + location.hash) return;
    else if (how === 'typing') history.replaceState(history.state, '', url);
    else pushStep(null, url, how === 'step');
  } catch {
    // Too many changes: the page works on, only the address is behind.
  }
}

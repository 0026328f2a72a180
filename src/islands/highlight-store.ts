import { useSyncExternalStore } from 'react';

/**
 * Which results are pointed at, in the list or on the map, by their place in the list: both show them, and nothing else
 * is drawn anew.
 */
export interface HighlightStore {
  get: () => Uint32Array;
  set: (numbers: Uint32Array) => void;
  subscribe: (notify: () => void) => () => void;
}

export const nothing = new Uint32Array();

export function createHighlightStore(): HighlightStore {
  let numbers: Uint32Array = nothing;
  const listeners = new Set<() => void>();
  return {
    get: () => numbers,
    set(next) {
      if (next.length === 0 && numbers.length === 0) return;
      numbers = next;
      for (const notify of listeners) notify();
    },
    subscribe(notify) {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
  };
}

export function useIsHighlighted({ get, subscribe }: HighlightStore, number: number): boolean {
  return useSyncExternalStore(
    subscribe,
    () => get().includes(number),
    () => false,
  );
}

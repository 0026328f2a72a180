import { useSyncExternalStore } from 'react';

/** Which results are pointed at, in the list or on the map: both show them, and nothing else is drawn anew. */
export interface HighlightStore {
  get: () => readonly string[];
  set: (ids: readonly string[]) => void;
  subscribe: (notify: () => void) => () => void;
}

export const noIds: readonly string[] = [];

export function createHighlightStore(): HighlightStore {
  let ids = noIds;
  const listeners = new Set<() => void>();
  return {
    get: () => ids,
    set(next) {
      if (next.length === 0 && ids.length === 0) return;
      ids = next;
      for (const notify of listeners) notify();
    },
    subscribe(notify) {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
  };
}

export function useIsHighlighted({ get, subscribe }: HighlightStore, id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => get().includes(id),
    () => false,
  );
}

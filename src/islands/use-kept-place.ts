import { useEffect, useRef, useState } from 'react';

const pageSize = 20;
const moreSize = 50;

/**
 * How many results are shown: as many as when the page was left, else a page. A new list (`key`) begins at its top,
 * once what the address asks for is known (`ready`).
 */
export function useShownCount(
  key: string,
  ready: boolean,
  firstSize: number,
): [number, (atLeast?: number) => void] {
  const [shown, setShown] = useState(firstSize);
  const lastKey = useRef<string | null>(null);

  useEffect(() => setShown(Math.max(pageSize, keptPlace()?.shown ?? 0)), []);
  useEffect(() => {
    if (!ready) return;
    if (lastKey.current !== null && lastKey.current !== key) setShown(pageSize);
    lastKey.current = key;
  }, [ready, key]);

  return [shown, (atLeast = 0) => setShown(n => Math.max(n + (atLeast === 0 ? moreSize : 0), atLeast))];
}

/**
 * Where the page stood: kept in the history entry, so that coming back from a facility finds the list as it was left.
 * Restored when the list is drawn.
 */
export function useKeptPlace(shown: number, isDrawn: boolean): void {
  const restored = useRef(false);

  useEffect(() => {
    if (!isDrawn || restored.current) return;
    restored.current = true;
    const kept = keptPlace();
    if (kept) requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, kept.y)));
  }, [isDrawn]);

  useEffect(() => {
    const keep = () => history.replaceState({ shown, y: scrollY }, '');
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [shown]);
}

function keptPlace(): { shown: number; y: number } | null {
  const { state } = history;
  return typeof state?.shown === 'number' && typeof state?.y === 'number' ? state : null;
}

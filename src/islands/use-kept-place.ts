import { useEffect, useRef, useState } from 'react';

const pageSize = 50;

/**
 * How many results are shown, and where the page stood: kept in the history entry, so that coming back from a
 * facility finds the list as it was left. A new list (`key`) begins at its top.
 */
export function useKeptPlace(
  key: string,
  ready: boolean,
  firstSize: number,
): [number, (atLeast?: number) => void] {
  const [shown, setShown] = useState(firstSize);
  const restored = useRef(false);
  const lastKey = useRef<string | null>(null);

  useEffect(() => {
    if (!ready) return;
    if (lastKey.current !== null && lastKey.current !== key) setShown(pageSize);
    lastKey.current = key;
    if (restored.current) return;
    restored.current = true;
    const kept = keptPlace();
    setShown(Math.max(pageSize, kept?.shown ?? 0));
    if (kept) requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, kept.y)));
  }, [ready, key]);

  useEffect(() => {
    const keep = () => history.replaceState({ shown, y: scrollY }, '');
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [shown]);

  return [shown, (atLeast = 0) => setShown(n => Math.max(n + (atLeast === 0 ? pageSize : 0), atLeast))];
}

function keptPlace(): { shown: number; y: number } | null {
  const { state } = history;
  return typeof state?.shown === 'number' && typeof state?.y === 'number' ? state : null;
}

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
    if (kept) holdPlace(kept);
  }, [isDrawn]);

  useEffect(() => {
    const keep = () =>
      history.replaceState({ ...history.state, shown, y: scrollY, first: firstInSight() }, '');
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [shown]);
}

interface KeptPlace {
  shown: number;
  y: number;
  /** The result at the upper edge: what is out of sight was never laid out, and the heights above it are guessed. */
  first: { at: number; top: number } | null;
}

function firstInSight(): KeptPlace['first'] {
  if (scrollY === 0) return null;
  const tops = [...rows()].map(topInWindow);
  const at = tops.findIndex(top => top > 0);
  return at < 0 ? null : { at, top: tops[at]! };
}

function topOf({ y, first }: KeptPlace): number {
  const row = first && rows()[first.at];
  return row ? scrollY + topInWindow(row) - first.top : y;
}

function rows(): NodeListOf<Element> {
  return document.querySelectorAll('.results__list > li:not([hidden])');
}

function topInWindow(row: Element): number {
  return row.getBoundingClientRect().top;
}

const moved = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** What comes into sight takes its height, and moves the place again: held until all is drawn, or the reader moves. */
function holdPlace(kept: KeptPlace): void {
  const end = performance.now() + 1000;
  const left = new AbortController();
  for (const type of moved)
    addEventListener(type, () => left.abort(), { signal: left.signal, passive: true });
  const hold = () => {
    if (left.signal.aborted) return;
    const y = topOf(kept);
    if (Math.abs(y - scrollY) > 1) scrollTo(0, y);
    const isDrawn = !document.querySelector('.results__list[aria-busy]');
    if (isDrawn && performance.now() > end) left.abort();
    else requestAnimationFrame(hold);
  };
  requestAnimationFrame(hold);
}

function keptPlace(): KeptPlace | null {
  const { state } = history;
  return typeof state?.shown === 'number' && typeof state?.y === 'number' ? state : null;
}

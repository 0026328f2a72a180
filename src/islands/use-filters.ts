import { useEffect, useRef } from 'react';
import { isOver } from './over-entry.ts';
import type { Address } from './use-address.ts';

/**
 * The filters of a narrow screen. Folded by 戻る or by their button, they lead to the same list where it was left, and to
 * another (`list`) from its `heading`; null = to neither.
 */
export function useFilters(
  [state, change, open]: Address,
  list: string,
  heading: () => HTMLElement | null,
): { unfold: () => void; fold: () => void } {
  const left = useRef({ list, y: 0 });
  const wasOpen = useRef(open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are folded.
  useEffect(() => {
    const isFolded = wasOpen.current && !open;
    wasOpen.current = open;
    if (!isFolded) return;
    const { list: before, y } = left.current;
    // Once the list stands where the filters were, and the browser has scrolled to where it thinks we were.
    requestAnimationFrame(() => {
      heading()?.focus({ preventScroll: before === list });
      if (before === list) scrollTo(0, y);
    });
  }, [open]);
  return {
    unfold: () => {
      left.current = { list, y: scrollY };
      change(state, 'unfolding');
    },
    fold: () => (isOver() ? history.back() : change(state, 'folding')),
  };
}

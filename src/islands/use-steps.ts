import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createSteps } from '../professional/steps.ts';
import { isOver, pushOver, pushStep } from './over-entry.ts';
import type { Change } from './use-address.ts';

/**
 * State that 戻る undoes, though no address and no storage knows it: the history holds the number of a step. `arrived`
 * counts the goings back and forth, for what must then get the focus.
 */
export function useSteps<S>(
  first: S,
): [S, (next: S, change: Change) => void, arrived: number, unfolded: boolean] {
  const [state, setState] = useState(first);
  const [unfolded, setUnfolded] = useState(false);
  const [arrived, setArrived] = useState(0);
  const steps = useMemo(() => createSteps(first), [first]);
  const y = useRef<number | null>(null);

  useEffect(() => {
    history.replaceState({ n: steps.now() }, '', location.pathname);
    const go = ({ state: kept }: PopStateEvent) => {
      const n = (kept as { n?: unknown } | null)?.n;
      // A link within the page, as the one past the header: no step of ours.
      if (n === undefined) return history.replaceState({ n: steps.now() }, '', location.pathname);
      setUnfolded(isOver());
      if (n === steps.now()) return;
      const step = steps.go(n, scrollY) ?? steps.at(0);
      if (!step) return;
      y.current = step.y;
      setState(step.state);
      setArrived(n => n + 1);
    };
    const { scrollRestoration } = history;
    history.scrollRestoration = 'manual';
    addEventListener('popstate', go);
    return () => {
      history.scrollRestoration = scrollRestoration;
      removeEventListener('popstate', go);
    };
  }, [steps]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once what was gone to is drawn.
  useEffect(() => {
    const to = y.current;
    y.current = null;
    if (to !== null) requestAnimationFrame(() => scrollTo(0, to));
  }, [arrived]);

  const change = useCallback(
    (next: S, how: Change) => {
      setState(next);
      if (how === 'typing') return steps.replace(next);
      if (how === 'unfolding') pushOver();
      else pushStep({ n: steps.add(next, scrollY) }, location.pathname, how === 'step');
      setUnfolded(was => how === 'unfolding' || (was && how !== 'folding'));
    },
    [steps],
  );
  return [state, change, arrived, unfolded];
}

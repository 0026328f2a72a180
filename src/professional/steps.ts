/**
 * The steps of a visit, kept in memory. The browser's history holds only their numbers: nothing that was typed or opened
 * stands in an address, in the history's state or in a storage.
 */
export interface Step<S> {
  state: S;
  /** Where the page was scrolled to when it was left. */
  y: number;
}

export interface Steps<S> {
  now: () => number;
  at: (number: number) => Step<S> | null;
  /** The number of the new step; what had been ahead of it is gone, as in the browser. */
  add: (state: S, leftAt: number) => number;
  replace: (state: S) => void;
  /** Goes to a step: null when it is unknown (made before a lock or a reload). */
  go: (number: unknown, leftAt: number) => Step<S> | null;
}

export function createSteps<S>(first: S): Steps<S> {
  const steps = new Map<number, Step<S>>([[0, { state: first, y: 0 }]]);
  let now = 0;
  const leave = (y: number): void => {
    const here = steps.get(now);
    if (here) steps.set(now, { ...here, y });
  };
  return {
    now: () => now,
    at: number => steps.get(number) ?? null,
    add(state, leftAt) {
      leave(leftAt);
      for (const number of steps.keys()) if (number > now) steps.delete(number);
      now += 1;
      steps.set(now, { state, y: 0 });
      return now;
    },
    replace(state) {
      steps.set(now, { state, y: steps.get(now)?.y ?? 0 });
    },
    go(number, leftAt) {
      const step = typeof number === 'number' ? steps.get(number) : undefined;
      if (!step) return null;
      leave(leftAt);
      now = number as number;
      return step;
    },
  };
}

import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function as long as the part stands, which does what the newest one does: what it is given to stays as it is. */
export function useSteady<A extends readonly unknown[]>(
  newest: (...given: A) => void,
): (...given: A) => void {
  const last = useRef(newest);
  useLayoutEffect(() => {
    last.current = newest;
  });
  return useCallback((...given: A) => last.current(...given), []);
}

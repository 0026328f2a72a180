import { useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';

/** Members under a heading; headings differ. */
export type Group<T> = readonly [heading: string, members: readonly T[]];

/**
 * Groups that come, change and go one to a frame, the first at once: an answer changes hundreds of options, and to lay
 * them all out in one frame takes long on a slow phone. Members are plain data.
 */
export function useGroupsInTurn<T>(groups: readonly Group<T>[]): readonly Group<T>[] {
  const [shown, setShown] = useState<readonly Group<T>[]>(() => groups.slice(0, 1));
  useEffect(() => {
    const next = nextGroups(shown, groups);
    return next === shown ? undefined : afterFrame(() => setShown(next));
  }, [shown, groups]);
  return shown;
}

/** One step from what is shown towards what is to be shown; the same where it is shown already. */
export function nextGroups<T>(shown: readonly Group<T>[], wanted: readonly Group<T>[]): readonly Group<T>[] {
  const length = Math.max(shown.length, wanted.length);
  for (let at = 0; at < length; at++) {
    const [old, due] = [shown[at], wanted[at]];
    if (old && due && isEqual(old, due)) continue;
    const isGone = old && !wanted.some(([heading]) => heading === old[0]);
    if (!due || isGone) return shown.toSpliced(at, 1);
    const others = shown.slice(at).filter(([heading]) => heading !== due[0]);
    return [...shown.slice(0, at), due, ...others];
  }
  return shown;
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

import { useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';

/** One of a list as it stands on the page. */
export interface Drawn<T> {
  item: T;
  /** As the page's HTML had it; only its name yet; whole. */
  as: 'first' | 'name' | 'whole';
  /** What is to stand there instead, in its turn. */
  due: T | null;
  /** Of the list before: out of sight at once, and taken out of the page in its turn. */
  left: boolean;
}

interface Turns<T> {
  of: readonly T[];
  /** The first of the list, those that have come. */
  drawn: readonly Drawn<T>[];
  left: readonly Drawn<T>[];
  taken: number;
}

/** The first turns are what is seen; what follows is out of sight, and not laid out. */
const sizeOf = (turn: number): number => (turn < 6 ? 1 : 8);

/**
 * A new list is drawn a few at a time, one turn to a frame, so that no frame takes long on a slow phone: to make rows, to
 * lay them out and to take them away. What stands at its place already stays as it was until its turn, and for good
 * where it is equal. Items are plain data. Busy until the last stands whole and what was before is gone.
 */
export function useTurns<T extends { id: string }>(
  items: readonly T[],
): { rows: readonly Drawn<T>[]; isBusy: boolean } {
  const [turns, setTurns] = useState<Turns<T>>(() => ({
    ...{ of: items, left: [], taken: 0 },
    drawn: items.map(item => ({ item, as: 'first', due: null, left: false })),
  }));
  // What the answer changes beside the list is laid out in this frame, the first result in the next.
  const now = turns.of === items ? turns : begin(items, turns);
  if (now !== turns) setTurns(now);
  const isDone =
    now.left.length === 0 && now.drawn.length === items.length && now.drawn.every(({ due }) => due === null);

  useEffect(() => {
    return isDone
      ? undefined
      : afterFrame(() => setTurns(last => (last === now ? nextTurn(now) : last)), 'first');
  }, [now, isDone]);
  return { rows: now.left.length > 0 ? [...now.drawn, ...now.left] : now.drawn, isBusy: !isDone };
}

function begin<T extends { id: string }>(items: readonly T[], before: Turns<T>): Turns<T> {
  const stood = items.findLastIndex((item, i) => before.drawn[i]?.item.id === item.id) + 1;
  const drawn = items.slice(0, Math.max(stood, 1)).map((item, i): Drawn<T> => {
    const old = before.drawn[i];
    if (old?.item.id !== item.id) return nameOf(item);
    return { ...old, due: old.as !== 'name' && isEqual(old.item, item) ? null : item };
  });
  const left = [...before.drawn, ...before.left].map(old => ({ ...old, due: null, left: true }));
  return { of: items, drawn, left: without(left, drawn), taken: 0 };
}

function nameOf<T>(item: T): Drawn<T> {
  return { item, as: 'name', due: item, left: false };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function without<T extends { id: string }>(
  left: readonly Drawn<T>[],
  drawn: readonly Drawn<T>[],
): Drawn<T>[] {
  const ids = new Set(drawn.map(({ item }) => item.id));
  return left.filter(({ item }) => !ids.has(item.id));
}

function nextTurn<T extends { id: string }>({ of, drawn, left, taken }: Turns<T>): Turns<T> {
  const most = sizeOf(taken);
  let due = most;
  const whole = drawn.map((each): Drawn<T> => {
    if (each.due === null || due === 0) return each;
    due -= 1;
    return { ...each, item: each.due, as: 'whole', due: null };
  });
  const next = [...whole, ...of.slice(drawn.length, drawn.length + most).map(nameOf)];
  return { of, drawn: next, left: without(left.slice(most), next), taken: taken + 1 };
}

import { startTransition, useEffect, useState } from 'react';

/** One of a list as it stands on the page. */
export interface Drawn<T> {
  item: T;
  /** As the page's HTML had it; only its name yet; whole. */
  as: 'first' | 'name' | 'whole';
  /** What is to stand there instead, in its turn. */
  due: T | null;
}

interface Turns<T> {
  of: readonly T[];
  drawn: readonly Drawn<T>[];
  taken: number;
}

/**
 * A new list is drawn a few at a time, one turn to a frame, so that no frame takes long on a slow phone. What stands at
 * its place already stays as it was until its turn, and for good where it is equal. Items are plain data.
 */
export function useTurns<T extends { id: string }>(items: readonly T[]): readonly Drawn<T>[] {
  const [turns, setTurns] = useState<Turns<T>>(() => ({
    ...{ of: items, taken: 0 },
    drawn: items.map(item => ({ item, as: 'first', due: null })),
  }));
  const now =
    turns.of === items ? turns : nextTurn({ of: items, drawn: begin(items, turns.drawn), taken: 0 });
  if (now !== turns) setTurns(now);
  const isDue = now.drawn.some(({ due }) => due !== null);

  useEffect(() => {
    if (!isDue) return;
    let timer: ReturnType<typeof setTimeout>;
    // The frame draws what came before; what is done in it would be laid out with that.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() =>
        startTransition(() => setTurns(last => (last === now ? nextTurn(now) : last))),
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [now, isDue]);
  return now.drawn;
}

function begin<T extends { id: string }>(items: readonly T[], before: readonly Drawn<T>[]): Drawn<T>[] {
  return items.map((item, i) => {
    const stood = before[i];
    if (stood?.item.id !== item.id) return { item, as: 'name', due: item };
    return { ...stood, due: stood.as !== 'name' && isEqual(stood.item, item) ? null : item };
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first turns are what is seen; what follows is out of sight, and not laid out. */
function nextTurn<T>({ of, drawn, taken }: Turns<T>): Turns<T> {
  let left = taken < 6 ? 1 : 8;
  const next = drawn.map(each => {
    if (each.due === null || left === 0) return each;
    left -= 1;
    return { item: each.due, as: 'whole' as const, due: null };
  });
  return { of, drawn: next, taken: taken + 1 };
}

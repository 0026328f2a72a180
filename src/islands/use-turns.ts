import { startTransition, useEffect, useState } from 'react';

/** One of a list as it stands on the page. */
export interface Drawn<T> {
  item: T;
  /** False: only its name stands there yet. */
  whole: boolean;
  /** What is to stand there instead, in its turn. */
  due: T | null;
}

interface Turns<T> {
  of: readonly T[];
  drawn: readonly Drawn<T>[];
  taken: number;
}

/**
 * A new list is drawn a few at a time, one turn to a frame, so that no frame takes long on a slow phone; what stood on
 * the page stays as it was until its turn. Nothing is drawn anew that is equal. Items are plain data.
 */
export function useTurns<T extends { id: string }>(items: readonly T[]): readonly Drawn<T>[] {
  const [turns, setTurns] = useState<Turns<T>>(() => ({
    ...{ of: items, taken: 0 },
    drawn: items.map(item => ({ item, whole: true, due: null })),
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
  const old = new Map(before.map(drawn => [drawn.item.id, drawn]));
  return items.map(item => {
    const { item: stood, whole } = old.get(item.id) ?? { item, whole: false };
    return { item: stood, whole, due: whole && isEqual(stood, item) ? null : item };
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first turns are what is seen; what follows is out of sight, and not laid out. */
function nextTurn<T>({ of, drawn, taken }: Turns<T>): Turns<T> {
  let left = taken < 2 ? 3 : 8;
  const next = drawn.map(each => {
    if (each.due === null || left === 0) return each;
    left -= 1;
    return { item: each.due, whole: true, due: null };
  });
  return { of, drawn: next, taken: taken + 1 };
}

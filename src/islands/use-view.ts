import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useAnswer } from './use-answer.ts';

export interface Shown {
  /** How many of a long list are shown. */
  count: number;
  more: () => void;
  /** All of them, for print. */
  all: () => void;
  isAll: boolean;
}

const noLimit = Number.MAX_SAFE_INTEGER;

/** A long list is shown a page at a time; another list (`key`) begins anew. */
export function useShown(size: number, key: string): Shown {
  const [grown, setGrown] = useState({ key, count: size });
  const count = grown.key === key ? grown.count : size;
  const more = useCallback(() => setGrown({ key, count: count + size }), [key, count, size]);
  const all = useCallback(() => setGrown({ key, count: noLimit }), [key]);
  return { count, more, all, isAll: count === noLimit };
}

/** The newest answer of the worker; null before the first, and while the records are not here. */
export function useProView<Q, A>(ask: ((question: Q) => Promise<A | null>) | null, question: Q): A | null {
  return useAnswer(ask, question)?.answer ?? null;
}

/** For the heading of what stands apart from the views: one begins to read there, at its top, once it is drawn. */
export function useHeading(isDrawn: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isDrawn) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [isDrawn]);
  return heading;
}

import { useCallback, useState } from 'react';
import { useAnswer } from './use-answer.ts';

/** How many of a long list are shown, and the way to more; another list (`key`) begins anew. */
export function useShown(size: number, key: string): [number, () => void] {
  const [grown, setGrown] = useState({ key, shown: size });
  const shown = grown.key === key ? grown.shown : size;
  const more = useCallback(() => setGrown({ key, shown: shown + size }), [key, shown, size]);
  return [shown, more];
}

/** The newest answer of the worker; null before the first, and while the records are not here. */
export function useProView<Q, A>(ask: ((question: Q) => Promise<A | null>) | null, question: Q): A | null {
  return useAnswer(ask, question)?.answer ?? null;
}

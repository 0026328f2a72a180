import { startTransition, useEffect, useMemo, useState } from 'react';

export interface Answered<Q, A> {
  question: Q;
  answer: A;
}

type Ask<Q, A> = (question: Q) => Promise<A>;

/**
 * The answer to the newest question that has one; null before. One question is out at a time, and an answer that a
 * newer question has overtaken is not shown, so that typing never waits for the list. Questions are plain data.
 */
export function useAnswer<Q, A>(ask: Ask<Q, A> | null, question: Q): Answered<Q, A> | null {
  const [answered, setAnswered] = useState<Answered<Q, A> | null>(null);
  const askNewest = useMemo(
    () => ask && newestOnly(ask, next => startTransition(() => setAnswered(next))),
    [ask],
  );
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal questions need no new answer.
  useEffect(() => askNewest?.(question), [askNewest, key]);
  return answered;
}

/** `show` is told of an answer unless a newer question waits. */
export function newestOnly<Q, A>(
  ask: Ask<Q, A>,
  show: (answered: Answered<Q, A>) => void,
): (question: Q) => void {
  let waiting: { question: Q } | null = null;
  let isOut = false;
  const work = async () => {
    isOut = true;
    try {
      while (waiting !== null) {
        const { question } = waiting as { question: Q };
        waiting = null;
        const answer = await ask(question);
        if (waiting === null) show({ question, answer });
      }
    } finally {
      isOut = false;
    }
  };
  return question => {
    waiting = { question };
    if (!isOut) work().catch(console.error);
  };
}

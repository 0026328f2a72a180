import { startTransition } from 'react';

/** In the order of their turns. */
const waiting: (() => void)[] = [];
let isComing = false;

/**
 * Changes the page once what stands now has been drawn, one change to a frame, whoever asks: what is done before or
 * together would be laid out in one long frame. What is seen `first` does not wait for the rest. Returns how to leave it
 * undone.
 */
export function afterFrame(change: () => void, order: 'first' | 'then' = 'then'): () => void {
  if (order === 'first') waiting.unshift(change);
  else waiting.push(change);
  if (!isComing) comeNext();
  return () => {
    const at = waiting.indexOf(change);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function comeNext(): void {
  isComing = true;
  requestAnimationFrame(() => {
    // What comes between the frame and its end has not been drawn with it.
    const [due] = waiting;
    setTimeout(() => {
      const at = due ? waiting.indexOf(due) : -1;
      if (at >= 0) waiting.splice(at, 1);
      isComing = waiting.length > 0;
      if (isComing) comeNext();
      if (due && at >= 0) startTransition(due);
    });
  });
}

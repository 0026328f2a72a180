import { startTransition } from 'react';

/**
 * Changes the page once what stands now has been drawn: what is done before would be laid out with it, in one long
 * frame. Returns how to leave it undone.
 */
export function afterFrame(change: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => startTransition(change));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

import type { Session } from '../search/session.ts';
import type { Reply } from './search-worker.ts';

export interface SearchEngine extends Omit<Session, 'found'> {
  close: () => void;
}

/**
 * The search in a worker: at a few thousand facilities its tasks are too long for the thread that draws the page, and
 * for a few dozen the way there and back costs nothing one could notice. `onBroken` is told when it will answer no more.
 */
export function startEngine(onBroken: (reason: unknown) => void): SearchEngine {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', event => onBroken(event.message ?? 'the worker did not start'));
  return toEngine(worker);
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (reason: Error) => void;
}

function toEngine(worker: Worker): SearchEngine {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const call =
    (method: keyof Session) =>
    <T>(argument: unknown): Promise<T> =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        const message = { id: count, method, argument };
        worker.postMessage(message, argument instanceof ArrayBuffer ? [argument] : []);
      });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const { resolve, reject } = waiting.get(data.id)!;
    waiting.delete(data.id);
    if ('error' in data) reject(new Error(data.error));
    else resolve(data.value as never);
  });
  return {
    open: call('open'),
    complete: call('complete'),
    ask: call('ask'),
    marks: call('marks'),
    outlines: call('outlines'),
    places: call('places'),
    close: () => worker.terminate(),
  };
}

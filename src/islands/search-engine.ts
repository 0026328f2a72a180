import type { Session } from '../search/session.ts';
import { callsTo } from './worker-calls.ts';

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
  const call = callsTo(worker);
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

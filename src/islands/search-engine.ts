import type { Session } from '../search/session.ts';
import { callsTo } from './worker-calls.ts';

/** What a page asks of the search. */
export type SearchEngine = Pick<Session, 'ask' | 'marks' | 'outlines' | 'places'>;

export interface StartedEngine extends SearchEngine, Pick<Session, 'open' | 'complete'> {
  close: () => void;
}

/** The same search as another one, so that what was asked is asked again: it knows more now. */
export function askedAnew<E extends SearchEngine>(engine: E): E {
  return { ...engine, ask: engine.ask.bind(null), marks: engine.marks.bind(null) };
}

/**
 * The search in a worker: at a few thousand facilities its tasks are too long for the thread that draws the page, and
 * for a few dozen the way there and back costs nothing one could notice. `onBroken` is told when it will answer no more.
 */
export function startEngine(onBroken: (reason: unknown) => void): StartedEngine {
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

import type { EditionSession } from '../professional/session.ts';
import { callsTo } from './worker-calls.ts';

export interface ProEngine extends EditionSession {
  close: () => void;
}

const methods = [
  ...(['unlock', 'first', 'list', 'details', 'areas', 'records'] as const),
  ...(['matrix', 'matrixCopy', 'contacts', 'reach', 'vacancy', 'record', 'fax'] as const),
  ...(['ask', 'found', 'marks', 'places', 'outlines'] as const),
] satisfies (keyof EditionSession)[];

/** `onBroken` is told when the worker will answer no more. */
export function startProEngine(onBroken: (reason: unknown) => void): ProEngine {
  const worker = new Worker(new URL('./pro-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', event => onBroken(event.message ?? 'the worker did not start'));
  const call = callsTo(worker);
  const engine = Object.fromEntries(methods.map(method => [method, call(method)]));
  return { ...(engine as unknown as EditionSession), close: () => worker.terminate() };
}

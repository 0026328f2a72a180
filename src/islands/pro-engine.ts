import type { EditionSession } from '../professional/session.ts';
import type { Reply } from './pro-worker.ts';

export interface ProEngine extends EditionSession {
  close: () => void;
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
}

const methods = [
  ...(['unlock', 'list', 'details', 'areas', 'records'] as const),
  ...(['matrix', 'matrixCopy', 'contacts', 'reach', 'vacancy', 'record', 'fax'] as const),
  ...(['ask', 'found', 'marks', 'places', 'outlines'] as const),
] satisfies (keyof EditionSession)[];

/** `onBroken` is told when the worker will answer no more. */
export function startProEngine(onBroken: (reason: unknown) => void): ProEngine {
  const worker = new Worker(new URL('./pro-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', event => onBroken(event.message ?? 'the worker did not start'));
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const call = (method: keyof EditionSession) => (argument: unknown) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      const message = { id: count, method, argument };
      worker.postMessage(message, argument instanceof ArrayBuffer ? [argument] : []);
    });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const answer = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) answer?.reject(new Error(data.error));
    else answer?.resolve(data.value);
  });
  const engine = Object.fromEntries(methods.map(method => [method, call(method)]));
  return { ...(engine as unknown as EditionSession), close: () => worker.terminate() };
}

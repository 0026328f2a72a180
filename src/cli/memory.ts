import { setFlagsFromString } from 'node:v8';

/**
 * Memory before speed, for a machine that does other things too. Call it before Astro is loaded. V8 keeps what pages
 * left behind for its next full collection, which by default comes only when the heap has grown several times over;
 * Rolldown keeps memory per thread, and its allocator gives none back. Values that the shell sets stay.
 */
export function preferMemory(): void {
  setFlagsFromString('--optimize-for-size');
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  process.env.ROLLDOWN_WORKER_THREADS ??= '1';
  process.env.RAYON_NUM_THREADS ??= '1';
}

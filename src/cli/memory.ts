import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * For the process that bundles, before Astro is loaded: memory before speed. Rolldown keeps memory per thread, and its
 * allocator gives none back. Values that the shell sets stay.
 */
export function preferMemory(): void {
  setFlagsFromString('--optimize-for-size');
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  process.env.ROLLDOWN_WORKER_THREADS ??= '1';
  process.env.RAYON_NUM_THREADS ??= '1';
}

/**
 * For the process that reads the region and renders, before it begins. By default V8 lets the heap grow to several
 * times what is in use, and the part for new objects to 100 MB and more; `--optimize-for-size`, which keeps both
 * smallest, spends half of the processor's time on collecting.
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=40');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Gives back what is no longer used, before another process needs the memory. */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect: (options: { type: 'major'; flavor: 'last-resort' }) => void = runInNewContext('gc');
  collect({ type: 'major', flavor: 'last-resort' });
}

const youngBytes = 8e6;

/**
 * Lets the part for new objects grow to what the objects of some pages need, and no further. V8 takes no limit once it
 * runs, only a factor: call the result between pages.
 */
export function growYoungALittle(): () => void {
  let isHeld = false;
  setFlagsFromString('--semi-space-growth-factor=2');
  return () => {
    if (isHeld) return;
    const young = getHeapSpaceStatistics().find(space => space.space_name === 'new_space');
    isHeld = !young || young.space_size >= youngBytes;
    if (isHeld) setFlagsFromString('--semi-space-growth-factor=1');
  };
}

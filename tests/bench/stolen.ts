import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds of a tick of /proc/stat. */
const tick = 10;
/** Milliseconds between two looks, and by which a time taken may be counted late. */
const apart = 20;

export interface StolenWatch {
  /** Milliseconds that were taken in that time, and shortly before and after; of all processors. */
  between: (from: number, to: number) => number;
  stop: () => void;
}

/**
 * Watches when a virtual machine does not run because its host runs another, as Linux counts it (`steal` in /proc/stat):
 * what is timed then tells of the neighbours. Times are in milliseconds since 1970; elsewhere than on Linux nothing is
 * ever taken.
 */
export function watchStolen(stat = '/proc/stat'): StolenWatch {
  const seen: { at: number; taken: number }[] = [];
  const look = () => void seen.push({ at: Date.now(), taken: takenIn(stat) });
  look();
  const timer = setInterval(look, apart);
  return {
    between(from, to) {
      look();
      const before = seen.findLast(({ at }) => at <= from - apart) ?? seen[0]!;
      const after = seen.find(({ at }) => at >= to + apart) ?? seen.at(-1)!;
      return after.taken - before.taken;
    },
    stop: () => clearInterval(timer),
  };
}

/** proc(5): user nice system idle iowait irq softirq steal … */
function takenIn(stat: string): number {
  if (!existsSync(stat)) return 0;
  const ticks = /^cpu +(.*)$/m.exec(readFileSync(stat, 'utf8'))?.[1]?.split(' ')[7];
  return Number(ticks ?? 0) * tick;
}

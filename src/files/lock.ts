import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** No command of ours works so long: by then the number of a dead process may be that of another. In milliseconds. */
const longest = 60 * 60 * 1000;

/**
 * Takes a lock file for this process. Null when a living process holds it; the lock of a dead one is taken over.
 * Two Astro builds from one checkout would mix their pages, so a build holds the lock of its checkout.
 */
export function takeLock(file: string): (() => void) | null {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAlive(readPid(file))) return null;
      rmSync(file, { force: true });
    }
  }
  return null;
}

function readPid(file: string): number | null {
  try {
    if (Date.now() - statSync(file).mtimeMs > longest) return null;
    // The first digits of a number that a stop cut short may be those of a living process.
    const [, pid] = /^([1-9]\d*)\n$/.exec(readFileSync(file, 'utf8')) ?? [];
    return pid === undefined ? null : Number(pid);
  } catch {
    return null;
  }
}

function isAlive(pid: number | null): boolean {
  if (pid === null || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

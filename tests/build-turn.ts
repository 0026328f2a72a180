import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takeLock } from '../src/files/lock.ts';
import { runFolder } from './run-folder.ts';

/**
 * Waits until no other test of this run builds; call what it returns when the build is done. A build refuses to run
 * beside another of its checkout, while steps and test files run side by side.
 */
export async function buildTurn(): Promise<() => void> {
  const file = join(runFolder(), 'build.turn');
  for (let release = takeLock(file); ; release = takeLock(file)) {
    if (release) return release;
    await wait(100);
  }
}

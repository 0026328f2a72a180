import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether a new folder may be made there: nothing is in the way, or only an empty folder. */
export function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

/** Writes a whole folder of files: all of it, or nothing. `folder` must be free. */
export function writeNewFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const whole = resolve(folder);
  const draft = join(dirname(whole), `.${basename(whole)}.new`);
  rmSync(draft, { recursive: true, force: true });
  try {
    for (const [path, contents] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), contents);
    }
    moveOverEmpty(draft, whole);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Windows does not rename onto a folder, even an empty one. */
function moveOverEmpty(draft: string, whole: string): void {
  try {
    renameSync(draft, whole);
  } catch (error) {
    if (!existsSync(whole)) throw error;
    rmdirSync(whole);
    renameSync(draft, whole);
  }
}

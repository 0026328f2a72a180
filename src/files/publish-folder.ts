import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Marks a folder as ours, so that a build never replaces one that somebody else filled. */
export const ownMark = '.shigen-map';

const staging = (out: string): string => join(dirname(out), `.${basename(out)}.new`);
const retired = (out: string): string => join(dirname(out), `.${basename(out)}.old`);

/**
 * Repairs what a crash between the two renames of `publishFolder` left: the old output is put back when the new one
 * did not arrive, and leftovers are removed. Call it under the lock, before anything is written.
 */
export function repairOutput(out: string): void {
  if (existsSync(retired(out)) && !existsSync(out)) renameSync(retired(out), out);
  rmSync(retired(out), { recursive: true, force: true });
  rmSync(staging(out), { recursive: true, force: true });
}

/** An empty folder beside the output, on the same disk, for the build to write into. */
export function stagingFolder(out: string): string {
  const folder = staging(out);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Makes the staged folder the output. The output is whole before and after; between the two renames it is absent
 * for an instant, and a crash just there is put right by `repairOutput` at the next start.
 */
export function publishFolder(out: string): void {
  if (existsSync(out)) renameSync(out, retired(out));
  renameSync(staging(out), out);
  rmSync(retired(out), { recursive: true, force: true });
}

export function discardStaging(out: string): void {
  rmSync(staging(out), { recursive: true, force: true });
}

/** Would replacing this folder destroy files that no build of ours wrote? */
export function isForeign(out: string): boolean {
  if (!existsSync(out)) return false;
  if (!statSync(out).isDirectory()) return true;
  const names = readdirSync(out);
  return names.length > 0 && !names.includes(ownMark);
}

export interface OutputSize {
  files: number;
  pages: number;
  bytes: number;
  /** Largest single file in bytes. */
  largest: number;
}

export function measureFolder(folder: string): OutputSize {
  const size: OutputSize = { files: 0, pages: 0, bytes: 0, largest: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size: bytes } = statSync(join(entry.parentPath, entry.name));
    size.files += 1;
    size.bytes += bytes;
    size.largest = Math.max(size.largest, bytes);
    if (entry.name.endsWith('.html')) size.pages += 1;
  }
  return size;
}

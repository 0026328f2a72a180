import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ownMark, publishFolder, repairOutput, stagingFolder } from './publish-folder.ts';

export interface Upload {
  /** Files that are new or differ. */
  changed: number;
  /** Files the former site had and this one has not. */
  gone: string[];
}

/**
 * Collects in `upload` what must be sent so that a server that holds `before` holds `after`: new and changed files
 * under their paths, and the list of those to delete. A former collection is replaced as a whole; `upload` must be ours
 * or free.
 */
export function writeUpload(before: string, after: string, upload: string, listName: string): Upload {
  repairOutput(upload);
  const staged = stagingFolder(upload);
  const names = filesBelow(after);
  const changed = names.filter(name => !isSame(join(before, name), join(after, name)));
  for (const name of changed) {
    mkdirSync(dirname(join(staged, name)), { recursive: true });
    copyFileSync(join(after, name), join(staged, name));
  }
  const kept = new Set(names);
  const gone = existsSync(before) ? filesBelow(before).filter(name => !kept.has(name)) : [];
  if (gone.length > 0) writeFileSync(join(staged, listName), `\uFEFF${gone.join('\r\n')}\r\n`);
  writeFileSync(join(staged, ownMark), '');
  publishFolder(upload);
  return { changed: changed.length, gone };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== ownMark)
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function isSame(before: string, after: string): boolean {
  return existsSync(before) && readFileSync(before).equals(readFileSync(after));
}

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ownMark, publishFolder, repairOutput, stagingFolder } from './publish-folder.ts';

export interface Upload {
  /** Files that are new or differ. */
  changed: number;
  /** Files of the former collection that are still to be sent, though this build did not change them. */
  pending: number;
  /** Files the server must not have any longer. */
  gone: string[];
}

/**
 * Collects in `upload` what must be sent so that a server that holds `before` holds `after`: new and changed files
 * under their paths, and the list of those to delete. What a former collection holds counts as not sent yet: it stays, as
 * it is now, until somebody empties the folder. The collection is replaced as a whole; `upload` must be ours or free.
 */
export function writeUpload(before: string, after: string, upload: string, listName: string): Upload {
  repairOutput(upload);
  const former = existsSync(upload) ? filesBelow(upload) : [];
  const toDelete = former.includes(listName) ? linesOf(join(upload, listName)) : [];
  const staged = stagingFolder(upload);
  const names = filesBelow(after);
  const kept = new Set(names);
  const changed = new Set(names.filter(name => !isSame(join(before, name), join(after, name))));
  const pending = former.filter(name => kept.has(name) && !changed.has(name));
  for (const name of [...changed, ...pending]) {
    mkdirSync(dirname(join(staged, name)), { recursive: true });
    copyFileSync(join(after, name), join(staged, name));
  }
  const published = existsSync(before) ? filesBelow(before) : [];
  const gone = [...new Set([...toDelete, ...published])].filter(name => !kept.has(name)).sort();
  if (gone.length > 0) writeFileSync(join(staged, listName), `\uFEFF${gone.join('\r\n')}\r\n`);
  writeFileSync(join(staged, ownMark), '');
  publishFolder(upload);
  return { changed: changed.size, pending: pending.length, gone };
}

function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines.filter(line => line !== '');
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

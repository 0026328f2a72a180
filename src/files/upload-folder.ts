import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ownMark } from './publish-folder.ts';

export interface Upload {
  /** Files that are new or differ. */
  changed: number;
  /** Files the former site had and this one has not. */
  gone: string[];
}

/**
 * Collects in `upload` what must be sent so that a server that holds `before` holds `after`: new and changed files
 * under their paths, and the list of those to delete. `upload` is emptied first; it must be ours or free.
 */
export function writeUpload(before: string, after: string, upload: string, listName: string): Upload {
  rmSync(upload, { recursive: true, force: true });
  mkdirSync(upload, { recursive: true });
  const names = filesBelow(after);
  let changed = 0;
  for (const name of names) {
    if (isSame(join(before, name), join(after, name))) continue;
    mkdirSync(dirname(join(upload, name)), { recursive: true });
    copyFileSync(join(after, name), join(upload, name));
    changed += 1;
  }
  const kept = new Set(names);
  const gone = existsSync(before) ? filesBelow(before).filter(name => !kept.has(name)) : [];
  if (gone.length > 0) writeFileSync(join(upload, listName), `\uFEFF${gone.join('\r\n')}\r\n`);
  writeFileSync(join(upload, ownMark), '');
  return { changed, gone };
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

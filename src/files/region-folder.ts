import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RegionFolder } from '../dataset/load.ts';

/** The region's folder on the disk. Reading never writes; a missing file is null, any other failure throws. */
export function regionFolder(folder: string): RegionFolder {
  const root = resolve(folder);
  return {
    list: name => (name === '.' ? topFiles(root) : listFiles(root, name)),
    read(path) {
      try {
        return readFileSync(resolve(root, path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

/** Names of the files that stand in the region's folder itself. */
function topFiles(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && !/^[.~]/.test(entry.name))
    .map(entry => entry.name)
    .sort();
}

/** Files below `name`, subfolders included, as paths from the region's folder in code-point order. */
function listFiles(root: string, name: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return entries.sort().flatMap(entry => {
    const path = `${name}/${entry}`;
    return statSync(join(root, path)).isDirectory() ? listFiles(root, path) : [path];
  });
}

/** Does the folder exist and is it one? */
export function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

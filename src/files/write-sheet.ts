import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { changeFiles, lockFolder, repairChange } from './change-files.ts';

/** Another command is writing into the folder. The message is for the officer. */
export class FolderBusy extends Error {
  constructor(folder: string) {
    super(`ほかのコマンドが「${folder}」に書いています。終わってから、もう一度実行してください。`);
  }
}

/**
 * Writes a sheet the officer asked for. A file that is there already with other contents is kept beside it as
 * `.bak`; the new one arrives whole or not at all. Gives the name of the backup, null when none was needed. Throws
 * `FolderBusy`.
 */
export function writeSheet(file: string, contents: string | Uint8Array): string | null {
  return alone(file, () => {
    const name = basename(file);
    const backup = changeFiles(dirname(file), new Map([[name, contents]])).get(name) ?? null;
    return backup && file.slice(0, file.length - name.length) + backup;
  });
}

/**
 * Writes a file that must not be there yet: it arrives whole or not at all, and never takes the place of another.
 * False when there is one of that name. Throws `FolderBusy`.
 */
export function writeNew(file: string, contents: string | Uint8Array): boolean {
  return alone(file, () => {
    if (existsSync(file)) return false;
    changeFiles(dirname(file), new Map([[basename(file), contents]]));
    return true;
  });
}

/** Ends what a crash left in the file's folder, then holds the folder. */
function alone<T>(file: string, write: () => T): T {
  const folder = dirname(resolve(file));
  repairChange(folder);
  const unlock = lockFolder(folder);
  if (!unlock) throw new FolderBusy(folder);
  try {
    return write();
  } finally {
    unlock();
  }
}

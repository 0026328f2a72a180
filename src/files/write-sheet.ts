import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a sheet the officer asked for. A file that is there already with other contents is kept beside it as
 * `.bak`; the new one arrives whole or not at all. Gives the name of the backup, null when none was needed.
 */
export function writeSheet(file: string, contents: string | Uint8Array): string | null {
  const differs = existsSync(file) && !readFileSync(file).equals(Buffer.from(contents));
  const backup = differs ? backupName(file) : null;
  if (backup) copyFileSync(file, backup);
  writeFileSync(`${file}.new`, contents);
  renameSync(`${file}.new`, file);
  return backup;
}

/** The first of `.bak`, `.bak2`, … that is free: a backup never replaces an older one. */
export function backupName(file: string): string {
  let name = `${file}.bak`;
  for (let number = 2; existsSync(name); number += 1) name = `${file}.bak${number}`;
  return name;
}

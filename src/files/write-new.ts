import { linkSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that must not be there yet: it arrives whole or not at all, and never takes the place of another.
 * False when there is one of that name.
 */
export function writeNew(file: string, text: string): boolean {
  const staged = `${file}.new`;
  writeFileSync(staged, text, { flush: true });
  try {
    linkSync(staged, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Sticks and shares without hard links: a new file that is never opened when one is there.
    return writeExclusively(file, text);
  } finally {
    rmSync(staged, { force: true });
  }
}

function writeExclusively(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(file, { force: true });
    throw error;
  }
}

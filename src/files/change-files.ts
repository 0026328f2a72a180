/** Several files of a folder change together: all of them or none, whenever the machine stops. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { secretsFile } from '../secure/keys-file.ts';
import { takeLock } from './lock.ts';

/** The operations on the disk, so that a test can stop after any of them. */
export interface Disk {
  write(file: string, contents: string | Uint8Array): void;
  copy(from: string, to: string): void;
  rename(from: string, to: string): void;
  remove(file: string): void;
}

export const realDisk: Disk = {
  write(file, contents) {
    mkdirSync(dirname(file), { recursive: true });
    // Phrases are for nobody else on the machine, not even before the file has its name.
    const handle = openSync(file, 'w', file.includes(secretsFile) ? 0o600 : 0o666);
    try {
      const bytes = Buffer.from(contents);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      // What a rename shows must be on the disk before it.
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  copy: copyFileSync,
  rename: renameSync,
  remove: file => rmSync(file, { force: true }),
};

/** One file of a change: paths from the folder. */
interface Step {
  file: string;
  staged: string;
  /** Where the file that is there now is kept; null when there is none. */
  backup: string | null;
}

const journalName = '.shigen-map-change.json';
const preparedName = '.shigen-map-change.new';
const lockName = '.shigen-map-change.lock';

/** The first of `.bak`, `.bak2`, … that is free: a backup never replaces an older one. */
export function backupName(file: string): string {
  let name = `${file}.bak`;
  for (let number = 2; existsSync(name); number += 1) name = `${file}.bak${number}`;
  return name;
}

/** Holds the folder for one change; null when another command is changing it. Call what comes back when done. */
export function lockFolder(root: string): (() => void) | null {
  return takeLock(join(root, lockName));
}

/**
 * Writes all files, each with a backup (`.bak`) of what stood there; unchanged ones are left alone. Everything is staged
 * first; from the moment the journal has its name the change will be carried through, if need be by `repairChange` at the
 * next start. Returns each file that was written with its backup. Hold `lockFolder`.
 */
export function changeFiles(
  root: string,
  contents: ReadonlyMap<string, string | Uint8Array>,
  disk: Disk = realDisk,
): ReadonlyMap<string, string | null> {
  const changed = [...contents].filter(([file, text]) => !isThere(join(root, file), text));
  const steps = changed.map(([file]): Step => {
    const staged = join(dirname(file), `.${basename(file)}.shigen-map-new`);
    const whole = join(root, file);
    return { file, staged, backup: existsSync(whole) ? relative(root, backupName(whole)) : null };
  });
  if (steps.length === 0) return new Map();
  disk.write(join(root, preparedName), JSON.stringify(steps));
  for (const { file, staged } of steps) disk.write(join(root, staged), contents.get(file) ?? '');
  disk.rename(join(root, preparedName), join(root, journalName));
  carryThrough(root, steps, disk);
  return new Map(steps.map(({ file, backup }) => [file, backup]));
}

/** Each step can be done again: a staged file that is gone has arrived. What came there meanwhile is kept, too. */
function carryThrough(root: string, steps: readonly Step[], disk: Disk): void {
  for (const { file, staged, backup } of steps) {
    if (!existsSync(join(root, staged))) continue;
    const whole = join(root, file);
    if (backup !== null) disk.copy(whole, join(root, backup));
    else if (existsSync(whole)) disk.copy(whole, backupName(whole));
    disk.rename(join(root, staged), whole);
  }
  disk.remove(join(root, journalName));
}

/**
 * Ends what a crash within `changeFiles` left: a change that was decided is carried through, one that was not is taken
 * back. Every command that reads the folder calls it first. Writes nothing when there is nothing to repair, or while the
 * change is still being made by a living process.
 */
export function repairChange(root: string, disk: Disk = realDisk): void {
  if (![journalName, preparedName, lockName].some(name => existsSync(join(root, name)))) return;
  const unlock = lockFolder(root);
  if (!unlock) return;
  try {
    const decided = stepsOf(join(root, journalName));
    if (decided) carryThrough(root, decided, disk);
    for (const { staged } of stepsOf(join(root, preparedName)) ?? []) disk.remove(join(root, staged));
    disk.remove(join(root, preparedName));
  } finally {
    unlock();
  }
}

/** Null when there is no such file, or it was cut short before anything followed it. */
function stepsOf(file: string): Step[] | null {
  const text = textOf(file);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function isThere(file: string, contents: string | Uint8Array): boolean {
  return existsSync(file) && readFileSync(file).equals(Buffer.from(contents));
}

/**
 * Writes down every change that some code makes on the disk, so that a test can put the disk into the state after any
 * of them, and into the one half-way through it: a machine that stops runs no `finally`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/** One change; `half` leaves what may be there when the machine stops within it. */
export interface DiskOperation {
  name: string;
  again(): void;
  half: (() => void) | null;
}

type Contents = Uint8Array;

const real = { ...fs };

/** The changes of the disk while `run` runs, in order. What fails changes nothing. */
export async function recordDisk(run: () => unknown): Promise<DiskOperation[]> {
  const done: DiskOperation[] = [];
  const opened = new Map<number, string>();
  const note = (name: string, again: () => void, half: (() => void) | null = null) =>
    done.push({ name, again, half });
  /** Node's own functions call one another. */
  let isInner = false;
  const within = <T>(act: () => T): T => {
    isInner = true;
    try {
      return act();
    } finally {
      isInner = false;
    }
  };
  const noteWrite = (name: string, file: string, bytes: Contents, isAdded: boolean) => {
    const put = isAdded ? real.appendFileSync : real.writeFileSync;
    note(
      `${name} ${file}`,
      () => put(file, bytes),
      () => put(file, bytes.subarray(0, bytes.length / 2)),
    );
  };
  const patched = {
    openSync(file: string, flags: fs.OpenMode = 'r', mode?: fs.Mode) {
      const handle = real.openSync(file, flags, mode);
      if (flags === 'w' && !isInner) {
        opened.set(handle, file);
        noteWrite('open', file, new Uint8Array(), false);
      }
      return handle;
    },
    writeSync(handle: number, bytes: Contents, at = 0) {
      const count = real.writeSync(handle, bytes, at);
      if (!isInner) noteWrite('write', opened.get(handle)!, bytes.slice(at, at + count), true);
      return count;
    },
    writeFileSync(file: string, contents: string | Contents, options?: fs.WriteFileOptions) {
      within(() => real.writeFileSync(file, contents, options));
      noteWrite('writeFile', file, Buffer.from(contents), false);
    },
    copyFileSync(from: string, to: string) {
      within(() => real.copyFileSync(from, to));
      noteWrite(`copy ${from}`, to, real.readFileSync(to), false);
    },
    renameSync(from: string, to: string) {
      real.renameSync(from, to);
      note(`rename ${from} ${to}`, () => real.renameSync(from, to));
    },
    linkSync(from: string, to: string) {
      real.linkSync(from, to);
      note(`link ${from} ${to}`, () => real.linkSync(from, to));
    },
    mkdirSync(folder: string, options?: fs.MakeDirectoryOptions) {
      const made = real.mkdirSync(folder, options);
      note(`mkdir ${folder}`, () => real.mkdirSync(folder, options));
      return made;
    },
    rmdirSync(folder: string) {
      real.rmdirSync(folder);
      note(`rmdir ${folder}`, () => real.rmdirSync(folder));
    },
    rmSync(path: string, options?: fs.RmOptions) {
      const isFolder = real.existsSync(path) && real.statSync(path).isDirectory();
      const first = isFolder ? real.readdirSync(path).sort()[0] : undefined;
      within(() => real.rmSync(path, options));
      const half = first === undefined ? null : () => real.rmSync(join(path, first), { recursive: true });
      note(`rm ${path}`, () => real.rmSync(path, options), half);
    },
  };
  const forbidden = ['cpSync', 'unlinkSync', 'appendFileSync', 'truncateSync', 'symlinkSync'] as const;
  const refuse =
    (name: (typeof forbidden)[number]) =>
    (...args: never[]) => {
      if (!isInner) throw new Error(`${name} is not recorded`);
      return (real[name] as (...args: never[]) => void)(...args);
    };
  const refused = Object.fromEntries(forbidden.map(name => [name, refuse(name)]));
  Object.assign(fs, patched, refused);
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    for (const name of [...Object.keys(patched), ...forbidden])
      Object.assign(fs, { [name]: real[name as 'openSync'] });
    syncBuiltinESMExports();
  }
  return done;
}

/** Every file below a folder, hidden ones too, and what it holds; empty folders end in a slash. */
export function contentsOf(folder: string): Record<string, string> {
  const entries = real.existsSync(folder)
    ? real.readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  const told = entries.map(entry => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (entry.isFile()) return [name, real.readFileSync(path).toString('base64')] as const;
    return [`${name}/`, ''] as const;
  });
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

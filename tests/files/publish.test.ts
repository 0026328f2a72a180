import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  discardStaging,
  isForeign,
  measureFolder,
  ownMark,
  publishFolder,
  repairOutput,
  stagingFolder,
} from '../../src/files/publish-folder.ts';

let home: string;
let out: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-files-'));
  out = join(home, 'dist');
});
afterEach(() => rmSync(home, { recursive: true }));

/** A site of three files; all of them say which build they are of. */
function fill(folder: string, build: string): void {
  mkdirSync(join(folder, 'f'), { recursive: true });
  for (const name of ['index.html', 'f/a.html', ownMark]) writeFileSync(join(folder, name), build);
}
/** Which build the folder holds; every file must be of the same. */
function buildIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const builds = new Set(files.map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8')));
  return files.length === 3 && builds.size === 1
    ? [...builds].join()
    : `mixed: ${files.length} files, ${[...builds]}`;
}

it('publishes into a new folder, and over an older site, without leftovers', () => {
  for (const build of ['first', 'second']) {
    fill(stagingFolder(out), build);
    publishFolder(out);
    expect(buildIn(out)).toBe(build);
    expect(readdirSync(home)).toEqual(['dist']);
  }
});

it('a discarded build leaves the site and its neighbours as they were', () => {
  fill(out, 'first');
  fill(stagingFolder(out), 'second');
  discardStaging(out);
  expect(buildIn(out)).toBe('first');
  expect(readdirSync(home)).toEqual(['dist']);
});

describe('a crash', () => {
  /** Runs one build of the folder in a process of its own that dies before its `step`-th change of the disk. */
  function crashBefore(step: number): { died: boolean } {
    const script = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      let left = ${step};
      for (const name of ['renameSync', 'rmSync', 'mkdirSync', 'writeFileSync']) {
        const real = fs[name];
        fs[name] = (...args) => { if (left-- === 0) process.exit(99); return real(...args); };
      }
      syncBuiltinESMExports();
      const { repairOutput, stagingFolder, publishFolder, ownMark } = await import(${JSON.stringify(
        join(import.meta.dirname, '../../src/files/publish-folder.ts'),
      )});
      const { join } = await import('node:path');
      const out = ${JSON.stringify(out)};
      repairOutput(out);
      const staged = stagingFolder(out);
      fs.mkdirSync(join(staged, 'f'), { recursive: true });
      for (const name of ['index.html', 'f/a.html', ownMark]) fs.writeFileSync(join(staged, name), 'second');
      publishFolder(out);
    `;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    if (run.status !== 0 && run.status !== 99) throw new Error(run.stderr);
    return { died: run.status === 99 };
  }

  it('before any single change of the disk leaves the site as before or as after, or the next start repairs it', () => {
    const states: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      rmSync(home, { recursive: true });
      fill(out, 'first');
      const { died } = crashBefore(step);
      const left = buildIn(out);
      repairOutput(out);
      const repaired = buildIn(out);
      expect(['first', 'second'], `step ${step}`).toContain(repaired);
      expect([null, repaired], `step ${step}`).toContain(left);
      expect(readdirSync(home), `step ${step}`).toEqual(['dist']);
      states.push(`${left ?? 'absent'} → ${repaired}`);
      if (!died) break;
    }
    expect(new Set(states)).toEqual(new Set(['first → first', 'absent → first', 'second → second']));
    expect(states.at(-1)).toBe('second → second');
  });

  it('of the very first build leaves nothing that a later build takes for a site', () => {
    for (let step = 0; step < 10; step += 1) {
      rmSync(home, { recursive: true });
      mkdirSync(home);
      crashBefore(step);
      repairOutput(out);
      expect([null, 'second'], `step ${step}`).toContain(buildIn(out));
    }
  });
});

describe('a folder that is not ours is never replaced', () => {
  it('somebody’s documents are foreign', () => {
    mkdirSync(out);
    writeFileSync(join(out, '大事な書類.docx'), 'x');
    expect(isForeign(out)).toBe(true);
  });

  it('a file is foreign', () => {
    writeFileSync(out, 'x');
    expect(isForeign(out)).toBe(true);
  });

  it('a folder of ours, an empty one and none at all are not', () => {
    expect(isForeign(out)).toBe(false);
    mkdirSync(out);
    expect(isForeign(out)).toBe(false);
    writeFileSync(join(out, ownMark), '');
    expect(isForeign(out)).toBe(false);
  });

  it('somebody else’s home page with a folder called data is foreign', () => {
    mkdirSync(join(out, 'data'), { recursive: true });
    writeFileSync(join(out, 'index.html'), 'x');
    writeFileSync(join(out, '大事な書類.docx'), 'x');
    expect(isForeign(out)).toBe(true);
  });
});

it('measures what was published', () => {
  fill(out, '12345');
  expect(measureFolder(out)).toEqual({ files: 3, pages: 2, bytes: 15, largest: 5 });
});

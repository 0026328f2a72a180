import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeFiles, type Disk, lockFolder, realDisk, repairChange } from '../../src/files/change-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shigen-map-change-'));
  mkdirSync(join(root, 'facilities'));
  writeFileSync(join(root, 'site.yaml'), 'old site');
  writeFileSync(join(root, 'facilities/a.csv'), 'old a');
  writeFileSync(join(root, 'facilities/same.csv'), 'same');
});
afterEach(() => rmSync(root, { recursive: true }));

const texts = new Map([
  ['facilities/a.csv', 'new a'],
  ['facilities/b.csv', 'new b'],
  ['facilities/same.csv', 'same'],
  ['site.yaml', 'new site'],
]);
const before = { 'facilities/a.csv': 'old a', 'facilities/same.csv': 'same', 'site.yaml': 'old site' };
const after = {
  'facilities/a.csv': 'new a',
  'facilities/a.csv.bak': 'old a',
  'facilities/b.csv': 'new b',
  'facilities/same.csv': 'same',
  'site.yaml': 'new site',
  'site.yaml.bak': 'old site',
};

/** All files, hidden ones too, and what they say. */
function contents(): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files.sort().map(file => [file.slice(root.length + 1), readFileSync(file, 'utf8')]),
  );
}

/** A machine that stops at its operation `last`: before it, after it, or half-way through writing. */
function stoppingDisk(last: number, how: 'before' | 'half' | 'after'): Disk {
  let count = 0;
  const act = (run: () => void, half: () => void): void => {
    count += 1;
    if (count < last || how === 'after') run();
    else if (how === 'half') half();
    if (count >= last) throw new Error('power failure');
  };
  const nothing = () => {};
  return {
    write: (file, text) =>
      act(
        () => realDisk.write(file, text),
        () => realDisk.write(file, text.slice(0, 3)),
      ),
    copy: (from, to) =>
      act(
        () => realDisk.copy(from, to),
        () => realDisk.write(to, 'ol'),
      ),
    rename: (from, to) => act(() => realDisk.rename(from, to), nothing),
    remove: file => act(() => realDisk.remove(file), nothing),
  };
}

describe('files that change together', () => {
  it('all arrive, each with its backup; one that is the same is left alone', () => {
    const written = changeFiles(root, texts);
    expect(contents()).toEqual(after);
    expect([...written]).toEqual([
      ['facilities/a.csv', 'facilities/a.csv.bak'],
      ['facilities/b.csv', null],
      ['site.yaml', 'site.yaml.bak'],
    ]);
    expect(changeFiles(root, texts).size).toBe(0);
    changeFiles(root, new Map([['site.yaml', 'newer']]));
    expect(contents()).toMatchObject({ 'site.yaml.bak': 'old site', 'site.yaml.bak2': 'new site' });
  });

  const operations = 12;
  const stops = Array.from({ length: operations }, (_, index) => index + 1).flatMap(last =>
    (['before', 'half', 'after'] as const).map(how => [last, how] as const),
  );

  it.each(stops)(
    'stopped at operation %i (%s): as before or as after, once the next command starts',
    (last, how) => {
      let stopped = false;
      try {
        changeFiles(root, texts, stoppingDisk(last, how));
      } catch {
        stopped = true;
      }
      expect(stopped).toBe(last < operations);
      repairChange(root);
      const state = contents();
      expect([before, after]).toContainEqual(state);
      if (!stopped) expect(state).toEqual(after);
    },
  );

  it.each(stops)('stopped at operation %i (%s), and again in the repair', (last, how) => {
    for (let again = 1; again <= 10; again++) {
      try {
        changeFiles(root, texts, stoppingDisk(last, how));
      } catch {
        // The machine has stopped.
      }
      try {
        repairChange(root, stoppingDisk(again, how));
      } catch {
        // And again.
      }
      repairChange(root);
      expect(Object.keys(contents()).filter(name => name.includes('shigen-map'))).toEqual([]);
      const { 'site.yaml': site, 'facilities/a.csv': a } = contents();
      expect([
        ['old site', 'old a'],
        ['new site', 'new a'],
      ]).toContainEqual([site, a]);
      if (site === 'new site') break;
    }
  });

  it('nothing is written where nothing is to repair, nor while another command writes', () => {
    repairChange(root);
    expect(contents()).toEqual(before);
    const unlock = lockFolder(root);
    expect(Object.keys(contents())).toContain('.shigen-map-change.lock');
    unlock?.();
    expect(contents()).toEqual(before);
  });
});

it('phrases are for nobody else on the machine, at no moment', () => {
  const modes: number[] = [];
  const rename: Disk['rename'] = (from, to) => {
    modes.push(statSync(from).mode & 0o077);
    realDisk.rename(from, to);
  };
  changeFiles(root, new Map([['keys.secret.yaml', 'k3v9: さくら']]), { ...realDisk, rename });
  expect(modes.at(-1)).toBe(0);
});

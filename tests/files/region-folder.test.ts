import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFolder, regionFolder } from '../../src/files/region-folder.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-region-'));
  mkdirSync(join(home, 'region', 'facilities', '下'), { recursive: true });
  for (const name of ['b.csv', 'a.csv', '下/c.csv'])
    writeFileSync(join(home, 'region', 'facilities', name), name);
  writeFileSync(join(home, 'shared.csv'), 'shared');
});
afterAll(() => rmSync(home, { recursive: true }));

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);

describe('a region on the disk', () => {
  it('lists files below a folder, subfolders included, in name order', () => {
    const folder = regionFolder(join(home, 'region'));
    expect(folder.list('facilities')).toEqual([
      'facilities/a.csv',
      'facilities/b.csv',
      'facilities/下/c.csv',
    ]);
    expect(folder.list('vocabulary')).toEqual([]);
  });

  it('reads a file, also one beside the region; a missing one is null, and so is a folder', () => {
    const folder = regionFolder(join(home, 'region'));
    expect(text(folder.read('facilities/a.csv'))).toBe('a.csv');
    expect(text(folder.read('../shared.csv'))).toBe('shared');
    expect(folder.read('site.yaml')).toBeNull();
    expect(folder.read('facilities')).toBeNull();
    expect(folder.read('facilities/a.csv/x')).toBeNull();
  });

  it('knows a folder from a file and from nothing', () => {
    expect([home, join(home, 'shared.csv'), join(home, 'none')].map(isFolder)).toEqual([true, false, false]);
  });
});

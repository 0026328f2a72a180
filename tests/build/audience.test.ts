import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../src/files/guard-output.ts';
import { LeakGuard } from '../../src/secure/leak-guard.ts';
import { changeSealedCells, filesWithSealedCells } from '../dataset/changed-demo.ts';
import { builtSite } from '../e2e/harness-site.ts';
import { runFolder } from '../run-folder.ts';
import { differentFiles, filesOf, openFiles, sealedFiles } from './site-files.ts';

const data = join(import.meta.dirname, '../../data');
let demo: Map<string, Buffer>;
let other: Map<string, Buffer>;
let planted: string[];
let folderBefore: Map<string, Buffer>;
let copied: string;

/** Files that hold one of the texts, in any spelling. */
function foundIn(site: ReadonlyMap<string, Buffer>, texts: readonly string[]): string[] {
  const guard = new LeakGuard(
    texts.map(value => ({ value, field: value, at: '' })),
    unpack,
  );
  return [...site].flatMap(([path, bytes]) =>
    guard.scan(path, bytes).map(({ field }) => `${path}: ${field}`),
  );
}

beforeAll(async () => {
  copied = join(runFolder(), 'demo-with-other-professional-values');
  mkdirSync(copied, { recursive: true });
  cpSync(data, copied, { recursive: true });
  planted = filesWithSealedCells.flatMap(file => {
    const changed = changeSealedCells(file, readFileSync(join(data, file)));
    writeFileSync(join(copied, file), changed.text);
    return changed.values;
  });
  folderBefore = filesOf(copied);
  demo = filesOf(await builtSite('data'));
  other = filesOf(await builtSite(copied));
});

describe('the built site', () => {
  it('is the same, byte for byte, built again with every professional value of the region another', () => {
    expect(planted.length).toBeGreaterThan(400);
    expect(differentFiles(openFiles(demo), openFiles(other))).toEqual([]);
  });

  it('holds no professional value, in no spelling, in no file', () => {
    expect(foundIn(other, planted)).toEqual([]);
    expect(foundIn(other, ['KANARIYA', 'カナリヤ', '主治医意見書の窓口', 'sealed.example.jp'])).toEqual([]);
  });

  it('has a sealed edition that shares no file with another build’s', () => {
    const roles = sealedFiles(demo).map(name => name.replace(/-[0-9a-f]{12}(?=\.bin$)/, ''));
    expect(roles).toEqual([
      ...['pro/areas.bin', 'pro/details.bin', 'pro/edition.json', 'pro/first.bin', 'pro/list.bin'],
      'pro/records.bin',
    ]);
    const differing = differentFiles(demo, other);
    expect(differing).toEqual([...new Set([...sealedFiles(demo), ...sealedFiles(other)])].sort());
  });

  it('would be caught if it held one: the search finds a public value in pages and downloads', () => {
    const found = foundIn(demo, ['みほ野総合病院']).map(hit => hit.split(':')[0]);
    expect(found).toEqual(
      expect.arrayContaining(['index.html', 'data/facilities.csv', 'data/facilities.json'].slice(1)),
    );
  });

  it('holds nothing of the suppressed record, nor of those without consent, gone, or for professionals only', () => {
    const names = ['みどりや医院', '1519900286', '院長から掲載をやめたい'];
    expect(foundIn(demo, names)).toEqual([]);
  });
});

it('a build writes nothing into the region’s folder', () => {
  expect(differentFiles(folderBefore, filesOf(copied))).toEqual([]);
});

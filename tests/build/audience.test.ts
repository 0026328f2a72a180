import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeSealedCells, filesWithSealedCells } from '../dataset/changed-demo.ts';
import { builtSite } from '../e2e/harness-site.ts';
import { runFolder } from '../run-folder.ts';
import { differentFiles, filesOf, openFiles, sealedFiles, unpacked } from './site-files.ts';

const data = join(import.meta.dirname, '../../data');
let demo: Map<string, Buffer>;
let other: Map<string, Buffer>;
let planted: string[];
let folderBefore: Map<string, Buffer>;
let copied: string;

const inHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inBase64 = (text: string, shift: number) =>
  // Without the characters that share bits with what stands before and behind.
  Buffer.from('x'.repeat(shift) + text)
    .toString('base64')
    .slice(shift === 0 ? 0 : 4, -4);

/** The spellings under which a text could stand in a file. */
function spellings(text: string): string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const unicode = [...escaped]
    .map(c => (c > '~' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c))
    .join('');
  return [
    text,
    inHtml(text),
    encodeURIComponent(text),
    encodeURI(text),
    unicode,
    ...[0, 1, 2].map(shift => inBase64(text, shift)),
  ];
}

const shortest = 6;

/** One pass over each file for all spellings of all texts: there are thousands. */
function foundIn(site: ReadonlyMap<string, Buffer>, texts: readonly string[]): string[] {
  const needles = [...new Set(texts.flatMap(spellings))].filter(needle => needle.length >= shortest);
  const byStart = Map.groupBy(needles, needle => needle.slice(0, shortest));
  return [...site].flatMap(([path, bytes]) => {
    const content = unpacked(bytes).toString('utf8') + path;
    const found = new Set<string>();
    for (let at = 0; at < content.length; at += 1)
      for (const needle of byStart.get(content.slice(at, at + shortest)) ?? [])
        if (content.startsWith(needle, at)) found.add(needle);
    return [...found].map(needle => `${path}: ${needle}`);
  });
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
    expect(sealedFiles(demo)).toHaveLength(5);
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

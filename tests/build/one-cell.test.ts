import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtSite } from '../e2e/harness-site.ts';
import { runFolder } from '../run-folder.ts';
import { differentFiles, filesOf, openFiles, unpacked } from './site-files.ts';

const data = join(import.meta.dirname, '../../data');
let edit: Edit;
let before: Map<string, Buffer>;
let after: Map<string, Buffer>;

interface Edit {
  id: string;
  /** The file of the region's folder that holds the number, and no other file does. */
  file: string;
  from: string;
  to: string;
}

beforeAll(async () => {
  const demo = await builtSite('data');
  before = openFiles(filesOf(demo));
  edit = onePhone(JSON.parse(readFileSync(join(demo, 'data/facilities.json'), 'utf8')).facilities);
  const copied = join(runFolder(), 'demo-with-another-number');
  mkdirSync(copied, { recursive: true });
  cpSync(data, copied, { recursive: true });
  // Digits are the same bytes in every encoding of the demo's files.
  const bytes = readFileSync(join(copied, edit.file), 'latin1');
  writeFileSync(join(copied, edit.file), bytes.replace(edit.from, edit.to), 'latin1');
  after = openFiles(filesOf(await builtSite(copied)));
});

interface Published {
  id: string;
  position: unknown;
  services: { phones: { text: string }[] }[];
}

/** The first office with a place on the map whose number stands in one cell of the whole region. */
function onePhone(facilities: readonly Published[]): Edit {
  const files = [...filesOf(data)].map(([file, bytes]) => ({ file, text: bytes.toString('latin1') }));
  for (const { id, position, services } of facilities) {
    const from = services[0]?.phones[0]?.text ?? '';
    const holders = files.filter(({ text }) => text.includes(from));
    const [holder] = holders;
    if (!position || from === '' || holders.length !== 1 || !holder?.file.startsWith('facilities/')) continue;
    if (holder.text.split(from).length !== 2) continue;
    const to = from.slice(0, -1) + ((Number(from.at(-1)) + 1) % 10);
    if (!files.some(({ text }) => text.includes(to))) return { id, file: holder.file, from, to };
  }
  throw new Error('the demo region has no number that stands in one cell only');
}

/** Files that say the number, as typed or as digits. */
function saying(site: ReadonlyMap<string, Buffer>, phone: string): string[] {
  const spellings = [phone, phone.replaceAll('-', '')];
  const says = (bytes: Buffer) => spellings.some(each => unpacked(bytes).includes(each));
  return [...site].filter(([, bytes]) => says(bytes)).map(([name]) => name);
}

test('one telephone number edited: what showed it changes, and nothing else', () => {
  const showed = saying(before, edit.from);
  const shows = saying(after, edit.to);
  // The search page names its data file, which is named by its content.
  const expected = [...new Set([...showed, ...shows, 'search/index.html'])].sort();
  expect(differentFiles(before, after)).toEqual(expected);
  expect(saying(after, edit.from)).toEqual([]);
});

test('of the facility pages: its own, and those that name it as near', () => {
  const changed = differentFiles(before, after).filter(name => name.startsWith('f/'));
  expect(changed).toContain(`f/${edit.id}/index.html`);
  const naming = changed.filter(name => before.get(name)?.includes(`/f/${edit.id}/`));
  expect(naming).toEqual(changed);
  const pages = [...before.keys()].filter(name => name.startsWith('f/'));
  expect(changed.length).toBeLessThan(pages.length / 4);
});

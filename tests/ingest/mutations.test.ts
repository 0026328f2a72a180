import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixture, readAll } from './reading.ts';

/** `FUZZ_RUNS=10000` makes the long run of it. */
const runs = Number(process.env.FUZZ_RUNS ?? 100);
const slowest = 5_000;

const csv = strToU8(
  '名称,住所,電話番号\r\n"あお,ぞら",村上市,0254-00-0001\r\n"さくら\n訪問",村上市,0254-00-0002\r\n',
);
const sheet = xlsx.utils.aoa_to_sheet([
  ['名称', '住所'],
  ['あおぞら', '村上市'],
  ['さくら', 254],
]);
sheet['!merges'] = [xlsx.utils.decode_range('B2:B3')];
const book = { SheetNames: ['一覧'], Sheets: { 一覧: sheet } };

const seeds: [string, Uint8Array][] = [
  ['a.csv', csv],
  ['cp932.csv', fixture('cp932.csv')],
  ['euc.csv', fixture('euc-jp.csv')],
  ['a.tsv', strToU8('名称\t住所\nあおぞら\t村上市\n')],
  ['stored.xlsx', new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }))],
  ['packed.xlsx', new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx', compression: true }))],
  ['a.zip', zipSync({ 'a.csv': csv, 'b/c.csv': [csv, { level: 0 }] })],
  [
    'a.yaml',
    strToU8(
      '- 名称: あおぞら\n  診療科目: [内科, 外科]\n  できること: { 胃ろう: ○ }\n- 名称: &a さくら\n  略称: *a\n',
    ),
  ],
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('set', 'delete', 'insert', 'cut', 'repeat'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc
      .constantFrom('"', ',', '\n', '\r', '\t', '  - ', ': ', '{', '[', '&', '*', '\0', '\x1a', '\ufeff')
      .map(text => strToU8(text)),
  ),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(bytes: Uint8Array, { at, kind, bytes: fresh }: Change): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const before = bytes.slice(0, start);
  if (kind === 'cut') return before;
  if (kind === 'repeat') return joined(bytes, bytes.slice(start));
  if (kind === 'insert') return joined(before, fresh, bytes.slice(start));
  return joined(before, kind === 'set' ? fresh : new Uint8Array(), bytes.slice(start + fresh.length));
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap(part => [...part]));
}

function check(file: string, contents: Uint8Array): void {
  const started = performance.now();
  const reading = readAll(file, contents);
  expect(performance.now() - started).toBeLessThan(slowest);
  for (const { rows } of reading.tables) {
    expect(rows.every(({ row }, index) => index === 0 || row > rows[index - 1]!.row)).toBe(true);
    expect(rows.every(({ cells }) => cells.every(cell => typeof cell === 'string'))).toBe(true);
  }
  expect(reading.tables.length + reading.issues.length).toBeGreaterThan(0);
}

const patience = Math.max(60_000, runs * 100);
const changes = fc.array(change, { minLength: 1, maxLength: 6 });

describe('mutated files never throw, end quickly, keep rows in order and are never silent', () => {
  it.each(seeds)(
    '%s',
    (file, bytes) => {
      fc.assert(
        fc.property(changes, list => check(file, list.reduce(mutate, bytes))),
        { seed: 2025, numRuns: runs },
      );
    },
    patience,
  );

  // Packed again, so that checksums are right and the workbook's own parts are what is wrong.
  it.each([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/styles.xml',
    'xl/_rels/workbook.xml.rels',
    '[Content_Types].xml',
  ])(
    '%s within a workbook',
    part => {
      const parts = unzipSync(seeds.find(([name]) => name === 'stored.xlsx')![1]);
      fc.assert(
        fc.property(changes, list =>
          check('a.xlsx', zipSync({ ...parts, [part]: list.reduce(mutate, parts[part]!) }, { level: 0 })),
        ),
        { seed: 2025, numRuns: runs },
      );
    },
    patience,
  );
});

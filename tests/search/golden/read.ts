/**
 * The golden set: what people type, and what must be found. A row is 地域 (folder), 検索 (as typed), 必ず出る and
 * 出てはいけない (names or ids, `;` between them), 先頭 (the first results, in this order), 件数, 備考 (the test's name);
 * an empty cell asks nothing. Judged by reading the data, not by looking at what the search gives.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readRegion } from '../../../src/files/load-region.ts';
import { searchDataOf } from '../../../src/search/data.ts';
import { find } from '../../../src/search/find.ts';
import { buildIndex, type SearchIndex } from '../../../src/search/index.ts';
import { emptyState } from '../../../src/search/state.ts';

export interface GoldenRow {
  text: string;
  present: string[];
  absent: string[];
  first: string[];
  count: number | null;
  /** File and 備考. */
  title: string;
}

export function goldenRows(region: string): GoldenRow[] {
  const files = readdirSync(import.meta.dirname).filter(file => file.endsWith('.csv'));
  return files.toSorted().flatMap(file => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    return data
      .filter(row => row['地域'] === region)
      .map(row => ({
        text: row['検索'] ?? '',
        present: list(row['必ず出る']),
        absent: list(row['出てはいけない']),
        first: list(row['先頭']),
        count: row['件数'] ? Number(row['件数']) : null,
        title: `${file}: ${row['備考']}`,
      }));
  });
}

function list(cell: string | undefined): string[] {
  return (cell ?? '').split(';').filter(name => name !== '');
}

/** What is wrong with the answer, in words; empty when all is as the row says. */
export function faultsOf(index: SearchIndex, { text, present, absent, first, count }: GoldenRow): string[] {
  const found = find(index, { ...emptyState, text }).facilities.map(n => index.data.facilities[n]!);
  const isIt = (name: string) => (record: { id: string; name: string }) =>
    record.id === name || record.name === name;
  const unknown = [...present, ...absent, ...first].filter(name => !index.data.facilities.some(isIt(name)));
  return [
    ...unknown.map(name => `「${name}」はデータにない`),
    ...present.filter(name => !found.some(isIt(name))).map(name => `「${name}」が出ない`),
    ...absent.filter(name => found.some(isIt(name))).map(name => `「${name}」が出てしまう`),
    ...first.flatMap((name, i) =>
      found[i] && isIt(name)(found[i]) ? [] : [`${i + 1}番目が「${found[i]?.name ?? ''}」（${name}のはず）`],
    ),
    ...(count === null || count === found.length ? [] : [`${found.length}件（${count}件のはず）`]),
  ];
}

export function indexOfRegion(folder: string): SearchIndex {
  const region = readRegion(folder).value;
  if (!region) throw new Error(`${folder} cannot be used`);
  return buildIndex(searchDataOf(region.publicDataset));
}

/** One test for each row of a region. */
export function goldenTests(region: string, indexOf: () => SearchIndex): void {
  let made: SearchIndex | null = null;
  test.each(goldenRows(region).map(row => [`「${row.text}」 ${row.title}`, row] as const))('%s', (_, row) => {
    made ??= indexOf();
    expect(faultsOf(made, row)).toEqual([]);
  });
}

/** One table of an imported file → the rows of the region, with their own headers. */
import { columnMap, RowReader } from '../columns/row-reader.ts';
import {
  ditto,
  isAboutTemplate,
  readHead,
  type TableContext,
  type TableHead,
} from '../dataset/read-table.ts';
import { isNoRecord } from '../formats/common.ts';
import type { Format } from '../formats/format.ts';
import { naviiIdOf } from '../formats/navii-office.ts';
import { templateFormat } from '../formats/template.ts';
import type { Table, TableRow } from '../ingest/table.ts';
import type { Issue } from '../issues/issue.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { findAsOf } from './as-of.ts';
import { type ImportFilter, isByPrefecture, isWanted } from './filter.ts';

/** What became of the rows of a table. */
export interface TakenCounts {
  taken: number;
  outside: number;
  /** Titles, notes, totals, repeated headers. */
  skipped: number;
  unreadable: number;
}

export interface TakenTable {
  file: string;
  sheet: string | null;
  format: Format;
  /** Which of the layout's lists it is (病院 …); empty where a layout has one. */
  part: string;
  headers: readonly string[];
  /** What stands above the rows, the header last: of a list of nobody's layout the titles too, since `columns.yaml` may count rows. */
  above: string[][];
  /** Cells under the headers, as typed. */
  rows: string[][];
  /** ナビイID of each office; tables that add to records say none. */
  ids: string[];
  /** 時点 that the file says of itself. */
  asOf: string | null;
  counts: TakenCounts;
}

export interface TakeContext extends Pick<TableContext, 'vocabulary' | 'lookup' | 'regionColumns'> {
  /** The filter of a list, which depends on the layer it becomes; null takes all rows. */
  filterOf(format: Format, part: string, table: Table): ImportFilter | null;
  /** Name of the layer's file a list of nobody's layout becomes: `columns.yaml` speaks of it by that. */
  ownNameOf(table: Table): string;
  /** Keys of records that are known; rows that add to others are not wanted. */
  isKnownKey(key: string): boolean;
  /** Told now and then how many rows were read. */
  onProgress(file: string, rows: number): void;
}

export type Taking =
  | { kind: 'taken'; table: TakenTable }
  /** It adds to records that other tables found; take it again when those are known. */
  | { kind: 'waits' }
  /** A sheet that says how to fill in our template. */
  | { kind: 'empty' }
  /** Not a list that can be used as it is; `reason` is null where no header was found. */
  | { kind: 'unknown'; head: TableHead | null; reason: Issue | null };

const progressStep = 20_000;

/** Streams: only the rows that are wanted stay in memory. `isLast`: the offices are known. */
export function takeTable(table: Table, context: TakeContext, isLast: boolean): Taking {
  if (isAboutTemplate(table)) return { kind: 'empty' };
  const head = readHead(table, { ...context, format: null }, { file: context.ownNameOf(table) });
  if (!head || head.missing) return { kind: 'unknown', head, reason: head?.missing ?? null };
  const { format } = head;
  if (format.supplementKey && !isLast) return { kind: 'waits' };
  const map = columnMap(table, head.columns);
  const counts: TakenCounts = { taken: 0, outside: 0, skipped: head.titles.length, unreadable: 0 };
  const rows: string[][] = [];
  const ids: string[] = [];
  const words = new KeptWords();
  let part: string | null = null;
  let filter: ImportFilter | null = null;
  let read = 0;
  for (const row of filledRows(table, head.row)) {
    read += 1;
    if (read % progressStep === 0) context.onProgress(table.file, read);
    if (row.unreadable) {
      counts.unreadable += 1;
      continue;
    }
    const reader = new RowReader(map, row);
    const isNote = () => !format.supplementKey && isNoRecord(reader);
    if (part === null && !isNote()) {
      part = format.partOf?.(reader) ?? '';
      filter = context.filterOf(format, part, table);
    }
    // Most rows of a nationwide list are elsewhere; a note is nowhere, and is looked at as one.
    if (filter !== null && !isRowWanted(reader, format, filter, context)) {
      counts.outside += 1;
      continue;
    }
    if (isNote()) {
      counts.skipped += 1;
      continue;
    }
    counts.taken += 1;
    rows.push(row.cells.map(cell => words.keep(unescapeFormula(cell.trim()))));
    if (!format.supplementKey && reader.has('naviiId')) ids.push(naviiIdOf(reader));
  }
  const { file, sheet = null } = table;
  const headers = head.cells.map(cell => unescapeFormula(cell.replace(/\s+/g, ' ').trim()));
  const asOf = findAsOf(file, head.titles);
  const isOwn = format === templateFormat && table.lettered;
  const above = isOwn ? rowsUpTo(table, head.row) : [headers];
  return {
    kind: 'taken',
    table: { file, sheet, format, part: part ?? '', headers, above, rows, ids, asOf, counts },
  };
}

function rowsUpTo(table: Table, last: number): string[][] {
  const above = Array.from({ length: last }, (): string[] => ['']);
  for (const { row, cells } of table.rows) {
    if (row > last) break;
    above[row - 1] = cells.map(cell => unescapeFormula(cell.trim()));
  }
  return above;
}

/** Times, marks and names of 診療科 repeat a thousand times: each stands in memory once. */
class KeptWords {
  readonly #words = new Map<string, string>();

  keep(word: string): string {
    if (word.length > 20) return word;
    const kept = this.#words.get(word);
    if (kept !== undefined) return kept;
    if (this.#words.size < 10_000) this.#words.set(word, word);
    return word;
  }
}

function isRowWanted(
  row: RowReader,
  format: Format,
  filter: ImportFilter,
  { isKnownKey }: TakeContext,
): boolean {
  if (!format.supplementKey) return isWanted(row, format, filter);
  if (isByPrefecture(filter)) return isWanted(row, format, filter);
  return isKnownKey(format.supplementKey(row, isKnownKey));
}

/** Rows with anything in them below the header; 「〃」 is what stands above it, since that row may not come along. */
function* filledRows(table: Table, header: number): Generator<TableRow, undefined> {
  let above: readonly string[] = [];
  for (const row of table.rows) {
    if (row.row <= header || (!row.unreadable && row.cells.every(cell => cell.trim() === ''))) continue;
    const cells = row.cells.map((cell, index) =>
      ditto.test(cell.trim()) ? above[index]?.trim() || cell : cell,
    );
    above = cells;
    yield { ...row, cells };
  }
}

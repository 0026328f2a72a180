import type { Column, Meaning } from '../columns/column.ts';
import { ContactWatch } from '../columns/contact-watch.ts';
import { findHeader } from '../columns/find-header.ts';
import { matchHeaders } from '../columns/match-headers.ts';
import { sectionsFor } from '../columns/own-columns.ts';
import { PersonWatch } from '../columns/person-watch.ts';
import type { RegionColumns } from '../columns/region-columns.ts';
import { causeOfNoHeader, missingHeaders } from '../columns/required-headers.ts';
import { columnMap, RowReader } from '../columns/row-reader.ts';
import { isNoRecord } from '../formats/common.ts';
import type { Format, FormatContext, RowOutcome } from '../formats/format.ts';
import { formats } from '../formats/registry.ts';
import { templateFormat } from '../formats/template.ts';
import { placeOf, type Table, type TableRow } from '../ingest/table.ts';
import { type Issue, issue } from '../issues/issue.ts';
import type { FileAccount } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import { foldHeader } from '../normalize/keys.ts';
import { templateText } from '../text/template.ts';
import { append } from './append.ts';
import type { RecordRow } from './record.ts';
import {
  closeUnlessOpen,
  type RejectedRow,
  sealColumns,
  sealOfTable,
  sealRejected,
  type TableSeal,
} from './sealing.ts';
import { isOutside, type PlaceFilter } from './whereabouts.ts';

export interface TableContext extends FormatContext {
  regionColumns: RegionColumns;
  /** The layout named in `site.yaml`; null = recognised from the header. */
  format: Format | null;
  filter: PlaceFilter;
  /** `site.yaml` lists its sources, and so says of each whether it is official data or a survey. */
  isKindStated: boolean;
  /** The filter is the region's, not one of this source: then a row outside is told. */
  isFilteredByRegion: boolean;
  /** Keys of records of the region; rows of a supplement for others are outside. */
  isWantedKey: (key: string) => boolean;
  /** For `only: { area }`. */
  isOutsideAreas(position: Position | undefined): boolean;
}

export interface TableReading {
  format: Format | null;
  rows: RecordRow[];
  issues: Issue[];
  /** What is decided already; the fate of `rows` is decided when layers are joined. */
  account: FileAccount;
  seal: TableSeal;
  /** Rows rejected for what they say themselves. */
  rejected: RejectedRow[];
  /** The header's cells as typed; empty when no header was found. */
  headers: readonly string[];
}

/** Title rows, header, records: one table to typed rows, with every row accounted for. */
export function readTable(table: Table, context: TableContext): TableReading {
  const reading: TableReading = {
    format: null,
    rows: [],
    issues: [],
    account: emptyAccount(table),
    seal: sealOfTable(table),
    rejected: [],
    headers: [],
  };
  if (isAboutTemplate(table)) return skipAll(table, reading);
  const head = readHead(table, context);
  if (!head) return rejectAll(table, reading);
  const { row, cells, titles, format, columns, missing } = head;
  reading.format = format;
  reading.headers = cells;
  append(reading.issues, head.issues);
  reading.account.skipped += titles.length;
  if (missing) return rejectRows(table, row, reading, missing);
  const read = new RowLoop(table, columns, format, context, reading);
  for (const each of table.rows) if (each.row > row) read.row(each);
  read.finish();
  const { account } = reading;
  const { skipped } = account;
  account.read =
    account.rejected + account.outside + skipped + reading.rows.reduce((sum, row) => sum + row.rows, 0);
  if (account.read === titles.length) reading.issues.push(issue('table-header-only', placeOf(table, row)));
  return reading;
}

/** The sheets of our template that say how to fill it in hold no offices. */
export function isAboutTemplate({ rows }: Table): boolean {
  for (const { cells } of rows) return cells[0]?.startsWith(templateText.title) ?? false;
  return false;
}

function skipAll(table: Table, reading: TableReading): TableReading {
  for (const _ of table.rows) reading.account.read += 1;
  reading.account.skipped = reading.account.read;
  return reading;
}

/** The header of a table, what stands above it, and the layout it is of. */
export interface TableHead {
  /** The header's row, and its cells as typed. */
  row: number;
  cells: readonly string[];
  titles: readonly TableRow[];
  format: Format;
  columns: readonly Column[];
  /** Of the header's words. */
  issues: readonly Issue[];
  /** Why no row of the table can be used; null when they can. */
  missing: Issue | null;
}

/** Null when no row looks like a header. `name`: what `columns.yaml` calls the table, where that is not its file. */
export function readHead(
  table: Table,
  context: Pick<TableContext, 'vocabulary' | 'lookup' | 'regionColumns' | 'format'>,
  name: Pick<Table, 'file' | 'sheet'> = table,
): TableHead | null {
  const own = sectionsFor(context.regionColumns, name);
  const found = findHeader(table.rows, { ...context, own, layoutHeaders: allLayoutHeaders });
  if (!found) return null;
  const { row, cells } = found.header;
  const format = context.format ?? recognise(cells);
  const layoutHeaders = foldedHeaders(format);
  const { value: columns, issues } = matchHeaders(table, row, cells, { ...context, own, layoutHeaders });
  const missing = format.supplementKey
    ? null
    : missingHeaders(table, row, columns, format === templateFormat);
  return { row, cells, titles: found.titles, format, columns, issues, missing };
}

/** The layout whose header this is; our template when no official layout is recognised. */
export function recognise(cells: readonly string[]): Format {
  const folded = new Set(cells.map(foldHeader));
  return formats.find(format => format.recognise(folded)) as Format;
}

const foldedCache = new Map<Format, ReadonlyMap<string, Meaning>>();

function foldedHeaders(format: Format): ReadonlyMap<string, Meaning> {
  const cached = foldedCache.get(format);
  if (cached) return cached;
  const folded = new Map(
    [...format.headers].map(([header, meaning]) => [foldHeader(header), meaning] as const),
  );
  foldedCache.set(format, folded);
  return folded;
}

const allLayoutHeaders: ReadonlyMap<string, Meaning> = new Map(
  formats.flatMap(format => [...foldedHeaders(format)]),
);

/** 「〃」 and 「同上」 stand for the cell above. */
export const ditto = /^(〃|″|”|仝|同上|同じ|〃〃)$/;

class RowLoop {
  readonly #table: Table;
  readonly #map: ReturnType<typeof columnMap>;
  readonly #format: Format;
  readonly #context: TableContext;
  readonly #reading: TableReading;
  readonly #groups = new Map<string, RowReader[]>();
  readonly #toldColumns = new Set<number>();
  readonly #persons: PersonWatch;
  readonly #contacts: ContactWatch;
  /** How many columns the sheet has. */
  readonly #width: number;
  #above: readonly string[] = [];

  constructor(
    table: Table,
    columns: readonly Column[],
    format: Format,
    context: TableContext,
    reading: TableReading,
  ) {
    this.#table = table;
    this.#persons = new PersonWatch(table, columns);
    this.#width = columns.filter(({ index }, at) => index === at).length;
    this.#map = columnMap(table, columns);
    const isStated = context.official || context.isKindStated;
    this.#contacts = new ContactWatch(table, this.#map, isStated);
    sealColumns(reading.seal, this.#map, context.official);
    this.#format = format;
    this.#context = context;
    this.#reading = reading;
  }

  row(row: TableRow): void {
    if (row.unreadable) {
      this.#reading.account.rejected += 1;
      return;
    }
    if (row.cells.every(cell => cell.trim() === '')) return;
    this.#persons.row(row);
    this.#contacts.row(row);
    const reader = new RowReader(this.#map, this.#fillDitto(row));
    if (this.#format.supplementKey)
      this.#collect(reader, this.#format.supplementKey(reader, this.#context.isWantedKey));
    else this.#read(reader);
  }

  /** What was filled in for 「〃」 is told. */
  #fillDitto(row: TableRow): TableRow {
    const above = this.#above;
    const cells = row.cells.map((cell, index) => {
      const value = above[index]?.trim();
      if (!ditto.test(cell.trim()) || !value) return cell;
      const at = placeOf(this.#table, row.row, index, this.#map.columns[index]?.header);
      this.#reading.issues.push(issue('ditto-filled', at, cell.trim(), { to: value }));
      return value;
    });
    this.#above = cells;
    return { ...row, cells };
  }

  /** Rows that are one office together are read once all of them are there. */
  finish(): void {
    append(this.#reading.issues, [...this.#persons.issues(), ...this.#contacts.issues()]);
    for (const [key, readers] of this.#groups) {
      const outcome = this.#format.readGroup?.(key, readers, this.#context) ?? { kind: 'rejected' };
      this.#take(outcome, readers);
    }
  }

  #collect(reader: RowReader, key: string): void {
    if (!this.#context.isWantedKey(key)) {
      this.#reading.account.outside += 1;
      return;
    }
    this.#keep(reader, key);
  }

  #keep(reader: RowReader, key: string): void {
    const group = this.#groups.get(key);
    if (group) group.push(reader);
    else this.#groups.set(key, [reader]);
  }

  #read(reader: RowReader): void {
    const { account, issues } = this.#reading;
    if (isNoRecord(reader)) {
      account.skipped += 1;
      const text = reader.row.cells.find(cell => cell.trim() !== '')?.trim() ?? '';
      if (text !== templateText.exampleName)
        issues.push(issue('row-not-a-record', reader.placeOf(undefined), text));
      return;
    }
    if (isOutside(this.#format.whereabouts(reader), this.#context.filter)) {
      account.outside += 1;
      closeUnlessOpen(this.#reading.seal, reader);
      if (this.#context.isFilteredByRegion)
        issues.push(issue('row-outside', reader.placeOf(undefined), reader.text('name')));
      return;
    }
    this.#checkShape(reader);
    const key = this.#format.groupKey?.(reader);
    if (key !== undefined) {
      this.#keep(reader, key);
      return;
    }
    const outcome = this.#format.read(reader, this.#context);
    if (outcome.kind === 'record' && this.#context.isOutsideAreas(outcome.record.facility.position))
      account.outside += 1;
    else this.#take(outcome, [reader]);
  }

  #take(outcome: RowOutcome, readers: readonly RowReader[]): void {
    const { account, issues, rows, seal, rejected } = this.#reading;
    for (const reader of readers) issues.push(...reader.issues);
    if (outcome.kind === 'record') {
      rows.push(outcome.record);
      if (readers.length > 1)
        seal.groups.set(
          outcome.record.at.row,
          readers.map(reader => reader.row.row),
        );
      return;
    }
    account[outcome.kind] += readers.length;
    if (outcome.kind === 'rejected') rejected.push(...readers.map(reader => sealRejected(seal, reader)));
  }

  /** Cells beyond the header, values under a nameless or unused header, and rows cut short are told, once a column. */
  #checkShape(reader: RowReader): void {
    const { cells, row } = reader.row;
    const { columns } = this.#map;
    const { issues } = this.#reading;
    const width = this.#width;
    if (cells.length < width && this.#table.lettered && !this.#table.sheet) {
      issues.push(
        issue('row-too-short', placeOf(this.#table, row), '', {
          cells: String(cells.length),
          header: String(width),
        }),
      );
    }
    cells.forEach((cell, index) => {
      if (cell.trim() === '') return;
      const column = index < width ? columns[index] : undefined;
      const at = placeOf(this.#table, row, index, column?.header);
      if (!column) issues.push(issue('cell-beyond-header', at, cell.trim()));
      else this.#tellUnused(column, at, cell.trim());
    });
  }

  #tellUnused(column: Column, at: Issue['at'], value: string): void {
    const nameless = column.header === '' && column.meaning.kind === 'unknown';
    if ((!nameless && column.meaning.kind !== 'unused') || this.#toldColumns.has(column.index)) return;
    this.#toldColumns.add(column.index);
    this.#reading.issues.push(issue(nameless ? 'header-missing' : 'column-not-used', at, value));
  }
}

/** A list of another kind may be long; its first rows show what it is, and the account has the number. */
const keptWithoutHeader = 200;

/** Without a header nothing can be read: every row is rejected, and the file is named once. */
function rejectAll(table: Table, reading: TableReading): TableReading {
  const first = filledRows(table, 0).next().value;
  const text = first
    ? first.cells
        .filter(cell => cell.trim() !== '')
        .slice(0, 3)
        .join(', ')
    : '';
  const at = placeOf(table, first?.row ?? 1);
  const found = first
    ? issue('header-not-found', at, text, causeOfNoHeader(text) ?? {})
    : issue('table-empty', at, text);
  return rejectRows(table, 0, reading, found);
}

/** Rejects every row below `header`, for one reason that is told once. */
function rejectRows(table: Table, header: number, reading: TableReading, reason: Issue): TableReading {
  const { account } = reading;
  for (const row of filledRows(table, header)) {
    account.rejected += 1;
    if (reading.rejected.length < keptWithoutHeader)
      reading.rejected.push(sealRejected(reading.seal, new RowReader(columnMap(table, []), row)));
  }
  account.read = account.rejected + account.skipped;
  reading.issues.push(reason);
  return reading;
}

function* filledRows(table: Table, header: number): Generator<TableRow, undefined> {
  for (const row of table.rows) if (row.row > header && row.cells.some(cell => cell.trim() !== '')) yield row;
}

function emptyAccount(table: Table): FileAccount {
  const counts = { read: 0, published: 0, merged: 0, heldBack: 0, rejected: 0, outside: 0, skipped: 0 };
  return table.sheet ? { file: table.file, sheet: table.sheet, ...counts } : { file: table.file, ...counts };
}

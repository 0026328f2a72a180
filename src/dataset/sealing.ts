import type { ColumnMap, RowReader } from '../columns/row-reader.ts';
import { isOpenColumn } from '../columns/sealed-columns.ts';
import { columnLetter, placeOf, type Table } from '../ingest/table.ts';
import type { IssueCode } from '../issues/catalogue.ts';
import type { Issue, Place } from '../issues/issue.ts';
import type { Joined, JoinedRecord } from './layers.ts';
import { professionalLists } from './professional-lists.ts';
import type { Layers } from './read-layers.ts';
import { keyText, placeOfRow, type RecordRow } from './record.ts';

/** What of one table may be quoted in a report that is passed on. */
export interface TableSeal {
  table: Pick<Table, 'file' | 'sheet'>;
  /** Open columns by letter; by header where columns have no letter. */
  open: Set<string>;
  /** A text of more than one cell may hold a sealed value. */
  hasSealed: boolean;
  /** Rows that became no record and do not plainly say that they may be shown. */
  closedRows: Set<number>;
  /** Rows of a record that stands on several, by its first row. */
  groups: Map<number, number[]>;
}

/** A row that is not published, as it was typed, so that nothing is lost. */
export interface RejectedRow {
  at: Place;
  cells: { header: string; value: string; sealed: boolean }[];
}

/** Without a header no column is known, so none is open. */
export function sealOfTable({ file, sheet }: Table): TableSeal {
  const table = sheet ? { file, sheet } : { file };
  return { table, open: new Set(), hasSealed: true, closedRows: new Set(), groups: new Map() };
}

export function sealColumns(seal: TableSeal, { table, columns, fields }: ColumnMap, official: boolean): void {
  const whole = official && !fields.has('sourceKind');
  const open = columns.filter(column => isOpenColumn(column, whole));
  for (const { index, header } of open) seal.open.add(table.lettered ? columnLetter(index) : header);
  seal.hasSealed = columns.some(column => column.header !== '' && !open.includes(column));
}

const openWords: readonly (readonly ['listing' | 'consent' | 'status', string])[] = [
  ['listing', '公開'],
  ['consent', 'あり'],
  ['status', '営業中'],
];

/** A row that becomes no record is never joined, so its own cells decide: other words than the plainest may mean "no". */
export function closeUnlessOpen(seal: TableSeal, row: RowReader): boolean {
  const isOpen = openWords.every(([field, word]) =>
    row.texts(field).every(({ text }) => text === word || (text === '' && field !== 'consent')),
  );
  if (!isOpen) seal.closedRows.add(row.row.row);
  return isOpen;
}

export function sealRejected(seal: TableSeal, row: RowReader): RejectedRow {
  const isOpen = closeUnlessOpen(seal, row);
  const { columns, table } = row.map;
  const cells = row.row.cells.flatMap((value, index) => {
    if (value.trim() === '') return [];
    const name = table.lettered ? columnLetter(index) : (columns[index]?.header ?? '');
    const header = columns[index]?.header || `${name}列`;
    return [{ header, value: value.trim(), sealed: !isOpen || !seal.open.has(name) }];
  });
  return { at: placeOf(table, row.row.row), cells };
}

/** A row that could not stand beside another of its layer: what was read of it, since its cells are gone. */
function rejectedRecord(row: RecordRow): RejectedRow {
  const { name = '', address } = row.facility;
  const numbers = row.keys.flatMap(({ kind, value }) => (kind === '名称住所' ? [] : [value.split('/')[0]]));
  const texts: [string, string][] = [
    ['番号', [...new Set(numbers)].join('、')],
    ['名称', name],
    ['住所', address?.text ?? ''],
    [
      '電話番号',
      row.services
        .flatMap(({ fields }) => fields.phones ?? [])
        .map(({ text }) => text)
        .join('、'),
    ],
  ];
  const cells = texts
    .filter(([, value]) => value !== '')
    .map(([header, value]) => ({ header, value, sealed: false }));
  return { at: placeOfRow(row), cells };
}

function sealWhole({ at, cells }: RejectedRow): RejectedRow {
  return { at, cells: cells.map(cell => ({ ...cell, sealed: true })) };
}

/** Says of rows and issues whether a report that is passed on may name and quote them. */
export interface Sealing {
  isOpenRow(row: Pick<Place, 'file' | 'sheet' | 'row'>): boolean;
  seal(found: Issue): Issue;
  /** Every row that was rejected, in file order; those told only when layers were joined come last. */
  rejected: RejectedRow[];
}

export interface SealingInput {
  layers: Layers;
  joined: Joined;
}

/** The words of a header, or of `columns.yaml`: no row's value. */
const aboutHeaders: readonly IssueCode[] = [
  'header-unknown',
  'header-duplicate',
  'columns-field-unknown',
  'columns-capability-unknown',
  'columns-value-unreadable',
];
/** They quote a text that may be of several cells. */
const rawTexts: readonly IssueCode[] = [
  'quote-unclosed',
  'text-undecodable',
  'yaml-record-unreadable',
  'row-not-a-record',
];
/** They say what was joined, also from rows that are not the one they are told at. */
const aboutWholeRecord: readonly IssueCode[] = ['refusal-not-published', 'hours-contradiction'];

/** Lists of the region that are for nobody else, or for professionals, as a whole. */
const sealedFiles: readonly string[] = ['suppress.csv', ...professionalLists];

/**
 * A value is sealed when its column is professional, when its row belongs to a record, a layer or a file that is
 * not for everyone, or when it is the name of such a record told elsewhere. In doubt it is sealed.
 */
export function sealing({ layers, joined }: SealingInput): Sealing {
  const closed = closedRows(layers, joined);
  const keys = new Set(closed.rows.map(rowKey));
  const tables = new Map(layers.seals.map(seal => [tableKey(seal.table), seal]));
  for (const seal of layers.seals) {
    for (const row of seal.closedRows) keys.add(rowKey({ ...seal.table, row }));
    for (const [first, rows] of seal.groups)
      if (keys.has(rowKey({ ...seal.table, row: first })))
        for (const row of rows) keys.add(rowKey({ ...seal.table, row }));
  }
  const mixed = mixedRows(joined.records, keys);
  const names = closedNames(layers.rows, keys);
  const files = filesOf(layers);
  const isSealed = (found: Issue): boolean => {
    const { at, code, value, detail } = found;
    if (aboutHeaders.includes(code)) return false;
    if (isAmong(files.closed, at.file) || sealedFiles.includes(at.file)) return true;
    if (code === 'ids-record-not-found') return value.startsWith('名称住所:') || closed.keys.has(value);
    if (keys.has(rowKey(at)) || names.has(value) || Object.values(detail).some(one => names.has(one)))
      return true;
    if (aboutWholeRecord.includes(code) && !at.column) return mixed.has(rowKey(at));
    const seal = tables.get(tableKey(at));
    if (rawTexts.includes(code)) return seal?.hasSealed ?? isAmong(files.read, at.file);
    const column = at.column ?? (seal ? at.header : undefined);
    return column !== undefined && (seal ? !seal.open.has(column) : isAmong(files.read, at.file));
  };
  const isOpenRow: Sealing['isOpenRow'] = row =>
    !keys.has(rowKey(row)) && !isAmong(files.closed, row.file) && !sealedFiles.includes(row.file);
  const rejected = [...layers.rejected, ...joined.rejected.map(rejectedRecord)];
  return {
    isOpenRow,
    rejected: rejected.map(row => (isOpenRow(row.at) ? row : sealWhole(row))),
    seal: found => (isSealed(found) ? { ...found, sealed: true } : found),
  };
}

function closedRows(layers: Layers, { records, rejected }: Joined): { rows: Place[]; keys: Set<string> } {
  const isClosedLayer = (row: RecordRow): boolean => layers.layers.get(row.layer)?.listing !== 'public';
  const isShut = (row: RecordRow): boolean => row.gone !== null || (row.listing ?? 'public') !== 'public';
  const shut = records.filter(record => record.held !== null || record.listing !== 'public');
  const own = layers.rows.filter(row => row.withheld || isClosedLayer(row) || isShut(row));
  const rows = [...shut.flatMap(record => record.rows), ...own];
  const keys = new Set(rows.flatMap(row => row.keys.map(keyText)));
  const alike = rejected.filter(row => row.keys.some(key => keys.has(keyText(key))));
  return { rows: [...rows, ...alike].map(row => row.at), keys };
}

/** Rows of records that a row not for everyone belongs to as well. */
function mixedRows(records: readonly JoinedRecord[], closed: ReadonlySet<string>): Set<string> {
  const mixed = records.filter(record => record.rows.some(row => closed.has(rowKey(row.at))));
  return new Set(mixed.flatMap(record => record.rows.map(row => rowKey(row.at))));
}

/** Names that only rows not for everyone say. */
function closedNames(rows: readonly RecordRow[], closed: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  const open = new Set<string>();
  for (const row of rows) {
    if (row.facility.name) (closed.has(rowKey(row.at)) ? names : open).add(row.facility.name);
  }
  return names.difference(open);
}

/** By name only, as issues know them: of two files of one name, one closed layer closes both. */
function filesOf({ layers }: Layers): { read: Set<string>; closed: Set<string> } {
  const named = [...layers.values()].flatMap(({ listing, source: { file } }) =>
    [file.replace(/^facilities\//, ''), file.split('/').pop() as string].map(name => ({ name, listing })),
  );
  const closed = named.filter(({ listing }) => listing !== 'public');
  return { read: new Set(named.map(({ name }) => name)), closed: new Set(closed.map(({ name }) => name)) };
}

/** The file itself or, in a zip, one of its members (`a.zip/b.csv`). */
function isAmong(names: ReadonlySet<string>, file: string): boolean {
  const parts = file.split('/');
  return parts.some((_, index) => names.has(parts.slice(0, index + 1).join('/')));
}

function tableKey({ file, sheet }: Pick<Place, 'file' | 'sheet'>): string {
  return `${file}\n${sheet ?? ''}`;
}

function rowKey(at: Pick<Place, 'file' | 'sheet' | 'row'>): string {
  return `${tableKey(at)}\n${at.row ?? ''}`;
}

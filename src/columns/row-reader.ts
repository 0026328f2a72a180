import { placeOf, type Table, type TableRow } from '../ingest/table.ts';
import type { IssueCode } from '../issues/catalogue.ts';
import { type CellRead, type Finding, type Issue, issue } from '../issues/issue.ts';
import type { HoursSet } from '../model/facility.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import type { HoursRead } from '../normalize/hours.ts';
import type { ListedPurpose } from '../normalize/hours-list.ts';
import type { Column, HoursField, Meaning } from './column.ts';
import { erasure } from './erasure.ts';
import type { FieldKey } from './fields.ts';
import { partsOf, type TellCell, textOf } from './pieces.ts';

/** The columns of one table, arranged for reading rows. */
export interface ColumnMap {
  table: Table;
  columns: readonly Column[];
  fields: ReadonlyMap<FieldKey, Column>;
  /** All columns of a field, where several may stand side by side (掲載区分, 状況, 掲載同意). */
  allOf: ReadonlyMap<FieldKey, readonly Column[]>;
  layout: ReadonlyMap<string, Column>;
  capabilities: readonly (Column & { meaning: Extract<Meaning, { kind: 'capability' }> })[];
  answers: readonly (Column & { meaning: Extract<Meaning, { kind: 'answers' }> })[];
  /** Columns of further hours, by purpose. */
  hours: ReadonlyMap<ListedPurpose, ReadonlyMap<HoursField, Column>>;
  custom: readonly (Column & { meaning: Extract<Meaning, { kind: 'custom' }> })[];
}

export function columnMap(table: Table, columns: readonly Column[]): ColumnMap {
  const fields = new Map<FieldKey, Column>();
  const allOf = new Map<FieldKey, Column[]>();
  const layout = new Map<string, Column>();
  const capabilities: ColumnMap['capabilities'][number][] = [];
  const answers: ColumnMap['answers'][number][] = [];
  const custom: ColumnMap['custom'][number][] = [];
  const hours = new Map<ListedPurpose, Map<HoursField, Column>>();
  for (const column of columns) {
    const { meaning } = column;
    if (meaning.kind === 'field') {
      if (!fields.has(meaning.field)) fields.set(meaning.field, column);
      allOf.set(meaning.field, [...(allOf.get(meaning.field) ?? []), column]);
    }
    if (meaning.kind === 'layout') layout.set(meaning.key, column);
    if (meaning.kind === 'capability') capabilities.push({ ...column, meaning });
    if (meaning.kind === 'answers') answers.push({ ...column, meaning });
    if (meaning.kind === 'hours') {
      const ofPurpose = hours.get(meaning.purpose) ?? new Map<HoursField, Column>();
      hours.set(meaning.purpose, ofPurpose.set(meaning.field, column));
    }
    if (meaning.kind === 'custom') custom.push({ ...column, meaning });
  }
  return { table, columns, fields, allOf, layout, capabilities, answers, hours, custom };
}

const hoursFields: Readonly<Partial<Record<HoursRead['findings'][number]['cell'], FieldKey>>> = {
  days: 'days',
  start: 'start',
  remark: 'hoursRemark',
  nth: 'nthClosed',
  mon: 'mon',
  tue: 'tue',
  wed: 'wed',
  thu: 'thu',
  fri: 'fri',
  sat: 'sat',
  sun: 'sun',
  holiday: 'holiday',
};

/**
 * Reads the cells of one row by what they mean. Every finding of a cell reader is given the cell's place here,
 * so that readers need not know where they stand.
 */
export class RowReader {
  readonly issues: Issue[] = [];
  /** Fields whose cell says 【削除】. */
  readonly erased: string[] = [];
  readonly map: ColumnMap;
  readonly row: TableRow;
  /** Texts made of pieces, and what was told of their cells; most tables have none. */
  #made: Map<Column, string> | null = null;
  #told: Set<string> | null = null;

  constructor(map: ColumnMap, row: TableRow) {
    this.map = map;
    this.row = row;
  }

  /** The cell as typed, trimmed at its ends; '' when the table has no such column, and for an erasure. */
  text(field: FieldKey): string {
    return this.textOf(this.map.fields.get(field), field);
  }

  /** The cell of a column only this layout knows. */
  layoutText(key: string): string {
    return this.textOf(this.map.layout.get(key));
  }

  textOf(column: Column | undefined, field?: string): string {
    if (!column) return '';
    const cell = this.#textOfColumn(column);
    if (cell !== erasure) return cell;
    if (field && !this.erased.includes(field)) this.erased.push(field);
    return '';
  }

  /** The answers of a cell that holds several, by what the region says of its column; else the one text. */
  list(field: FieldKey): string[] {
    const column = this.map.fields.get(field);
    if (!column?.pieces) return [this.text(field)].filter(text => text !== '');
    return this.partsOf(column).filter(part => part !== erasure);
  }

  partsOf(column: Column): string[] {
    return partsOf(column.pieces ?? [], this.row.cells, this.#tellOnce());
  }

  /** The texts of all columns of a field, each with its column. */
  texts(field: FieldKey): { text: string; column: Column }[] {
    return (this.map.allOf.get(field) ?? []).map(column => ({ text: this.textOf(column, field), column }));
  }

  /** The cell of the row itself; '' where every row says the same. */
  typed(field: FieldKey): string {
    const column = this.map.fields.get(field);
    return column && column.index >= 0 ? this.textOf(column, field) : '';
  }

  #textOfColumn(column: Column): string {
    // Our own exports put an apostrophe before what a spreadsheet would run.
    if (!column.pieces) return unescapeFormula((this.row.cells[column.index] ?? '').trim());
    this.#made ??= new Map();
    const known = this.#made.get(column);
    if (known !== undefined) return known;
    const text = textOf(column.meaning, column.pieces, this.row.cells, this.#tellOnce());
    this.#made.set(column, text);
    return text;
  }

  /** A cell is told once, however often its value is made. */
  #tellOnce(): TellCell {
    this.#told ??= new Set();
    const told = this.#told;
    return ({ index, header }, code, value, detail) => {
      const key = `${code} ${index} ${value}`;
      if (told.has(key)) return;
      told.add(key);
      this.issues.push(issue(code, placeOf(this.map.table, this.row.row, index, header), value, detail));
    };
  }

  has(field: FieldKey): boolean {
    return this.map.fields.has(field);
  }

  placeOf(column: Column | undefined): Issue['at'] {
    return column && column.index >= 0
      ? placeOf(this.map.table, this.row.row, column.index, column.header)
      : placeOf(this.map.table, this.row.row);
  }

  /** Runs a cell reader on a field; null when the cell is empty or could not be read (and then it was told). */
  read<T>(field: FieldKey, reader: (text: string) => CellRead<T>): T | null {
    const text = this.text(field);
    return text === '' ? null : this.take(reader(text), field);
  }

  /** Takes what a reader made of several cells; its findings are told at `field`'s cell. */
  take<T>(read: CellRead<T>, field?: FieldKey): T | null {
    return this.takeAt(read, field ? this.map.fields.get(field) : undefined);
  }

  takeAt<T>(read: CellRead<T>, column: Column | undefined): T | null {
    const value = column?.pieces ? this.#textOfColumn(column) : this.#typedAt(column);
    for (const found of read.findings) {
      this.issues.push(issue(found.code, this.placeOf(column), value, found.detail));
    }
    return read.value;
  }

  #typedAt(column: Column | undefined): string {
    return column ? unescapeFormula((this.row.cells[column.index] ?? '').trim()) : '';
  }

  /** Hours come from several cells: each finding is told at the cell it is about. */
  takeHours(read: HoursRead, columns: ReadonlyMap<FieldKey, Column> = this.map.fields): HoursSet | null {
    for (const { cell, value, ...finding } of read.findings) {
      const field = hoursFields[cell];
      this.tell(finding, field && columns.get(field), value);
    }
    return read.value;
  }

  tell({ code, detail }: Finding, column: Column | undefined, value: string): void {
    this.issues.push(issue(code, this.placeOf(column), value, detail));
  }

  report(code: IssueCode, field?: FieldKey, detail?: Record<string, string>): void {
    this.take({ value: null, findings: [detail ? { code, detail } : { code }] }, field);
  }
}

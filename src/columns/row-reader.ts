import { placeOf, type Table, type TableRow } from '../ingest/table.ts';
import type { IssueCode } from '../issues/catalogue.ts';
import { type CellRead, type Finding, type Issue, issue } from '../issues/issue.ts';
import type { HoursSet } from '../model/facility.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import type { HoursRead } from '../normalize/hours.ts';
import type { FieldKey } from './fields.ts';
import type { Column, Meaning } from './match-headers.ts';

/** The cell text that erases what earlier layers said. */
export const erasure = '【削除】';

/** The columns of one table, arranged for reading rows. */
export interface ColumnMap {
  table: Table;
  columns: readonly Column[];
  fields: ReadonlyMap<FieldKey, Column>;
  layout: ReadonlyMap<string, Column>;
  capabilities: readonly (Column & { meaning: Extract<Meaning, { kind: 'capability' }> })[];
  custom: readonly (Column & { meaning: Extract<Meaning, { kind: 'custom' }> })[];
}

export function columnMap(table: Table, columns: readonly Column[]): ColumnMap {
  const fields = new Map<FieldKey, Column>();
  const layout = new Map<string, Column>();
  const capabilities: ColumnMap['capabilities'][number][] = [];
  const custom: ColumnMap['custom'][number][] = [];
  for (const column of columns) {
    const { meaning } = column;
    if (meaning.kind === 'field') fields.set(meaning.field, column);
    if (meaning.kind === 'layout') layout.set(meaning.key, column);
    if (meaning.kind === 'capability') capabilities.push({ ...column, meaning });
    if (meaning.kind === 'custom') custom.push({ ...column, meaning });
  }
  return { table, columns, fields, layout, capabilities, custom };
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
    // Our own exports put an apostrophe before what a spreadsheet would run.
    const cell = unescapeFormula((this.row.cells[column.index] ?? '').trim());
    if (cell !== erasure) return cell;
    if (field && !this.erased.includes(field)) this.erased.push(field);
    return '';
  }

  has(field: FieldKey): boolean {
    return this.map.fields.has(field);
  }

  placeOf(column: Column | undefined): Issue['at'] {
    return column
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
    const value = column ? unescapeFormula((this.row.cells[column.index] ?? '').trim()) : '';
    for (const found of read.findings) {
      this.issues.push(issue(found.code, this.placeOf(column), value, found.detail));
    }
    return read.value;
  }

  /** Hours come from several cells: each finding is told at the cell it is about. */
  takeHours(read: HoursRead): HoursSet | null {
    for (const { cell, value, ...finding } of read.findings) {
      const field = hoursFields[cell];
      this.tell(finding, field && this.map.fields.get(field), value);
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

import type { Place } from '../issues/issue.ts';

/** One row as the spreadsheet shows it. `row` counts from 1; cells are text, never inferred. */
export interface TableRow {
  row: number;
  cells: readonly string[];
  /** The row was there, but nothing of it could be read; that is reported, and `cells` is empty. Absent otherwise. */
  unreadable?: true;
}

/**
 * A sheet, a CSV file, one CSV inside a zip, or a YAML list. It knows no headers: title rows, the header and
 * the records are all just rows, empty ones too; row numbers strictly increase. `rows` can be iterated once or more, and
 * streams: a 246,480-row file never stands in memory as rows. A problem of a row is reported when the row is first
 * iterated, and never twice.
 */
export interface Table {
  /** The file's name as the officer sees it; a member of a zip reads `a.zip/b.csv`. */
  file: string;
  sheet?: string;
  /** False for YAML, where a row is the record's line, columns have no letter and the header is row 0. */
  lettered: boolean;
  rows: Iterable<TableRow>;
}

/** The place of a cell. `index` is the column's position from 0. */
export function placeOf(
  table: Pick<Table, 'file' | 'sheet' | 'lettered'>,
  row: number,
  index?: number,
  header?: string,
): Place {
  const at: Place = { file: table.file, row };
  if (table.sheet) at.sheet = table.sheet;
  if (index !== undefined && table.lettered) at.column = columnLetter(index);
  if (header) at.header = header.replace(/\s+/g, ' ').trim();
  return at;
}

/** 0 → A, 25 → Z, 26 → AA: the letters a spreadsheet shows. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

import { type CellObject, type Range, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Issue, issue } from '../issues/issue.ts';
import { columnLetter, placeOf, type Table } from './table.ts';
import { makeTable, type RawRow, type Report } from './table-rows.ts';
import { cellText } from './xlsx-cell.ts';
import { openMember, type ZipMember } from './zip.ts';

type Grid = (CellObject | undefined)[][];

/** A workbook is a zip with `xl/workbook.xml` (or `.bin`, the binary variant) in it. */
export function isWorkbook(members: readonly ZipMember[]): boolean {
  return members.some(member => /^xl\/workbook\d*\.(xml|bin)$/i.test(member.name)) || hasSheets(members);
}

function hasSheets(members: readonly ZipMember[]): boolean {
  const names = new Set(members.map(member => member.name));
  return names.has('[Content_Types].xml') && members.some(member => member.name.startsWith('xl/'));
}

/**
 * One table per visible sheet with anything in it. Hidden sheets are named and left alone: they hold lists for drop-downs, old
 * states and drafts. Hidden rows and columns are read and named.
 */
export function workbookTables(
  file: string,
  bytes: Uint8Array,
  members: readonly ZipMember[],
  report: Report,
): Table[] {
  const book = isWholeBook(file, bytes, members) ? readBook(bytes) : null;
  if (!book) {
    report(issue('xlsx-broken', { file }));
    return [];
  }
  const found: Issue[] = [];
  const tables = book.SheetNames.flatMap((name, index) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (!sheet || !hasText(sheet)) return [];
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      found.push(issue('sheet-hidden', { file, sheet: name }));
      return [];
    }
    found.push(...hiddenParts(file, name, sheet));
    return [sheetTable(file, name, sheet, book.Workbook?.WBProps?.date1904 ?? false, report)];
  });
  found.forEach(report);
  if (tables.length === 0) report(issue('file-empty', { file }));
  return tables;
}

/** Every part that is read, unpacked once: the library itself checks neither lengths nor checksums. */
function isWholeBook(file: string, bytes: Uint8Array, members: readonly ZipMember[]): boolean {
  const parts = members.filter(member => /\.(xml|bin|rels)$/i.test(member.name));
  return parts.every(member => openMember(file, bytes, member).value !== null);
}

function readBook(bytes: Uint8Array): WorkBook | null {
  try {
    // `cellStyles` is what makes the library say which rows and columns are hidden.
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true, cellHTML: false });
  } catch {
    return null;
  }
}

function gridOf(sheet: WorkSheet): Grid {
  return (sheet['!data'] ?? []) as Grid;
}

function hasText(sheet: WorkSheet): boolean {
  return gridOf(sheet).some(row => row?.some(cell => cell?.v !== undefined && cell.v !== ''));
}

function hiddenParts(file: string, sheet: string, content: WorkSheet): Issue[] {
  const filled = (row: number) => gridOf(content)[row]?.some(cell => cell?.v !== undefined && cell.v !== '');
  const rows = hiddenIndexes(content['!rows'])
    .filter(filled)
    .map(row => String(row + 1));
  const used = gridOf(content).reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  const columns = hiddenIndexes(content['!cols'])
    .filter(column => column < used)
    .map(columnLetter);
  const found: Issue[] = [];
  if (rows.length > 0) found.push(issue('rows-hidden', { file, sheet }, '', summary(rows)));
  if (columns.length > 0) found.push(issue('columns-hidden', { file, sheet }, '', summary(columns)));
  return found;
}

function hiddenIndexes(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const indexes: number[] = [];
  list?.forEach((entry, index) => {
    if (entry?.hidden) indexes.push(index);
  });
  return indexes;
}

function summary(names: readonly string[]): Record<string, string> {
  return { count: String(names.length), first: names.slice(0, 5).join('、') };
}

function sheetTable(
  file: string,
  sheet: string,
  content: WorkSheet,
  date1904: boolean,
  report: Report,
): Table {
  const where = { file, sheet, lettered: true };
  const grid = gridOf(content);
  const filled = mergedTexts(grid, content['!merges'] ?? [], date1904);
  return makeTable(where, () => sheetRows(where, grid, filled, date1904), report);
}

type Fill = Map<number, Map<number, string>>;

function* sheetRows(
  where: Pick<Table, 'file' | 'sheet' | 'lettered'>,
  grid: Grid,
  filled: Fill,
  date1904: boolean,
): Generator<RawRow> {
  const last = grid.findLastIndex(row =>
    row?.some(cell => cell !== undefined && cellText(cell, date1904).text !== ''),
  );
  for (let index = 0; index <= last; index++) {
    const row = index + 1;
    const cells: string[] = [];
    const issues: Issue[] = [];
    grid[index]?.forEach((cell, column) => {
      if (!cell) return;
      const { text, finding } = cellText(cell, date1904);
      if (finding) issues.push(issue(finding.code, placeOf(where, row, column), '', finding.detail));
      if (text !== '') setCell(cells, column, text);
    });
    if (cells.length > 0) issues.push(...fillMerged(where, row, cells, filled.get(index)));
    yield { row, cells, issues };
  }
}

function setCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** Writes a merged cell's text into a row it covers, and says so. */
function fillMerged(
  where: Pick<Table, 'file' | 'sheet' | 'lettered'>,
  row: number,
  cells: string[],
  texts: Map<number, string> | undefined,
): Issue[] {
  const issues: Issue[] = [];
  for (const [column, text] of texts ?? []) {
    if (cells[column]) continue;
    setCell(cells, column, text);
    issues.push(issue('cell-merged', placeOf(where, row, column), '', { to: text }));
  }
  return issues;
}

/**
 * What merged cells say to the rows below their first: a reader sees the text beside every row it covers. Across
 * columns nothing is copied, because a heading over seven weekdays is no weekday.
 */
function mergedTexts(grid: Grid, merges: readonly Range[], date1904: boolean): Fill {
  const filled: Fill = new Map();
  for (const { s, e } of merges) {
    const cell = grid[s.r]?.[s.c];
    const text = cell ? cellText(cell, date1904).text : '';
    if (text === '') continue;
    for (let row = s.r + 1; row <= Math.min(e.r, grid.length - 1); row++) {
      if (!grid[row]) continue;
      const texts = filled.get(row) ?? new Map<number, string>();
      filled.set(row, texts.set(s.c, text));
    }
  }
  return filled;
}

import { decodeText } from '../../src/ingest/decode.ts';
import { readTables } from '../../src/ingest/read.ts';
import { columnLetter, type Table, type TableRow } from '../../src/ingest/table.ts';
import { formatSentence, type Issue, type Place } from '../../src/issues/issue.ts';
import type { CellsPiece, FilesPiece, LinesPiece, Piece } from '../../src/issues/mistakes/example.ts';
import type { BadInput } from './fixtures.ts';

const shownColumns = 5;
const longestCell = 24;
const longestLine = 64;

/** The part of the fixture that the issue is about: cells of a table, else lines of a text, else names of files. */
export function pieceOf(found: Issue, input: BadInput): Piece {
  const path = pathOf(found.at.file, input.paths);
  const bytes = path === undefined ? null : input.folder.read(path);
  if (path === undefined || !bytes) return filesPiece(found.at, input.paths);
  const piece = /\.(?:ya?ml|md|geojson|json)$/.test(path)
    ? linesPiece(found, bytes)
    : cellsPiece(
        found,
        readTables(path.replace(/^facilities\//, ''), bytes, () => {}),
      );
  return piece ?? filesPiece(found.at, input.paths);
}

/** Tables are named without the folder they stand in. A member of a zip is a part of its archive. */
function pathOf(file: string, paths: readonly string[]): string | undefined {
  const plain = (path: string) => path.replace(/^(?:facilities|vocabulary)\//, '');
  return (
    paths.find(path => [path, plain(path)].includes(file)) ??
    paths.find(path => file.startsWith(`${plain(path)}/`))
  );
}

function cellsPiece(found: Issue, tables: readonly Table[]): CellsPiece | null {
  const { at, detail, value } = found;
  const table = tables.find(({ file, sheet }) => file === at.file && sheet === at.sheet);
  const place = placeInTable(found);
  if (!table?.lettered || !place) return null;
  const rows = [...table.rows].filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
  const header = headerRow(rows, at);
  const meant = rows.find(({ row }) => row === place.row);
  if (!header || (place.row !== undefined && !meant)) return null;
  const wrong = place.column ?? columnSpokenOf(found, header, meant);
  const shown = shownRows(rows, header, place.row, Number(detail.row));
  const columns = shownColumnsOf(header, shown, wrong);
  const isElsewhere = meant?.cells.some((cell, index) => cell === value && index !== wrong);
  const typed = at.column === undefined || isElsewhere ? '' : value || (detail.shown ?? '');
  return {
    kind: 'cells',
    ...(table.sheet ? { sheet: table.sheet } : {}),
    columns: columns.map(columnLetter),
    rows: shown.map(each => ({
      row: each.row,
      cells: columns.map(index =>
        cellText((each === meant && index === wrong && typed) || (each.cells[index] ?? '')),
      ),
    })),
    wrong: {
      ...(place.row === undefined ? {} : { row: place.row }),
      ...(wrong < 0 ? {} : { column: columnLetter(wrong) }),
    },
  };
}

/** Null when the file as a whole is meant. What is hidden is named in the sentence only. */
function placeInTable({ at, code, detail }: Issue): { row?: number; column?: number } | null {
  if (code === 'rows-hidden') return { row: Number(detail.first) };
  if (code === 'columns-hidden') return { row: 1, column: lettersIndex(detail.first ?? '') };
  const { row, column, header } = at;
  if (row === undefined && column === undefined && header === undefined) return null;
  return {
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column: lettersIndex(column) }),
  };
}

function headerRow(rows: readonly TableRow[], { header }: Place): TableRow | undefined {
  const isNamed = (row: TableRow) => row.cells.some(cell => cell.replace(/\s+/g, ' ').trim() === header);
  const isWide = (row: TableRow) => row.cells.filter(cell => cell.trim() !== '').length > 1;
  return rows.find(isNamed) ?? rows.find(isWide) ?? rows[0];
}

/** The header, the row that is meant with its neighbours, and another row that the sentence speaks of. */
function shownRows(
  rows: readonly TableRow[],
  header: TableRow,
  row: number | undefined,
  other: number,
): TableRow[] {
  const meant = rows.findIndex(each => each.row === row);
  const centre = meant < 0 || rows[meant] === header ? rows.indexOf(header) + 1 : meant;
  const near = rows.slice(Math.max(0, centre - 1), centre + 2);
  const all = new Set([...rows.filter(each => each === header || each.row === other), ...near]);
  return [...all].sort((a, b) => a.row - b.row);
}

/** Where the issue names no column: the one whose value or whose header its sentence says. -1 when it says none. */
function columnSpokenOf(found: Issue, header: TableRow, meant: TableRow | undefined): number {
  const name = nameColumn(header);
  const headers = header.cells.map(cell => cell.trim());
  const ofIssue = headers.indexOf(found.at.header ?? '-');
  if (ofIssue >= 0 || found.code === 'row-not-a-record') return ofIssue;
  const ofValue = meant?.cells.findIndex((cell, index) => cell === found.value && index !== name) ?? -1;
  if (ofValue >= 0 && found.value !== '') return ofValue;
  const sentence = formatSentence(found);
  return headers.findIndex(
    (cell, index) =>
      index !== name &&
      cell !== '種別' &&
      (sentence.includes(`「${cell}」`) || sentence.startsWith(`${cell} `)),
  );
}

function nameColumn(header: TableRow): number {
  return header.cells.findIndex(cell => /名称|名前|施設名|記録/.test(cell) && !/カナ|法人/.test(cell));
}

/** The column that is meant with its neighbour, the name, and what else tells a reader which office it is. */
function shownColumnsOf(header: TableRow, rows: readonly TableRow[], wrong: number): number[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const body = rows.length > 1 ? rows.filter(row => row !== header) : rows;
  const filled = Array.from({ length: width }, (_, index) => index).filter(index =>
    body.some(({ cells }) => (cells[index] ?? '').trim() !== ''),
  );
  const telling = filled.filter(index => /^(?:ID|種別|住所|電話番号)$/.test(header.cells[index] ?? ''));
  const beside = wrong < 0 ? [] : filled.filter(index => Math.abs(index - wrong) === 1).reverse();
  const wanted = [...new Set([wrong, nameColumn(header), ...beside, ...telling, ...filled])];
  return wanted
    .filter(index => index >= 0)
    .slice(0, shownColumns)
    .sort((a, b) => a - b);
}

function linesPiece({ at, value }: Issue, bytes: Uint8Array): LinesPiece | null {
  const text = decodeText(at.file, bytes).value;
  if (text.length > 100_000 || text.trim() === '') return null;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const holding = value === '' ? 0 : lines.findIndex(line => line.includes(value)) + 1;
  const row = at.row ?? holding;
  const first = Math.max(0, row - 3);
  return {
    kind: 'lines',
    lines: lines
      .slice(first, first + 5)
      .map((line, index) => ({ row: first + index + 1, text: lineText(line, value) })),
    wrong: row > 0 ? { row } : {},
  };
}

function filesPiece({ file }: Place, paths: readonly string[]): FilesPiece {
  const path = pathOf(file, paths);
  const isMember = path !== undefined && path.replace(/^[a-z]+\//, '') !== file.replace(/^[a-z]+\//, '');
  const wrong = isMember ? `facilities/${file}（zip の中）` : (path ?? `${file}（ありません）`);
  const files = [...new Set([...paths, wrong])].sort();
  return { kind: 'files', files, wrong: { file: wrong } };
}

function cellText(text: string): string {
  const characters = [...text.replace(/\r?\n/g, '↵')];
  return characters.length > longestCell
    ? `${characters.slice(0, longestCell).join('')}…`
    : characters.join('');
}

/** At most `longestLine` characters, with the words that are meant among them. */
function lineText(line: string, meant: string): string {
  const characters = [...line];
  const at = [...line.slice(0, Math.max(0, line.indexOf(meant)))].length;
  const start = Math.max(0, Math.min(at - 12, characters.length - longestLine));
  const end = start + longestLine;
  return `${start > 0 ? '…' : ''}${characters.slice(start, end).join('')}${end < characters.length ? '…' : ''}`;
}

function lettersIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

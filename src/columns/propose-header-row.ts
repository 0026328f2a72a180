import type { TableRow } from '../ingest/table.ts';
import type { HeaderContext } from './column.ts';
import { findHeader } from './find-header.ts';
import { countKnownHeaders } from './match-headers.ts';

const searchedRows = 20;

/**
 * The rows that most likely are the header of a list nobody has seen: the fullest row of short, different words
 * above rows of values; a second row of the kind below it belongs to it. Empty when there are no rows.
 */
export function guessHeaderRows(rows: Iterable<TableRow>, context: HeaderContext): number[] {
  const first: TableRow[] = [];
  for (const row of rows) {
    first.push(row);
    if (first.length >= searchedRows) break;
  }
  const header = knownHeader(first, context) ?? likeliestHeader(first);
  if (!header) return [];
  const below = first[first.indexOf(header) + 1];
  const above = first[first.indexOf(header) - 1];
  if (below && isSecondLevel(header, below)) return [header.row, below.row];
  return above && isSecondLevel(above, header) ? [above.row, header.row] : [header.row];
}

/** The usual search, if it knows most of what it found. */
function knownHeader(first: readonly TableRow[], context: HeaderContext): TableRow | null {
  const found = findHeader(first, context)?.header;
  const isKnown = found && countKnownHeaders(found.cells, context) * 2 >= filledOf(found).length;
  return isKnown ? (first.find(({ row }) => row === found.row) ?? null) : null;
}

function likeliestHeader(first: readonly TableRow[]): TableRow | null {
  const scores = first.map(row => ({ row, score: headerScore(row) }));
  const best = scores.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.row : null;
}

function filledOf(row: TableRow): string[] {
  return row.cells.map(cell => cell.trim()).filter(cell => cell !== '');
}

/** Numbers, dates, times, marks and long texts are values. */
function isWord(cell: string): boolean {
  return (
    cell.length <= 40 &&
    !/^[\d\s/:.,()年月日～~-]+$/.test(cell.normalize('NFKC')) &&
    !/^[○〇△×●－ー-]$/.test(cell)
  );
}

/** How much a row looks like a header: filled cells that are words, each said once. */
function headerScore(row: TableRow): number {
  const filled = filledOf(row);
  const words = filled.filter(isWord);
  const different = new Set(words).size;
  return filled.length < 2 ? 0 : different * (words.length / filled.length) ** 3;
}

/** A header of two rows: merged cells above leave gaps, which the row below names. */
function isSecondLevel(upper: TableRow, lower: TableRow): boolean {
  const filled = filledOf(lower);
  if (filled.length < 2 || !filled.every(isWord) || filledOf(upper).length < 2) return false;
  const gaps = lower.cells.filter(
    (cell, index) => cell.trim() !== '' && (upper.cells[index] ?? '').trim() === '',
  );
  const over = lower.cells.filter(
    (cell, index) => cell.trim() !== '' && (upper.cells[index] ?? '').trim() !== '',
  );
  return (
    gaps.length > 0 &&
    over.length <= gaps.length &&
    lower.cells.some((cell, index) => cell.trim() === '' && (upper.cells[index] ?? '').trim() !== '')
  );
}

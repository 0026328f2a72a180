import type { TableRow } from '../ingest/table.ts';
import { countKnownHeaders, type HeaderContext } from './match-headers.ts';

/** Title rows above a header are few; a table whose header is not within these is not one we read. */
const searchedRows = 30;

export interface FoundHeader {
  header: TableRow;
  /** Non-empty rows above the header: titles, dates, notes. */
  titles: TableRow[];
}

/**
 * The header is the first row with the most known headers, at least two of them (one is enough for a table of
 * one column). Null when no row looks like a header.
 */
export function findHeader(rows: Iterable<TableRow>, context: HeaderContext): FoundHeader | null {
  const first: TableRow[] = [];
  for (const row of rows) {
    first.push(row);
    if (first.length >= searchedRows) break;
  }
  let best: { row: TableRow; known: number } | null = null;
  for (const row of first) {
    const known = countKnownHeaders(row.cells, context);
    const filled = row.cells.filter(cell => cell.trim() !== '').length;
    const enough = known >= 2 || (known === 1 && filled === 1);
    if (enough && known * 2 >= filled * 0.5 && (!best || known > best.known)) best = { row, known };
  }
  if (!best) return null;
  const header = best.row;
  const titles = first.filter(row => row.row < header.row && row.cells.some(cell => cell.trim() !== ''));
  return { header, titles };
}

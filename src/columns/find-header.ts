import type { TableRow } from '../ingest/table.ts';
import type { HeaderContext } from './column.ts';
import { countKnownHeaders } from './match-headers.ts';
import { headerRowsOf } from './own-columns.ts';

/** Title rows above a header are few; a table whose header is not within these is not one we read. */
const searchedRows = 30;

export interface FoundHeader {
  header: TableRow;
  /** Non-empty rows above the header: titles, dates, notes. */
  titles: TableRow[];
}

/**
 * The header is the first row with the most known headers, at least two of them (one is enough for a table of
 * one column), unless `columns.yaml` says which rows it is. Null when no row looks like a header.
 */
export function findHeader(rows: Iterable<TableRow>, context: HeaderContext): FoundHeader | null {
  const stated = headerRowsOf(context.own);
  if (stated) return statedHeader(rows, stated);
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
  return best ? { header: best.row, titles: titlesAbove(first, best.row.row) } : null;
}

function titlesAbove(rows: readonly TableRow[], header: number): TableRow[] {
  return rows.filter(row => row.row < header && row.cells.some(cell => cell.trim() !== ''));
}

/** `見出しの行: [3, 4]` reads `対応できる処置` over `胃ろう` as one header; no rows: every row is a record. */
function statedHeader(rows: Iterable<TableRow>, stated: readonly number[]): FoundHeader | null {
  const [top, last] = [Math.min(...stated), Math.max(...stated)];
  const above: TableRow[] = [];
  for (const row of rows) {
    if (stated.length === 0) return { header: { row: 0, cells: row.cells.map(() => '') }, titles: [] };
    if (row.row <= last) above.push(row);
    if (row.row >= last) break;
  }
  const levels = above.filter(row => stated.includes(row.row)).map(row => row.cells);
  if (levels.length === 0) return null;
  return { header: { row: last, cells: levels.reduce(joinLevels) }, titles: titlesAbove(above, top) };
}

/** A merged cell stands over the columns to its right that are empty above and have a name below. */
function joinLevels(upper: readonly string[], lower: readonly string[]): string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above = '', below = ''] = [upper[index]?.trim(), lower[index]?.trim()];
    if (above !== '') over = below === '' ? '' : above;
    else if (below === '') over = '';
    return [above || over, below].filter(text => text !== '').join('_');
  });
}

import { findListHeader, sameColumns } from '../dataset/region-lists.ts';
import { readTables } from '../ingest/read.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { foldHeader } from '../normalize/keys.ts';

export interface SheetFile {
  /** As the officer sees it. */
  name: string;
  bytes: Uint8Array;
}

/** A list as it stands: every row, the header's columns. */
export interface Grid {
  sheet: string | undefined;
  header: string[];
  /** Rows above the header. */
  above: string[][];
  rows: { row: number; cells: string[] }[];
}

/** The tables of a file that have the columns; each as wide as its widest row. */
export function readGrids({ name, bytes }: SheetFile): Read<Grid[]> {
  const issues: Issue[] = [];
  const grids = readTables(name, bytes, found => issues.push(found)).flatMap((table): Grid[] => {
    const header = findListHeader(table, sameColumns);
    if (!header) return [];
    const rows = [...table.rows].map(({ row, cells }) => ({ row, cells: cells.map(unescapeFormula) }));
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    return [
      {
        sheet: table.sheet,
        header: Array.from({ length: width }, (_, at) => header.cells[at] ?? ''),
        above: rows.filter(({ row }) => row < header.row).map(({ cells }) => cells),
        rows: rows.filter(({ row }) => row > header.row),
      },
    ];
  });
  if (grids.length > 0) return { value: grids, issues };
  const names = sameColumns.map(([column]) => column).join('、');
  return { value: grids, issues: [...issues, issue('list-header-missing', { file: name }, names)] };
}

/** Where a header has the column; -1 when it has not. */
export function columnOf(header: readonly string[], name: string): number {
  return name.trim() === '' ? -1 : header.findIndex(other => foldHeader(other) === foldHeader(name));
}

import type { Issue } from '../issues/issue.ts';
import { issue } from '../issues/issue.ts';
import { defaultLimits } from './limits.ts';
import { placeOf, type Table, type TableRow } from './table.ts';

/** Told of each problem as soon as it is known: at once, or when the row it concerns is first iterated. */
export type Report = (found: Issue) => void;

/** A row with what there is to say about it. */
export interface RawRow extends TableRow {
  issues?: Issue[];
}

type TablePlace = Pick<Table, 'file' | 'sheet' | 'lettered'>;

/**
 * Makes a table whose rows are read anew by each iteration, while each problem is reported once: by the first
 * iteration that comes to its row.
 */
export function makeTable(place: TablePlace, read: () => Iterable<RawRow>, report: Report): Table {
  let reportedUpTo = -1;
  function* rows(): Generator<TableRow> {
    let cut = false;
    for (const raw of read()) {
      const tooWide = raw.cells.length > defaultLimits.columns;
      if (raw.row > reportedUpTo) {
        reportedUpTo = raw.row;
        for (const found of raw.issues ?? []) report(found);
        if (tooWide && !cut) report(tooManyColumns(place, raw));
      }
      cut ||= tooWide;
      const cells = tooWide ? raw.cells.slice(0, defaultLimits.columns) : raw.cells;
      yield raw.unreadable ? { row: raw.row, cells, unreadable: true } : { row: raw.row, cells };
    }
  }
  return { ...place, rows: { [Symbol.iterator]: rows } };
}

function tooManyColumns(place: TablePlace, raw: RawRow): Issue {
  const inDigits = (count: number) => count.toLocaleString('en-US');
  const detail = { columns: inDigits(raw.cells.length), limit: inDigits(defaultLimits.columns) };
  return issue('too-many-columns', placeOf(place, raw.row), '', detail);
}

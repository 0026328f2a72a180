import { placeOf, type Table } from '../ingest/table.ts';
import { type Issue, issue } from '../issues/issue.ts';
import type { Column, Meaning } from './column.ts';
import type { FieldKey } from './fields.ts';
import { isPersonName, personNamedIn } from './person-names.ts';

/** Public text fields a column of people could be put under by mistake. */
const textFields: ReadonlySet<FieldKey> = new Set([
  'remarks',
  'commonName',
  'serviceName',
  'fees',
  'acceptance',
]);

const enough = { names: 3, share: 0.6, rows: 500 };

/** Notices columns of one table that will be public and hold the names of people. */
export class PersonWatch {
  readonly #table: Table;
  readonly #seen: {
    column: Column;
    filled: number;
    names: number;
    first: { row: number; value: string } | null;
    /** Sentences that name somebody, and the first of them. */
    named: number;
    firstNamed: { row: number; value: string } | null;
  }[];
  #rows = 0;

  constructor(table: Table, columns: readonly Column[]) {
    this.#table = table;
    this.#seen = columns
      .filter(({ index, meaning }) => index >= 0 && isPublicText(meaning))
      .map(column => ({ column, filled: 0, names: 0, first: null, named: 0, firstNamed: null }));
  }

  /** The first rows of a long table show what a column holds. */
  row({ row, cells }: { row: number; cells: readonly string[] }): void {
    this.#rows += 1;
    if (this.#rows > enough.rows) return;
    for (const seen of this.#seen) {
      const value = (cells[seen.column.index] ?? '').trim();
      if (value === '') continue;
      seen.filled += 1;
      const sentence = personNamedIn(value);
      if (sentence !== null) {
        seen.named += 1;
        seen.firstNamed ??= { row, value: sentence };
      }
      if (!isPersonName(value)) continue;
      seen.names += 1;
      seen.first ??= { row, value };
    }
  }

  issues(): Issue[] {
    return this.#seen.flatMap(({ column: { index, header }, filled, names, first, named, firstNamed }) => {
      const at = (row: number) => placeOf(this.#table, row, index, header);
      const isOfPeople = first && names >= enough.names && names >= filled * enough.share;
      return [
        ...(isOfPeople
          ? [issue('column-personal-names', at(first.row), first.value, { count: String(names) })]
          : []),
        ...(firstNamed
          ? [issue('cell-personal-name', at(firstNamed.row), firstNamed.value, { count: String(named) })]
          : []),
      ];
    });
  }
}

function isPublicText(meaning: Meaning): boolean {
  if (meaning.kind === 'part') return isPublicText(meaning.of);
  if (meaning.kind === 'custom') return meaning.audience === 'public';
  return meaning.kind === 'field' && textFields.has(meaning.field);
}

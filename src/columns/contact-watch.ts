import { placeOf, type Table } from '../ingest/table.ts';
import { type Issue, issue } from '../issues/issue.ts';
import type { ColumnMap } from './row-reader.ts';

/** Notices FAX numbers and mail addresses that professionals alone see because nobody said where they are from. */
export class ContactWatch {
  readonly #table: Table;
  readonly #columns: ColumnMap['columns'];
  #first: Issue | null = null;

  /** `isStated`: the region says whether the table is official data or a survey. */
  constructor(table: Table, { columns, fields }: ColumnMap, isStated: boolean) {
    this.#table = table;
    const isDecided = isStated || fields.has('sourceKind');
    this.#columns = columns.filter(
      ({ index, meaning }) =>
        !isDecided && index >= 0 && meaning.kind === 'field' && ['fax', 'email'].includes(meaning.field),
    );
  }

  row({ row, cells }: { row: number; cells: readonly string[] }): void {
    if (this.#first) return;
    const column = this.#columns.find(({ index }) => (cells[index] ?? '').trim() !== '');
    if (!column) return;
    const at = placeOf(this.#table, row, column.index, column.header);
    this.#first = issue('contact-sealed-by-default', at, (cells[column.index] ?? '').trim());
  }

  issues(): Issue[] {
    return this.#first ? [this.#first] : [];
  }
}

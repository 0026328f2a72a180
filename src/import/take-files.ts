/** Files → the rows of the region in them, tables that add to others last. */
import type { Region } from '../dataset/load.ts';
import { partsOfNaviiId } from '../formats/navii-office.ts';
import { readTables } from '../ingest/read.ts';
import type { Table } from '../ingest/table.ts';
import type { Issue } from '../issues/issue.ts';
import { type TakeContext, type TakenTable, type Taking, takeTable } from './take-table.ts';

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

export interface UnknownTable {
  table: Table;
  reason: Extract<Taking, { kind: 'unknown' }>;
}

export interface TakenFiles {
  tables: TakenTable[];
  unknown: UnknownTable[];
  issues: Issue[];
}

/** In the order of the files' names, whatever order they are given in. */
export function takeFiles(
  files: readonly GivenFile[],
  context: Omit<TakeContext, 'isKnownKey'>,
  region: Pick<Region, 'records'>,
): TakenFiles {
  const taken: TakenFiles = { tables: [], unknown: [], issues: [] };
  const waiting: Table[] = [];
  const take = (table: Table, isLast: boolean, isKnownKey: TakeContext['isKnownKey']): void => {
    const taking = takeTable(table, { ...context, isKnownKey }, isLast);
    if (taking.kind === 'waits') waiting.push(table);
    else if (taking.kind === 'taken') taken.tables.push(taking.table);
    else if (taking.kind === 'unknown') taken.unknown.push({ table, reason: taking });
  };
  for (const { name, bytes } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const tables = readTables(name, bytes, found => taken.issues.push(found));
    for (const table of tables) take(table, false, () => false);
  }
  const known = knownIds(taken.tables, region);
  for (const table of waiting) take(table, true, key => known.has(key));
  return taken;
}

/** Offices of these files; of a kind (機関区分) that is not among them, those the region has. */
function knownIds(tables: readonly TakenTable[], { records }: Pick<Region, 'records'>): Set<string> {
  const kindOf = (id: string) => partsOfNaviiId(id)?.kind;
  const fresh = tables.flatMap(({ ids }) => ids);
  const kinds = new Set(fresh.map(kindOf));
  const kept = records
    .flatMap(({ rows }) => rows.flatMap(row => row.keys))
    .filter(({ kind, value }) => kind === 'ナビイID' && !kinds.has(kindOf(value)));
  // The list of offices may have gone through Excel, and the one of hours not.
  return new Set([...fresh, ...fresh.map(id => `0${id}`), ...kept.map(({ value }) => value)]);
}

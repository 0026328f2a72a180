import type { Account, FileAccount } from '../model/dataset.ts';
import type { Joined, JoinedRecord } from './layers.ts';
import type { Layers } from './read-layers.ts';
import type { RecordRow } from './record.ts';

/**
 * Settles the fate of every row that was read: the sums are exact by construction, and tested. `lists` are the accounts
 * of the region's professional lists, whose lines are settled already.
 */
export function accountOf(
  layers: Layers,
  joined: Joined,
  records: readonly JoinedRecord[],
  lists: readonly FileAccount[],
): Account {
  const accounts = layers.accounts.map(({ layer, account }) => ({ layer, account: { ...account } }));
  const files = accounts.map(({ account }) => account);
  const byTable = new Map(
    accounts.map(({ layer, account }) => [`${layer} ${account.file} ${account.sheet ?? ''}`, account]),
  );
  const count = (
    row: RecordRow,
    fate: 'published' | 'merged' | 'heldBack' | 'rejected' | 'outside',
  ): void => {
    const account = byTable.get(`${row.layer} ${row.at.file} ${row.at.sheet ?? ''}`);
    if (account) account[fate] += row.rows;
  };
  const settled = new Set<string>();
  const nameOf = (row: RecordRow): string =>
    `${row.layer} ${row.at.file} ${row.at.sheet ?? ''} ${row.at.row}`;
  for (const record of records) {
    const isShown =
      !record.held &&
      record.listing === 'public' &&
      record.rows.some(row => !row.supplement && layers.layers.get(row.layer)?.listing === 'public');
    const founder = record.rows.find(
      row => !row.supplement && layers.layers.get(row.layer)?.listing === 'public',
    );
    for (const row of record.rows) {
      settled.add(nameOf(row));
      count(row, !isShown ? 'heldBack' : row === founder ? 'published' : 'merged');
    }
  }
  for (const row of joined.rejected) {
    settled.add(nameOf(row));
    count(row, 'rejected');
  }
  for (const row of layers.rows)
    if (!settled.has(nameOf(row))) count(row, row.withheld ? 'heldBack' : 'outside');
  return sumAccounts([...files, ...lists]);
}

function sumAccounts(files: FileAccount[]): Account {
  const total = { read: 0, published: 0, merged: 0, heldBack: 0, rejected: 0, outside: 0, skipped: 0 };
  for (const file of files)
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += file[key];
  return { ...total, files };
}

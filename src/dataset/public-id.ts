import { addressKey } from '../normalize/address.ts';
import { normaliseId } from '../normalize/id.ts';
import { nameKey } from '../normalize/keys.ts';
import { type IsPublic, idCandidates, keysOf, type RowGroup } from './identity.ts';
import type { RecordRow } from './record.ts';

/**
 * A table may give as its own ID what the map made of an official number: it stands in the address of the office's page,
 * and is copied from there. Such rows come to that record, where one alone is called so and name or address agree;
 * else they stay by themselves. Rows of layers that are not public never bring public ones together.
 */
export function joinByPublicId(
  groups: readonly RowGroup[],
  kept: ReadonlyMap<string, string>,
  isPublic: IsPublic,
): RowGroup[] {
  const openRows = ({ rows }: RowGroup): RecordRow[] => rows.filter(isPublic);
  const isOpen = (group: RowGroup) => openRows(group).length > 0;
  const called = Map.groupBy(
    groups.filter(group => isOpen(group) && ownId(openRows(group)) === null),
    group => idCandidates({ rows: openRows(group), keys: [] }, kept, isPublic)[0],
  );
  const joined = new Map<RowGroup, RecordRow[]>();
  for (const group of groups) {
    const rows = isOpen(group) ? openRows(group) : group.rows;
    const id = ownId(rows);
    const [target, ...others] = (id !== null && called.get(id)) || [];
    if (!target || others.length > 0 || !agree(openRows(target), rows)) continue;
    joined.set(target, [...(joined.get(target) ?? target.rows), ...group.rows]);
    joined.set(group, []);
  }
  return groups.flatMap(group => {
    const rows = joined.get(group) ?? group.rows;
    return rows.length === 0 ? [] : [rows === group.rows ? group : { rows, keys: keysOf(rows) }];
  });
}

function ownId(rows: readonly RecordRow[]): string | null {
  const key = keysOf(rows).find(({ kind }) => kind === '地域ID');
  return key ? normaliseId(key.value) : null;
}

function agree(some: readonly RecordRow[], others: readonly RecordRow[]): boolean {
  const keys = (rows: readonly RecordRow[]) =>
    rows.flatMap(({ facility: { name, address } }) => [
      ...(name ? [`name ${nameKey(name)}`] : []),
      ...(address ? [`address ${addressKey(address.text)}`] : []),
    ]);
  const known = new Set(keys(some));
  return keys(others).some(key => known.has(key));
}

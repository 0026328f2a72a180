import { normaliseId, shortHash } from '../normalize/id.ts';
import { keyText, type RecordKey, type RecordRow } from './record.ts';

/** Rows that are one record, before and after `same.csv`. */
export interface RowGroup {
  rows: RecordRow[];
  keys: RecordKey[];
}

/**
 * The order in which a key becomes the public id: the region's own id, then official numbers (a medical
 * institution keeps its id when care services join it), then the municipal list's, then name and address.
 */
const preference: readonly RecordKey['kind'][] = [
  '地域ID',
  '医療機関コード',
  'ナビイID',
  '事業所番号',
  '自治体ID',
  '名称住所',
];

/** Does the row come from a layer that may be shown to all? */
export type IsPublic = (row: RecordRow) => boolean;

/**
 * Groups rows that share a key; union-find over key texts, so chains join too. Rows of layers that are not public
 * come to the groups of the public ones, but never bring two of them together: no public page may depend on them.
 */
export function groupRows(rows: readonly RecordRow[], isPublic: IsPublic): RowGroup[] {
  const parent = rows.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const hasPublic = rows.map(isPublic);
  const owner = new Map<string, number>();
  const join = (row: RecordRow, index: number): void => {
    for (const key of row.keys) {
      const text = key.kind === '名称住所' ? `${row.layer} ${keyText(key)}` : keyText(key);
      const other = owner.get(text);
      if (other === undefined) owner.set(text, index);
      const [here, there] = [find(index), find(other ?? index)];
      if (here === there || (!isPublic(row) && hasPublic[here] && hasPublic[there])) continue;
      parent[here] = there;
      hasPublic[there] ||= hasPublic[here] as boolean;
    }
  };
  for (const open of [true, false]) {
    for (const [index, row] of rows.entries()) if (isPublic(row) === open) join(row, index);
  }
  const byRoot = new Map<number, RecordRow[]>();
  rows.forEach((row, index) => {
    const root = find(index);
    const group = byRoot.get(root);
    if (group) group.push(row);
    else byRoot.set(root, [row]);
  });
  const order = new Map(rows.map((row, index) => [row, index]));
  const firstOf = (members: readonly RecordRow[]): number =>
    order.get(members.find(isPublic) ?? (members[0] as RecordRow)) ?? 0;
  const groups = [...byRoot.values()].sort((a, b) => firstOf(a) - firstOf(b));
  return groups.map(members => ({ rows: members, keys: keysOf(members) }));
}

export function keysOf(rows: readonly RecordRow[]): RecordKey[] {
  const seen = new Map<string, RecordKey>();
  for (const row of rows)
    for (const key of row.keys) if (!seen.has(keyText(key))) seen.set(keyText(key), key);
  return [...seen.values()];
}

/**
 * All ids a group could be called by, the preferred first. An id kept in `ids.csv` comes before all; what rows of
 * public layers say comes before what the others say.
 */
export function idCandidates(
  group: RowGroup,
  kept: ReadonlyMap<string, string>,
  isPublic: IsPublic,
): string[] {
  const open = keysOf(group.rows.filter(isPublic));
  const former = group.rows.flatMap(row => row.formerIds ?? []);
  return [...new Set([...[open, group.keys].flatMap(keys => idsOfKeys(keys, kept)), ...former])];
}

function idsOfKeys(keys: readonly RecordKey[], kept: ReadonlyMap<string, string>): string[] {
  const ids = keys.flatMap(key => kept.get(keyText(key)) ?? []);
  for (const kind of preference) {
    for (const key of keys) if (key.kind === kind) ids.push(idOfKey(key));
  }
  return ids;
}

function idOfKey(key: RecordKey): string {
  if (key.kind === '名称住所') return `x-${shortHash(key.value)}`;
  if (key.kind === '事業所番号') return normaliseId(key.value.split('/')[0] as string);
  return normaliseId(key.value);
}

/**
 * Gives every group its public id. One 事業所番号 can stand for different names or places: then each of them adds
 * its service to the number, and rows without numbers that share name and address are numbered in file order.
 * Groups with a public row choose first.
 */
export function assignIds(
  groups: readonly RowGroup[],
  kept: ReadonlyMap<string, string>,
  isPublic: IsPublic,
): Map<RowGroup, string> {
  const ids = new Map<RowGroup, string>();
  const taken = new Set<string>();
  const { open = [], closed = [] } = Object.groupBy(groups, group =>
    group.rows.some(isPublic) ? 'open' : 'closed',
  );
  for (const side of [open, closed]) {
    const claims = Map.groupBy(side, group => idCandidates(group, kept, isPublic)[0] as string);
    const free = new Set([...claims.keys()].filter(id => !taken.has(id)));
    for (const id of free) taken.add(id);
    for (const [id, claimants] of claims) {
      const only = claimants.length === 1 && free.has(id);
      claimants.forEach((group, index) => {
        const wanted = only ? id : `${id}-${serviceWord(group, isPublic) ?? index + 1}`;
        ids.set(group, only ? id : unused(wanted, taken));
      });
    }
  }
  return ids;
}

function serviceWord(group: RowGroup, isPublic: IsPublic): string | null {
  const open = group.rows.filter(isPublic);
  const rows = open.length > 0 ? open : group.rows;
  const key = keysOf(rows).find(one => one.kind === '事業所番号');
  return key ? (rows[0]?.services[0]?.type ?? null) : null;
}

function unused(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

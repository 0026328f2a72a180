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
const preference: readonly RecordKey['kind'][] = ['地域ID', '医療機関コード', 'ナビイID', '事業所番号', '自治体ID', '名称住所'];

/** Groups rows that share a key; union-find over key texts, so chains join too. */
export function groupRows(rows: readonly RecordRow[]): RowGroup[] {
  const parent = rows.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const owner = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const key of row.keys) {
      const text = key.kind === '名称住所' ? `${row.layer} ${keyText(key)}` : keyText(key);
      const other = owner.get(text);
      if (other === undefined) owner.set(text, index);
      else parent[find(index)] = find(other);
    }
  });
  const byRoot = new Map<number, RecordRow[]>();
  rows.forEach((row, index) => {
    const root = find(index);
    const group = byRoot.get(root);
    if (group) group.push(row);
    else byRoot.set(root, [row]);
  });
  return [...byRoot.values()].map(members => ({ rows: members, keys: keysOf(members) }));
}

export function keysOf(rows: readonly RecordRow[]): RecordKey[] {
  const seen = new Map<string, RecordKey>();
  for (const row of rows) for (const key of row.keys) if (!seen.has(keyText(key))) seen.set(keyText(key), key);
  return [...seen.values()];
}

/** All ids a group could be called by, the preferred first. An id kept in `ids.csv` comes before all. */
export function idCandidates(group: RowGroup, kept: ReadonlyMap<string, string>): string[] {
  const ids = group.keys.flatMap(key => kept.get(keyText(key)) ?? []);
  for (const kind of preference) {
    for (const key of group.keys) if (key.kind === kind) ids.push(idOfKey(key));
  }
  return [...new Set(ids)];
}

function idOfKey(key: RecordKey): string {
  if (key.kind === '名称住所') return `x-${shortHash(key.value)}`;
  if (key.kind === '事業所番号') return normaliseId(key.value.split('/')[0] as string);
  return normaliseId(key.value);
}

/**
 * Gives every group its public id. One 事業所番号 can stand for different names or places: then each of them adds
 * its service to the number, and rows without numbers that share name and address are numbered in file order.
 */
export function assignIds(groups: readonly RowGroup[], kept: ReadonlyMap<string, string>): Map<RowGroup, string> {
  const claims = Map.groupBy(groups, group => idCandidates(group, kept)[0] as string);
  const ids = new Map<RowGroup, string>();
  const taken = new Set<string>(claims.keys());
  for (const [id, claimants] of claims) {
    const only = claimants.length === 1;
    claimants.forEach((group, index) => {
      const wanted = only ? id : `${id}-${serviceWord(group) ?? index + 1}`;
      ids.set(group, only ? id : unused(wanted, taken));
    });
  }
  return ids;
}

function serviceWord(group: RowGroup): string | null {
  const key = group.keys.find(one => one.kind === '事業所番号');
  return key ? (group.rows[0]?.services[0]?.type ?? null) : null;
}

function unused(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

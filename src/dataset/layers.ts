import { type Issue, issue, type Read } from '../issues/issue.ts';
import type { Listing } from '../model/site.ts';
import { addressKey } from '../normalize/address.ts';
import { nameKey } from '../normalize/keys.ts';
import { settleDuplicates } from './duplicate-rows.ts';
import { assignIds, groupRows, type IsPublic, idCandidates, keysOf, type RowGroup } from './identity.ts';
import { joinByPublicId } from './public-id.ts';
import { placeOfRow, type RecordRow } from './record.ts';
import type { SamePair, Suppression } from './region-lists.ts';

export interface JoinedRecord {
  id: string;
  /** Ids under which parts of it could be, or were, known. */
  aliases: string[];
  /** In layer order, then file order. */
  rows: RecordRow[];
  /** 掲載区分 of the record as a whole. */
  listing: Listing;
  /** Why nothing of it may appear, when so. */
  held: 'gone' | 'suppressed' | 'listing' | null;
}

export interface JoinInput {
  /** In layer order, then file order. Rows without consent are not among them. */
  rows: readonly RecordRow[];
  isPublic: IsPublic;
  same: readonly SamePair[];
  suppressions: readonly Suppression[];
  /** Key text → id, from `ids.csv`. */
  keptIds: ReadonlyMap<string, string>;
  /** Id → former ids, from `ids.csv`. */
  formerIds: ReadonlyMap<string, readonly string[]>;
}

export interface Joined {
  records: JoinedRecord[];
  /** Rows that cannot stand beside another row of their own layer. */
  rejected: RecordRow[];
}

/** Brings the rows of one office together: shared keys, then the pairs confirmed in `same.csv`. */
export function joinRows(input: JoinInput): Read<Joined> {
  const duplicates = settleDuplicates(input.rows);
  const byKey = groupRows(duplicates.value.kept, input.isPublic);
  const groups = joinByPublicId(byKey, input.keptIds, input.isPublic);
  const shared = checkSharedIds(groups);
  const provisional = assignIds(groups, input.keptIds, input.isPublic);
  const linked = linkSame(groups, provisional, input);
  const founded = linked.value.filter(({ group }) => group.rows.some(row => !row.supplement));
  const ids = assignIds(
    founded.map(({ group }) => group),
    input.keptIds,
    input.isPublic,
  );
  const suppressed = matchSuppressions([...ids.keys()], ids, input);
  const records = founded.map(({ group, parts }): JoinedRecord => {
    const id = ids.get(group) as string;
    const open = parts.filter(part => part.rows.some(input.isPublic));
    const aliases = [
      ...open.map(part => provisional.get(part) as string),
      ...(input.formerIds.get(id) ?? []),
      ...group.rows.filter(input.isPublic).flatMap(row => row.formerIds ?? []),
    ];
    const listing = listingOf(group);
    return {
      id,
      aliases: [...new Set(aliases)].filter(alias => alias !== id),
      rows: group.rows,
      listing,
      held: heldBack(group, listing, suppressed.value.has(group)),
    };
  });
  return {
    value: { records, rejected: duplicates.value.rejected },
    issues: [...duplicates.issues, ...shared, ...linked.issues, ...suppressed.issues],
  };
}

/** The region's own id on rows that agree neither in name nor in address: most likely one id given twice. */
function checkSharedIds(groups: readonly RowGroup[]): Issue[] {
  return groups.flatMap(group => {
    const rows = group.rows.filter(
      row => row.keys.some(key => key.kind === '地域ID') && row.facility.address,
    );
    const [first, ...others] = rows;
    if (!first) return [];
    return others.flatMap(row => {
      const differs =
        nameKey(row.facility.name ?? '') !== nameKey(first.facility.name ?? '') &&
        addressKey(row.facility.address?.text ?? '') !== addressKey(first.facility.address?.text ?? '');
      if (!differs) return [];
      const id = row.keys.find(key => key.kind === '地域ID')?.value ?? '';
      const detail = { name: first.facility.name ?? '', file: first.at.file, row: String(first.at.row) };
      return [issue('same-id-different-office', placeOfRow(row), id, detail)];
    });
  });
}

function heldBack(group: RowGroup, listing: Listing, suppressed: boolean): JoinedRecord['held'] {
  if (suppressed) return 'suppressed';
  if (group.rows.some(row => row.gone)) return 'gone';
  return listing === 'none' ? 'listing' : null;
}

function listingOf(group: RowGroup): Listing {
  const said = group.rows.map(row => row.listing);
  if (said.includes('none')) return 'none';
  return said.includes('professional') ? 'professional' : 'public';
}

/** The row a record stands on: the first that is more than an addition to others. */
export function foundingRow(record: JoinedRecord): RecordRow {
  return record.rows.find(row => !row.supplement) as RecordRow;
}

interface LinkedGroup {
  group: RowGroup;
  parts: readonly RowGroup[];
}

/** Joins the groups that `same.csv` confirms. A line whose record is not there (any more) is told, not obeyed. */
function linkSame(
  groups: readonly RowGroup[],
  ids: ReadonlyMap<RowGroup, string>,
  input: JoinInput,
): Read<LinkedGroup[]> {
  const issues: Issue[] = [];
  const byName = namesOf(groups, ids, input);
  const target = new Map<RowGroup, RowGroup>();
  const resolve = (group: RowGroup): RowGroup => {
    let current = group;
    for (let next = target.get(current); next; next = target.get(current)) current = next;
    return current;
  };
  for (const pair of input.same) {
    if (pair.verdict !== 'same') continue;
    const sides = [pair.a, pair.b].map(name => byName.get(name));
    const missing = pair.sides.filter((_, index) => !sides[index]);
    for (const { at, typed } of missing) issues.push(issue('same-record-not-found', at, typed));
    const [a, b] = sides;
    if (!a || !b) continue;
    const [left, right] = [resolve(a), resolve(b)];
    if (left !== right) target.set(right, left);
  }
  const members = Map.groupBy(groups, resolve);
  const order = new Map(input.rows.map((row, index) => [row, index]));
  const joined = [...members.values()].map(parts => {
    if (parts.length === 1) return { group: parts[0] as RowGroup, parts };
    const rows = parts.flatMap(part => part.rows).sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0));
    return { group: { rows, keys: keysOf(rows) }, parts };
  });
  return { value: joined, issues };
}

/** Every id a group can be called by in the region's lists; a name that two groups share is nobody's. */
function namesOf(
  groups: readonly RowGroup[],
  ids: ReadonlyMap<RowGroup, string>,
  input: JoinInput,
): Map<string, RowGroup> {
  const names = new Map<string, RowGroup | null>();
  for (const group of groups) {
    for (const name of new Set([
      ids.get(group) as string,
      ...idCandidates(group, input.keptIds, input.isPublic),
    ])) {
      names.set(name, names.has(name) && names.get(name) !== group ? null : group);
    }
  }
  for (const [group, id] of ids) names.set(id, group);
  return new Map([...names].filter((entry): entry is [string, RowGroup] => entry[1] !== null));
}

/** `suppress.csv` outranks every import. A line that hits nothing is told: a wrong number must not pass as done. */
function matchSuppressions(
  groups: readonly RowGroup[],
  ids: ReadonlyMap<RowGroup, string>,
  input: JoinInput,
): Read<Set<RowGroup>> {
  const issues: Issue[] = [];
  const suppressed = new Set<RowGroup>();
  for (const line of input.suppressions) {
    const hits = groups.filter(group => {
      const id = ids.get(group) as string;
      const candidates = idCandidates(group, input.keptIds, input.isPublic);
      return line.hits(id, [...candidates, ...(input.formerIds.get(id) ?? [])], group.rows);
    });
    for (const group of hits) suppressed.add(group);
    if (hits.length === 0) issues.push(issue('suppress-record-not-found', line.at, line.text));
  }
  return { value: suppressed, issues };
}

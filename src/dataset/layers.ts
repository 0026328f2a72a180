import { type Issue, issue, type Place, type Read } from '../issues/issue.ts';
import type { Listing } from '../model/site.ts';
import { addressKey } from '../normalize/address.ts';
import { nameKey } from '../normalize/keys.ts';
import { assignIds, groupRows, type IsPublic, idCandidates, keysOf, type RowGroup } from './identity.ts';
import { keyText, type RecordRow } from './record.ts';
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
  const groups = groupRows(duplicates.value.kept, input.isPublic);
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

export function placeOfRow(row: RecordRow): Place {
  return row.at.sheet
    ? { file: row.at.file, sheet: row.at.sheet, row: row.at.row }
    : { file: row.at.file, row: row.at.row };
}

/**
 * Two rows of one layer with one key and one service, or with one official number though they agree in neither name
 * nor address. The same content twice is told and counts once; the region's own id on two different offices is an
 * error and the later row is rejected; an official number on two different offices is told, and the later row keeps
 * its place without the number.
 */
function settleDuplicates(rows: readonly RecordRow[]): Read<{ kept: RecordRow[]; rejected: RecordRow[] }> {
  const issues: Issue[] = [];
  const kept: RecordRow[] = [];
  const rejected: RecordRow[] = [];
  const first = new Map<string, RecordRow>();
  const holders = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const clash = row.supplement ? null : (findClash(row, first) ?? findStranger(row, holders));
    if (!clash) {
      remember(row, first);
      if (!row.supplement) hold(row, holders);
      kept.push(row);
      continue;
    }
    const detail = {
      name: clash.row.facility.name ?? '',
      row: String(clash.row.at.row),
      number: clash.value,
    };
    const at = placeOfRow(row);
    if (sameContent(row, clash.row)) {
      issues.push(issue('duplicate-row', at, row.facility.name, detail));
      kept.push(row);
    } else if (clash.kind === '地域ID') {
      issues.push(issue('duplicate-id', at, clash.value, detail));
      rejected.push(row);
    } else if (clash.kind === '名称住所') {
      issues.push(issue('duplicate-name-address', at, row.facility.name, detail));
      kept.push(withoutKey(row, clash.kind));
    } else {
      issues.push(issue('duplicate-number', at, clash.value, detail));
      kept.push(withoutKey(row, clash.kind));
    }
  }
  return { value: { kept, rejected }, issues };
}

function duplicateTexts(
  row: RecordRow,
): { kind: RecordRow['keys'][number]['kind']; value: string; text: string }[] {
  const types = row.services.map(service => service.type).join('+');
  return row.keys.map(key => ({ ...key, text: `${row.layer} ${keyText(key)} ${types}` }));
}

function remember(row: RecordRow, first: Map<string, RecordRow>): void {
  for (const { text } of duplicateTexts(row)) if (!first.has(text)) first.set(text, row);
}

function findClash(row: RecordRow, first: ReadonlyMap<string, RecordRow>) {
  for (const { kind, value, text } of duplicateTexts(row)) {
    const other = first.get(text);
    if (other && !(kind === '地域ID' && isOtherService(row, other)))
      return { kind, value: value.split('/')[0] as string, row: other };
  }
  return null;
}

const official: ReadonlySet<RecordRow['keys'][number]['kind']> = new Set([
  '医療機関コード',
  'ナビイID',
  '事業所番号',
]);

function hold(row: RecordRow, holders: Map<string, RecordRow[]>): void {
  for (const key of row.keys) {
    const text = `${row.layer} ${keyText(key)}`;
    const rows = holders.get(text);
    if (rows) rows.push(row);
    else holders.set(text, [row]);
  }
}

/** A row that has an official number of others of its layer and agrees with none of them: one number is wrong. */
function findStranger(row: RecordRow, holders: ReadonlyMap<string, readonly RecordRow[]>) {
  for (const key of row.keys.filter(({ kind }) => official.has(kind))) {
    const others = holders.get(`${row.layer} ${keyText(key)}`) ?? [];
    const [other] = others;
    if (other && others.every(one => areStrangers(row, one)))
      return { kind: key.kind, value: key.value.split('/')[0] as string, row: other };
  }
  return null;
}

/** Two names at two addresses, and nothing but one number in common. What is not stated differs from nothing. */
function areStrangers(a: RecordRow, b: RecordRow): boolean {
  const theirs = new Set(b.keys.map(keyText));
  const shared = new Set(a.keys.filter(key => theirs.has(keyText(key))).map(({ kind }) => kind));
  return shared.size < 2 && areElsewhere(a.facility, b.facility);
}

/** Both say who and where they are, and agree in neither. */
function areElsewhere(a: RecordRow['facility'], b: RecordRow['facility']): boolean {
  if (!a.name || !b.name || !a.address || !b.address) return false;
  return nameKey(a.name) !== nameKey(b.name) && addressKey(a.address.text) !== addressKey(b.address.text);
}

/** One office can have two services of a type under two 事業所番号 at its one address; without one, under its name. */
function isOtherService(a: RecordRow, b: RecordRow): boolean {
  const number = ({ services }: RecordRow): string | undefined =>
    services[0]?.numbers.find(each => each.kind === '事業所番号')?.value;
  const [left, right] = [number(a), number(b)];
  const place = ({ facility }: RecordRow): string | undefined => facility.address?.text ?? facility.name;
  return Boolean(left && right && left !== right && place(a) === place(b));
}

/** Professional values do not count: what becomes of a row is seen in public. */
function sameContent(a: RecordRow, b: RecordRow): boolean {
  const content = ({ facility, services, custom }: RecordRow) => JSON.stringify([facility, services, custom]);
  return content(a) === content(b);
}

function withoutKey(row: RecordRow, kind: RecordRow['keys'][number]['kind']): RecordRow {
  const keys = row.keys.filter(key => key.kind !== kind);
  const own = `${row.facility.name ?? ''}/${row.facility.address?.text ?? ''}/${row.at.row}`;
  return { ...row, keys: keys.length > 0 ? keys : [{ kind: '名称住所', value: own }] };
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

import { type Issue, issue, type Read } from '../issues/issue.ts';
import { addressKey } from '../normalize/address.ts';
import { nameKey } from '../normalize/keys.ts';
import { keyText, placeOfRow, type RecordRow } from './record.ts';

/**
 * Two rows of one layer with one key and one service, or with one official number though they agree in neither name
 * nor address. The same content twice is told and counts once; the region's own id on two different offices is an
 * error and the later row is rejected; an official number on two different offices is told, and the later row keeps
 * its place without the number.
 */
export function settleDuplicates(
  rows: readonly RecordRow[],
): Read<{ kept: RecordRow[]; rejected: RecordRow[] }> {
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

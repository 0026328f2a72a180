import { distanceKm } from '../geo/distance.ts';
import { addressKey } from '../normalize/address.ts';
import { nameKey } from '../normalize/keys.ts';
import type { JoinedRecord } from './layers.ts';
import type { SamePair } from './region-lists.ts';

/** Two records that are probably one office, and why. Only a suggestion: a person decides in `same.csv`. */
export interface Proposal {
  a: JoinedRecord;
  b: JoinedRecord;
  reasons: string[];
}

interface Traits {
  record: JoinedRecord;
  name: string;
  address: string;
  phones: ReadonlySet<string>;
}

/** Positions of one building differ by geocoder; beyond this they are not the same place. */
const nearKm = 0.3;

/**
 * Suggests pairs across layers that share two of: name, address, telephone, a near position. Pairs that the
 * region has decided already (同じ or 別) are not suggested again.
 */
export function proposeSame(records: readonly JoinedRecord[], decided: readonly SamePair[]): Proposal[] {
  const traits = records.filter(record => !record.held).map(traitsOf);
  const known = new Set(
    decided.filter(pair => pair.verdict !== 'open').map(pair => pairName(pair.a, pair.b)),
  );
  const proposals = new Map<string, Proposal>();
  for (const bucket of buckets(traits).values()) {
    for (const [index, a] of bucket.entries()) {
      for (const b of bucket.slice(index + 1)) {
        const name = pairName(a.record.id, b.record.id);
        if (
          a.record === b.record ||
          proposals.has(name) ||
          sharesLayer(a.record, b.record) ||
          isDecided(a.record, b.record, known)
        )
          continue;
        const reasons = reasonsOf(a, b);
        if (reasons.length >= 2) proposals.set(name, { a: a.record, b: b.record, reasons });
      }
    }
  }
  return [...proposals.values()].sort(
    (x, y) => y.reasons.length - x.reasons.length || (x.a.id < y.a.id ? -1 : 1),
  );
}

function traitsOf(record: JoinedRecord): Traits {
  const named = record.rows.filter(row => row.facility.name);
  const addressed = record.rows.find(row => row.facility.address);
  return {
    record,
    name: nameKey(named[0]?.facility.name ?? ''),
    address: addressed ? addressKey(addressed.facility.address?.text ?? '') : '',
    phones: new Set(
      record.rows.flatMap(row =>
        row.services.flatMap(service => (service.fields.phones ?? []).map(phone => phone.digits)),
      ),
    ),
  };
}

/** Only records that share something are compared; a very common value (a call centre's number) proposes nothing. */
function buckets(traits: readonly Traits[]): Map<string, Traits[]> {
  const found = new Map<string, Traits[]>();
  for (const one of traits) {
    const names = [`n ${one.name}`, `a ${one.address}`, ...[...one.phones].map(phone => `p ${phone}`)];
    for (const name of names) {
      if (name.length <= 2) continue;
      const bucket = found.get(name);
      if (bucket) bucket.push(one);
      else found.set(name, [one]);
    }
  }
  return new Map([...found].filter(([, bucket]) => bucket.length > 1 && bucket.length <= 30));
}

function reasonsOf(a: Traits, b: Traits): string[] {
  const reasons: string[] = [];
  if (
    a.name !== '' &&
    (a.name === b.name ||
      (Math.min(a.name.length, b.name.length) >= 4 && (a.name.includes(b.name) || b.name.includes(a.name))))
  ) {
    reasons.push(a.name === b.name ? '名称が同じ' : '名称が似ている');
  }
  if (a.address !== '' && a.address === b.address) reasons.push('住所が同じ');
  if ([...a.phones].some(phone => b.phones.has(phone))) reasons.push('電話番号が同じ');
  const [here, there] = [positionOf(a.record), positionOf(b.record)];
  if (here && there && distanceKm(here, there) <= nearKm) reasons.push('位置が近い');
  return reasons;
}

function positionOf(record: JoinedRecord) {
  return record.rows.find(row => row.facility.position)?.facility.position ?? null;
}

function sharesLayer(a: JoinedRecord, b: JoinedRecord): boolean {
  return a.rows.some(
    row => !row.supplement && b.rows.some(other => !other.supplement && other.layer === row.layer),
  );
}

function isDecided(a: JoinedRecord, b: JoinedRecord, known: ReadonlySet<string>): boolean {
  const names = (record: JoinedRecord) => [record.id, ...record.aliases];
  return names(a).some(left => names(b).some(right => known.has(pairName(left, right))));
}

function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

import type { JoinedRecord } from '../dataset/layers.ts';
import type { SamePair } from '../dataset/region-lists.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { eachCandidate } from './candidates.ts';
import { type SharedPhones, type Weighed, weigh } from './evidence.ts';
import { type Traits, traitReader } from './traits.ts';

/** Two records that are probably one office, and why. Only a suggestion: a person decides in `same.csv`. */
export interface Proposal extends Weighed {
  a: JoinedRecord;
  b: JoinedRecord;
}

/** From this score on a pair is proposed: see `weigh`. */
export const proposedFrom = 50;

/**
 * Suggests pairs that are probably one office, the most probable first, also of one layer: two services of one house,
 * or one name twice (an office written twice, or one that got a new number). Pairs that the region has decided (同じ
 * or 別) and records that are held back are not among them. The order of records does not matter.
 */
export function proposeSame(
  records: readonly JoinedRecord[],
  decided: readonly SamePair[],
  vocabulary: Vocabulary,
): Proposal[] {
  const traits = records.filter(record => !record.held).map(traitReader(vocabulary));
  const shared = sharedPhones(traits);
  const known = decidedPairs(records, decided);
  const proposals = new Map<string, Proposal>();
  const seen = new Set<string>();
  eachCandidate(traits, (one, other) => {
    const [a, b] = one.record.id < other.record.id ? [one, other] : [other, one];
    const name = pairName(a.record.id, b.record.id);
    if (seen.has(name)) return;
    seen.add(name);
    if (known.has(name)) return;
    const weighed = weigh(a, b, shared);
    if (weighed.score >= proposedFrom) proposals.set(name, { a: a.record, b: b.record, ...weighed });
  });
  return [...proposals.values()].sort(
    (x, y) => y.score - x.score || compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id),
  );
}

/** Two services of one house have one telephone; a number at three addresses says little. */
function sharedPhones(traits: readonly Traits[]): SharedPhones {
  const places = new Map<string, Set<string>>();
  for (const { phones, addresses } of traits) {
    for (const phone of phones) {
      const found = places.get(phone) ?? new Set();
      for (const { key } of addresses) found.add(key);
      places.set(phone, found);
    }
  }
  return new Set([...places].filter(([, found]) => found.size >= 3).map(([phone]) => phone));
}

/** `same.csv` may name a record by any of its ids. */
function decidedPairs(records: readonly JoinedRecord[], decided: readonly SamePair[]): Set<string> {
  const current = new Map(records.flatMap(({ id, aliases }) => aliases.map(alias => [alias, id] as const)));
  for (const { id } of records) current.set(id, id);
  const settled = decided.filter(pair => pair.verdict !== 'open');
  return new Set(settled.map(({ a, b }) => pairName(current.get(a) ?? a, current.get(b) ?? b)));
}

function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

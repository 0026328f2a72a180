/** From a state to the list: which facilities, in which order, and what was left out. */
import { type Bits, eachBit } from './bits.ts';
import { type Conditions, conditionsOf, servicesFor } from './clauses.ts';
import { countFacilities, type SearchIndex } from './index.ts';
import { type NearWord, textRanks } from './query.ts';
import type { Doubt, SearchState } from './state.ts';

export interface Outcome {
  /** Facility numbers, in the order shown. */
  facilities: readonly number[];
  /** Services that meet every condition. */
  services: Bits;
  /** `text`: by how well the text matches, then 五十音; `distance` from the place; else, or where it is so anyway, 五十音. */
  order: 'kana' | 'text' | 'distance';
  near: readonly NearWord[];
  /** Facilities that would be listed if services without an answer were let through. */
  leftOut: number;
  /** The same for what else is not known: how many each would add. Only those that would add some. */
  aside: readonly { doubt: Doubt; count: number }[];
}

export function find(
  index: SearchIndex,
  state: SearchState,
  conditions = conditionsOf(index, state),
): Outcome {
  const services = servicesFor(index, state, conditions);
  const facilities = facilitiesOf(index, services);
  return {
    ...inOrder(index, state, conditions, facilities),
    services,
    near: conditions.text?.near ?? [],
    leftOut: leftOutCount(index, state, conditions, facilities.length),
    aside: asideCounts(index, state, conditions, facilities.length),
  };
}

function facilitiesOf({ facilityOf }: SearchIndex, services: Bits): number[] {
  const facilities: number[] = [];
  let last = -1;
  eachBit(services, n => {
    const facility = facilityOf[n]!;
    if (facility !== last) facilities.push(facility);
    last = facility;
  });
  return facilities;
}

/** Facilities come in 五十音 order and the sorts are stable. */
function inOrder(
  index: SearchIndex,
  { sort }: SearchState,
  { text, place }: Conditions,
  facilities: readonly number[],
): Pick<Outcome, 'facilities' | 'order'> {
  if (sort === 'distance' && place?.km.some(km => !Number.isNaN(km)))
    return { facilities: byDistance(place.km, facilities), order: 'distance' };
  const ranks = text && textRanks(index, text);
  const ranked = ranks ? byRank(ranks, facilities) : facilities;
  return { facilities: ranked, order: ranked === facilities ? 'kana' : 'text' };
}

/** Facilities without a position come last. */
function byDistance(km: Float32Array, facilities: readonly number[]): number[] {
  const at = (facility: number) => (Number.isNaN(km[facility]!) ? Infinity : km[facility]!);
  return facilities.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** There are few different ranks: each has its own list. */
function byRank(ranks: Uint16Array, facilities: readonly number[]): readonly number[] {
  const worst = facilities.reduce((most, facility) => Math.max(most, ranks[facility]!), 0);
  const lists = Array.from({ length: worst + 1 }, (): number[] => []);
  for (const facility of facilities) lists[ranks[facility]!]!.push(facility);
  return lists[worst]!.length === facilities.length ? facilities : lists.flat();
}

function leftOutCount(index: SearchIndex, state: SearchState, conditions: Conditions, shown: number): number {
  if (state.unanswered || conditions.clauses.every(({ lenient }) => lenient === null)) return 0;
  const lenient = servicesFor(index, { ...state, unanswered: true }, conditions);
  return countFacilities(index, lenient) - shown;
}

function asideCounts(
  index: SearchIndex,
  state: SearchState,
  conditions: Conditions,
  shown: number,
): { doubt: Doubt; count: number }[] {
  return conditions.clauses
    .flatMap(({ doubts }) => doubts)
    .filter(({ doubt }) => !state.also.includes(doubt))
    .map(({ doubt }) => {
      const wider = servicesFor(index, { ...state, also: [...state.also, doubt] }, conditions);
      return { doubt, count: countFacilities(index, wider) - shown };
    })
    .filter(({ count }) => count > 0);
}

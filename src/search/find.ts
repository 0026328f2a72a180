/** From a state to the list: which facilities, in which order, and what was left out. */
import { type Bits, eachBit, fullBits, keepOnly, unionOf } from './bits.ts';
import { capabilityOf, countFacilities, type SearchIndex } from './index.ts';
import { matchText, type NearWord, type TextMatch } from './query.ts';
import { type FacetName, facetNames, type SearchState } from './state.ts';

export interface Outcome {
  /** Facility numbers, in the order shown. */
  facilities: readonly number[];
  /** Services that meet every condition. */
  services: Bits;
  /** `text`: by how well the text matches, then 五十音; `kana` where that is 五十音 anyway. */
  order: 'kana' | 'text';
  near: readonly NearWord[];
  /** Facilities that would be listed if services without an answer were let through. */
  leftOut: number;
}

/** The services each condition lets through; null where nothing is asked. */
export interface Conditions {
  text: TextMatch | null;
  types: Bits | null;
  areas: Bits | null;
  specialities: Bits | null;
  /** All chosen capabilities: ○ and △. Of a pair 実施／受け入れ, either. */
  capabilities: Bits | null;
  /** The same, with services that have not answered. */
  lenient: Bits | null;
}

export function find(
  index: SearchIndex,
  state: SearchState,
  conditions = conditionsOf(index, state),
): Outcome {
  const services = servicesFor(index, state, conditions);
  const facilities = facilitiesOf(index, services);
  const { text } = conditions;
  const ranked = text?.ranks ? byText(text.ranks, facilities) : facilities;
  return {
    facilities: ranked,
    services,
    order: ranked === facilities ? 'kana' : 'text',
    near: text?.near ?? [],
    leftOut: leftOutCount(index, state, conditions, facilities.length),
  };
}

export function conditionsOf(index: SearchIndex, state: SearchState): Conditions {
  const size = index.services.length;
  const any = (chosen: readonly string[], options: ReadonlyMap<string, Bits>) => {
    const known = chosen.flatMap(id => options.get(id) ?? []);
    return known.length === 0 ? null : unionOf(size, known);
  };
  return {
    text: matchText(index, state.text),
    types: any(state.types, index.types),
    areas: any(state.areas, index.areas),
    specialities: any(state.specialities, index.specialities),
    ...capabilityConditions(index, state.capabilities),
  };
}

/** All of the capabilities; of 実施 and 受け入れ of one capability, either. */
export function capabilityConditions(
  index: SearchIndex,
  chosen: readonly string[],
): Pick<Conditions, 'capabilities' | 'lenient'> {
  const size = index.services.length;
  const asked = chosen.flatMap(key => index.capabilities.get(key) ?? []);
  const ids = [...new Set(asked.map(({ key }) => capabilityOf(key)))];
  const pairs = ids.map(id => asked.filter(({ key }) => capabilityOf(key) === id));
  const all = (sets: readonly Bits[]) => {
    if (sets.length === 0) return null;
    const common = fullBits(size);
    for (const set of sets) keepOnly(common, set);
    return common;
  };
  return {
    capabilities: all(
      pairs.map(pair =>
        unionOf(
          size,
          pair.map(option => option.offered),
        ),
      ),
    ),
    lenient: all(
      pairs.map(pair =>
        unionOf(
          size,
          pair.flatMap(({ offered, unanswered }) => [offered, unanswered]),
        ),
      ),
    ),
  };
}

/** Services that meet every condition, or every one but those of a facet. */
export function servicesFor(
  index: SearchIndex,
  state: SearchState,
  conditions: Conditions,
  except?: FacetName,
): Bits {
  const services = fullBits(index.services.length);
  const capabilities = state.unanswered ? conditions.lenient : conditions.capabilities;
  const { text, types, areas, specialities } = conditions;
  const facets = { types, areas, specialities, capabilities };
  if (text) keepOnly(services, state.unanswered ? text.lenient : text.services);
  for (const facet of facetNames) {
    const met = facets[facet];
    if (met && facet !== except) keepOnly(services, met);
  }
  return services;
}

/** The state without what the data does not know, so that no condition is in force that cannot be seen. */
export function knownState(index: SearchIndex, state: SearchState): SearchState {
  const capabilities = state.capabilities.filter(key => index.capabilities.has(key));
  const spoken = matchText(index, state.text)?.options ?? [];
  return {
    ...state,
    types: state.types.filter(id => index.types.has(id)),
    areas: state.areas.filter(id => index.areas.has(id)),
    specialities: state.specialities.filter(name => index.specialities.has(name)),
    capabilities,
    unanswered: state.unanswered && capabilities.length + spoken.length > 0,
  };
}

function facilitiesOf(index: SearchIndex, services: Bits): number[] {
  const facilities: number[] = [];
  eachBit(services, n => {
    const facility = index.facilityOf[n]!;
    if (facilities.at(-1) !== facility) facilities.push(facility);
  });
  return facilities;
}

/** Facilities come in 五十音 order, and those of one rank stay in it. */
function byText(ranks: Uint16Array, facilities: readonly number[]): readonly number[] {
  const byRank = Map.groupBy(facilities, facility => ranks[facility]!);
  if (byRank.size < 2) return facilities;
  return [...byRank.keys()].sort((a, b) => a - b).flatMap(rank => byRank.get(rank)!);
}

function leftOutCount(index: SearchIndex, state: SearchState, conditions: Conditions, shown: number): number {
  if (state.unanswered || !(conditions.lenient || conditions.text)) return 0;
  const lenient = servicesFor(index, { ...state, unanswered: true }, conditions);
  return countFacilities(index, lenient) - shown;
}

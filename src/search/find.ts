/** From a state to the list: which facilities, in which order, and what was left out. */
import type { Moment } from '../calendar/moment.ts';
import { monthsBefore } from '../calendar/months.ts';
import type { AreaShapes } from './areas.ts';
import {
  addAll,
  addBit,
  type Bits,
  eachBit,
  emptyBits,
  fullBits,
  keepOnly,
  removeBit,
  unionOf,
} from './bits.ts';
import { capabilitiesMeant } from './concepts.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { FactIndex } from './facts.ts';
import { capabilityOf, countFacilities, type SearchIndex } from './index.ts';
import { needServices, type PresetServices, sceneServices } from './needs.ts';
import { openSets } from './opening.ts';
import { matchText, type NearWord, type TextMatch, textRanks } from './query.ts';
import {
  type Doubt,
  type Fact,
  type facetNames,
  levelOf,
  type Place,
  type SearchState,
  tidy,
} from './state.ts';

/** What is neither in the state nor in the data. */
export interface Setting {
  /** When it is. */
  moment: Moment | null;
  /** Outlines of the areas, once they were fetched. */
  shapes: AreaShapes | null;
}

export const noSetting: Setting = { moment: null, shapes: null };

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

export type ClauseKey =
  | (typeof facetNames)[number]
  | 'text'
  | 'need'
  | 'scene'
  | 'place'
  | 'within'
  | 'open'
  | 'months'
  | Fact;

/** One condition in force. */
export interface Clause {
  key: ClauseKey;
  /** Services that meet it. */
  met: Bits;
  /** Those and the ones that have not answered. */
  lenient: Bits | null;
  doubts: readonly { doubt: Doubt; services: Bits }[];
}

export interface Conditions {
  text: TextMatch | null;
  clauses: readonly Clause[];
  /** Who comes to the place, and how far it is. */
  place: Coverage | null;
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

export function conditionsOf(
  index: SearchIndex,
  state: SearchState,
  setting: Setting = noSetting,
): Conditions {
  const text = matchText(index, state.text, state.levels);
  const place = state.place && coverageOf(index, state.place, setting.shapes);
  const clauses = [
    text && textClause(text),
    anyClause(index, 'types', state.types),
    anyClause(index, 'areas', state.areas),
    anyClause(index, 'specialities', state.specialities),
    capabilityClause(index, state),
    presetClause('need', needServices(index, state.need)),
    presetClause('scene', sceneServices(index, state.scene)),
    place && state.reach === 'come' ? placeClause(place) : null,
    place && state.within !== null ? withinClause(index, place, state.within) : null,
    openClause(index, state, setting),
    monthsClause(index, state),
    ...factClauses(index, state),
  ];
  return { text, clauses: clauses.filter(clause => clause !== null), place };
}

export function textClause({ services, lenient }: Pick<TextMatch, 'services' | 'lenient'>): Clause {
  return { ...plain('text', services), lenient };
}

function plain(key: ClauseKey, met: Bits): Clause {
  return { key, met, lenient: null, doubts: [] };
}

function anyClause(
  index: SearchIndex,
  key: 'types' | 'areas' | 'specialities',
  chosen: readonly string[],
): Clause | null {
  const known = chosen.flatMap(id => index[key].get(id) ?? []);
  return known.length === 0 ? null : plain(key, unionOf(index.services.length, known));
}

/** All of the capabilities, each as strictly as it is asked for; of 実施 and 受け入れ of one capability, either. */
export function capabilityClause(
  index: SearchIndex,
  state: Pick<SearchState, 'capabilities' | 'levels'>,
): Clause | null {
  const size = index.services.length;
  const asked = state.capabilities.flatMap(key => index.capabilities.get(key) ?? []);
  if (asked.length === 0) return null;
  const [met, lenient] = [fullBits(size), fullBits(size)];
  for (const pair of Map.groupBy(asked, ({ key }) => capabilityOf(key)).values()) {
    const either = emptyBits(size);
    const silent = emptyBits(size);
    for (const { key, offered, sure, unanswered } of pair) {
      const level = levelOf(state, key);
      addAll(either, level === 'yes' ? sure : offered);
      addAll(level === 'all' ? either : silent, unanswered);
    }
    keepOnly(met, either);
    addAll(silent, either);
    keepOnly(lenient, silent);
  }
  return { ...plain('capabilities', met), lenient };
}

function presetClause(key: 'need' | 'scene', preset: PresetServices | null): Clause | null {
  return preset && { ...plain(key, preset.met), lenient: preset.lenient };
}

function placeClause({ covered, ask, go }: Coverage): Clause {
  const doubts = [
    { doubt: 'place' as const, services: ask },
    { doubt: 'go' as const, services: go },
  ];
  return { ...plain('place', covered), doubts };
}

/** As the crow flies. Who lies nowhere on the map may be near. */
function withinClause(index: SearchIndex, place: Coverage, km: number): Clause {
  const doubts = [{ doubt: 'within' as const, services: servicesAt(index, place.km, Number.isNaN) }];
  return { ...plain('within', servicesWithin(index, place, km)), doubts };
}

export function servicesWithin(index: SearchIndex, place: Coverage, most: number): Bits {
  return servicesAt(index, place.km, km => km <= most);
}

function servicesAt({ services, facilityOf }: SearchIndex, km: Float32Array, isMet: (km: number) => boolean) {
  const bits = emptyBits(services.length);
  facilityOf.forEach((facility, n) => {
    if (isMet(km[facility]!)) addBit(bits, n);
  });
  return bits;
}

function openClause(
  index: SearchIndex,
  { open, specialities }: SearchState,
  { moment }: Setting,
): Clause | null {
  if (!open) return null;
  const sets = openSets(index, open, specialities, moment);
  return { ...plain('open', sets.open), doubts: [{ doubt: 'open', services: sets.unknown }] };
}

function monthsClause(
  index: SearchIndex,
  state: Pick<SearchState, 'months' | 'capabilities'>,
): Clause | null {
  const { months } = state;
  return months === null ? null : plain('months', confirmedWithin(index, months, state));
}

const confirmedSets = new WeakMap<SearchIndex, Map<number, Bits>>();

/**
 * Strict: a month or year alone counts by its beginning, and what was never confirmed was not. Where capabilities are
 * chosen, their answers must be as fresh as the service.
 */
export function confirmedWithin(
  index: SearchIndex,
  months: number,
  { capabilities }: Pick<SearchState, 'capabilities'>,
): Bits {
  const { words, oldAnswers } = index.data;
  const fresh = confirmedSince(index, months).slice();
  for (const [option, on, , services] of oldAnswers)
    if (capabilities.includes(option) && on < monthsBefore(words.asOf ?? '', months))
      for (const n of services) removeBit(fresh, n);
  return fresh;
}

function confirmedSince(index: SearchIndex, months: number): Bits {
  const made = confirmedSets.get(index) ?? new Map<number, Bits>();
  confirmedSets.set(index, made);
  const bits = made.get(months) ?? confirmedBits(index, months);
  made.set(months, bits);
  return bits;
}

function confirmedBits({ services, data }: SearchIndex, months: number): Bits {
  const bits = emptyBits(services.length);
  const since = data.words.asOf && monthsBefore(data.words.asOf, months);
  services.forEach(({ confirmed }, n) => {
    if (since && confirmed && confirmed >= since) addBit(bits, n);
  });
  return bits;
}

function factClauses(index: SearchIndex, { facts }: SearchState): Clause[] {
  return Object.entries(facts).flatMap(([fact, chosen]) => {
    const known = index.facts.get(fact as Fact);
    const options = (chosen ?? []).flatMap(word => known?.options.get(word) ?? []);
    if (!known || options.length === 0) return [];
    const met = unionOf(index.services.length, options);
    return {
      ...plain(known.fact, met),
      doubts: [{ doubt: known.fact, services: silentOn(known, chosen ?? []) }],
    };
  });
}

/** Services that may state one of the options, for all we know. */
function silentOn({ unstated, noughts }: FactIndex, chosen: readonly string[]): Bits {
  if (!noughts) return unstated;
  const size = unstated.length * 32;
  const refused = fullBits(size);
  for (const word of chosen) keepOnly(refused, noughts.get(word) ?? emptyBits(size));
  const silent = fullBits(size);
  eachBit(refused, n => removeBit(silent, n));
  return silent;
}

/** What the clause lets through, by what the state also wants to see. */
export function passing(
  { met, lenient, doubts }: Clause,
  state: Pick<SearchState, 'unanswered' | 'also'>,
): Bits {
  if (lenient && state.unanswered) return lenient;
  const also = doubts.filter(({ doubt }) => state.also.includes(doubt));
  return also.length === 0 ? met : unionOf(met.length * 32, [met, ...also.map(({ services }) => services)]);
}

/** Services that meet every condition, or every one but one. */
export function servicesFor(
  index: SearchIndex,
  state: Pick<SearchState, 'unanswered' | 'also'>,
  { clauses }: Pick<Conditions, 'clauses'>,
  except?: ClauseKey,
): Bits {
  const services = fullBits(index.services.length);
  for (const clause of clauses) if (clause.key !== except) keepOnly(services, passing(clause, state));
  return services;
}

/** The state without what the data does not know, so that no condition is in force that cannot be seen. */
export function knownState(index: SearchIndex, state: SearchState): SearchState {
  const { words } = index.data;
  const capabilities = state.capabilities.filter(key => index.capabilities.has(key));
  const whole = new Map(words.pieces);
  const areas = state.areas.map(id => whole.get(id) ?? id).filter(id => index.areas.has(id));
  const facts = Object.entries(state.facts).flatMap(([fact, chosen]) => {
    const known = chosen?.filter(word => index.facts.get(fact as Fact)?.options.has(word)) ?? [];
    return known.length > 0 ? [[fact, known]] : [];
  });
  const next = tidy({
    ...state,
    types: state.types.filter(id => index.types.has(id)),
    areas: [...new Set(areas)],
    specialities: state.specialities.filter(name => index.specialities.has(name)),
    capabilities,
    need: words.needs.some(({ id }) => id === state.need) ? state.need : null,
    scene: words.scenes.some(({ id }) => id === state.scene) ? state.scene : null,
    place: knownPlace(index, state.place),
    facts: Object.fromEntries(facts),
  });
  const text = matchText(index, state.text);
  const isAsked = capabilities.length > 0 || next.need !== null || next.scene !== null;
  const isSpoken = (text?.options.length ?? 0) > 0;
  const asked = new Set([...capabilities, ...(text?.parts ?? []).flatMap(capabilitiesMeant)]);
  const levels = Object.entries(next.levels).filter(([key]) => asked.has(key));
  return {
    ...next,
    levels: Object.fromEntries(levels),
    unanswered: next.unanswered && (isAsked || isSpoken),
  };
}

function knownPlace({ data: { words } }: SearchIndex, place: Place | null): Place | null {
  if (place?.kind !== 'area') return place;
  const id = words.pieces.find(([piece]) => piece === place.id)?.[1] ?? place.id;
  return words.places.some(each => each.id === id) ? { kind: 'area', id } : null;
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

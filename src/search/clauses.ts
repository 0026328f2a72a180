/** The conditions of a state, each as the services that meet it and those that may. */
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
import { type Coverage, coverageOf } from './coverage.ts';
import type { FactIndex } from './facts.ts';
import { capabilityOf, type SearchIndex } from './index.ts';
import { needServices, type PresetServices, sceneServices } from './needs.ts';
import { openSets } from './opening.ts';
import { matchText, type TextMatch } from './query.ts';
import { type Doubt, type Fact, type facetNames, levelOf, type SearchState } from './state.ts';

/** What is neither in the state nor in the data. */
export interface Setting {
  /** When it is. */
  moment: Moment | null;
  /** Outlines of the areas, once they were fetched. */
  shapes: AreaShapes | null;
}

export const noSetting: Setting = { moment: null, shapes: null };

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

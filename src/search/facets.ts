/** How many facilities each option would give, so that no count surprises. */
import type { Moment } from '../calendar/moment.ts';
import { type Bits, keepOnly, unionOf } from './bits.ts';
import {
  type ClauseKey,
  type Conditions,
  capabilityClause,
  conditionsOf,
  confirmedWithin,
  noSetting,
  passing,
  servicesFor,
  servicesWithin,
  textClause,
} from './clauses.ts';
import { capabilitiesMeant } from './concepts.ts';
import { capabilityOf, countFacilities, type SearchIndex } from './index.ts';
import { needServices, type PresetServices, sceneServices } from './needs.ts';
import { openSets } from './opening.ts';
import { countOptions } from './option-counts.ts';
import { atLevels } from './query.ts';
import { onceFor } from './remember.ts';
import {
  type AnswerLevel,
  answerLevels,
  type Clock,
  clocks,
  type FacetName,
  type Fact,
  levelOf,
  type SearchState,
  withLevels,
} from './state.ts';

export interface FacetOption {
  id: string;
  label: string;
  /** Heading the option stands under: type group, area kind, group of specialities or capabilities. */
  group: string;
  chosen: boolean;
  /**
   * Facilities that meet every other facet and this option. Choosing the first option of a facet, or one more
   * capability, lists exactly this many.
   */
  count: number;
  /** Facilities that choosing it adds to the list, where another of which one is enough is chosen already. */
  adds: number | null;
}

export interface CapabilityFacetOption extends FacetOption {
  /** Is it asked of a chosen type? All are where none is chosen. */
  relevant: boolean;
  /** Of a chosen one: how many the list would hold at each strictness. */
  levels: Record<AnswerLevel, number> | null;
}

export interface FactFacet {
  fact: Fact;
  /** Of the region's own columns; ours have theirs in the texts. */
  label: string | null;
  options: FacetOption[];
}

/** Capabilities that a typed word speaks of, any of which is enough. */
export interface TypedCapability {
  typed: string;
  options: readonly string[];
  level: AnswerLevel;
  /** How many the list would hold at each strictness. */
  levels: Record<AnswerLevel, number>;
}

export interface Facets extends Record<FacetName, FacetOption[]> {
  capabilities: CapabilityFacetOption[];
  /** Those that are not chosen as well. */
  typedCapabilities: TypedCapability[];
  /** One of them at a time. */
  needs: FacetOption[];
  scenes: FacetOption[];
  /** Only facts that someone states. */
  facts: FactFacet[];
  /** How many are open now, by each clock; null where no service has such hours, or the time is not known. */
  openNow: Record<Clock, number | null>;
  /** Of places one goes to: within so many kilometres; none where nothing can be measured. */
  within: { km: number; chosen: boolean; count: number }[];
  /** Confirmed within so many months; none where the region's data has no dates. */
  months: { months: number; chosen: boolean; count: number }[];
}

const offeredMonths = [3, 6, 12, 24];
const offeredKm = [1, 2, 5, 10, 20];

/** Every option the data has, in the vocabulary's order; also those that give nothing now. */
export function facetsOf(
  index: SearchIndex,
  state: SearchState,
  conditions: Conditions = conditionsOf(index, state),
  moment: Moment | null = noSetting.moment,
): Facets {
  const { words } = index.data;
  const now: Current = { index, state, conditions };
  return {
    types: anyOf(now, 'types', state.types, words.types, index.types),
    areas: anyOf(
      now,
      'areas',
      state.areas,
      words.areas.map(({ id, name, kind }) => ({ id, label: name, group: kind })),
      index.areas,
    ),
    specialities: anyOf(
      now,
      'specialities',
      state.specialities,
      words.specialities.map(({ label, group }) => ({ id: label, label, group })),
      index.specialities,
    ),
    capabilities: allOf(now),
    typedCapabilities: typedOf(now),
    needs: oneOf(now, 'need', state.need, words.needs, id => needServices(index, id)),
    scenes: oneOf(now, 'scene', state.scene, words.scenes, id => sceneServices(index, id)),
    facts: [...index.facts.values()].map(({ fact, label, options }) => ({
      fact,
      label,
      options: anyOf(
        now,
        fact,
        state.facts[fact] ?? [],
        [...options.keys()].map(word => ({ id: word, label: word, group: '' })),
        options,
      ),
    })),
    openNow: openNow(now, moment),
    within: withinOptions(now),
    months: monthOptions(now),
  };
}

interface Current {
  index: SearchIndex;
  state: SearchState;
  conditions: Conditions;
}

interface Option {
  id: string;
  label: string;
  group: string;
}

/** Any of the chosen is enough; with a doubt let through, that too. */
function anyOf(
  { index, state, conditions }: Current,
  key: ClauseKey,
  chosen: readonly string[],
  options: readonly Option[],
  sets: ReadonlyMap<string, Bits>,
): FacetOption[] {
  const others = servicesFor(index, state, conditions, key);
  const clause = conditions.clauses.find(each => each.key === key);
  const shown = clause && servicesFor(index, state, conditions);
  const countOf = countOptions(index, sets, others);
  const addsOf = shown && countOptions(index, sets, others, shown);
  return options.flatMap(({ id, label, group }) => {
    if (!sets.has(id)) return [];
    const isChosen = chosen.includes(id);
    const adds = isChosen || !addsOf ? null : addsOf(id);
    return { id, label, group, chosen: isChosen, count: countOf(id), adds };
  });
}

function oneOf(
  { index, state, conditions }: Current,
  key: 'need' | 'scene',
  chosen: string | null,
  options: readonly { id: string; label: string }[],
  servicesOf: (id: string) => PresetServices | null,
): FacetOption[] {
  const others = servicesFor(index, state, conditions, key);
  return options.flatMap(({ id, label }) => {
    const preset = servicesOf(id);
    if (!preset) return [];
    const met = state.unanswered ? preset.lenient : preset.met;
    const count = countFacilities(index, others, met);
    return { id, label, group: '', chosen: id === chosen, count, adds: null };
  });
}

function allOf({ index, state, conditions }: Current): CapabilityFacetOption[] {
  const shown = servicesFor(index, state, conditions);
  const total = countFacilities(index, shown);
  const pairs = new Set(state.capabilities.map(capabilityOf));
  const asked = askedLetters(index, state);
  const countOf = countOptions(index, metSets[state.unanswered ? 'lenient' : 'offered'](index), shown);
  const counted = (changed: Pick<SearchState, 'capabilities' | 'levels'>): number =>
    countWith({ index, state, conditions }, changed);
  return capabilityOptions(index).map(({ key, label, group, capability, asked: letters }) => {
    const chosen = state.capabilities.includes(key);
    const widens = !chosen && pairs.has(capability);
    const changed = { ...state, capabilities: [...state.capabilities, key] };
    return {
      id: key,
      label,
      group,
      chosen,
      count: countOf(key),
      adds: widens ? counted(changed) - total : null,
      relevant: chosen || asked === null || overlaps(letters, asked),
      levels: chosen ? levelCounts([key], state, counted) : null,
    };
  });
}

/** In the order of the vocabulary. */
const capabilityOptions = onceFor(({ data: { words }, capabilities }: SearchIndex) =>
  words.capabilities.flatMap(({ id, asked }) =>
    [id, `${id}.accepts`].flatMap(key => {
      const option = capabilities.get(key);
      return option ? { key, label: option.label, group: option.group, capability: id, asked } : [];
    }),
  ),
);

/** Of each capability option, what one more chosen lets through. */
const metSets = {
  offered: onceFor(
    ({ capabilities }: SearchIndex) => new Map([...capabilities].map(([key, { offered }]) => [key, offered])),
  ),
  lenient: onceFor(
    ({ capabilities, services }: SearchIndex) =>
      new Map(
        [...capabilities].map(([key, { offered, unanswered }]) => [
          key,
          unionOf(services.length, [offered, unanswered]),
        ]),
      ),
  ),
};

function typedOf(now: Current): TypedCapability[] {
  const { state, conditions } = now;
  return (conditions.text?.parts ?? []).flatMap(part => {
    const options = capabilitiesMeant(part);
    const [first] = options;
    if (first === undefined || options.some(option => state.capabilities.includes(option))) return [];
    const levels = levelCounts(options, state, changed => countWith(now, changed));
    return { typed: part.typed, options, level: levelOf(state, first), levels };
  });
}

function levelCounts(
  keys: readonly string[],
  state: SearchState,
  counted: (changed: Pick<SearchState, 'capabilities' | 'levels'>) => number,
): Record<AnswerLevel, number> {
  const counts = answerLevels.map(level => [level, counted(withLevels(state, keys, level))]);
  return Object.fromEntries(counts) as Record<AnswerLevel, number>;
}

function countWith(
  { index, state, conditions }: Current,
  changed: Pick<SearchState, 'capabilities' | 'levels'>,
): number {
  const { text } = conditions;
  // The text may speak of the same.
  const said =
    text && changed.levels !== state.levels ? textClause(atLevels(index, text, changed.levels)) : null;
  const clauses = conditions.clauses.filter(({ key }) => !(said && key === 'text'));
  const services = servicesFor(index, state, { clauses }, 'capabilities');
  for (const clause of [said, capabilityClause(index, changed)])
    if (clause) keepOnly(services, passing(clause, state));
  return countFacilities(index, services);
}

/** Letters of the chosen types; null where none is chosen. */
function askedLetters({ typeById }: SearchIndex, { types }: SearchState): ReadonlySet<string> | null {
  const letters = types.flatMap(id => typeById.get(id)?.letter ?? []);
  return letters.length === 0 ? null : new Set(letters);
}

function overlaps(asked: string, letters: ReadonlySet<string>): boolean {
  return asked.includes('*') || [...asked].some(letter => letters.has(letter));
}

function openNow({ index, state, conditions }: Current, moment: Moment | null): Facets['openNow'] {
  const others = servicesFor(index, state, conditions, 'open');
  const counts = clocks.map(clock => {
    const hasHours = index.hours.some(sets =>
      sets.some(({ purpose }) => (purpose === 'visit') === (clock === 'visit')),
    );
    if (!moment || !hasHours) return [clock, null];
    const { open, unknown } = openSets(index, { when: 'now', clock }, state.specialities, moment);
    const met = state.also.includes('open') ? unionOf(index.services.length, [open, unknown]) : open;
    return [clock, countFacilities(index, others, met)];
  });
  return Object.fromEntries(counts) as Facets['openNow'];
}

/** A distance that lists as many as a shorter one tells nothing, but for the chosen one. */
function withinOptions({ index, state, conditions }: Current): Facets['within'] {
  const { place } = conditions;
  if (!place || state.reach !== 'go' || place.km.every(Number.isNaN)) return [];
  const others = servicesFor(index, state, conditions, 'within');
  const also = conditions.clauses.find(({ key }) => key === 'within')?.doubts ?? [];
  const unknown = state.also.includes('within') ? also.map(({ services }) => services) : [];
  const options = offeredKm.map(km => {
    const met = unionOf(index.services.length, [servicesWithin(index, place, km), ...unknown]);
    return { km, chosen: state.within === km, count: countFacilities(index, others, met) };
  });
  return options.filter(({ chosen, count }, i) => chosen || count > (options[i - 1]?.count ?? 0));
}

function monthOptions({ index, state, conditions }: Current): Facets['months'] {
  if (!index.services.some(({ confirmed }) => confirmed !== null)) return [];
  const others = servicesFor(index, state, conditions, 'months');
  return offeredMonths.map(months => ({
    months,
    chosen: state.months === months,
    count: countFacilities(index, others, confirmedWithin(index, months, state)),
  }));
}

/**
 * The state in the address: text, types, areas, specialities, hours and the tab in the query; what tells of a person
 * (needs, procedures, insurance, the place someone is to come to) in the fragment, which never leaves the device; the
 * device's position in neither. Anything unreadable is ignored.
 */
import {
  type AnswerLevel,
  type Clock,
  clocks,
  type Doubt,
  emptyState,
  type Fact,
  isWeekday,
  levelOf,
  type OpenAsked,
  type OpenWhen,
  ownFacts,
  type Place,
  type SearchState,
  tidy,
} from './state.ts';

export interface SearchAddress {
  /** With `?`, or empty. */
  search: string;
  /** With `#`, or empty. */
  hash: string;
}

interface Codec<T> {
  parse: (values: readonly string[]) => T;
  /** Empty where the value is the default. */
  serialise: (value: T) => readonly string[];
}

const maxText = 200;
const maxChosen = 50;
const maxMonths = 120;
const maxWithin = 100;

const textCodec: Codec<string> = {
  parse: values => normalText(values[0] ?? ''),
  serialise: value => (normalText(value).trim() === '' ? [] : [normalText(value)]),
};
const id = /^[a-z0-9][a-z0-9._-]{0,79}$/i;
const idsCodec = listCodec(id);
const name = /^[^\p{C}]{1,40}$/u;
const namesCodec = listCodec(name);
const idCodec: Codec<string | null> = {
  parse: ([value = '']) => (id.test(value) ? value : null),
  serialise: value => (value !== null && id.test(value) ? [value] : []),
};
const flagCodec: Codec<boolean> = {
  parse: values => values[0] === '1',
  serialise: value => (value ? ['1'] : []),
};
const viewCodec = choiceCodec(['list', 'map']);
const reachCodec = choiceCodec(['come', 'go']);
const sortCodec = choiceCodec(['kana', 'distance']);

/** `available-24h~yes`: a capability, and how strict where it is not the usual. */
const capabilityOfPair = (pair: string) => pair.split('~', 1)[0]!;
function parseLevels(pairs: readonly string[]): [string, AnswerLevel][] {
  return pairs.flatMap((pair): [string, AnswerLevel][] => {
    const [key = '', level] = pair.split('~', 2);
    return id.test(key) && (level === 'yes' || level === 'all') ? [[key, level]] : [];
  });
}
function withStrictness(keys: readonly string[], { levels }: SearchState): string[] {
  return keys.map(key => (levelOf({ levels }, key) === 'ask' ? key : `${key}~${levels[key]}`));
}

/** `can=`: chosen ones; `level=`: those that the text speaks of. */
function parseCapabilities(fragment: URLSearchParams): Pick<SearchState, 'capabilities' | 'levels'> {
  const [chosen, typed] = [fragment.getAll('can'), fragment.getAll('level').slice(0, maxChosen)];
  return {
    capabilities: idsCodec.parse(chosen.map(capabilityOfPair)),
    levels: Object.fromEntries([...parseLevels(typed), ...parseLevels(chosen)]),
  };
}

function typedLevels({ capabilities, levels }: SearchState): string[] {
  const chosen = idsCodec.serialise(capabilities);
  return idsCodec
    .serialise(Object.keys(levels))
    .filter(key => levels[key] !== 'ask' && !chosen.includes(key));
}

/** `mihono-nishimachi`, `town:向山団地`, `at:37.9483,139.3276` (about 10 m). */
const placeCodec: Codec<Place | null> = {
  parse: ([value = '']) => {
    const [, town] = /^town:(.+)$/u.exec(value) ?? [];
    if (town !== undefined) return name.test(town) ? { kind: 'town', name: town } : null;
    const [, lat, lng] = /^at:(-?\d{1,2}\.\d{4}),(-?\d{1,3}\.\d{4})$/.exec(value) ?? [];
    if (lat !== undefined) return pointOf(Number(lat), Number(lng));
    return id.test(value) ? { kind: 'area', id: value } : null;
  },
  serialise: place => {
    if (place?.kind === 'area') return idCodec.serialise(place.id);
    if (place?.kind === 'town') return name.test(place.name) ? [`town:${place.name}`] : [];
    if (place?.kind !== 'point' || !pointOf(place.lat, place.lng)) return [];
    return [`at:${fourDigits(place.lat)},${fourDigits(place.lng)}`];
  },
};

function pointOf(lat: number, lng: number): Place | null {
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) return null;
  // Without the minus of zero.
  return { kind: 'point', lat: Number(fourDigits(lat)), lng: Number(fourDigits(lng)) };
}

function fourDigits(degrees: number): string {
  return (Math.round(degrees * 1e4) / 1e4 + 0).toFixed(4);
}

/** `now`, `sat-1030`; with `.visit` on the clock of visits. */
const openCodec: Codec<OpenAsked | null> = {
  parse: ([value = '']) => {
    const [typed = '', clock = 'outpatient'] = value.split('.');
    const when = whenOf(typed);
    return when && isClock(clock) ? { when, clock } : null;
  },
  serialise: open => {
    if (!open) return [];
    const { when, clock } = open;
    const typed = when === 'now' ? when : `${when.day}-${clockTime(when.minutes)}`;
    return whenOf(typed) ? [clock === 'outpatient' ? typed : `${typed}.${clock}`] : [];
  },
};

function whenOf(typed: string): OpenWhen | null {
  if (typed === 'now') return typed;
  const [, day = '', hours, minutes] = /^([a-z]{3,7})-([01]\d|2[0-3])([0-5]\d)$/.exec(typed) ?? [];
  return isWeekday(day) ? { day, minutes: Number(hours) * 60 + Number(minutes) } : null;
}

function clockTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join('');
}

function isClock(text: string): text is Clock {
  return (clocks as readonly string[]).includes(text);
}

const monthsCodec = countCodec(maxMonths);
const withinCodec = countCodec(maxWithin);

const doubts: ReadonlySet<string> = new Set(['place', 'go', 'within', 'open', ...ownFacts]);
const isFact = (key: string): key is Fact => (ownFacts as readonly string[]).includes(key) || isCustom(key);
const isCustom = (key: string): boolean => key.startsWith('custom.') && name.test(key.slice(7));
const alsoCodec: Codec<readonly Doubt[]> = {
  parse: values => unique(values.filter((v): v is Doubt => doubts.has(v) || isCustom(v))),
  serialise: values => values,
};

export function parseAddress({ search, hash }: SearchAddress): SearchState {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  return tidy({
    text: textCodec.parse(query.getAll('q')),
    types: idsCodec.parse(query.getAll('type')),
    areas: idsCodec.parse(query.getAll('area')),
    specialities: namesCodec.parse(query.getAll('sp')),
    open: openCodec.parse(query.getAll('open')),
    months: monthsCodec.parse(query.getAll('months')),
    sort: sortCodec.parse(query.getAll('sort')),
    view: viewCodec.parse(query.getAll('view')),
    ...parseCapabilities(fragment),
    unanswered: flagCodec.parse(fragment.getAll('unanswered')),
    need: idCodec.parse(fragment.getAll('need')),
    scene: idCodec.parse(fragment.getAll('scene')),
    place: placeCodec.parse(fragment.getAll('place')),
    reach: reachCodec.parse(fragment.getAll('reach')),
    within: withinCodec.parse(fragment.getAll('within')),
    facts: parseFacts(fragment),
    also: alsoCodec.parse(fragment.getAll('also')),
  });
}

export function serialiseState(state: SearchState): SearchAddress {
  const query = toParams([
    ['q', textCodec.serialise(state.text)],
    ['type', idsCodec.serialise(state.types)],
    ['area', idsCodec.serialise(state.areas)],
    ['sp', namesCodec.serialise(state.specialities)],
    ['open', openCodec.serialise(state.open)],
    ['months', monthsCodec.serialise(state.months)],
    ['sort', sortCodec.serialise(state.sort)],
    ['view', viewCodec.serialise(state.view)],
  ]);
  const fragment = toParams([
    ['can', withStrictness(idsCodec.serialise(state.capabilities), state)],
    ['level', withStrictness(typedLevels(state), state)],
    ['unanswered', flagCodec.serialise(state.unanswered)],
    ['need', idCodec.serialise(state.need)],
    ['scene', idCodec.serialise(state.scene)],
    ['place', placeCodec.serialise(state.place)],
    ['reach', reachCodec.serialise(state.reach)],
    ['within', withinCodec.serialise(state.within)],
    ...Object.entries(state.facts).map(([fact, chosen]): [string, readonly string[]] => [
      fact,
      namesCodec.serialise(chosen ?? []),
    ]),
    ['also', alsoCodec.serialise(state.also)],
  ]);
  return { search: query && `?${query}`, hash: fragment && `#${fragment}` };
}

/** The state as an address would give it back: well-formed, bounded, without doubles or the device's position. */
export function normalState(state: SearchState): SearchState {
  return { ...emptyState, ...parseAddress(serialiseState(state)) };
}

function parseFacts(fragment: URLSearchParams): SearchState['facts'] {
  const facts = unique([...fragment.keys()].filter(isFact)).slice(0, maxChosen);
  return Object.fromEntries(facts.map(fact => [fact, namesCodec.parse(fragment.getAll(fact))]));
}

function toParams(pairs: readonly [string, readonly string[]][]): string {
  const params = new URLSearchParams();
  for (const [key, values] of pairs) for (const value of values) params.append(key, value);
  return params.toString();
}

/** Repeated keys, so that a value may hold any character; order kept, doubles dropped. */
function listCodec(valid: RegExp): Codec<readonly string[]> {
  const clean = (values: readonly string[]) => unique(values.filter(v => valid.test(v))).slice(0, maxChosen);
  return { parse: clean, serialise: clean };
}

/** A whole number from 1. */
function countCodec(most: number): Codec<number | null> {
  return {
    parse: ([value = '']) => (/^[1-9]\d{0,2}$/.test(value) && Number(value) <= most ? Number(value) : null),
    serialise: value => (value === null ? [] : [String(value)]),
  };
}

/** The first choice is the default, and not written. */
function choiceCodec<T extends string>(choices: readonly [T, ...T[]]): Codec<T> {
  return {
    parse: values => choices.find(choice => choice === values[0]) ?? choices[0],
    serialise: value => (value === choices[0] ? [] : [value]),
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Control characters and lone surrogates out. */
function normalText(text: string): string {
  return text
    .slice(0, maxText)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(/^\s+$/u, '');
}

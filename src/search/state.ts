/** What a visitor asked for. Everything else on the search page follows from this and the data. */
import { type Weekday, weekdays } from '../model/facility.ts';

/** How strict a capability is asked for: ○ only, ○ and △ (the default), or with those that have not answered. */
export const answerLevels = ['yes', 'ask', 'all'] as const;
export type AnswerLevel = (typeof answerLevels)[number];

/** 来てもらう先, or where one sets out from. */
export type Place =
  | { kind: 'area'; id: string }
  /** A name that offices give as where they come to and that is no area of the region. */
  | { kind: 'town'; name: string }
  /** Chosen on the map. */
  | { kind: 'point'; lat: number; lng: number }
  /** Where the device is: in no address. */
  | { kind: 'device'; lat: number; lng: number };

/** `come`: offices that come to the place (or fetch from it). `go`: nobody is left out, the way there is measured. */
export type Reach = 'come' | 'go';

/** `outpatient` 外来・営業・窓口, `visit` 訪問: each has hours of its own. */
export const clocks = ['outpatient', 'visit'] as const;
export type Clock = (typeof clocks)[number];

/** Now, or as on any such day of the week (`holiday` = 祝日) at so many minutes after midnight. */
export type OpenWhen = 'now' | { day: Weekday; minutes: number };
export interface OpenAsked {
  when: OpenWhen;
  clock: Clock;
}

/** What services state as lists of words. `custom.<key>` is a column of the region's own. */
export const ownFacts = ['acceptance', 'insurance', 'careLevels', 'languages', 'ict'] as const;
export type Fact = (typeof ownFacts)[number] | `custom.${string}`;

/**
 * Conditions of which an office may say nothing. Such offices are counted apart, and shown when asked for:
 * `place` may come or not, `go` one goes to and nobody comes from, `within` no position, `open` hours not known, a fact
 * not stated.
 */
export type Doubt = 'place' | 'go' | 'within' | 'open' | Fact;

export interface SearchState {
  text: string;
  /** Any of these. */
  types: readonly string[];
  areas: readonly string[];
  /** Names of 診療科. */
  specialities: readonly string[];
  /** All of these: capability id, or `<id>.accepts` where performing and accepting are told apart (then either). */
  capabilities: readonly string[];
  /** Of capabilities that are chosen or that the text speaks of, where it is not `ask`. */
  levels: Readonly<Record<string, AnswerLevel>>;
  /** Also show services that have not answered the capabilities. Refusals never show, and cannot be asked for. */
  unanswered: boolean;
  /** 困りごと and 場面: any of the types and capabilities that the vocabulary names for it. */
  need: string | null;
  scene: string | null;
  place: Place | null;
  reach: Reach;
  /** Of places one goes to: no farther than so many kilometres, as the crow flies. */
  within: number | null;
  open: OpenAsked | null;
  /** Any of the words of each. `acceptance` (新規の受け入れ): `yes` 可, `ask` 要相談. */
  facts: Readonly<Partial<Record<Fact, readonly string[]>>>;
  /** Confirmed within so many months of the region's 時点. What was never confirmed is not. */
  months: number | null;
  /** Show these as well, though it is not known whether they meet the condition. */
  also: readonly Doubt[];
  /** `distance` from the place; else by the text where there is one, else 五十音. */
  sort: 'kana' | 'distance';
  /** Which tab a phone shows. */
  view: 'list' | 'map';
}

export const emptyState: SearchState = {
  text: '',
  types: [],
  areas: [],
  specialities: [],
  capabilities: [],
  levels: {},
  unanswered: false,
  need: null,
  scene: null,
  place: null,
  reach: 'come',
  within: null,
  open: null,
  facts: {},
  months: null,
  also: [],
  sort: 'kana',
  view: 'list',
};

/** The four facets: lists of chosen options. */
export const facetNames = ['types', 'areas', 'specialities', 'capabilities'] as const;
export type FacetName = (typeof facetNames)[number];

export function toggleOption(state: SearchState, facet: FacetName, option: string): SearchState {
  return withFacet(state, facet, toggled(state[facet], option));
}

export function withFacet(state: SearchState, facet: FacetName, chosen: readonly string[]): SearchState {
  return tidy({ ...state, [facet]: chosen });
}

export function toggleFact(state: SearchState, fact: Fact, value: string): SearchState {
  return withFact(state, fact, toggled(state.facts[fact] ?? [], value));
}

export function withFact(state: SearchState, fact: Fact, chosen: readonly string[]): SearchState {
  return tidy({ ...state, facts: { ...state.facts, [fact]: chosen } });
}

export function toggleDoubt(state: SearchState, doubt: Doubt): SearchState {
  return tidy({ ...state, also: toggled(state.also, doubt) });
}

/** What the place is for. Of what one goes to, the nearest comes first. */
export function withReach(state: SearchState, reach: Reach): SearchState {
  return tidy({ ...state, reach, sort: reach === 'go' ? 'distance' : 'kana' });
}

/** `null` takes the place away, and what follows from it. */
export function withPlace(state: SearchState, place: Place | null): SearchState {
  return tidy({ ...state, place });
}

export function withLevel(state: SearchState, capability: string, level: AnswerLevel): SearchState {
  return withLevels(state, [capability], level);
}

/** The same for several, as one word speaks of them. */
export function withLevels(
  state: SearchState,
  capabilities: readonly string[],
  level: AnswerLevel,
): SearchState {
  const changed = Object.fromEntries(capabilities.map(key => [key, level]));
  return tidy({ ...state, levels: { ...state.levels, ...changed } });
}

export function levelOf({ levels }: Pick<SearchState, 'levels'>, capability: string): AnswerLevel {
  return (Object.hasOwn(levels, capability) && levels[capability]) || 'ask';
}

/**
 * Takes out what depends on a condition that is gone: levels of capabilities, 未回答も含む, the doubts of a condition,
 * the sort by distance.
 */
export function tidy(state: SearchState): SearchState {
  const { capabilities, need, scene, text, place } = state;
  const facts = Object.entries(state.facts).filter(([, chosen]) => chosen && chosen.length > 0);
  const levels = Object.entries(state.levels).filter(
    ([key, level]) => level !== 'ask' && (text.trim() !== '' || capabilities.includes(key)),
  );
  const speaks = capabilities.length > 0 || need !== null || scene !== null || text !== '';
  const next: SearchState = {
    ...state,
    levels: Object.fromEntries(levels),
    facts: Object.fromEntries(facts),
    unanswered: state.unanswered && speaks,
    reach: place ? state.reach : 'come',
    within: place && state.reach === 'go' ? state.within : null,
    sort: place ? state.sort : 'kana',
  };
  return { ...next, also: state.also.filter(doubt => isAsked(next, doubt)) };
}

/** Is the condition in force that the doubt belongs to? */
export function isAsked(state: SearchState, doubt: Doubt): boolean {
  if (doubt === 'place' || doubt === 'go') return state.place !== null && state.reach === 'come';
  if (doubt === 'open') return state.open !== null;
  if (doubt === 'within') return state.within !== null;
  return Object.hasOwn(state.facts, doubt);
}

/** All conditions away; the tab stays. */
export function clearConditions(state: SearchState): SearchState {
  return { ...emptyState, view: state.view };
}

/** Does it ask for more than types and areas, which is all that the first data file knows? */
export function needsDetails(state: SearchState): boolean {
  return hasConditions({ ...state, types: [], areas: [] });
}

/** How many things were chosen; the text is not counted. */
export function chosenCount(state: SearchState): number {
  const lists = [...facetNames.map(facet => state[facet]), ...Object.values(state.facts)];
  const single = [state.need, state.scene, state.place, state.within, state.open, state.months];
  return lists.flatMap(list => list ?? []).length + single.filter(value => value !== null).length;
}

export function hasConditions(state: SearchState): boolean {
  return state.text.trim() !== '' || chosenCount(state) > 0;
}

export function isWeekday(text: string): text is Weekday {
  return (weekdays as readonly string[]).includes(text);
}

function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter(each => each !== value) : [...list, value];
}

/** What the search page asks, and all that it shows: plain data both, so that the work can be done in a worker. */
import type { Moment } from '../calendar/moment.ts';
import type { AreaShapes } from './areas.ts';
import { hasBit } from './bits.ts';
import { type Conditions, conditionsOf, type Setting } from './clauses.ts';
import { type Facets, facetsOf } from './facets.ts';
import { find, type Outcome } from './find.ts';
import type { SearchIndex } from './index.ts';
import { askedBy, type ItemWords, itemWords, type ResultItem, toResultItem } from './item.ts';
import { knownState } from './known-state.ts';
import {
  type Box,
  type MapMark,
  type MapView,
  type Marks,
  marksOf,
  type PinWords,
  type Placed,
} from './marks.ts';
import { type NamedNeed, needsNamed } from './needs.ts';
import { perhapsMeant } from './query.ts';
import { type Relaxation, relaxations, unlisted } from './relax.ts';
import type { SpokenPart } from './spoken.ts';
import type { SearchState } from './state.ts';
import { placesTyped, type TypedPlace } from './typed-place.ts';
import type { Explained } from './understand.ts';
import { soughtBy } from './why.ts';

export interface Question {
  state: SearchState;
  /** How many results are shown. */
  shown: number;
  /** Results to show apart from the list, by id. */
  selected: readonly string[];
  /** When it is; null where nobody said. */
  moment: Moment | null;
}

export interface Answer {
  /** The state without what the data does not know: what was answered. */
  state: SearchState;
  count: number;
  /** Results that have a position, and where they lie. `list` tells one list from another: it may change with the minute. */
  placed: { count: number; box: Box | null; list: number };
  order: Outcome['order'];
  near: { typed: string; taken: readonly string[] }[];
  /** Facilities that would be listed if services without an answer were let through. */
  leftOut: number;
  /** The same for what else is not known, where it would add some. */
  aside: Outcome['aside'];
  /** What the text was understood to say. */
  parts: SpokenPart[];
  /** Where little was found: names near a word, which are not in the list. */
  perhaps: ReturnType<typeof perhapsMeant>;
  /** Terms of the glossary that the text names. */
  explained: readonly Explained[];
  /** 困りごと that the text names. */
  needs: readonly NamedNeed[];
  facets: Facets;
  /** The first results, as many as are shown. */
  items: ResultItem[];
  /** Those of the selected ones that are in the list, in the order they were selected. */
  selected: ResultItem[];
  /** Where nothing was found: what the data does not hold at all, and what to drop. */
  unlisted: string[];
  relaxations: Relaxation[];
}

export interface MarksQuestion extends MapView {
  state: SearchState;
}

/** Answers questions about one index. A state asked again costs nothing but its items. */
export interface Answerer {
  ask: (question: Question) => Answer;
  /** What a map shows of the results. */
  marks: (question: MarksQuestion) => MapMark[];
  /** Outlines of the areas, by which a point on the map or of the device lies in them. */
  setOutlines: (shapes: AreaShapes) => void;
  /** What a typed address, 町丁 or postal code may mean. */
  places: (text: string) => TypedPlace[];
  /** Numbers of the facilities in the order of the list. */
  found: (state: SearchState) => readonly number[];
}

interface Found {
  index: SearchIndex;
  words: ItemWords;
  state: SearchState;
  setting: Setting;
  conditions: Conditions;
  outcome: Outcome;
  placed: readonly Placed[];
}

type Said = Omit<Answer, 'items' | 'selected'>;

/** `complete`: not of the first file alone. */
export function answererOf(index: SearchIndex, complete = true): Answerer {
  const words = itemWords(index.data, complete);
  let last: { key: string; found: Found; said: Said | null; marks: Marks | null } | null = null;
  const setting: { moment: Moment | null; shapes: AreaShapes | null } = { moment: null, shapes: null };
  const lastFor = (state: SearchState) => {
    // The tab changes nothing about what is found.
    const key = JSON.stringify([{ ...state, view: '' }, setting.moment, setting.shapes !== null]);
    if (last?.key !== key) {
      const found = findState(index, words, state, { ...setting });
      last = { key, found, said: null, marks: null };
    }
    return last;
  };
  return {
    ask({ state, shown, selected, moment }) {
      setting.moment = moment;
      const entry = lastFor(state);
      entry.said ??= sayFound(entry.found);
      return {
        ...entry.said,
        state: { ...entry.said.state, view: state.view },
        items: itemsOf(entry.found, 0, shown),
        selected: selectedOf(entry.found, selected),
      };
    },
    marks({ state, ...view }) {
      const entry = lastFor(state);
      entry.marks ??= marksOf(entry.found.placed, number => pinWords(entry.found, number));
      return entry.marks(view);
    },
    setOutlines(shapes) {
      setting.shapes = shapes;
    },
    places: text => placesTyped(index, text),
    found: state => lastFor(state).found.outcome.facilities,
  };
}

function findState(index: SearchIndex, words: ItemWords, asked: SearchState, setting: Setting): Found {
  const state = knownState(index, asked);
  const conditions = conditionsOf(index, state, setting);
  const outcome = find(index, state, conditions);
  const placed = placedOf(index, outcome);
  return { index, words, state, setting, conditions, outcome, placed };
}

function sayFound({ index, state, setting, conditions, outcome, placed }: Found): Said {
  const { facilities, order, near, leftOut, aside } = outcome;
  const isNone = facilities.length === 0;
  return {
    state,
    count: facilities.length,
    placed: { count: placed.length, box: boxOf(placed), list: digestOf(facilities, outcome.services) },
    order,
    near: near.map(({ typed, taken }) => ({ typed, taken })),
    leftOut,
    aside,
    parts: (conditions.text?.parts ?? []).map(({ typed, meanings }) => ({
      typed,
      meanings: meanings.map(({ facet, option, label }) => ({ facet, option, label })),
    })),
    perhaps: conditions.text ? perhapsMeant(index, conditions.text) : [],
    explained: conditions.text?.explained ?? [],
    needs: state.text.trim() === '' ? [] : needsNamed(index, state.text),
    facets: facetsOf(index, state, conditions, setting.moment),
    unlisted: isNone ? unlisted(index, state) : [],
    relaxations: isNone ? relaxations(index, state, setting) : [],
  };
}

function itemsOf(found: Found, from: number, to: number): ResultItem[] {
  const { index, words, state, setting, conditions, outcome } = found;
  const context = {
    ...{ place: conditions.place, moment: setting.moment },
    ...{ clock: state.open?.clock ?? 'outpatient', specialities: state.specialities },
    ...{ sought: soughtBy(index, conditions.text), facts: state.facts },
  };
  const asked = askedBy(state, conditions.text);
  return outcome.facilities
    .slice(from, to)
    .map((facility, i) =>
      toResultItem(index, words, facility, from + i + 1, outcome.services, asked, context),
    );
}

function selectedOf(found: Found, ids: readonly string[]): ResultItem[] {
  const { facilities } = found.index.data;
  return ids.flatMap(id => {
    const place = found.outcome.facilities.findIndex(facility => facilities[facility]!.id === id);
    return place < 0 ? [] : itemsOf(found, place, place + 1);
  });
}

function placedOf({ data }: SearchIndex, { facilities }: Outcome): Placed[] {
  return facilities.flatMap((facility, i) => {
    const { position } = data.facilities[facility]!;
    return position === null ? [] : [{ number: i + 1, lat: position.lat, lng: position.lng }];
  });
}

/** FNV-1a, by whole numbers. */
function digestOf(...lists: readonly Iterable<number>[]): number {
  let digest = 0x811c9dc5;
  for (const list of lists) for (const n of list) digest = Math.imul(digest ^ n, 0x01000193);
  return digest;
}

function boxOf(placed: readonly Placed[]): Box | null {
  const [first] = placed;
  if (!first) return null;
  const box: Box = [first.lng, first.lat, first.lng, first.lat];
  for (const { lat, lng } of placed) {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function pinWords({ index, words, outcome }: Found, number: number): PinWords {
  const facility = outcome.facilities[number - 1]!;
  const { id, name, services } = index.data.facilities[facility]!;
  const first = index.firstService[facility]!;
  const met = services.filter((_, n) => hasBit(outcome.services, first + n));
  const types = met.flatMap(({ type }) => words.types.get(type) ?? []);
  return { id, name, types: [...new Set(types.map(({ label }) => label))], marker: types[0]?.marker ?? null };
}

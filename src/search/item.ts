/** One result as it is shown: made at build for the first list, and in the browser for every other. */
import type { Moment } from '../calendar/moment.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { type Bits, hasBit } from './bits.ts';
import { capabilitiesMeant } from './concepts.ts';
import type { Cover, Coverage } from './coverage.ts';
import type { SearchCapability, SearchData, SearchFacility, SearchService } from './data.ts';
import { phoneRanges, type Range } from './highlight.ts';
import { hoursLine } from './hours-text.ts';
import { capabilityOf, optionKey, type SearchIndex } from './index.ts';
import { keepsHours, type OpenLine, openLine } from './opening.ts';
import type { TextMatch } from './query.ts';
import { type Clock, type Fact, levelOf, type SearchState } from './state.ts';
import { areasOf, type ItemMarks, marksOf, type Sought, statedOf } from './why.ts';

export type ItemAnswerValue = 'yes' | 'conditional' | 'unanswered';

export interface ItemService {
  /** Unique in the item. */
  key: string;
  type: string;
  label: string;
  /** The text asks for the type. */
  asked: boolean;
  /** Where the service is registered under another name. */
  name: string | null;
  marker: FacilityType['marker'] | null;
  hours: string | null;
  phone: string | null;
  /** Where a number that was typed stands in it. */
  phoneMarks: Range[];
  /** 診療科 that are asked for. */
  specialities: string[];
  /** What it states of what is asked for, as written. */
  stated: { fact: Fact; text: string }[];
  /** Does it come to the place asked for? Null when no place is. */
  cover: ItemCover | null;
  /** It states hours of the clock. */
  timed: boolean;
  /** What they are now; null where the time is not known. */
  open: OpenLine | null;
  /** The capabilities asked for, those the words speak of, then a few more that the service offers. */
  answers: { key: string; label: string; value: ItemAnswerValue; asked: boolean; age?: string | undefined }[];
}

export type ItemCover = Cover & {
  /** There is a remark on where it comes to. */
  hasRemark: boolean;
};

export interface ResultItem {
  id: string;
  /** Place in the list, from 1. */
  number: number;
  name: string;
  address: string;
  position: SearchFacility['position'];
  confirmed: string | null;
  /** Month of the source, where nothing was confirmed. */
  published: string | null;
  /** Where the words that were typed stand; null where none were. */
  marks: ItemMarks | null;
  /** Areas asked for in which it lies, where its address does not name them. */
  areas: string[];
  /** From the place asked for, as the crow flies. */
  km: number | null;
  /** Services that meet the conditions; all when nothing is asked. */
  services: ItemService[];
  /** False while only the first file is here: address, numbers, hours and answers are still to come. */
  complete: boolean;
  /** Labels of the others. */
  others: string[];
}

/** Capability options. */
export interface Asked {
  /** Chosen as filters: said also where unanswered. */
  chosen: readonly string[];
  /** Spoken of by the text: said where offered. */
  named: readonly string[];
  /** Of words that let those through who have not answered: said where none of a word's is answered. */
  open: readonly (readonly string[])[];
  /** Types, areas and 診療科. */
  types: readonly string[];
  areas: readonly string[];
  specialities: readonly string[];
}

/** What a state and its text ask of a result. */
export function askedBy(state: SearchState, text: Pick<TextMatch, 'parts' | 'options'> | null): Asked {
  const { capabilities, areas, specialities } = state;
  const spoken = (text?.parts ?? []).map(capabilitiesMeant).filter(options => options.length > 0);
  const isOpen = (options: readonly string[]) =>
    !options.some(option => capabilities.includes(option)) &&
    (state.unanswered || options.some(option => levelOf(state, option) === 'all'));
  const meant = (facet: 'types' | 'areas' | 'specialities') =>
    (text?.parts ?? []).flatMap(({ meanings }) =>
      meanings.flatMap(meaning => (meaning.facet === facet ? meaning.option : [])),
    );
  return {
    chosen: capabilities,
    named: text?.options ?? [],
    open: spoken.filter(isOpen),
    types: meant('types'),
    areas: [...areas, ...meant('areas')],
    specialities: [...specialities, ...meant('specialities')],
  };
}

const nothingAsked: Asked = { chosen: [], named: [], open: [], types: [], areas: [], specialities: [] };

const moreAnswers = 3;

/** Labels by id, so that making an item needs no search through the words. */
export interface ItemWords {
  types: ReadonlyMap<string, { label: string; marker: FacilityType['marker'] }>;
  capabilities: ReadonlyMap<string, SearchCapability>;
  complete: boolean;
}

export function itemWords({ words }: SearchData, complete = true): ItemWords {
  return {
    types: new Map(words.types.map(type => [type.id, type])),
    capabilities: new Map(words.capabilities.map(capability => [capability.id, capability])),
    complete,
  };
}

/** What a result says beyond what its record does. */
export interface ItemContext {
  /** Of the conditions. */
  place: Coverage | null;
  moment: Moment | null;
  clock: Clock;
  specialities: readonly string[];
  sought: Sought | null;
  facts: SearchState['facts'];
}

/** A result of `find`. */
export function toResultItem(
  index: SearchIndex,
  words: ItemWords,
  facility: number,
  number: number,
  matched: Bits,
  asked: Asked,
  context: ItemContext = plainContext,
): ResultItem {
  const first = index.firstService[facility]!;
  const record = index.data.facilities[facility]!;
  const met = record.services.filter((_, i) => hasBit(matched, first + i));
  const item = toItem(record, words, number, met, asked);
  const km = context.place?.km[facility] ?? Number.NaN;
  const services = item.services.map((service, i) => {
    const at = first + record.services.indexOf(met[i]!);
    return {
      ...service,
      answers: service.answers.map(answer => ({ ...answer, age: ageOfAnswer(index, at, answer.key) })),
      phoneMarks: (context.sought?.parts ?? []).flatMap(({ word }) => phoneRanges(service.phone ?? '', word)),
      stated: statedOf(index, record, met[i]!, context),
      cover: coverAt(index, at, context),
      timed: keepsHours(met[i]!.hours, context.clock),
      open: openAt(index, at, context),
    };
  });
  const marks = context.sought && marksOf(index, facility, context.sought);
  // Before the addresses have come, nobody can tell what they name.
  const areas = words.complete ? areasOf(index, record, asked.areas) : [];
  return { ...item, marks, areas, km: Number.isNaN(km) ? null : km, services };
}

/** When an answer was given, in words, where it is older than the service's date or too old. */
function ageOfAnswer({ data }: SearchIndex, service: number, key: string): string | undefined {
  return data.oldAnswers.find(([option, , , services]) => option === key && services.includes(service))?.[2];
}

const plainContext: ItemContext = {
  ...{ place: null, moment: null, clock: 'outpatient', specialities: [] },
  ...{ sought: null, facts: {} },
};

function coverAt({ services }: SearchIndex, service: number, { place }: ItemContext): ItemCover | null {
  const cover = place?.of(service);
  if (!cover) return null;
  const { serviceArea, transferArea } = services[service]!;
  const area = cover.by === 'visit' ? serviceArea : transferArea;
  return { ...cover, hasRemark: area?.hasRemark ?? false };
}

function openAt(index: SearchIndex, service: number, context: ItemContext): OpenLine | null {
  const { moment, clock, specialities } = context;
  return moment && openLine(index, service, clock, specialities, moment);
}

/** A result when nothing is asked. */
export function toPlainItem(facility: SearchFacility, words: ItemWords, number: number): ResultItem {
  return toItem(facility, words, number, facility.services, nothingAsked);
}

function toItem(
  facility: SearchFacility,
  words: ItemWords,
  number: number,
  met: readonly SearchService[],
  asked: Asked,
): ResultItem {
  const { id, name, address, position, confirmed, published } = facility;
  const others = facility.services.filter(service => !met.includes(service));
  return {
    id,
    number,
    name,
    address,
    position,
    confirmed,
    published,
    marks: null,
    areas: [],
    km: null,
    services: met.map((service, i) => toItemService(service, words, asked, i)),
    complete: words.complete,
    others: [...new Set(others.map(service => typeLabel(service, words)))],
  };
}

function toItemService(service: SearchService, words: ItemWords, asked: Asked, i: number): ItemService {
  const { type, name, hours, phone } = service;
  return {
    key: `${type} ${i}`,
    type,
    label: typeLabel(service, words),
    asked: asked.types.includes(type),
    name,
    marker: words.types.get(type)?.marker ?? null,
    hours: hoursLine(hours),
    phone,
    phoneMarks: [],
    specialities: service.specialities.filter(label => asked.specialities.includes(label)),
    stated: [],
    cover: null,
    timed: keepsHours(service.hours, plainContext.clock),
    open: null,
    answers: shownAnswers(service, words, asked),
  };
}

function typeLabel({ type }: SearchService, words: ItemWords): string {
  return words.types.get(type)?.label ?? type;
}

function shownAnswers(service: SearchService, words: ItemWords, asked: Asked): ItemService['answers'] {
  const { chosen, named, open } = asked;
  const answered = new Set<string>();
  const offered = new Map<string, ItemService['answers'][number]>();
  const extras: string[] = [];
  for (const { capability, relation, value } of service.answers) {
    const word = words.capabilities.get(capability);
    if (word) answered.add(optionKey(word, relation));
    if (!word || (value !== 'yes' && value !== 'conditional')) continue;
    const key = optionKey(word, relation);
    const label = key === capability ? word.label : word.acceptsLabel!;
    const isAsked = chosen.includes(key) || named.includes(key);
    offered.set(key, { key, label, value, asked: isAsked });
    if (word.everyone && !isAsked) extras.push(key);
  }
  const first = chosen.flatMap(key => offered.get(key) ?? unansweredAnswer(key, words));
  const spoken = named.filter(key => !chosen.includes(key)).flatMap(key => offered.get(key) ?? []);
  return [
    ...first,
    ...spoken.slice(0, moreAnswers),
    ...open.flatMap(keys => (keys.some(key => answered.has(key)) ? [] : unansweredAnswer(keys[0]!, words))),
    ...extras.slice(0, moreAnswers).map(key => offered.get(key)!),
  ];
}

function unansweredAnswer(key: string, words: ItemWords): ItemService['answers'] {
  const word = words.capabilities.get(capabilityOf(key));
  if (!word) return [];
  const label = key === word.id ? word.label : word.acceptsLabel!;
  return [{ key, label, value: 'unanswered', asked: true }];
}

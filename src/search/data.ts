/** What search needs to know of a published dataset, and nothing more. Plain data; runs in the browser. */
import { readClosures } from '../calendar/closures.ts';
import type { HolidayCalendar } from '../calendar/holidays.ts';
import type { Circle } from '../geo/circle.ts';
import { townsInOne } from '../geo/towns-in-one.ts';
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { AnswerValue, HoursSet, PublicFacility, PublicService, ServiceArea } from '../model/facility.ts';
import type { FacilityType, Need, Relation, Scene, Vocabulary } from '../model/vocabulary.ts';
import { oldAnswersOf } from './old-answers.ts';
import { distinct, type Region, wordsOf } from './words-of.ts';

export interface SearchAnswer {
  capability: string;
  relation: Relation;
  value: AnswerValue;
}

export interface SearchService {
  type: string;
  /** Where it differs from the facility's. */
  name: string | null;
  /** First public number, as shown. */
  phone: string | null;
  hours: HoursSet[];
  /** Names of 診療科 as the vocabulary labels them, else as the source writes them. */
  specialities: string[];
  /** Sorted by vocabulary order, then relation. Unanswered ones are absent. */
  answers: SearchAnswer[];
  /** Where it comes to; null = not stated. */
  serviceArea: SearchServiceArea | null;
  /** 送迎範囲. */
  transferArea: SearchServiceArea | null;
  /** As written. */
  acceptance: string | null;
  insurance: string[];
  careLevels: string[];
  languages: string[];
  ict: string[];
  /** Of the service: `YYYY-MM-DD` or shorter. */
  confirmed: string | null;
}

/** Of the remark only that there is one, and which areas it names: those are neither surely in nor out. */
export type SearchServiceArea = Omit<ServiceArea, 'remark'> & { hasRemark: boolean; named: string[] };

export interface SearchFacility {
  id: string;
  name: string;
  kana: string | null;
  address: string;
  /** 7 digits. */
  postalCode: string | null;
  /** What the record and its services add in words, cut to `remarksLength`: looked through, never shown. */
  remarks: string | null;
  /** Rounded to 5 digits (about 1 m). */
  position: { lat: number; lng: number } | null;
  areas: string[];
  /** When it was last confirmed: `YYYY-MM-DD` or shorter. */
  confirmed: string | null;
  /** Where nothing was confirmed: 時点 of the newest source it stands in. */
  published: string | null;
  /** Values of `words.fields`, in their order. */
  custom: (string | null)[];
  services: SearchService[];
}

export type SearchType = Pick<FacilityType, 'id' | 'letter' | 'relation' | 'group' | 'mode' | 'marker'> & {
  label: string;
  terms: string[];
};

export interface SearchCapability {
  id: string;
  label: string;
  acceptsLabel: string | null;
  group: string;
  /** Letters of the types that are asked; `*` = all. */
  asked: string;
  /** Shown to everyone, not only under 「くわしい項目」. */
  everyone: boolean;
  scenes: Scene['id'][];
  terms: string[];
}

/** A word of the glossary. */
export interface SearchTerm {
  term: string;
  /** About 20 characters. */
  brief: string;
  /** Its reading and other spellings. */
  words: string[];
}

/** The pieces of a town are one area, under the id of the first. */
export type SearchArea = Pick<Area, 'id' | 'name' | 'kind' | 'parent'>;

/** Where someone may be to whom an office comes: every area of the region, also where nothing lies. */
export type SearchPlace = SearchArea & {
  /** Holds the whole area; null without an outline. */
  circle: Circle | null;
};

/**
 * The words of the region: all types and capabilities of its vocabulary, so that what nobody offers can be asked for
 * and finds nothing; specialities and areas only as its data uses them.
 */
export interface SearchWords {
  types: SearchType[];
  capabilities: SearchCapability[];
  groups: { id: string; label: string }[];
  specialities: { label: string; terms: string[]; group: string }[];
  /** Headings of the specialities; names outside the ministry's list have the group ``. */
  specialityGroups: { id: string; label: string }[];
  areas: SearchArea[];
  places: SearchPlace[];
  /** Id of a piece of a town → id of the town. */
  pieces: [string, string][];
  needs: Pick<Need, 'id' | 'label' | 'types' | 'capabilities' | 'words' | 'urgent'>[];
  scenes: Pick<Scene, 'id' | 'label'>[];
  /** The region's own columns that can be filtered by. */
  fields: { key: string; label: string }[];
  /** 時点 of the region. */
  asOf: string | null;
  /** What was confirmed before this month was so too long ago, at the region's 時点. */
  oldBefore: string;
  holidays: HolidayCalendar;
  /** Typed word → words it also means. */
  synonyms: [string, string[]][];
  terms: SearchTerm[];
  /** 異体字 → base, for folding in the browser as at build. */
  variants: { exact: [string, string][]; loose: [string, string][] };
}

/**
 * Answers that are older than what their service confirmed last, or have grown old though their office has not: the
 * capability option, the month ('' where nothing says one), what a result says beside them, and the numbers of the
 * services that gave them, in order.
 */
export type OldAnswers = [option: string, on: string, said: string, services: number[]];

export interface SearchData {
  words: SearchWords;
  /** In the published order (五十音). */
  facilities: SearchFacility[];
  oldAnswers: OldAnswers[];
}

/** What search takes of a dataset, of whichever audience. */
export type SearchSource = Pick<
  PublicDataset,
  'vocabulary' | 'facilities' | 'areas' | 'sources' | 'asOf' | 'filterFields'
> &
  Partial<Pick<PublicDataset, 'provenance' | 'site'>>;

/**
 * Projects the dataset. Facilities keep their order; capability answers with an unknown id are left out. Without
 * holidays, hours are known only where those of 祝日 are the same.
 */
export function searchDataOf(
  dataset: SearchSource,
  holidays: HolidayCalendar = { from: 0, to: 0, years: [''] },
): SearchData {
  const context = contextOf(dataset);
  const facilities = dataset.facilities.map(facility => toSearchFacility(facility, context));
  return { words: wordsOf(context, facilities, holidays), facilities, oldAnswers: oldAnswersOf(dataset) };
}

interface Context extends Region {
  /** Capability id → place in the vocabulary. */
  rank: ReadonlyMap<string, number>;
}

function contextOf(dataset: SearchSource): Context {
  const { vocabulary, areas, facilities, filterFields } = dataset;
  const used = new Set(facilities.flatMap(({ custom }) => custom.map(({ key }) => key)));
  return {
    dataset,
    rank: new Map([...vocabulary.capabilities.keys()].map((id, i) => [id, i])),
    areaOf: townsInOne(areas),
    fields: filterFields.filter(({ key }) => used.has(key)),
  };
}

function toSearchFacility(facility: PublicFacility, context: Context): SearchFacility {
  const { position } = facility;
  return {
    id: facility.id,
    name: facility.name,
    kana: facility.kana,
    address: facility.address.text + (facility.address.building ? ` ${facility.address.building}` : ''),
    postalCode: facility.address.postalCode,
    remarks: remarksOf(facility),
    position: position && { lat: roundTo5(position.lat), lng: roundTo5(position.lng) },
    areas: wholeAreas(facility.areas, context),
    confirmed: facility.confirmed?.on ?? null,
    published: facility.confirmed ? null : newestSource(facility, context.dataset),
    custom: context.fields.map(({ key }) => facility.custom.find(each => each.key === key)?.value ?? null),
    services: facility.services.map(service => toSearchService(service, facility, context)),
  };
}

function toSearchService(service: PublicService, facility: PublicFacility, context: Context): SearchService {
  const { vocabulary } = context.dataset;
  const { type, insurance, careLevels, languages, ict, acceptance } = service;
  return {
    type,
    name: service.name === facility.name ? null : service.name,
    phone: service.phones[0]?.text ?? null,
    hours: service.hours.flatMap(asSearched),
    specialities: [...new Set(service.specialities.map(ref => specialityLabel(ref, vocabulary)))],
    answers: sortedAnswers(service, context.rank),
    serviceArea: toSearchArea(service.serviceArea, context),
    transferArea: toSearchArea(service.transferArea, context),
    ...{ acceptance, insurance, careLevels, languages, ict },
    confirmed: service.confirmed?.on ?? null,
  };
}

function wholeAreas(ids: readonly string[], { areaOf }: Context): string[] {
  return [...new Set(ids.map(id => areaOf.get(id)?.id ?? id))];
}

/** Hours a resident asks for, with no more text than tells of closed days. */
function asSearched(set: HoursSet): HoursSet[] {
  if (set.purpose === 'caremanager' || set.purpose === 'emergency') return [];
  const same = (exceptions: string | null, text: string | null) =>
    JSON.stringify(readClosures(exceptions, text)) === JSON.stringify(readClosures(set.exceptions, set.text));
  const exceptions = same(null, set.text) ? null : set.exceptions;
  return [{ ...set, exceptions, text: same(exceptions, null) ? null : set.text }];
}

function toSearchArea(area: ServiceArea | null, context: Context): SearchServiceArea | null {
  if (!area) return null;
  const { remark, areas, ...stated } = area;
  const named = remark === null ? [] : context.dataset.areas.filter(({ name }) => remark.includes(name));
  return {
    ...stated,
    areas: wholeAreas(areas, context),
    hasRemark: remark !== null,
    named: wholeAreas(
      named.map(({ id }) => id),
      context,
    ),
  };
}

/** Enough for what a clerk writes in a cell (「ストレッチャーも乗れます」), and a bound on what each page load weighs. */
const remarksLength = 80;

function remarksOf({ remarks, services }: PublicFacility): string | null {
  const said = [remarks, ...services.flatMap(service => [service.remarks, service.acceptance])];
  const text = distinct(
    said.map(part => part ?? undefined),
    [],
  ).join(' ');
  return text === '' ? null : [...text].slice(0, remarksLength).join('');
}

function newestSource(facility: PublicFacility, { sources }: SearchSource): string | null {
  const dates = sources.flatMap(({ layer, asOf }) => (facility.sources.includes(layer) ? (asOf ?? []) : []));
  return dates.toSorted().at(-1) ?? null;
}

function specialityLabel(ref: { code: string | null; name: string }, vocabulary: Vocabulary): string {
  return (ref.code && vocabulary.specialities.get(ref.code)?.label) || ref.name;
}

function sortedAnswers(service: PublicService, rank: Context['rank']): SearchAnswer[] {
  const byKey = new Map<string, SearchAnswer>();
  for (const { id, relation, value } of service.capabilities)
    if (rank.has(id)) byKey.set(`${id} ${relation}`, { capability: id, relation, value });
  return [...byKey.values()].sort(
    (a, b) =>
      rank.get(a.capability)! - rank.get(b.capability)! ||
      Number(a.relation === 'accepts') - Number(b.relation === 'accepts'),
  );
}

function roundTo5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** What search needs to know of a published dataset, and nothing more. Plain data; runs in the browser. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { AnswerValue, PublicFacility, PublicService } from '../model/facility.ts';
import type { FacilityType, Relation, Vocabulary } from '../model/vocabulary.ts';
import { withoutRuby } from '../text/ruby.ts';
import { hoursLine } from './hours-text.ts';

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
  hours: string | null;
  /** Names of 診療科 as the vocabulary labels them, else as the source writes them. */
  specialities: string[];
  /** Sorted by vocabulary order, then relation. Unanswered ones are absent. */
  answers: SearchAnswer[];
}

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
  services: SearchService[];
}

export type SearchType = Pick<FacilityType, 'id' | 'letter' | 'relation' | 'group' | 'marker'> & {
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

export type SearchArea = Pick<Area, 'id' | 'name' | 'kind' | 'parent'>;

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
  /** Typed word → words it also means. */
  synonyms: [string, string[]][];
  terms: SearchTerm[];
  /** 異体字 → base, for folding in the browser as at build. */
  variants: { exact: [string, string][]; loose: [string, string][] };
}

export interface SearchData {
  words: SearchWords;
  /** In the published order (五十音). */
  facilities: SearchFacility[];
}

/** Projects the dataset. Facilities keep their order; capability answers with an unknown id are left out. */
export function searchDataOf(dataset: PublicDataset): SearchData {
  const { vocabulary } = dataset;
  const rank: Rank = new Map([...vocabulary.capabilities.keys()].map((id, i) => [id, i]));
  const facilities = dataset.facilities.map(facility => toSearchFacility(facility, dataset, rank));
  return { words: wordsOf(dataset, facilities), facilities };
}

/** Capability id → place in the vocabulary. */
type Rank = ReadonlyMap<string, number>;

function toSearchFacility(facility: PublicFacility, dataset: PublicDataset, rank: Rank): SearchFacility {
  const { position } = facility;
  return {
    id: facility.id,
    name: facility.name,
    kana: facility.kana,
    address: facility.address.text + (facility.address.building ? ` ${facility.address.building}` : ''),
    postalCode: facility.address.postalCode,
    remarks: remarksOf(facility),
    position: position && { lat: roundTo5(position.lat), lng: roundTo5(position.lng) },
    areas: [...new Set(facility.areas)],
    confirmed: facility.confirmed?.on ?? null,
    published: facility.confirmed ? null : newestSource(facility, dataset),
    services: facility.services.map(service => ({
      type: service.type,
      name: service.name === facility.name ? null : service.name,
      phone: service.phones[0]?.text ?? null,
      hours: hoursLine(service.hours),
      specialities: [...new Set(service.specialities.map(ref => specialityLabel(ref, dataset.vocabulary)))],
      answers: sortedAnswers(service, rank),
    })),
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

function newestSource(facility: PublicFacility, { sources }: PublicDataset): string | null {
  const dates = sources.flatMap(({ layer, asOf }) => (facility.sources.includes(layer) ? (asOf ?? []) : []));
  return dates.toSorted().at(-1) ?? null;
}

function specialityLabel(ref: { code: string | null; name: string }, vocabulary: Vocabulary): string {
  return (ref.code && vocabulary.specialities.get(ref.code)?.label) || ref.name;
}

function sortedAnswers(service: PublicService, rank: Rank): SearchAnswer[] {
  const byKey = new Map<string, SearchAnswer>();
  for (const { id, relation, value } of service.capabilities)
    if (rank.has(id)) byKey.set(`${id} ${relation}`, { capability: id, relation, value });
  return [...byKey.values()].sort(
    (a, b) =>
      rank.get(a.capability)! - rank.get(b.capability)! ||
      Number(a.relation === 'accepts') - Number(b.relation === 'accepts'),
  );
}

function wordsOf(dataset: PublicDataset, facilities: readonly SearchFacility[]): SearchWords {
  const { vocabulary } = dataset;
  const services = facilities.flatMap(facility => facility.services);
  const usedAreas = new Set(facilities.flatMap(facility => facility.areas));
  return {
    types: typesOf(vocabulary),
    capabilities: [...vocabulary.capabilities.values()].map(c => ({
      id: c.id,
      label: c.label,
      acceptsLabel: c.acceptsLabel ?? null,
      group: c.group,
      asked: c.asked,
      everyone: c.prominence === 'everyone',
      terms: distinct([c.easy && withoutRuby(c.easy), ...c.aliases], [c.label]),
    })),
    groups: vocabulary.capabilityGroups.map(({ id, label }) => ({ id, label })),
    specialities: specialitiesOf(services, vocabulary),
    specialityGroups: [...vocabulary.specialityGroups].map(([id, label]) => ({ id, label })),
    areas: dataset.areas
      .filter(area => usedAreas.has(area.id))
      .map(({ id, name, kind, parent }) => ({ id, name, kind, parent })),
    synonyms: [...vocabulary.synonyms].map(([word, also]) => [word, [...also]]),
    terms: vocabulary.glossary.map(({ term, brief, reading, aliases }) => ({
      term,
      brief,
      words: distinct([reading, ...aliases], [term]),
    })),
    variants: {
      exact: [...vocabulary.characterVariants.exact],
      loose: [...vocabulary.characterVariants.loose],
    },
  };
}

function typesOf(vocabulary: Vocabulary): SearchType[] {
  return [...vocabulary.types.values()].map(
    ({ id, letter, relation, group, marker, label, short, easy, aliases }) => ({
      id,
      letter,
      relation,
      group,
      marker,
      label: short ?? label,
      terms: distinct([label, easy && withoutRuby(easy), ...aliases], [short ?? label]),
    }),
  );
}

/** In the ministry's order (by code); names outside its list follow as they appear. */
function specialitiesOf(
  services: readonly SearchService[],
  vocabulary: Vocabulary,
): SearchWords['specialities'] {
  const used = new Set(services.flatMap(service => service.specialities));
  const listed = [...vocabulary.specialities.values()].filter(({ label }) => used.delete(label));
  return [
    ...listed.map(({ label, aliases, group }) => ({ label, terms: distinct(aliases, [label]), group })),
    ...[...used].map(label => ({ label, terms: [], group: '' })),
  ];
}

function distinct(terms: readonly (string | undefined)[], known: readonly string[]): string[] {
  const seen = new Set(known);
  return terms.filter((term): term is string => !!term && !seen.has(term) && !!seen.add(term));
}

function roundTo5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

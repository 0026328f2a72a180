/** The words of a region, as search takes them from its vocabulary, areas and records. */
import type { HolidayCalendar } from '../calendar/holidays.ts';
import { monthsBefore } from '../calendar/months.ts';
import { circleAround } from '../geo/circle.ts';
import type { Area } from '../model/dataset.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { withoutRuby } from '../text/ruby.ts';
import type {
  SearchFacility,
  SearchPlace,
  SearchService,
  SearchSource,
  SearchType,
  SearchWords,
} from './data.ts';

export interface Region {
  dataset: SearchSource;
  /** Area id, of a piece too → the area. */
  areaOf: ReadonlyMap<string, Area>;
  fields: SearchWords['fields'];
}

export function wordsOf(
  region: Region,
  facilities: readonly SearchFacility[],
  holidays: HolidayCalendar,
): SearchWords {
  const { dataset, areaOf, fields } = region;
  const { vocabulary } = dataset;
  const services = facilities.flatMap(facility => facility.services);
  const usedAreas = new Set(facilities.flatMap(facility => facility.areas));
  const places = placesOf(region);
  return {
    types: typesOf(vocabulary),
    capabilities: [...vocabulary.capabilities.values()].map(c => ({
      id: c.id,
      label: c.label,
      acceptsLabel: c.acceptsLabel ?? null,
      group: c.group,
      asked: c.asked,
      everyone: c.prominence === 'everyone',
      scenes: c.scenes,
      terms: distinct([c.easy && withoutRuby(c.easy), ...c.aliases], [c.label]),
    })),
    groups: vocabulary.capabilityGroups.map(({ id, label }) => ({ id, label })),
    specialities: specialitiesOf(services, vocabulary),
    specialityGroups: [...vocabulary.specialityGroups].map(([id, label]) => ({ id, label })),
    areas: places.filter(({ id }) => usedAreas.has(id)).map(({ circle: _circle, ...area }) => area),
    places,
    pieces: [...areaOf].flatMap(([id, whole]) => (id === whole.id ? [] : [[id, whole.id]])),
    needs: vocabulary.needs.map(({ id, label, types, capabilities, words, urgent }) => ({
      ...{ id, label, types, capabilities, words, urgent },
    })),
    scenes: vocabulary.scenes.map(({ id, label }) => ({ id, label })),
    fields,
    asOf: dataset.asOf,
    oldBefore: dataset.asOf && dataset.site ? monthsBefore(dataset.asOf, dataset.site.staleAfterMonths) : '',
    holidays,
    synonyms: synonymsOf(vocabulary),
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

function placesOf({ dataset, areaOf }: Region): SearchPlace[] {
  const pieces = Map.groupBy(dataset.areas, ({ id }) => areaOf.get(id)!.id);
  return [...pieces].map(([whole, drawn]) => {
    const { id, name, kind, parent } = areaOf.get(whole)!;
    return { id, name, kind, parent, circle: circleAround(drawn.map(({ polygon }) => polygon)) };
  });
}

type Synonym = SearchWords['synonyms'][number];

/** With the words that mean several capabilities (透析, 麻薬): whoever asks for one is shown any. */
function synonymsOf(vocabulary: Vocabulary): Synonym[] {
  const { synonyms, ambiguous, capabilities } = vocabulary;
  const several = ambiguous.flatMap(({ terms, capabilities: ids }) =>
    terms.map((term): Synonym => [term, ids.flatMap(id => capabilities.get(id)?.label ?? [])]),
  );
  return [
    ...[...synonyms].map(([word, also]): Synonym => [word, [...also]]),
    ...several,
    ...wordsOfNeeds(vocabulary),
  ];
}

/**
 * Who types a 困りごと is shown what answers it; a word with synonyms of its own keeps them. Not of an urgent one: who
 * cannot breathe is told 119, and its words stand for nothing in the list.
 */
function wordsOfNeeds({ needs, synonyms, types, capabilities }: Vocabulary): Synonym[] {
  return needs
    .filter(({ urgent }) => !urgent)
    .flatMap(({ words, ...need }) => {
      const kinds = [
        ...need.types.map(id => types.get(id)),
        ...need.capabilities.map(id => capabilities.get(id)),
      ];
      const labels = kinds.flatMap(kind => kind?.label ?? []);
      return words.filter(word => !synonyms.has(word)).map((word): Synonym => [word, labels]);
    });
}

function typesOf(vocabulary: Vocabulary): SearchType[] {
  return [...vocabulary.types.values()].map(
    ({ id, letter, relation, group, mode, marker, label, short, easy, aliases }) => ({
      id,
      letter,
      relation,
      group,
      mode,
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

/** Each once, without what is known already. */
export function distinct(terms: readonly (string | undefined)[], known: readonly string[]): string[] {
  const seen = new Set(known);
  return terms.filter((term): term is string => !!term && !seen.has(term) && !!seen.add(term));
}

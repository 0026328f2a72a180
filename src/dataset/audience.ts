import type { RegionPages } from '../model/article.ts';
import type { ProfessionalDataset, Provenance, PublicDataset } from '../model/dataset.ts';
import type {
  CapabilityAnswer,
  Facility,
  PublicFacility,
  PublicService,
  Service,
} from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { RecordRow } from './record.ts';

/**
 * A row with everything professional taken out, and nothing else changed. Public data is joined from such rows
 * only: that is why no public byte can depend on a professional value.
 */
export function stripRow(row: RecordRow): RecordRow {
  return { ...row, professional: { fields: {}, custom: [], capabilities: [] } };
}

/**
 * The public side of a record joined from stripped rows. A refusal about a group of people (§6.4a rule 5: 生活保護,
 * 感染症, 認知症 …) is not published: it becomes "not answered".
 */
export function publicFacility(facility: Facility, vocabulary: Vocabulary): PublicFacility {
  const { professional: _professional, services, ...shared } = facility;
  return { ...shared, services: services.map(service => publicService(service, vocabulary)) };
}

function publicService(service: Service, vocabulary: Vocabulary): PublicService {
  const { professional: _professional, ...shared } = service;
  const capabilities = shared.capabilities.filter(
    answer => answer.value !== 'no' || !vocabulary.capabilities.get(answer.id)?.aboutPeople,
  );
  return { ...shared, capabilities: inVocabularyOrder(capabilities, vocabulary) };
}

const orders = new WeakMap<Vocabulary, ReadonlyMap<string, number>>();

/** The order of the columns of a source says nothing: answers stand in the vocabulary's order. */
function inVocabularyOrder(answers: readonly CapabilityAnswer[], vocabulary: Vocabulary): CapabilityAnswer[] {
  const order =
    orders.get(vocabulary) ?? new Map([...vocabulary.capabilities.keys()].map((id, index) => [id, index]));
  orders.set(vocabulary, order);
  const rank = ({ id, relation }: CapabilityAnswer): number =>
    (order.get(id) ?? order.size) * 2 + (relation === 'accepts' ? 1 : 0);
  return answers.toSorted((a, b) => rank(a) - rank(b));
}

/** The only maker of a `PublicDataset`. Its facilities must come from rows that went through `stripRow`. */
export function publicDataset(parts: {
  site: PublicDataset['site'];
  vocabulary: Vocabulary;
  facilities: readonly PublicFacility[];
  areas: PublicDataset['areas'];
  sources: PublicDataset['sources'];
  provenance: ReadonlyMap<string, Provenance>;
  asOf: string | null;
  filterFields: PublicDataset['filterFields'];
}): PublicDataset {
  return {
    ...parts,
    ...{ articles: [], files: new Map(), changes: null, closed: [], hasProfessionalEdition: false },
  } as unknown as PublicDataset;
}

/**
 * The only maker of a `ProfessionalDataset`. `facilities` are all that may be shown to anyone. A refusal about a group
 * of people stays an answer: §6.4a rule 5 is about publishing, and a blank would say that nobody had asked. Search
 * offers no refusal as a condition in either edition.
 */
export function professionalDataset(
  parts: Pick<
    ProfessionalDataset,
    'site' | 'vocabulary' | 'facilities' | 'areas' | 'sources' | 'provenance' | 'asOf' | 'filterFields'
  >,
): ProfessionalDataset {
  const { vocabulary } = parts;
  const facilities = parts.facilities.map(facility => ({
    ...facility,
    services: facility.services.map(service => ({
      ...service,
      capabilities: inVocabularyOrder(service.capabilities, vocabulary),
      professional: {
        ...service.professional,
        capabilities: inVocabularyOrder(service.professional.capabilities, vocabulary),
      },
    })),
  }));
  return { ...parts, facilities } as unknown as ProfessionalDataset;
}

/** Adds what the region wrote itself, which is read last: its links may lead to everything that is public. */
export function withPages(dataset: PublicDataset, { articles, files }: RegionPages): PublicDataset {
  return { ...dataset, articles, files };
}

/** Says that `/pro/` is part of the site: a build does so when it seals an edition for at least one key. */
export function withProfessionalEdition(dataset: PublicDataset): PublicDataset {
  return { ...dataset, hasProfessionalEdition: true };
}

/** Adds what changed since the last publication, as far as it may be said. */
export function withChanges(
  dataset: PublicDataset,
  changes: Pick<PublicDataset, 'changes' | 'closed'> | null,
): PublicDataset {
  return changes ? { ...dataset, ...changes } : dataset;
}

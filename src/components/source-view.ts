/** Where the groups of facts of a page come from, and when they were confirmed, in words. */
import type { Provenance, PublicDataset } from '../model/dataset.ts';
import type { PublicFacility, PublicService } from '../model/facility.ts';
import { formatConfirmation, formatDay } from '../text/format.ts';
import { ja } from '../text/ja.ts';
import { sourceText as text } from '../text/sources.ts';
import { serviceFacts } from './facility-view.ts';
import { append } from './group-by.ts';
import { typeLabel } from './site-index.ts';

/** One source at one date, and what stands on the page from it: a line per service. */
export interface SourceLine {
  words: string;
  facts: string[];
}

const { facility: labels } = ja;

/** Fields of a record and of a service that a reader knows by a word, in the order of the page. */
const ofRecord: readonly [field: string, label: string][] = [
  ['name', text.name],
  ['address', labels.address],
];
const ofService: readonly [field: string, label: string][] = [
  ['phones', labels.phone],
  ['hours', labels.hours],
  ['capability', labels.capabilities],
  ['serviceArea', labels.serviceArea],
  ['transferArea', labels.transferArea],
  ['acceptance', labels.acceptance],
  ['specialities', labels.specialities],
  ['fees', labels.fees],
  ['capacity', labels.capacity],
  ['beds', labels.beds],
  ['wards', labels.wards],
  ['staff', labels.staff],
];

/** Names of areas do not matter here. */
const noAreas = new Map();

type Sources = Pick<PublicDataset, 'provenance' | 'sources' | 'vocabulary'>;

/** `2026年5月1日に確認（電話）・在宅医療・介護資源調査`. */
function sourceWords(
  { layer, confirmedOn }: Provenance,
  { confirmed }: Pick<PublicService, 'confirmed'>,
  { sources }: Sources,
): string {
  const source = sources.find(each => each.layer === layer);
  const asOf = source?.asOf ?? null;
  const told = confirmedOn !== null && confirmed?.on === confirmedOn ? confirmed : null;
  const ofDate =
    confirmedOn === null ? null : formatConfirmation(told ?? { on: confirmedOn, by: null, method: null });
  const date = ofDate ?? (asOf === null ? null : labels.sourceAsOf(formatDay(asOf)));
  return [date, source?.title].filter(Boolean).join('・');
}

/** Where one field of a service comes from; '' when that is not known. */
export function fieldSource(
  facility: PublicFacility,
  service: PublicService,
  field: string,
  dataset: Sources,
): string {
  const found = dataset.provenance.get(`${facility.id}|${service.key}|${field}`);
  return found ? sourceWords(found, service, dataset) : '';
}

export function sourceLines(facility: PublicFacility, dataset: Sources): SourceLine[] {
  const lines = new Map<string, string[]>();
  const add = (parts: readonly [words: string, label: string][], service: string | null): void => {
    const byWords = Map.groupBy(
      parts.filter(([words]) => words !== ''),
      ([words]) => words,
    );
    for (const [words, found] of byWords) {
      const said = [...new Set(found.map(([, label]) => label))].join('、');
      append(lines, words, service === null ? said : text.ofService(service, said));
    }
  };
  const own = (field: string) => dataset.provenance.get(`${facility.id}||${field}`);
  const several = facility.services.length > 1;
  const record = ofRecord.map(([field, label]): [string, string] => {
    const found = own(field);
    return [found ? sourceWords(found, facility, dataset) : '', label];
  });
  if (several) add(record, null);
  for (const service of facility.services) {
    const type = dataset.vocabulary.types.get(service.type);
    const shown = new Set<string>([
      ...serviceFacts(service, noAreas).map(({ field }) => field),
      ...(service.phones.length > 0 ? ['phones'] : []),
      ...(service.hours.length > 0 ? ['hours'] : []),
      'capability',
    ]);
    const parts = ofService
      .filter(([field]) => shown.has(field))
      .flatMap(([field, label]) =>
        wordsOf(field, facility, service, dataset).map((words): [string, string] => [words, label]),
      );
    if (several) add(parts, type ? typeLabel(type) : service.type);
    else add([...record, ...parts], null);
  }
  return [...lines].map(([words, facts]) => ({ words, facts }));
}

/** Answers and hours may come from several sources. */
function wordsOf(
  field: string,
  facility: PublicFacility,
  service: PublicService,
  dataset: Sources,
): string[] {
  if (field === 'hours') return hoursWords(facility, service, dataset);
  if (field !== 'capability') return [fieldSource(facility, service, field, dataset)];
  return service.capabilities.map(({ id, relation }) =>
    fieldSource(facility, service, `capability ${id} ${relation}`, dataset),
  );
}

/** `hours`, then `hours 1`, `hours 2` … where weaker sources give a purpose or a 診療科 of their own. */
function hoursWords(facility: PublicFacility, service: PublicService, dataset: Sources): string[] {
  const words: string[] = [];
  for (let field = 'hours', at = 1; ; field = `hours ${at++}`) {
    const found = fieldSource(facility, service, field, dataset);
    if (found === '') return words;
    words.push(found);
  }
}

/** What changed between two published lists, by record, service and field, in the clerk's words. */
import { recordColumns } from '../export/csv.ts';
import { hoursCells } from '../export/hours-cells.ts';
import type { DatasetChanges, FieldChange, RecordChange } from '../model/changes.ts';
import type { Area } from '../model/dataset.ts';
import type { AnswerValue, PublicFacility, PublicService } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { normaliseFacility } from './published.ts';

/** What both lists are put into words with. */
export interface Words {
  vocabulary: Vocabulary;
  areas: readonly Area[];
}

export interface ListState {
  asOf: string | null;
  facilities: readonly PublicFacility[];
}

const answerWords: Record<AnswerValue, string> = {
  yes: '○ 対応あり',
  conditional: '△ 要相談',
  planned: '予定',
  no: '× 対応なし',
};

/** Says which record it is and where the row came from; no value of the record. */
const notCompared = new Set(['ID', '種別', 'データ区分']);

/** The same list twice changes nothing. A record under a new id that names its former one is the same record. */
export function compareLists(before: ListState, after: ListState, words: Words): DatasetChanges {
  const old = new Map(before.facilities.map(facility => [facility.id, facility]));
  const formerOf = (facility: PublicFacility): PublicFacility | undefined =>
    [facility.id, ...facility.aliases].map(id => old.get(id)).find(found => found !== undefined);
  const kept = new Set<string>();
  const added: RecordChange[] = [];
  const changed: RecordChange[] = [];
  for (const facility of after.facilities) {
    const { id, name } = facility;
    const former = formerOf(facility);
    if (!former) added.push({ id, name, fields: [] });
    for (const own of [id, ...facility.aliases]) kept.add(own);
    const fields = former ? compareRecords(former, facility, words) : [];
    if (fields.length > 0) changed.push({ id, name, fields });
  }
  const removed = before.facilities
    .filter(({ id, aliases }) => ![id, ...aliases].some(own => kept.has(own)))
    .map(({ id, name }): RecordChange => ({ id, name, fields: [] }));
  return { from: before.asOf, to: after.asOf, added, changed, removed };
}

/** Fields whose words differ, in the template's order, then the capabilities, then the region's own columns. */
export function compareRecords(before: PublicFacility, after: PublicFacility, words: Words): FieldChange[] {
  const [old, now] = [normaliseFacility(before) ?? before, normaliseFacility(after) ?? after];
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  const labelOf = ({ type }: PublicService): string => words.vocabulary.types.get(type)?.label ?? type;
  const columns = fieldColumns([old, now], words);
  const shared = now.services.flatMap(service => {
    const former = old.services.find(({ key }) => key === service.key);
    if (!former) return [];
    const [was, is] = [factsOf(old, former, columns, words), factsOf(now, service, columns, words)];
    return [compareFacts(was, is).map(change => ({ ...change, service: labelOf(service) }))];
  });
  const missing = (from: PublicFacility, than: PublicFacility): string[] =>
    from.services.filter(({ key }) => !than.services.some(other => other.key === key)).map(labelOf);
  const services = [
    ...missing(now, old).map(after => ({ service: null, label: 'サービス', before: null, after })),
    ...missing(old, now).map(before => ({ service: null, label: 'サービス', before, after: null })),
  ];
  return [...services, ...foldShared(shared)];
}

type Facts = ReadonlyMap<string, string>;
type Columns = ReturnType<typeof recordColumns>;

function fieldColumns(facilities: readonly PublicFacility[], { vocabulary, areas }: Words): Columns {
  return recordColumns({ vocabulary, areas, facilities }).filter(({ header }) => !notCompared.has(header));
}

function factsOf(
  facility: PublicFacility,
  service: PublicService,
  columns: Columns,
  { vocabulary }: Words,
): Facts {
  const row = { facility, service, hours: hoursCells(service.hours) };
  const answers = service.capabilities.flatMap(({ id, relation, value, note }): [string, string][] => {
    const capability = vocabulary.capabilities.get(id);
    if (!capability) return [];
    const label = relation === 'accepts' ? (capability.acceptsLabel ?? capability.label) : capability.label;
    return [[label, note === null ? answerWords[value] : `${answerWords[value]}（${note}）`]];
  });
  return new Map([
    ...columns.map(({ header, cell }) => [header, cell(row)] as const),
    ...answers,
    ...facility.custom.map(({ label, value }) => [label, value] as const),
  ]);
}

function compareFacts(was: Facts, is: Facts): Omit<FieldChange, 'service'>[] {
  const labels = [...new Set([...is.keys(), ...was.keys()])];
  return labels.flatMap(label => {
    const [before, after] = [was.get(label) || null, is.get(label) || null];
    return before === after ? [] : [{ label, before, after }];
  });
}

/** What changed alike in every service is said once, of the record. */
function foldShared(perService: readonly FieldChange[][]): FieldChange[] {
  const textOf = ({ label, before, after }: FieldChange): string => JSON.stringify([label, before, after]);
  const [first = [], ...others] = perService;
  const common = new Set(
    first
      .map(textOf)
      .filter(text => others.every(changes => changes.some(change => textOf(change) === text))),
  );
  return [
    ...first.filter(change => common.has(textOf(change))).map(change => ({ ...change, service: null })),
    ...perService.flatMap(changes => changes.filter(change => !common.has(textOf(change)))),
  ];
}

/** What changed between two published lists, by record, service and field, in the clerk's words. */
import { recordColumns } from '../export/csv.ts';
import { hoursCells } from '../export/hours-cells.ts';
import type { DatasetChanges, FieldChange, RecordChange } from '../model/changes.ts';
import type { Area } from '../model/dataset.ts';
import type { AnswerValue, CapabilityAnswer, PublicFacility, PublicService } from '../model/facility.ts';
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

/** The same list twice changes nothing. */
export function compareLists(before: ListState, after: ListState, words: Words): DatasetChanges {
  const { added, pairs, removed } = pairRecords(before.facilities, after.facilities);
  const whole = ({ id, name }: PublicFacility): RecordChange => ({ id, name, fields: [] });
  const changed = pairs.flatMap(([former, now]): RecordChange[] => {
    const { id, name } = now;
    const fields = compareRecords(former, now, words);
    return fields.length > 0 ? [{ id, name, fields }] : [];
  });
  return {
    ...{ from: before.asOf, to: after.asOf },
    ...{ added: added.map(whole), changed, removed: removed.map(whole) },
  };
}

export interface Pairing<F> {
  added: F[];
  /** The record as it was, and as it is. */
  pairs: [F, F][];
  removed: F[];
}

/** A record under a new id that names its former one is the same record. */
export function pairRecords<F extends PublicFacility>(before: readonly F[], after: readonly F[]): Pairing<F> {
  const old = new Map(before.map(facility => [facility.id, facility]));
  const ownIds = ({ id, aliases }: F): string[] => [id, ...aliases];
  const formerOf = (facility: F): F | undefined =>
    ownIds(facility)
      .map(id => old.get(id))
      .find(found => found !== undefined);
  const kept = new Set(after.flatMap(ownIds));
  return {
    added: after.filter(facility => !formerOf(facility)),
    pairs: after.flatMap((facility): [F, F][] => {
      const former = formerOf(facility);
      return former ? [[former, facility]] : [];
    }),
    removed: before.filter(facility => !ownIds(facility).some(id => kept.has(id))),
  };
}

/** Fields whose words differ, in the template's order, then the capabilities, then the region's own columns. */
export function compareRecords(before: PublicFacility, after: PublicFacility, words: Words): FieldChange[] {
  const [old, now] = [normaliseFacility(before) ?? before, normaliseFacility(after) ?? after];
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  const labelOf = (service: PublicService): string => typeLabelOf(service, words);
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

export function typeLabelOf({ type }: PublicService, { vocabulary }: Words): string {
  return vocabulary.types.get(type)?.label ?? type;
}

/** Label → words. */
export type Facts = ReadonlyMap<string, string>;
export type Columns = ReturnType<typeof recordColumns>;

/** The columns of a published list that records are told in, for `factsOf`. */
export function fieldColumns(facilities: readonly PublicFacility[], { vocabulary, areas }: Words): Columns {
  return recordColumns({ vocabulary, areas, facilities }).filter(({ header }) => !notCompared.has(header));
}

/** What everyone may see of one service and its record, by the header of each column. */
export function factsOf(
  facility: PublicFacility,
  service: PublicService,
  columns: Columns,
  { vocabulary }: Words,
): Facts {
  const row = { facility, service, hours: hoursCells(service.hours) };
  return new Map([
    ...columns.map(({ header, cell }) => [header, cell(row)] as const),
    ...answerFacts(service.capabilities, vocabulary),
    ...facility.custom.map(({ label, value }) => [label, value] as const),
  ]);
}

/** 胃ろうの管理 → ○ 対応あり. */
export function answerFacts(
  answers: readonly CapabilityAnswer[],
  vocabulary: Vocabulary,
): (readonly [string, string])[] {
  return answers.flatMap(({ id, relation, value, note }) => {
    const capability = vocabulary.capabilities.get(id);
    if (!capability) return [];
    const label = relation === 'accepts' ? (capability.acceptsLabel ?? capability.label) : capability.label;
    return [[label, note === null ? answerWords[value] : `${answerWords[value]}（${note}）`] as const];
  });
}

export function compareFacts(was: Facts, is: Facts): Omit<FieldChange, 'service'>[] {
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

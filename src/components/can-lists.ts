/** 機能: who answered what. A refusal is counted nowhere and listed nowhere: nobody looks for one. */
import type { PublicDataset } from '../model/dataset.ts';
import type { CapabilityAnswer, PublicFacility, PublicService } from '../model/facility.ts';
import type { Capability, CapabilityGroup, FacilityType } from '../model/vocabulary.ts';
import { isAskedOf } from '../vocabulary/asked.ts';
import { notedAge } from './age-words.ts';
import { answerLabel } from './capability-view.ts';

type Listed = Exclude<CapabilityAnswer['value'], 'no'>;
const values: readonly Listed[] = ['yes', 'conditional', 'planned'];

export interface CanGroup {
  id: string;
  value: Listed;
  /** 胃ろうの管理 or 胃ろうのある人の受け入れ, where the capability tells them apart. */
  statement: string | null;
  facilities: readonly PublicFacility[];
  /** The services that gave this answer. */
  services: ReadonlyMap<PublicFacility, readonly PublicService[]>;
  /** What they add to it. */
  remarks: ReadonlyMap<PublicFacility, readonly string[]>;
}

export interface CanList {
  capability: Capability;
  /** ○, then △, then 予定; 実施 before 受け入れ. */
  groups: CanGroup[];
  /** Records in the groups. */
  count: number;
  /** Of those: ○ or △. */
  able: number;
  /** Types of the data the survey asks; none for official listings. */
  askedTypes: FacilityType[];
  /** Records of those types, and those of them that gave no answer at all. */
  asked: number;
  unanswered: number;
}

const known = new WeakMap<PublicDataset, CanList[]>();

/** One list per capability that someone answered with ○, △ or 予定, in the vocabulary's order. */
export function canLists(dataset: PublicDataset): CanList[] {
  const lists = known.get(dataset);
  if (lists) return lists;
  const given = answersById(dataset);
  const made = [...dataset.vocabulary.capabilities.values()].flatMap(capability => {
    const entries = given.get(capability.id);
    return entries?.some(({ answer }) => answer.value !== 'no') ? canList(capability, entries, dataset) : [];
  });
  known.set(dataset, made);
  return made;
}

/** Under the vocabulary's headings; headings without a list are left out. */
export function canListsByGroup(dataset: PublicDataset): { group: CapabilityGroup; lists: CanList[] }[] {
  return dataset.vocabulary.capabilityGroups.flatMap(group => {
    const lists = canLists(dataset).filter(({ capability }) => capability.group === group.id);
    return lists.length === 0 ? [] : [{ group, lists }];
  });
}

interface Entry {
  facility: PublicFacility;
  service: PublicService;
  answer: CapabilityAnswer;
}

function answersById({ facilities }: PublicDataset): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const facility of facilities)
    for (const service of facility.services)
      for (const answer of service.capabilities) {
        const list = entries.get(answer.id);
        if (list) list.push({ facility, service, answer });
        else entries.set(answer.id, [{ facility, service, answer }]);
      }
  return entries;
}

function canList(capability: Capability, entries: readonly Entry[], dataset: PublicDataset): CanList {
  const relations = capability.acceptsLabel ? (['performs', 'accepts'] as const) : [null];
  const groups = relations.flatMap(relation =>
    values.flatMap(value => {
      const here = entries.filter(
        ({ answer }) => answer.value === value && (relation === null || answer.relation === relation),
      );
      const statement = relation === null ? null : answerLabel(capability, relation);
      const id = `${relation ?? 'answer'}-${value}`;
      return here.length === 0 ? [] : [canGroup({ id, value, statement }, here, dataset)];
    }),
  );
  const inGroups = (some: readonly CanGroup[]) => new Set(some.flatMap(({ facilities }) => facilities)).size;
  return {
    capability,
    groups,
    count: inGroups(groups),
    able: inGroups(groups.filter(({ value }) => value !== 'planned')),
    ...silence(capability, entries, dataset),
  };
}

function canGroup(
  { id, value, statement }: Pick<CanGroup, 'id' | 'value' | 'statement'>,
  entries: readonly Entry[],
  dataset: PublicDataset,
): CanGroup {
  const services = new Map<PublicFacility, PublicService[]>();
  const remarks = new Map<PublicFacility, string[]>();
  for (const { facility, service, answer } of entries) {
    services.set(facility, [...(services.get(facility) ?? []), service]);
    const said = remarks.get(facility) ?? [];
    const note = notedAge(dataset, facility, service, answer);
    if (note !== null && !said.includes(note)) remarks.set(facility, [...said, note]);
  }
  return { id, value, statement, facilities: [...services.keys()], services, remarks };
}

/** Who was asked and said nothing: unknown, not "no". */
function silence(
  capability: Capability,
  entries: readonly Entry[],
  { facilities, vocabulary }: PublicDataset,
): Pick<CanList, 'askedTypes' | 'asked' | 'unanswered'> {
  const answered = new Set(entries.map(({ facility }) => facility));
  const types = [...vocabulary.types.values()].filter(type => isAskedOf(capability, type));
  const ids = new Set(types.map(({ id }) => id));
  const asked = facilities.filter(facility => facility.services.some(({ type }) => ids.has(type)));
  const there = new Set(asked.flatMap(facility => facility.services.map(({ type }) => type)));
  return {
    askedTypes: types.filter(({ id }) => there.has(id)),
    asked: asked.length,
    unanswered: asked.filter(facility => !answered.has(facility)).length,
  };
}

/** A list too long for one page is told by type instead. */
export function typesOfCan(
  { services }: CanGroup,
  dataset: PublicDataset,
): { type: FacilityType; count: number }[] {
  const counts = new Map<string, number>();
  for (const given of services.values())
    for (const id of new Set(given.map(({ type }) => type))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...dataset.vocabulary.types.values()].flatMap(type => {
    const count = counts.get(type.id);
    return count === undefined ? [] : [{ type, count }];
  });
}

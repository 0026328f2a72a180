/**
 * The data prepared for searching. A *service* is what filters and words are matched against, so that the 24時間 of a
 * station never qualifies its day service; a *facility* is what is listed and counted.
 */
import type { HoursSet } from '../model/facility.ts';
import { addBit, type Bits, emptyBits, hasBit, popcount } from './bits.ts';
import type { SearchCapability, SearchData, SearchService, SearchType } from './data.ts';
import { type FactIndex, factsOf } from './facts.ts';
import { type Fold, foldFor } from './fold.ts';
import type { Fact } from './state.ts';

export interface CapabilityOption {
  /** Capability id; `<id>.accepts` for 受け入れ where the vocabulary tells it from 実施. */
  key: string;
  label: string;
  group: string;
  everyone: boolean;
  /** Services that said ○ or △. */
  offered: Bits;
  /** Services that said ○. */
  sure: Bits;
  /** Services of the types that are asked and gave no answer. */
  unanswered: Bits;
}

export interface SearchIndex {
  data: SearchData;
  fold: Fold;
  /** Keeps long vowels and small kana apart. */
  foldExact: Fold;
  services: readonly SearchService[];
  /** Service → its facility. A facility's services are neighbours. */
  facilityOf: Uint32Array;
  /** Facility → its first service; one more entry marks the end. */
  firstService: Uint32Array;
  /** Services that belong to the facility of the one before, and the last of each facility. */
  neighbours: { joined: Bits; last: Bits };
  types: ReadonlyMap<string, Bits>;
  areas: ReadonlyMap<string, Bits>;
  specialities: ReadonlyMap<string, Bits>;
  capabilities: ReadonlyMap<string, CapabilityOption>;
  typeById: ReadonlyMap<string, SearchType>;
  /** What services state as words, where anyone does. */
  facts: ReadonlyMap<Fact, FactIndex>;
  /** Different lists of hours; many services keep the same. */
  hours: readonly (readonly HoursSet[])[];
  /** Service → its place in `hours`. */
  hoursOf: Uint32Array;
}

export function buildIndex(data: SearchData): SearchIndex {
  const { facilities, words } = data;
  const services = facilities.flatMap(facility => facility.services);
  const firstService = new Uint32Array(facilities.length + 1);
  facilities.forEach((facility, i) => {
    firstService[i + 1] = firstService[i]! + facility.services.length;
  });
  const facilityOf = new Uint32Array(services.length);
  facilities.forEach((_, i) => {
    facilityOf.fill(i, firstService[i], firstService[i + 1]);
  });
  const typeById = new Map(words.types.map(type => [type.id, type]));
  return {
    data,
    fold: foldFor(words.variants, 'loose'),
    foldExact: foldFor(words.variants, 'exact'),
    services,
    facilityOf,
    firstService,
    neighbours: neighboursOf(firstService, services.length),
    typeById,
    types: group(services.length, words.types, add => {
      services.forEach((service, n) => {
        add(service.type, n);
      });
    }),
    areas: group(services.length, words.areas, add => {
      facilityOf.forEach((facility, n) => {
        for (const area of facilities[facility]!.areas) add(area, n);
      });
    }),
    specialities: group(services.length, [], add => {
      services.forEach((service, n) => {
        for (const name of service.specialities) add(name, n);
      });
    }),
    capabilities: capabilityOptions(services, words.capabilities, typeById),
    facts: factsOf(data, services.length),
    ...hoursKinds(services),
  };
}

/** Lists are told apart by identity: the payload shares equal ones. */
function hoursKinds(services: readonly SearchService[]): Pick<SearchIndex, 'hours' | 'hoursOf'> {
  const kinds = new Map<readonly HoursSet[], number>();
  const hoursOf = Uint32Array.from(services, ({ hours }) => {
    if (!kinds.has(hours)) kinds.set(hours, kinds.size);
    return kinds.get(hours)!;
  });
  return { hours: [...kinds.keys()], hoursOf };
}

/** The option that an answer belongs to. */
export function optionKey(capability: SearchCapability, relation: 'performs' | 'accepts'): string {
  return capability.acceptsLabel !== null && relation === 'accepts'
    ? `${capability.id}.accepts`
    : capability.id;
}

/** The capability of an option. */
export function capabilityOf(key: string): string {
  return key.replace(/\.accepts$/, '');
}

/**
 * How many different facilities the services (that are also in `alsoIn`) belong to: within each word of 32 services
 * every bit is carried on to the last service of its facility, and those are counted. Every option of every facet is
 * counted so at every keystroke.
 */
export function countFacilities(
  { neighbours }: SearchIndex,
  services: Bits,
  alsoIn: Bits = services,
): number {
  const { joined, last } = neighbours;
  let count = 0;
  let carried = 0;
  for (let i = 0; i < services.length; i++) {
    const word = services[i]! & alsoIn[i]!;
    if (word === 0 && carried === 0) continue;
    const joins = joined[i]!;
    let reached = word | (carried & joins);
    for (let next = reached; ; reached = next) {
      next = reached | ((reached << 1) & joins);
      if (next === reached) break;
    }
    count += popcount(reached & last[i]!);
    carried = reached >>> 31;
  }
  return count;
}

function neighboursOf(firstService: Uint32Array, size: number): SearchIndex['neighbours'] {
  const [joined, last] = [emptyBits(size), emptyBits(size)];
  for (let facility = 0; facility + 1 < firstService.length; facility++) {
    const [first, end] = [firstService[facility]!, firstService[facility + 1]!];
    for (let n = first + 1; n < end; n++) addBit(joined, n);
    if (end > first) addBit(last, end - 1);
  }
  return { joined, last };
}

function group(
  size: number,
  known: readonly { id: string }[],
  fill: (add: (key: string, n: number) => void) => void,
): Map<string, Bits> {
  const groups = new Map(known.map(({ id }) => [id, emptyBits(size)]));
  fill((key, n) => {
    const bits = groups.get(key) ?? emptyBits(size);
    groups.set(key, bits);
    addBit(bits, n);
  });
  return groups;
}

function capabilityOptions(
  services: readonly SearchService[],
  capabilities: readonly SearchCapability[],
  typeById: ReadonlyMap<string, SearchType>,
): Map<string, CapabilityOption> {
  const byId = new Map(capabilities.map(capability => [capability.id, capability]));
  const offered = new Map<string, Bits>();
  const sure = new Map<string, Bits>();
  const answered = new Map<string, Bits>();
  const mark = (sets: Map<string, Bits>, key: string, n: number) => {
    if (!sets.has(key)) sets.set(key, emptyBits(services.length));
    addBit(sets.get(key)!, n);
  };
  services.forEach((service, n) => {
    for (const { capability, relation, value } of service.answers) {
      const key = optionKey(byId.get(capability)!, relation);
      mark(answered, key, n);
      if (value === 'yes' || value === 'conditional') mark(offered, key, n);
      if (value === 'yes') mark(sure, key, n);
    }
  });
  const options = new Map<string, CapabilityOption>();
  for (const capability of capabilities)
    for (const relation of ['performs', 'accepts'] as const) {
      const key = optionKey(capability, relation);
      if (options.has(key)) continue;
      const none = emptyBits(services.length);
      const unanswered = unansweredServices(
        services,
        capability,
        relation,
        answered.get(key) ?? none,
        typeById,
      );
      const label = key === capability.id ? capability.label : capability.acceptsLabel!;
      options.set(key, {
        key,
        label,
        group: capability.group,
        everyone: capability.everyone,
        offered: offered.get(key) ?? none,
        sure: sure.get(key) ?? none,
        unanswered,
      });
    }
  return options;
}

/** Who was asked (by type; and where 実施 and 受け入れ differ, whose usual answer is this one) and did not say. */
function unansweredServices(
  services: readonly SearchService[],
  capability: SearchCapability,
  relation: 'performs' | 'accepts',
  answered: Bits,
  typeById: ReadonlyMap<string, SearchType>,
): Bits {
  const asked = new Set(
    [...typeById.values()]
      .filter(type => capability.asked.includes('*') || capability.asked.includes(type.letter))
      .filter(type => capability.acceptsLabel === null || type.relation === relation)
      .map(type => type.id),
  );
  const bits = emptyBits(services.length);
  services.forEach((service, n) => {
    if (asked.has(service.type) && !hasBit(answered, n)) addBit(bits, n);
  });
  return bits;
}

/**
 * The search data as compact columns: dictionaries for what repeats, and per capability answer the services that
 * gave it, as gaps or (where shorter) a bitset. `decodePayload(encodePayload(data))` equals `data`.
 */
import type { AnswerValue, HoursSet } from '../model/facility.ts';
import type { Relation } from '../model/vocabulary.ts';
import { addBit, eachBit, emptyBits } from './bits.ts';
import type {
  OldAnswers,
  SearchAnswer,
  SearchData,
  SearchFacility,
  SearchService,
  SearchServiceArea,
  SearchWords,
} from './data.ts';
import { decodeHours, encodeHours, type HoursCode } from './hours-code.ts';

/** Values by index into `words`; 0 stands for null. */
interface Dictionary<T> {
  words: T[];
  rows: number[];
}
/** Gaps between service numbers, or a bitset in base64. */
type Members = number[] | string;

/** Two files: the first is all that a first complete list and a map need. */
export interface SearchPayload {
  list: ListFile;
  details: DetailsFile;
}
export interface ListFile {
  v: 3;
  words: SearchWords;
  list: ListColumns;
}
/** What the words and conditions of a search ask for, and what a result says in full. */
export interface DetailsFile {
  v: 3;
  details: DetailColumns;
}

const version = 3;

export interface ListColumns {
  facilities: {
    id: string[];
    name: string[];
    /** 1e-5 degrees. */
    lat: (number | null)[];
    lng: (number | null)[];
    areas: Dictionary<string[]>;
    confirmed: Dictionary<string>;
    published: Dictionary<string>;
    /** How many services each has. */
    services: number[];
  };
  services: {
    type: Dictionary<string>;
    name: Dictionary<string>;
  };
}

export interface DetailColumns {
  facilities: {
    kana: (string | 0)[];
    address: string[];
    postalCode: Dictionary<string>;
    remarks: Dictionary<string>;
    /** One for each of `words.fields`. */
    custom: Dictionary<string>[];
  };
  services: {
    phone: Dictionary<string>;
    hours: Dictionary<HoursCode[]>;
    specialities: Dictionary<string[]>;
    serviceArea: Dictionary<AreaCode>;
    transferArea: Dictionary<AreaCode>;
    acceptance: Dictionary<string>;
    insurance: Dictionary<string[]>;
    careLevels: Dictionary<string[]>;
    languages: Dictionary<string[]>;
    ict: Dictionary<string[]>;
    /** Empty where it is the facility's. */
    confirmed: Dictionary<string>;
    /** [index in words.capabilities, index in `answerKinds`, who]. */
    answers: [number, number, Members][];
    oldAnswers: [option: string, on: string, said: string, Members][];
  };
}

/** Only what is said. */
interface AreaCode {
  e?: 1;
  a?: string[];
  t?: string[];
  km?: number;
  /** The areas that the remark names. */
  r?: string[];
}

const values: readonly AnswerValue[] = ['yes', 'conditional', 'planned', 'no'];
const relations: readonly Relation[] = ['performs', 'accepts'];
const answerKinds = relations.flatMap(relation => values.map(value => ({ relation, value })));

/** Answers must be of capabilities in `data.words`, in their order, performs before accepts, each once. */
export function encodePayload(data: SearchData): SearchPayload {
  const { facilities, words } = data;
  const services = facilities.flatMap(facility => facility.services);
  return {
    list: { v: version, words, list: encodeList(facilities, services) },
    details: { v: version, details: encodeDetails(data, services) },
  };
}

function encodeList(facilities: readonly SearchFacility[], services: readonly SearchService[]): ListColumns {
  return {
    facilities: {
      id: facilities.map(f => f.id),
      name: facilities.map(f => f.name),
      lat: facilities.map(f => f.position && Math.round(f.position.lat * 1e5)),
      lng: facilities.map(f => f.position && Math.round(f.position.lng * 1e5)),
      areas: toDictionary(facilities.map(f => f.areas)),
      confirmed: toDictionary(facilities.map(f => f.confirmed)),
      published: toDictionary(facilities.map(f => f.published)),
      services: facilities.map(f => f.services.length),
    },
    services: {
      type: toDictionary(services.map(s => s.type)),
      name: toDictionary(services.map(s => s.name)),
    },
  };
}

function encodeDetails(
  { facilities, words, oldAnswers }: SearchData,
  services: readonly SearchService[],
): DetailColumns {
  return {
    facilities: {
      kana: facilities.map(f => f.kana ?? 0),
      address: facilities.map(f => f.address),
      postalCode: toDictionary(facilities.map(f => f.postalCode)),
      remarks: toDictionary(facilities.map(f => f.remarks)),
      custom: words.fields.map((_, i) => toDictionary(facilities.map(f => f.custom[i] ?? null))),
    },
    services: {
      phone: toDictionary(services.map(s => s.phone)),
      hours: toDictionary(services.map(s => s.hours.map(encodeHours))),
      specialities: toDictionary(services.map(s => s.specialities)),
      serviceArea: toDictionary(services.map(s => encodeArea(s.serviceArea))),
      transferArea: toDictionary(services.map(s => encodeArea(s.transferArea))),
      acceptance: toDictionary(services.map(s => s.acceptance)),
      insurance: toDictionary(services.map(s => s.insurance)),
      careLevels: toDictionary(services.map(s => s.careLevels)),
      languages: toDictionary(services.map(s => s.languages)),
      ict: toDictionary(services.map(s => s.ict)),
      confirmed: toDictionary(
        facilities.flatMap(f =>
          f.services.map(s => (s.confirmed === f.confirmed ? asFacility : s.confirmed)),
        ),
      ),
      answers: encodeAnswers(services, words),
      oldAnswers: oldAnswers.map(([option, on, said, given]) => [
        ...([option, on, said] as const),
        encodeMembers(given, services.length),
      ]),
    },
  };
}

/** Of a service that was confirmed when its facility was. */
const asFacility = '';

function encodeArea(area: SearchServiceArea | null): AreaCode | null {
  if (!area) return null;
  return {
    ...(area.everywhere && { e: 1 as const }),
    ...(area.areas.length > 0 && { a: area.areas }),
    ...(area.towns.length > 0 && { t: area.towns }),
    ...(area.radiusKm !== null && { km: area.radiusKm }),
    ...(area.hasRemark && { r: area.named }),
  };
}

function decodeArea({ e, a, t, km, r }: AreaCode): SearchServiceArea {
  return {
    everywhere: e === 1,
    areas: a ?? [],
    towns: t ?? [],
    radiusKm: km ?? null,
    hasRemark: r !== undefined,
    named: r ?? [],
  };
}

export function decodePayload({ list, details }: SearchPayload): SearchData {
  const data = decodeList(list);
  checkVersion(details);
  const { facilities: columns } = details.details;
  if (columns.address.length !== data.facilities.length) throw new Error('the files are of different builds');
  const services = decodeServices(data, details.details);
  const postalCode = fromDictionary(columns.postalCode);
  const remarks = fromDictionary(columns.remarks);
  const custom = columns.custom.map(fromDictionary);
  let next = 0;
  const facilities = data.facilities.map((facility, i): SearchFacility => {
    const first = next;
    next += facility.services.length;
    return {
      ...facility,
      kana: columns.kana[i] === 0 ? null : columns.kana[i]!,
      address: columns.address[i]!,
      postalCode: postalCode[i]!,
      remarks: remarks[i]!,
      custom: custom.map(values => values[i]!),
      services: services.slice(first, next),
    };
  });
  for (const { confirmed: on, services: own } of facilities)
    for (const service of own) if (service.confirmed === asFacility) service.confirmed = on;
  const oldAnswers = details.details.services.oldAnswers.map(([option, on, said, given]): OldAnswers => {
    const services: number[] = [];
    eachMember(given, n => services.push(n));
    return [option, on, said, services];
  });
  return { words: data.words, facilities, oldAnswers };
}

/** What the first file knows; what only the second knows is empty. */
export function decodeList(file: ListFile): SearchData {
  checkVersion(file);
  const { facilities: columns, services: serviceColumns } = file.list;
  const areas = fromDictionary(columns.areas);
  const confirmed = fromDictionary(columns.confirmed);
  const published = fromDictionary(columns.published);
  const name = fromDictionary(serviceColumns.name);
  const services = fromDictionary(serviceColumns.type).map(
    (type, i): SearchService => ({ ...blankService, type: type!, name: name[i]! }),
  );
  let next = 0;
  const facilities = columns.id.map((id, i): SearchFacility => {
    const first = next;
    next += columns.services[i]!;
    return {
      id,
      name: columns.name[i]!,
      kana: null,
      address: '',
      position: decodePosition(columns.lat[i]!, columns.lng[i]!),
      areas: areas[i]!,
      confirmed: confirmed[i]!,
      published: published[i]!,
      postalCode: null,
      remarks: null,
      custom: file.words.fields.map(() => null),
      services: services.slice(first, next),
    };
  });
  return { words: file.words, facilities, oldAnswers: [] };
}

/** Lists are shared: read only. */
const blankService: Omit<SearchService, 'type' | 'name'> = {
  phone: null,
  hours: [],
  specialities: [],
  answers: [],
  serviceArea: null,
  transferArea: null,
  acceptance: null,
  insurance: [],
  careLevels: [],
  languages: [],
  ict: [],
  confirmed: null,
};

function checkVersion({ v }: { v: number }): void {
  if (v !== version) throw new Error(`Unknown search payload version: ${v}`);
}

function decodePosition(lat: number | null, lng: number | null): SearchFacility['position'] {
  return lat === null || lng === null ? null : { lat: lat / 1e5, lng: lng / 1e5 };
}

function decodeServices(
  { words, facilities }: SearchData,
  { services: columns }: DetailColumns,
): SearchService[] {
  const phone = fromDictionary(columns.phone);
  const hours = fromDictionary(mapped(columns.hours, (sets): HoursSet[] => sets.map(decodeHours)));
  const specialities = fromDictionary(columns.specialities);
  const serviceArea = fromDictionary(mapped(columns.serviceArea, decodeArea));
  const transferArea = fromDictionary(mapped(columns.transferArea, decodeArea));
  const acceptance = fromDictionary(columns.acceptance);
  const insurance = fromDictionary(columns.insurance);
  const careLevels = fromDictionary(columns.careLevels);
  const languages = fromDictionary(columns.languages);
  const ict = fromDictionary(columns.ict);
  const confirmed = fromDictionary(columns.confirmed);
  const services = facilities
    .flatMap(facility => facility.services)
    .map(
      (service, i): SearchService => ({
        type: service.type,
        name: service.name,
        phone: phone[i]!,
        hours: hours[i]!,
        specialities: specialities[i]!,
        answers: [],
        serviceArea: serviceArea[i]!,
        transferArea: transferArea[i]!,
        acceptance: acceptance[i]!,
        insurance: insurance[i]!,
        careLevels: careLevels[i]!,
        languages: languages[i]!,
        ict: ict[i]!,
        confirmed: confirmed[i]!,
      }),
    );
  for (const [capability, kind, members] of columns.answers) {
    const answer: SearchAnswer = { capability: words.capabilities[capability]!.id, ...answerKinds[kind]! };
    eachMember(members, n => services[n]!.answers.push(answer));
  }
  return services;
}

function encodeAnswers(services: readonly SearchService[], words: SearchWords): [number, number, Members][] {
  const index = new Map(words.capabilities.map(({ id }, i) => [id, i]));
  const members = new Map<number, number[]>();
  services.forEach((service, n) => {
    for (const { capability, relation, value } of service.answers) {
      const kind = relations.indexOf(relation) * values.length + values.indexOf(value);
      const key = index.get(capability)! * answerKinds.length + kind;
      const list = members.get(key) ?? [];
      members.set(key, list);
      list.push(n);
    }
  });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([key, list]) => [
      Math.floor(key / answerKinds.length),
      key % answerKinds.length,
      encodeMembers(list, services.length),
    ]);
}

function encodeMembers(list: readonly number[], size: number): Members {
  const gaps = list.map((n, i) => n - (list[i - 1] ?? 0));
  if (gaps.join().length <= size / 6) return gaps;
  const bits = emptyBits(size);
  for (const n of list) addBit(bits, n);
  return btoa(String.fromCharCode(...new Uint8Array(bits.buffer)));
}

function eachMember(members: Members, visit: (n: number) => void): void {
  if (typeof members === 'string') {
    const bytes = Uint8Array.from(atob(members), c => c.charCodeAt(0));
    eachBit(new Uint32Array(bytes.buffer), visit);
    return;
  }
  let n = 0;
  for (const gap of members) {
    n += gap;
    visit(n);
  }
}

function toDictionary<T>(column: readonly (T | null)[]): Dictionary<T> {
  const words: T[] = [];
  const seen = new Map<string, number>();
  const rows = column.map(value => {
    if (value === null) return 0;
    const key = JSON.stringify(value);
    const known = seen.get(key) ?? words.push(value);
    seen.set(key, known);
    return known;
  });
  return { words, rows };
}

function mapped<T, U>({ words, rows }: Dictionary<T>, to: (word: T) => U): Dictionary<U> {
  return { words: words.map(to), rows };
}

/** Lists are shared between rows of equal value: read only. */
function fromDictionary<T>({ words, rows }: Dictionary<T>): (T | null)[] {
  return rows.map(n => (n === 0 ? null : words[n - 1]!));
}

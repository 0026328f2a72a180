/**
 * Every record of the professional view as it is: what a record's page, 一覧表, 連絡先ガイド, 空き and FAX送付状 need.
 * `openRecords(encodeRecords(dataset)).all()` equals `dataset.facilities`.
 */
import type { Area, ProfessionalDataset, SourceCredit } from '../model/dataset.ts';
import {
  blankRule,
  type ContactRule,
  type Facility,
  type ProfessionalService,
  type Service,
} from '../model/facility.ts';
import type { Capability, FacilityType, Vocabulary } from '../model/vocabulary.ts';
import type { HoursCode } from '../search/hours-code.ts';
import { type AnswerCode, Codes, type PhoneCode, phoneCode, phoneOf } from './record-codes.ts';

/** The words that records name by id. */
export interface RecordWords {
  types: (Pick<FacilityType, 'id' | 'label' | 'letter' | 'group' | 'relation' | 'marker'> & {
    short: string | null;
  })[];
  capabilities: (Pick<Capability, 'id' | 'label' | 'group' | 'asked' | 'aboutPeople' | 'officialOnly'> & {
    acceptsLabel: string | null;
    /** 略称. */
    short: string | null;
  })[];
  groups: { id: string; label: string }[];
  areas: Pick<Area, 'id' | 'name' | 'kind' | 'parent'>[];
}

export interface RecordsFile {
  v: 1;
  /** 時点 of the view. */
  asOf: string | null;
  sources: readonly SourceCredit[];
  words: RecordWords;
  /** Different sets of hours: records name them by place. */
  hours: HoursCode[];
  facilities: LeanFacility[];
}

/** The records of an opened edition. They are made when they are asked for, once. */
export interface ProfessionalRecords {
  asOf: string | null;
  sources: readonly SourceCredit[];
  words: RecordWords;
  size: number;
  record(place: number): Facility;
  /** Also by a former id. */
  byId(id: string): Facility | null;
  all(): Facility[];
}

/** Of each part of a record only what differs from one that says nothing; hours and answers by number. */
interface LeanFacility
  extends Partial<Omit<Facility, 'id' | 'name' | 'address' | 'services' | 'professional'>> {
  id: string;
  name: string;
  a?: Partial<Facility['address']>;
  s?: LeanService[];
  p?: Partial<Omit<Facility['professional'], 'contactRules'>> & { r?: LeanRule[] };
}
interface LeanService
  extends Partial<Omit<Service, 'type' | 'phones' | 'hours' | 'capabilities' | 'professional'>> {
  type: string;
  t?: PhoneCode[];
  h?: number[];
  c?: AnswerCode[];
  p?: LeanProfessional;
}
type LeanProfessional = Partial<
  Omit<ProfessionalService, 'phones' | 'contactRules' | 'caremanagerHours' | 'capabilities'>
> & {
  t?: PhoneCode[];
  r?: LeanRule[];
  h?: number[];
  c?: AnswerCode[];
};
type LeanRule = Partial<Omit<ContactRule, 'hours'>> & { h?: number };

const version = 1;

export function encodeRecords(dataset: ProfessionalDataset): RecordsFile {
  const { vocabulary, facilities, areas, sources, asOf } = dataset;
  const codes = new Codes([...vocabulary.capabilities.keys()]);
  return {
    v: version,
    ...{ asOf, sources },
    words: wordsOf(vocabulary, areas),
    facilities: facilities.map(facility => leanFacility(facility, codes)),
    hours: codes.hours,
  };
}

function wordsOf(vocabulary: Vocabulary, areas: readonly Area[]): RecordWords {
  return {
    types: [...vocabulary.types.values()].map(type => {
      const { id, label, short = null, letter, group, relation, marker } = type;
      return { id, label, short, letter, group, relation, marker };
    }),
    capabilities: [...vocabulary.capabilities.values()].map(capability => {
      const { id, label, short = null, acceptsLabel = null, group } = capability;
      const { asked, aboutPeople, officialOnly } = capability;
      return { id, label, short, acceptsLabel, group, asked, aboutPeople, officialOnly };
    }),
    groups: vocabulary.capabilityGroups.map(({ id, label }) => ({ id, label })),
    areas: areas.map(({ id, name, kind, parent }) => ({ id, name, kind, parent })),
  };
}

const blankAddress: Facility['address'] = {
  ...{ text: '', municipalityCode: null, prefecture: null, municipality: null },
  ...{ building: null, postalCode: null },
};

const blankFacility: Omit<Facility, 'id' | 'name' | 'address' | 'services' | 'professional'> = {
  ...{ aliases: [], kana: null, position: null, positionState: 'stated', areas: [], corporation: null },
  ...{ url: null, remarks: null, custom: [], confirmed: null, sources: [] },
};

const blankService: Omit<Service, 'key' | 'type' | 'phones' | 'hours' | 'capabilities' | 'professional'> = {
  ...{ name: null, numbers: [], fax: null, email: null, url: null, serviceArea: null },
  ...{ transferArea: null, specialities: [], beds: [], wards: [], capacity: null, staff: [], insurance: [] },
  ...{ careLevels: [], fees: null, acceptance: null, afterHours: null, ict: [], languages: [] },
  ...{ remarks: null, confirmed: null, sources: [] },
};

const blankProfessional: Omit<
  ProfessionalService,
  'phones' | 'contactRules' | 'caremanagerHours' | 'capabilities'
> = {
  ...{ fax: null, email: null, vacancy: null, vacancies: [], remarks: null },
};

const blankOfFacility: Omit<Facility['professional'], 'contactRules'> = {
  ...{ persons: [], remarks: null, custom: [] },
};

/** Without what equals the blank. */
function lean<T extends object, B extends Partial<T>>(value: T, blank: B): Omit<T, keyof B> & Partial<T> {
  const isSame = ([key, one]: [string, unknown]): boolean =>
    key in blank && JSON.stringify(one) === JSON.stringify(blank[key as keyof B]);
  return Object.fromEntries(Object.entries(value).filter(entry => !isSame(entry))) as Omit<T, keyof B> &
    Partial<T>;
}

function leanFacility(facility: Facility, codes: Codes): LeanFacility {
  const { professional, services, address, ...own } = facility;
  const { contactRules, ...sealed } = professional;
  return dropEmpty({
    ...lean(own, blankFacility),
    a: lean(address, blankAddress),
    s: services.map(service => leanService(service, codes)),
    p: dropEmpty({ ...lean(sealed, blankOfFacility), r: leanRules(contactRules, codes) }),
  });
}

function leanService(service: Service, codes: Codes): LeanService {
  const { professional, phones, hours, capabilities, key, ...own } = service;
  const { contactRules, caremanagerHours, capabilities: answers, phones: direct, ...sealed } = professional;
  return dropEmpty({
    ...lean(own, blankService),
    ...(key !== service.type && { key }),
    t: phones.map(phoneCode),
    h: hours.map(set => codes.hoursCode(set)),
    c: codes.answerCodes(capabilities),
    p: dropEmpty({
      ...lean(sealed, blankProfessional),
      t: direct.map(phoneCode),
      r: leanRules(contactRules, codes),
      h: caremanagerHours.map(set => codes.hoursCode(set)),
      c: codes.answerCodes(answers),
    }),
  });
}

function leanRules(rules: readonly ContactRule[], codes: Codes): LeanRule[] {
  return rules.map(({ hours, ...rule }) => ({
    ...lean(rule, blankRule),
    ...(hours && { h: codes.hoursCode(hours) }),
  }));
}

function dropEmpty<T extends object>(value: T): T {
  const isEmpty = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && Object.keys(one).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isEmpty(one))) as T;
}

/** Refuses a file of another version. */
export function openRecords(file: RecordsFile): ProfessionalRecords {
  if (file.v !== version) throw new Error(`Unknown version of professional records: ${file.v}`);
  const codes = new Codes(
    file.words.capabilities.map(({ id }) => id),
    file.hours,
  );
  const made: Facility[] = [];
  const record = (place: number): Facility => {
    made[place] ??= fullFacility(file.facilities[place] as LeanFacility, codes);
    return made[place];
  };
  let places: Map<string, number> | null = null;
  return {
    ...{ asOf: file.asOf, sources: file.sources, words: file.words, size: file.facilities.length },
    record,
    byId(id) {
      places ??= placesOf(file.facilities);
      const place = places.get(id);
      return place === undefined ? null : record(place);
    },
    all: () => file.facilities.map((_, place) => record(place)),
  };
}

function placesOf(facilities: readonly LeanFacility[]): Map<string, number> {
  const former = facilities.flatMap(({ aliases = [] }, i) => aliases.map(id => [id, i] as const));
  return new Map([...former, ...facilities.map(({ id }, i) => [id, i] as const)]);
}

function fullFacility(
  { a, s = [], p: { r = [], ...sealed } = {}, ...own }: LeanFacility,
  codes: Codes,
): Facility {
  return {
    ...blankFacility,
    ...own,
    address: { ...blankAddress, ...a },
    services: s.map(service => fullService(service, codes)),
    professional: { ...blankOfFacility, ...sealed, contactRules: r.map(rule => fullRule(rule, codes)) },
  };
}

function fullService({ t = [], h = [], c = [], p = {}, ...own }: LeanService, codes: Codes): Service {
  const { t: direct = [], r = [], h: times = [], c: answers = [], ...sealed } = p;
  return {
    ...blankService,
    ...own,
    key: own.key ?? own.type,
    phones: t.map(phoneOf),
    hours: h.map(place => codes.hoursAt(place)),
    capabilities: codes.answersOf(c),
    professional: {
      ...blankProfessional,
      ...sealed,
      phones: direct.map(phoneOf),
      contactRules: r.map(rule => fullRule(rule, codes)),
      caremanagerHours: times.map(place => codes.hoursAt(place)),
      capabilities: codes.answersOf(answers),
    },
  };
}

function fullRule({ h, ...rule }: LeanRule, codes: Codes): ContactRule {
  return { ...blankRule, ...rule, hours: h === undefined ? null : codes.hoursAt(h) };
}

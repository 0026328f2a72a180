/**
 * The words of the domain. Everything here is plain data (JSON-safe): it is published as `facilities.json`
 * under these names. Text is what the source says, trimmed; folded keys are built elsewhere.
 */
import type { Relation } from './vocabulary.ts';

/** ○ 可 / △ 要相談 / 予定 / × 不可. An unanswered capability has no answer at all: unknown is never "no". */
export type AnswerValue = 'yes' | 'conditional' | 'planned' | 'no';

export interface CapabilityAnswer {
  /** Capability id of the vocabulary. */
  id: string;
  value: AnswerValue;
  relation: Relation;
  /** What the source adds (「退院前に連絡を」). */
  note: string | null;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const;
/** `holiday` is 祝日 (with 振替休日 and 国民の休日); its rule beats the weekday's. */
export type Weekday = (typeof weekdays)[number];

/** `HH:MM`, zero-padded; `end` may pass midnight (`25:00`). start < end. */
export interface Span {
  start: string;
  end: string;
}

/** `open` with no spans: that day is open, the times are not stated. `unknown`: the source does not let us say. */
export type DayHours = { state: 'open'; spans: Span[] } | { state: 'closed' } | { state: 'unknown' };

export interface HoursSet {
  /** outpatient 外来・営業, visit 訪問, desk 相談窓口, caremanager ケアマネタイム, emergency 時間外, reception 受付. */
  purpose: 'outpatient' | 'visit' | 'desk' | 'caremanager' | 'emergency' | 'reception';
  /** Speciality name when the hours are of one 診療科 only. */
  speciality: string | null;
  days: Record<Weekday, DayHours>;
  /** 第2・第4土曜休み → { day: 'sat', weeks: [2, 4] }. */
  closedNth: { day: Weekday; weeks: number[] }[];
  /** Year-end, お盆 …, as text (`12月29日～1月3日`). */
  exceptions: string | null;
  /** What the source typed, and its remark; always shown beside unknown days. */
  text: string | null;
  /** False when the source has one start and end for the whole day, so that a lunch break cannot be seen. */
  breaksStated: boolean;
}

export interface Position {
  lat: number;
  lng: number;
}

export interface Address {
  /** The whole address as one line, prefecture first where known. */
  text: string;
  /** 6-digit 全国地方公共団体コード with check digit. */
  municipalityCode: string | null;
  prefecture: string | null;
  municipality: string | null;
  /** 方書 that the line does not already contain. */
  building: string | null;
  /** 7 digits, no hyphen. */
  postalCode: string | null;
}

export interface Phone {
  /** As it is shown: half-width digits with the hyphens that were written. */
  text: string;
  /** Digits only, for `tel:`. */
  digits: string;
  /** 内線. */
  extension: string | null;
  /** 代表, 夜間 … */
  label: string | null;
}

/** An official number. `kind` names the issuing system; value is text with its zeros. */
export interface OfficialNumber {
  kind: '事業所番号' | '医療機関コード' | 'ナビイID';
  value: string;
}

export interface SpecialityRef {
  /** 診療科目コード, null when the name is not in the ministry's list. */
  code: string | null;
  /** As the source writes it. */
  name: string;
}

/** Which places a visiting office comes to. All empty and no remark = not stated. */
export interface ServiceArea {
  everywhere: boolean;
  /** Area ids. */
  areas: string[];
  /** Town names that are no area of the region. */
  towns: string[];
  radiusKm: number | null;
  remark: string | null;
}

export interface Confirmation {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  on: string;
  /** Who confirmed (みほん市, 本人 …). */
  by: string | null;
  /** How (電話, FAX, 調査票 …). */
  method: string | null;
}

/** 連絡のルール (ケアマネタイム, 主治医意見書 …): one window for one purpose. Always professional. */
export interface ContactRule {
  /** 退院調整, 主治医意見書, 照会, ケアマネタイム … as written. */
  purpose: string;
  /** 部署. */
  department: string | null;
  /** 方法: 電話, FAX, メール, 来院 … as written. */
  channel: string | null;
  /** The number of that channel, as it is shown. */
  number: string | null;
  /** 曜日・時間, as written. */
  time: string | null;
  /** What of `time` could be read. Null when nothing was: then nobody can say whether one may call now. */
  hours: HoursSet | null;
  /** 送るもの. */
  send: string | null;
  /** 様式. */
  form: string | null;
  /** 地域のルール. */
  localRule: string | null;
  person: string | null;
  /** 改訂日: `YYYY-MM-DD` or shorter. */
  revisedOn: string | null;
  /** 改訂の内容. */
  revision: string | null;
  remark: string | null;
}

/** A rule that says nothing. */
export const blankRule: Readonly<ContactRule> = {
  ...{ purpose: '', department: null, channel: null, number: null, time: null, hours: null },
  ...{ send: null, form: null, localRule: null, person: null, revisedOn: null, revision: null },
  remark: null,
};

/** A line of 空き. Always professional. */
export interface Vacancy {
  /** 曜日, as written (`火・金の午前`); null = of no one day. */
  when: string | null;
  /** The days of the week that could be read of it. */
  days: Weekday[];
  /** 空き数: null where the source says something else than a number (`応相談`). */
  count: number | null;
  /** The number as written. */
  text: string;
  /** 時点: `YYYY-MM-DD` or shorter. */
  asOf: string | null;
  remark: string | null;
}

export interface CustomValue {
  key: string;
  label: string;
  value: string;
}

/** What only professionals may see of a service. Never in a public file. */
export interface ProfessionalService {
  phones: Phone[];
  fax: string | null;
  email: string | null;
  contactRules: ContactRule[];
  caremanagerHours: HoursSet[];
  /** As the survey says it, in one line. */
  vacancy: string | null;
  /** Of `vacancy.csv`, in its order. */
  vacancies: Vacancy[];
  remarks: string | null;
  capabilities: CapabilityAnswer[];
}

export interface PublicService {
  /** Unique in the record: the type id, or type id + number where one record has two of a type. */
  key: string;
  /** Facility type id. */
  type: string;
  /** The name under which this service is registered, where it differs from the record's. */
  name: string | null;
  numbers: OfficialNumber[];
  phones: Phone[];
  fax: string | null;
  email: string | null;
  url: string | null;
  hours: HoursSet[];
  serviceArea: ServiceArea | null;
  /** 送迎範囲. */
  transferArea: ServiceArea | null;
  capabilities: CapabilityAnswer[];
  specialities: SpecialityRef[];
  /** 病床 by kind (一般病床, 療養病床 …) and in all (合計). */
  beds: { kind: string; count: number }[];
  /** 病棟 by kind (回復期リハビリテーション, 地域包括ケア …), each with its beds; null = how many is not stated. */
  wards: { kind: string; count: number | null }[];
  /** 定員; null = not given. */
  capacity: number | null;
  /** Staff by profession, 常勤換算. */
  staff: { role: string; count: number }[];
  insurance: string[];
  careLevels: string[];
  fees: string | null;
  /** 新規の受け入れ, as the source says it. */
  acceptance: string | null;
  /** 時間外における対応, as the source says it. */
  afterHours: string | null;
  ict: string[];
  languages: string[];
  remarks: string | null;
  /** The newest confirmation of any of its public values. */
  confirmed: Confirmation | null;
  /** Layer ids that gave a public value. */
  sources: string[];
}

export type Service = PublicService & { professional: ProfessionalService };

export interface ProfessionalFacility {
  persons: { role: string; name: string }[];
  /** Of the record as a whole: windows that name none of its services. */
  contactRules: ContactRule[];
  remarks: string | null;
  custom: CustomValue[];
}

export interface PublicFacility {
  /** Permanent, lower-case ASCII: `/f/<id>/`. */
  id: string;
  /** Former ids that must keep leading here. */
  aliases: string[];
  name: string;
  kana: string | null;
  address: Address;
  /** Null when nothing that may be drawn is known. */
  position: Position | null;
  /** Why there is no position: never stated, or stated but not believable. */
  positionState: 'stated' | 'unconfirmed' | 'missing';
  /** Area ids the position or address lies in, widest first. */
  areas: string[];
  corporation: { name: string; number: string | null } | null;
  url: string | null;
  services: PublicService[];
  remarks: string | null;
  custom: CustomValue[];
  confirmed: Confirmation | null;
  sources: string[];
}

export type Facility = Omit<PublicFacility, 'services'> & {
  services: Service[];
  professional: ProfessionalFacility;
};

import type { Place } from '../issues/issue.ts';
import type {
  Address,
  CapabilityAnswer,
  Confirmation,
  ContactRule,
  CustomValue,
  HoursSet,
  OfficialNumber,
  Phone,
  Position,
  ServiceArea,
  SpecialityRef,
} from '../model/facility.ts';
import type { Listing } from '../model/site.ts';

/**
 * What says that two rows are about the same record. `地域ID` is the region's own id; `自治体ID` the `ID` of a
 * municipal data set (unique in that set only); `名称住所` stands for rows without any number.
 */
export interface RecordKey {
  kind: '地域ID' | '事業所番号' | '医療機関コード' | 'ナビイID' | '自治体ID' | '名称住所';
  value: string;
}

/** Facility-level values a row can give. Absent = the row says nothing of it; it never erases another layer's. */
export interface FacilityFields {
  name: string;
  kana: string;
  address: Address;
  position: Position;
  corporation: { name: string; number: string | null };
  url: string;
  remarks: string;
}

export interface ServiceFields {
  name: string;
  phones: Phone[];
  fax: string;
  email: string;
  hours: HoursSet[];
  serviceArea: ServiceArea;
  transferArea: ServiceArea;
  specialities: SpecialityRef[];
  beds: { kind: string; count: number }[];
  wards: { kind: string; count: number | null }[];
  capacity: number;
  staff: { role: string; count: number }[];
  insurance: string[];
  careLevels: string[];
  fees: string;
  acceptance: string;
  afterHours: string;
  ict: string[];
  languages: string[];
}

export interface ProfessionalFields {
  phones: Phone[];
  fax: string;
  email: string;
  contactRules: ContactRule[];
  caremanagerHours: HoursSet[];
  vacancy: string;
  remarks: string;
  persons: { role: string; name: string }[];
}

export interface RowService {
  /** Facility type id. */
  type: string;
  numbers: OfficialNumber[];
  fields: Partial<ServiceFields>;
  capabilities: CapabilityAnswer[];
}

/** One row (or the rows of one office in a long-format table), read and checked, before layers are joined. */
export interface RecordRow {
  at: { file: string; sheet?: string; row: number };
  /** How many spreadsheet rows it stands for. */
  rows: number;
  layer: string;
  keys: RecordKey[];
  /** Adds to a record that another table founds (診療時間票); never a record by itself. */
  supplement: boolean;
  /** 廃止 / 休止 / 非公開: the record is not shown whatever other layers say. */
  gone: string | null;
  /** 掲載区分 of the record, when the row has one of its own. */
  listing: Listing | null;
  /** 掲載同意 なし: nothing of this row may be used. */
  withheld: boolean;
  confirmed: Confirmation | null;
  facility: Partial<FacilityFields>;
  custom: CustomValue[];
  /** Usually one; a municipal care list may name several services in one row. */
  services: RowService[];
  /** Sealed part: never reaches a public file. */
  professional: {
    fields: Partial<ProfessionalFields>;
    custom: CustomValue[];
    capabilities: CapabilityAnswer[];
  };
  /** The row stated a position that cannot be true; it was taken out. */
  doubtfulPosition?: boolean;
  /** Field names whose cell says 【削除】: the value of earlier layers is erased. */
  erased: readonly string[];
  /** Ids the record had before (以前のID). */
  formerIds?: readonly string[];
}

/** `事業所番号:4071802468/120`: how a key is compared. */
export function keyText(key: RecordKey): string {
  return `${key.kind}:${key.value}`;
}

/** Where a row stands, as issues tell it. */
export function placeOfRow(row: RecordRow): Place {
  return row.at.sheet
    ? { file: row.at.file, sheet: row.at.sheet, row: row.at.row }
    : { file: row.at.file, row: row.at.row };
}

import type { Feature, FeatureCollection } from 'geojson';
import type { Issue } from '../issues/issue.ts';
import type { RegionPages } from './article.ts';
import type { ClosedRecord, DatasetChanges } from './changes.ts';
import type { Facility, PublicFacility } from './facility.ts';
import type { Site } from './site.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Area {
  /** Municipality: 6-digit code; 町丁 and 圏域: the region's id. ASCII. */
  id: string;
  name: string;
  kind: 'municipality' | 'sphere' | 'town';
  parent: string | null;
  population: number | null;
  population65: number | null;
  population75: number | null;
  /** Polygon or MultiPolygon, null when the region gave none. */
  polygon: Feature['geometry'] | null;
}

/** One source file as the public may know it. */
export interface SourceCredit {
  layer: string;
  title: string;
  publisher: string | null;
  licence: string | null;
  /** URL of the source. */
  url: string | null;
  /** 時点 `YYYY-MM-DD` (or shorter). */
  asOf: string | null;
  /** official 公表データ or survey 調査. */
  kind: 'official' | 'survey';
  /** Sentence the licence asks for (「…を加工して作成」). */
  credit: string | null;
}

/** Every row read is in exactly one of the six. `read` is their sum. */
export interface FileAccount {
  file: string;
  sheet?: string;
  read: number;
  published: number;
  merged: number;
  heldBack: number;
  rejected: number;
  outside: number;
  skipped: number;
}
export type Account = Omit<FileAccount, 'file' | 'sheet'> & { files: FileAccount[] };

declare const publicBrand: unique symbol;
declare const professionalBrand: unique symbol;
declare const fullBrand: unique symbol;

/** Where a value came from: `<facility id>|<service key>|<field>` → layer and confirmation. */
export interface Provenance {
  layer: string;
  confirmedOn: string | null;
}

/**
 * What public files are made of. Only `publicDataset()` makes one, and it joins the layers after every
 * professional value was taken out, so no public byte can depend on a professional one.
 */
export interface PublicDataset {
  readonly [publicBrand]: true;
  site: Site;
  vocabulary: Vocabulary;
  /** In the published order: 五十音 of kana, then name, then id. */
  facilities: readonly PublicFacility[];
  areas: readonly Area[];
  sources: readonly SourceCredit[];
  provenance: ReadonlyMap<string, Provenance>;
  /** The region's 時点: newest public layer's or confirmation date. Null when nothing says. */
  asOf: string | null;
  /** The region's own public columns that it marked as filters, in its order. */
  filterFields: readonly { key: string; label: string }[];
  /** Pages the region wrote itself, in the order they are listed. */
  articles: RegionPages['articles'];
  /** Files those pages name, by their name below `/files/`. */
  files: RegionPages['files'];
  /** What changed since `previous:`; null without it. */
  changes: DatasetChanges | null;
  /** Records that were listed once: 五十音, then id. */
  closed: readonly ClosedRecord[];
  /** Is `/pro/` part of this site? It depends on the region's keys, never on a professional value. */
  hasProfessionalEdition: boolean;
}

/**
 * The whole view of those who hold a key: every record that professionals may see, with public and professional
 * values together. Only `professionalDataset()` makes one; nothing made of it may be published but sealed.
 */
export interface ProfessionalDataset {
  readonly [professionalBrand]: true;
  site: Site;
  vocabulary: Vocabulary;
  /** In the published order. Also records that only professionals see; refusals of every kind are among the answers. */
  facilities: readonly Facility[];
  areas: readonly Area[];
  /** Also of sources that are for professionals only. */
  sources: readonly SourceCredit[];
  /** Where a capability was answered to all and to professionals, of the latter. */
  provenance: ReadonlyMap<string, Provenance>;
  /** The newest date of any of these, by the rule of the public 時点. */
  asOf: string | null;
  /** The region's own columns that it marked as filters, also professional ones. */
  filterFields: PublicDataset['filterFields'];
}

/** Everything read, for the report. */
export interface Dataset {
  readonly [fullBrand]: true;
  site: Site;
  vocabulary: Vocabulary;
  facilities: readonly Facility[];
  areas: readonly Area[];
  sources: readonly SourceCredit[];
  account: Account;
  issues: readonly Issue[];
}

export type FacilityCollection = FeatureCollection;

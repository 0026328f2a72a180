/**
 * 医療機関一覧 and 介護サービス事業所一覧 as municipalities publish them, in both generations: 推奨データセット (A) and
 * 自治体標準オープンデータセット (B). The same headers are read by `formats/municipal.ts`; what they cannot hold is
 * `lackingColumns`.
 */
import type { FieldKey } from '../columns/fields.ts';
import { fieldNamed } from '../columns/region-columns.ts';
import { csvText } from '../dataset/csv-text.ts';
import { isDentalOnly } from '../formats/answers.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { OfficialNumber, PublicFacility, PublicService } from '../model/facility.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { foldHeader } from '../normalize/keys.ts';
import { formatPhone } from '../normalize/phone.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import { recordColumns } from './csv.ts';
import { dayWordCells, type StandardHours, wholeDayCells } from './municipal-hours.ts';
import { partOf } from './part.ts';

export type Generation = 'A' | 'B';
export type StandardList = 'hospital' | 'care_service';

const words = (text: string): readonly string[] => text.split(' ');

const placeA = '都道府県コード又は市区町村コード NO 都道府県名 市区町村名';
const contactA = '住所 方書 緯度 経度 電話番号 内線番号 FAX番号 法人番号 法人の名称';
const placeB =
  '所在地_全国地方公共団体コード 町字ID 所在地_連結表記 所在地_都道府県 所在地_市区町村 所在地_町字 所在地_番地以下 建物名等(方書) 緯度 経度';

/** The columns of each list in the order of the standard, of B in that of the files that are published. */
export const standardHeaders: Readonly<
  Record<StandardList, Readonly<Record<Generation, readonly string[]>>>
> = {
  hospital: {
    A: words(
      `${placeA} 名称 名称_カナ 医療機関の種類 ${contactA} 医療機関コード 診療曜日 診療開始時間 診療終了時間 診療日時特記事項 時間外における対応 診療科目 病床数 URL 備考`,
    ),
    B: words(
      `全国地方公共団体コード ID 地方公共団体名 名称 名称_カナ 名称_英字 医療機関の種類 ${placeB} 高度の種別 高度の値 電話番号 内線番号 FAX番号 連絡先メールアドレス 連絡先FormURL 連絡先備考（その他、SNSなど） 郵便番号 法人番号 法人の名称 医療機関コード 診療曜日 診療開始時間 診療終了時間 診療日時特記事項 時間外における対応 診療科目 病床数 URL 画像 画像_ライセンス 備考`,
    ),
  },
  care_service: {
    A: words(
      `${placeA} 介護サービス事業所名称 介護サービス事業所名称_カナ 実施サービス ${contactA} 事業所番号 利用可能曜日 利用可能曜日特記事項 定員 URL 備考`,
    ),
    B: words(
      `全国地方公共団体コード ID 地方公共団体名 介護サービス事業所名称 介護サービス事業所名称_カナ 実施サービス ${placeB} 電話番号 内線番号 FAX番号 連絡先メールアドレス 郵便番号 法人番号 法人の名称 事業所番号 利用可能曜日 利用可能曜日特記事項 定員 URL 備考`,
    ),
  },
};

interface Row {
  facility: PublicFacility;
  service: PublicService;
  hours: StandardHours;
  vocabulary: Vocabulary;
  list: StandardList;
}

const count = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);
const number = (kind: OfficialNumber['kind']) => (row: Row) =>
  row.service.numbers.find(each => each.kind === kind)?.value ?? '';
const bedCount = ({ beds }: PublicService) => beds.find(({ kind }) => kind === '合計')?.count;

const cells: Readonly<Partial<Record<FieldKey, (row: Row) => string>>> = {
  id: listId,
  name: ({ facility }) => facility.name,
  kana: ({ facility }) => facility.kana ?? '',
  hospitalKind,
  kaigoService: ({ service, vocabulary }) => careName(service.type, vocabulary) ?? '',
  municipalityCode: ({ facility }) => facility.address.municipalityCode ?? '',
  addressCode: ({ facility }) => facility.address.municipalityCode ?? '',
  prefecture: ({ facility }) => facility.address.prefecture ?? '',
  municipality: ({ facility }) => facility.address.municipality ?? '',
  address: ({ facility }) => facility.address.text,
  building: ({ facility }) => facility.address.building ?? '',
  postalCode: ({ facility }) => facility.address.postalCode ?? '',
  latitude: ({ facility }) => count(facility.position?.lat),
  longitude: ({ facility }) => count(facility.position?.lng),
  phone: ({ service }) =>
    service.phones.map(phone => formatPhone({ ...phone, extension: null, label: null })).join(' / '),
  extension: ({ service }) => service.phones[0]?.extension ?? '',
  fax: ({ service }) => service.fax ?? '',
  email: ({ service }) => service.email ?? '',
  url: ({ facility, service }) => service.url ?? facility.url ?? '',
  corporationNumber: ({ facility }) => facility.corporation?.number ?? '',
  corporation: ({ facility }) => facility.corporation?.name ?? '',
  medicalCode: number('医療機関コード'),
  officeNumber: number('事業所番号'),
  days: ({ hours }) => hours.days,
  start: ({ hours }) => hours.start,
  end: ({ hours }) => hours.end,
  hoursRemark: ({ hours }) => hours.remark,
  afterHours: ({ service }) => service.afterHours ?? '',
  specialities: ({ service }) => service.specialities.map(({ name }) => name).join(';'),
  beds: ({ service }) => count(bedCount(service)),
  capacity: ({ service }) => count(service.capacity),
  remarks: ({ facility, service }) => service.remarks ?? facility.remarks ?? '',
};

/** Columns that are not read as a field: the number of the row, and the name of the municipality. */
const ownCells: Readonly<Record<string, (row: Row) => string>> = {
  NO: listId,
  地方公共団体名: ({ facility: { address } }) => `${address.prefecture ?? ''}${address.municipality ?? ''}`,
};

export function fieldOf(header: string): FieldKey | null {
  return fieldNamed(header, foldHeader);
}

/** A record that came from such a list keeps the ID it has there. */
function listId({ facility, list }: Row): string {
  const set = list === 'hospital' ? 'hospital' : 'care';
  return facility.id.replace(new RegExp(`^${facility.address.municipalityCode}-${set}-(?=.)`), '');
}

/**
 * 病院, 有床診療所, 無床診療所. Whether a 診療所 has beds may not be known: then it is written 診療所. The standard has
 * no kind for dentists; one that neither its 診療科目 nor its 医療機関コード tells apart is written 歯科診療所.
 */
function hospitalKind({ service }: Row): string {
  if (service.type === 'hospital') return '病院';
  const code = service.numbers.find(({ kind }) => kind === '医療機関コード')?.value ?? '';
  const saysDental = isDentalOnly(service.specialities) || code.charAt(2) === '3';
  if (service.type === 'dental-clinic' && !saysDental) return '歯科診療所';
  const beds = bedCount(service);
  if (beds === undefined) return '診療所';
  return beds > 0 ? '有床診療所' : '無床診療所';
}

/** The official name of a care service: 訪問介護事業所 → 訪問介護. Null for what is none. */
export function careName(type: string, vocabulary: Vocabulary): string | null {
  const { kaigo = [], label = '', aliases = [] } = vocabulary.types.get(type) ?? {};
  if (kaigo.length === 0) return null;
  const bare = label.replace(/[（(].*$/, '');
  const lookup = lookupOf(vocabulary);
  const isRead = (word: string) => (lookup.typeOfKaigoLabel(word) ?? lookup.findType(word))?.id === type;
  return [bare.replace(/事業所$/, ''), bare, ...aliases].find(isRead) ?? label;
}

const medicalTypes = ['hospital', 'clinic', 'dental-clinic'];

/** Asks each type once. */
function membership(list: StandardList, vocabulary: Vocabulary): (service: PublicService) => boolean {
  const known = new Map<string, boolean>();
  return ({ type }) => {
    const found =
      known.get(type) ??
      (list === 'hospital' ? medicalTypes.includes(type) : careName(type, vocabulary) !== null);
    known.set(type, found);
    return found;
  };
}

/** One row is one service; services of one office have one ID. */
export function standardRows(list: StandardList, { facilities, vocabulary }: PublicDataset): Row[] {
  const hoursOf = list === 'hospital' ? wholeDayCells : dayWordCells;
  const isOf = membership(list, vocabulary);
  return facilities.flatMap(facility =>
    facility.services
      .filter(isOf)
      .map(service => ({ facility, service, hours: hoursOf(service.hours), vocabulary, list })),
  );
}

/** How many rows the list has. */
export function standardCount(list: StandardList, { facilities, vocabulary }: PublicDataset): number {
  const isOf = membership(list, vocabulary);
  return facilities.reduce((sum, { services }) => sum + services.filter(isOf).length, 0);
}

/** Codes with their zeros, UTF-8 with BOM; a line break is written （改行）, as the ministry's files do. */
export function standardCsv(list: StandardList, generation: Generation, dataset: PublicDataset): string {
  const headers = standardHeaders[list][generation];
  const cellOf = headers.map(header => ownCells[header] ?? cells[fieldOf(header) ?? 'poi'] ?? (() => ''));
  const rows = standardRows(list, dataset).map(row =>
    cellOf.map(cell => cell(row).replace(/\r?\n/g, '（改行）')),
  );
  return csvText(headers, rows);
}

/** Said in other columns of the standard: the kind in its words, the hours as far as they go and else in the remark. */
const saidElsewhere: readonly FieldKey[] = [
  'type',
  ...(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const),
  ...(['nthClosed', 'exceptions', 'hoursList'] as const),
];

/** Headers of our own list that this one has no place for. 「できること」 and the region's own columns are none of them. */
export function lackingColumns(list: StandardList, generation: Generation, dataset: PublicDataset): string[] {
  const held = new Set([...standardHeaders[list][generation].map(fieldOf), ...saidElsewhere]);
  return recordColumns(dataset)
    .map(({ header }) => header)
    .filter(header => !held.has(fieldOf(header)));
}

export interface StandardFile {
  /** `159999_hospital.csv`, as 自治体標準 names it; `_a` marks the older generation. */
  name: string;
  list: StandardList;
  generation: Generation;
  /** Null for the file of the whole region. */
  municipality: string | null;
  part: PublicDataset;
}

/** Of the whole region, then of each municipality whose code is known, in the order of the codes. */
export function standardFiles(dataset: PublicDataset): StandardFile[] {
  const byCode = Map.groupBy(dataset.facilities, ({ address }) => address.municipalityCode);
  const codes = [...byCode.keys()].filter(code => code !== null).sort();
  const parts = [
    { prefix: '', municipality: null, part: dataset },
    ...codes.map(code => ({
      prefix: `${code}_`,
      municipality: byCode.get(code)![0]!.address.municipality ?? code,
      part: partOf(dataset, byCode.get(code)!),
    })),
  ];
  return parts.flatMap(({ prefix, ...rest }) =>
    (['hospital', 'care_service'] as const)
      .filter(list => rest.municipality === null || standardCount(list, rest.part) > 0)
      .flatMap(list =>
        (['A', 'B'] as const).map(generation => ({
          name: `${prefix}${list}${generation === 'A' ? '_a' : ''}.csv`,
          ...{ list, generation, ...rest },
        })),
      ),
  );
}

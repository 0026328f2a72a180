/** The published list as a spreadsheet in the layout of our own template: one row is one service. */

import { formatPublicHeader } from '../columns/public-header.ts';
import { csvText } from '../dataset/csv-text.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type {
  AnswerValue,
  CapabilityAnswer,
  OfficialNumber,
  PublicFacility,
  PublicService,
  SpecialityRef,
} from '../model/facility.ts';
import type { Capability, Vocabulary } from '../model/vocabulary.ts';
import { formatPhone } from '../normalize/phone.ts';
import { formatStaff } from '../normalize/staff.ts';
import { formatWards } from '../normalize/wards.ts';
import { lookupOf } from '../vocabulary/lookup.ts';
import { hoursCells, hoursHeaders } from './hours-cells.ts';
import { serviceAreaWriter } from './service-area-cell.ts';

interface Row {
  facility: PublicFacility;
  service: PublicService;
  hours: ReturnType<typeof hoursCells>;
}

export interface CsvColumn {
  header: string;
  cell: (row: Row) => string;
}

const list = (values: readonly string[]) => values.join(';');
const count = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);
const number = (kind: OfficialNumber['kind']) => (row: Row) =>
  list(row.service.numbers.filter(each => each.kind === kind).map(each => each.value));

/** One number and its 内線 stand in two cells; several share one, with their 内線 beside them. */
function phoneCell({ phones }: PublicService): string {
  const [only, ...more] = phones;
  if (!only || more.length > 0) return phones.map(formatPhone).join(' / ');
  return formatPhone({ ...only, extension: null });
}

const bedKinds = ['一般病床', '療養病床', '精神病床', '結核病床', '感染症病床'] as const;

const beds = (kind: (typeof bedKinds)[number] | '合計') => (row: Row) =>
  count(row.service.beds.find(bed => bed.kind === kind)?.count);

/** A 診療科 whose name alone does not give its code has it behind: `内科（総合診療）〔01001〕`. */
function specialityWord({ code, name }: SpecialityRef, vocabulary: Vocabulary): string {
  const known = lookupOf(vocabulary).findSpeciality(name.replace(/[（(].*$/, ''))?.code ?? null;
  return code === null || code === known ? name : `${name}〔${code}〕`;
}

/**
 * The columns every region has, in the template's order. Professional columns are not part of a public file. データ区分
 * says that what a row holds was published already, so that FAX番号 and official answers are read as such.
 */
export function recordColumns({
  vocabulary,
  areas,
  facilities,
}: Pick<PublicDataset, 'vocabulary' | 'areas' | 'facilities'>): CsvColumn[] {
  const column = (header: string, cell: CsvColumn['cell']): CsvColumn => ({ header, cell });
  const areaCell = serviceAreaWriter(areas, vocabulary);
  const hasServiceNames = facilities.some(({ services }) => services.some(({ name }) => name !== null));
  const hasWards = facilities.some(({ services }) => services.some(({ wards }) => wards.length > 0));
  const kinds = new Set(
    facilities.flatMap(({ services }) => services.flatMap(({ beds }) => beds.map(bed => bed.kind))),
  );
  return [
    column('ID', ({ facility }) => facility.id),
    column('名称', ({ facility }) => facility.name),
    column('名称_カナ', ({ facility }) => facility.kana ?? ''),
    column('種別', ({ service }) => vocabulary.types.get(service.type)?.label ?? service.type),
    column('住所', ({ facility }) => facility.address.text),
    column('方書', ({ facility }) => facility.address.building ?? ''),
    column(
      '郵便番号',
      ({ facility }) => facility.address.postalCode?.replace(/^(\d{3})(?=\d{4}$)/, '$1-') ?? '',
    ),
    column('全国地方公共団体コード', ({ facility }) => facility.address.municipalityCode ?? ''),
    column('都道府県名', ({ facility }) => facility.address.prefecture ?? ''),
    column('市区町村名', ({ facility }) => facility.address.municipality ?? ''),
    column('緯度', ({ facility }) => count(facility.position?.lat)),
    column('経度', ({ facility }) => count(facility.position?.lng)),
    column('地図上の位置', ({ facility }) => (facility.positionState === 'unconfirmed' ? '未確認' : '')),
    ...(hasServiceNames ? [column('サービスの名称', ({ service }) => service.name ?? '')] : []),
    column('電話番号', ({ service }) => phoneCell(service)),
    column('内線番号', ({ service }) =>
      service.phones.length === 1 ? (service.phones[0]!.extension ?? '') : '',
    ),
    column('FAX番号', ({ service }) => service.fax ?? ''),
    column('メール', ({ service }) => service.email ?? ''),
    column('URL', ({ facility, service }) => service.url ?? facility.url ?? ''),
    column('法人番号', ({ facility }) => facility.corporation?.number ?? ''),
    column('法人の名称', ({ facility }) => facility.corporation?.name ?? ''),
    column('事業所番号', number('事業所番号')),
    column('医療機関コード', number('医療機関コード')),
    column('ナビイID', number('ナビイID')),
    column('診療科目', ({ service }) =>
      list(service.specialities.map(each => specialityWord(each, vocabulary))),
    ),
    ...bedKinds.filter(kind => kinds.has(kind)).map(kind => column(kind, beds(kind))),
    column('病床数', beds('合計')),
    ...(hasWards ? [column('病棟', ({ service }) => formatWards(service.wards))] : []),
    column('定員', ({ service }) => count(service.capacity)),
    column('職員', ({ service }) => formatStaff(service.staff)),
    ...hoursHeaders.map(header => column(header, ({ hours }) => hours[header] ?? '')),
    column('時間外における対応', ({ service }) => service.afterHours ?? ''),
    column('訪問地域', ({ service }) => areaCell(service.serviceArea)),
    column('訪問地域の備考', ({ service }) => service.serviceArea?.remark ?? ''),
    column('送迎範囲', ({ service }) => areaCell(service.transferArea)),
    column('送迎範囲の備考', ({ service }) => service.transferArea?.remark ?? ''),
    column('対応保険', ({ service }) => list(service.insurance)),
    column('要介護度', ({ service }) => list(service.careLevels)),
    column('料金', ({ service }) => service.fees ?? ''),
    column('新規の受け入れ', ({ service }) => service.acceptance ?? ''),
    column('連携ICTツール', ({ service }) => list(service.ict)),
    column('対応言語', ({ service }) => list(service.languages)),
    column('備考', ({ facility, service }) => service.remarks ?? facility.remarks ?? ''),
    column('以前のID', ({ facility }) => list(facility.aliases)),
    column('データ区分', () => '公表'),
    column('確認日', ({ service }) => service.confirmed?.on ?? ''),
    column('確認者', ({ service }) => service.confirmed?.by ?? ''),
    column('確認方法', ({ service }) => service.confirmed?.method ?? ''),
  ];
}

const marks: Record<AnswerValue, string> = { yes: '○', conditional: '△', planned: '予定', no: '×' };
const suffixes: Record<CapabilityAnswer['relation'], string> = {
  performs: '（実施）',
  accepts: '（受け入れ）',
};

/** Says the relation in the header only where it is not the one the row's type has by itself. */
function relationSuffix(answer: CapabilityAnswer, type: string, vocabulary: Vocabulary): string {
  const usual = vocabulary.types.get(type)?.relation ?? 'performs';
  return answer.relation === usual ? '' : suffixes[answer.relation];
}

/** A column per capability, and relation, that any service of the data answers, in the vocabulary's order. */
function capabilityColumns({ facilities, vocabulary }: PublicDataset): CsvColumn[] {
  const used = new Set<string>();
  for (const { services } of facilities)
    for (const { type, capabilities } of services)
      for (const answer of capabilities) used.add(answer.id + relationSuffix(answer, type, vocabulary));
  const column = ({ id, label }: Capability, suffix: string): CsvColumn => ({
    header: label + suffix,
    cell: ({ service }) => {
      const isHere = (answer: CapabilityAnswer) =>
        answer.id === id && relationSuffix(answer, service.type, vocabulary) === suffix;
      return answerCell(service.capabilities.find(isHere));
    },
  });
  return [...vocabulary.capabilities.values()].flatMap(capability =>
    ['', suffixes.performs, suffixes.accepts]
      .filter(suffix => used.has(capability.id + suffix))
      .map(suffix => column(capability, suffix)),
  );
}

/** `△ 退院前に連絡を` */
function answerCell(answer: CapabilityAnswer | undefined): string {
  if (!answer) return '';
  return answer.note === null ? marks[answer.value] : `${marks[answer.value]} ${answer.note}`;
}

/** The region's own public columns. */
export function customColumns({ facilities }: PublicDataset): CsvColumn[] {
  const labels = new Map<string, string>();
  for (const { custom } of facilities) for (const { key, label } of custom) labels.set(key, label);
  return [...labels].map(([key, label]) => ({
    header: formatPublicHeader(key, label),
    cell: ({ facility }) => facility.custom.find(each => each.key === key)?.value ?? '',
  }));
}

export function csvColumns(dataset: PublicDataset): CsvColumn[] {
  return [...recordColumns(dataset), ...capabilityColumns(dataset), ...customColumns(dataset)];
}

export function facilityToCsvRow(
  facility: PublicFacility,
  service: PublicService,
  columns: readonly CsvColumn[],
): string[] {
  const hours = hoursCells(service.hours);
  return columns.map(column => column.cell({ facility, service, hours }));
}

/** UTF-8 with BOM and CRLF, which spreadsheets in Japan open as they are; safe from formulas. */
export function facilitiesToCsv(dataset: PublicDataset): string {
  const columns = csvColumns(dataset);
  const rows = dataset.facilities.flatMap(facility =>
    facility.services.map(service => facilityToCsvRow(facility, service, columns)),
  );
  return csvText(
    columns.map(column => column.header),
    rows,
  );
}

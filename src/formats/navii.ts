import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import { type HoursSet, type SpecialityRef, type Weekday, weekdays } from '../model/facility.ts';
import { checkDigitOfMunicipality, prefectures } from '../normalize/codes.ts';
import { type HoursFinding, hoursFromSlots, type SlotTexts } from '../normalize/hours.ts';
import { foldHeader } from '../normalize/keys.ts';
import { readCount } from '../normalize/number.ts';
import { weekdayLetters } from '../normalize/weekday.ts';
import { isEmergencyClinic, nameAddressKey, readCommon } from './common.ts';
import type { Format, FormatContext, Publication, RowOutcome, Whereabouts } from './format.ts';

const days = weekdayLetters;
type Day = Weekday;
const everyDay = weekdays;
const weekdayNames = everyDay.filter(day => day !== 'holiday');
const weeks = [1, 2, 3, 4, 5] as const;
const bedKinds = ['一般病床', '療養病床', '精神病床', '結核病床', '感染症病床'] as const;
const unusedBedKinds = ['療養病床のうち医療保険適用', '療養病床のうち介護保険適用'] as const;

const layout = (key: string): Meaning => ({ kind: 'layout', key });

const facilityHeaders: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['ID', { kind: 'field', field: 'naviiId' }],
  ['機関区分', layout('kind')],
  ['都道府県コード', layout('prefecture')],
  ['市区町村コード', layout('city')],
  ...weekdayNames.map(
    day => [`毎週決まった曜日に休診（${days[day]}）`, layout(`open ${day}`)] as [string, Meaning],
  ),
  ...weeks.flatMap(week =>
    weekdayNames.map(
      day =>
        [`決まった週に休診（定期週）第${week}週（${days[day]}）`, layout(`open ${day} ${week}`)] as [
          string,
          Meaning,
        ],
    ),
  ),
  ['祝日に休診', layout('open holiday')],
  ['その他の休診日（gw、お盆等）', { kind: 'field', field: 'exceptions' }],
  ...[...bedKinds, '合計病床数'].map(kind => [kind, layout(`beds ${kind}`)] as [string, Meaning]),
  ...unusedBedKinds.map(kind => [kind, { kind: 'unused' }] as [string, Meaning]),
]);

/** 医療情報ネット（ナビイ）オープンデータ; its files differ by 機関区分. */
export const naviiPublication: Publication = {
  title: '医療情報ネット',
  publisher: '厚生労働省',
  licence: '公共データ利用規約（PDL1.0）',
  url: 'https://www.mhlw.go.jp/stf/newpage_43373.html',
};

const kindNames: Readonly<Record<string, string>> = {
  '1': '病院',
  '2': '診療所',
  '3': '歯科診療所',
  '4': '助産所',
  '5': '薬局',
};

export function naviiPart(row: RowReader): string {
  return kindNames[row.layoutText('kind').normalize('NFKC')] ?? '';
}

/** 13 digits: 都道府県 2, 機関区分 1, 機関コード 10. */
function partOfHours(row: RowReader): string {
  return `${kindNames[naviiIdOf(row).charAt(2)] ?? ''} 診療時間`;
}

/** The ID with the zeros that Excel eats. */
export function naviiIdOf(row: RowReader): string {
  return row.text('naviiId').normalize('NFKC').trim().padStart(13, '0');
}

/**
 * 医療情報ネット（ナビイ）オープンデータ 施設票 (病院・診療所・歯科診療所). It has no telephone. The columns called
 * 「毎週決まった曜日に休診」 hold 1 = open, 0 = closed, empty = not answered: the name says the opposite.
 */
export const naviiFacilityFormat: Format = {
  id: 'navii-hospital',
  label: '医療情報ネット（ナビイ）施設票',
  publication: naviiPublication,
  partOf: naviiPart,
  headers: facilityHeaders,
  recognise: folded =>
    ['正式名称', '機関区分', '所在地座標（緯度）'].every(header => folded.has(foldHeader(header))),
  whereabouts: naviiWhereabouts,
  read: readFacility,
};

function naviiWhereabouts(row: RowReader): Whereabouts {
  const prefecture = row.layoutText('prefecture').padStart(2, '0');
  const five = prefecture + row.layoutText('city').padStart(3, '0');
  const digit = /^\d{5}$/.test(five) ? checkDigitOfMunicipality(five) : null;
  return {
    municipalityCode: digit === null ? null : five + digit,
    prefecture: prefectures.get(prefecture) ?? null,
    municipality: null,
    address: row.text('address'),
  };
}

const typeOfKind: Readonly<Record<string, string>> = { '1': 'hospital', '2': 'clinic', '3': 'dental-clinic' };

function readFacility(row: RowReader, context: FormatContext): RowOutcome {
  const kind = typeOfKind[row.layoutText('kind')];
  const type = kind === 'clinic' && isEmergencyClinic(row.text('name')) ? 'emergency-clinic' : kind;
  if (!type) row.report('type-unknown', undefined, { word: row.layoutText('kind') });
  const where = naviiWhereabouts(row);
  const common = readCommon(row, context, where);
  if (!common || !type) return { kind: 'rejected' };
  const { record, numbers } = common;
  const address = record.facility.address;
  const { municipalityCode } = where;
  if (address && municipalityCode) record.facility.address = { ...address, municipalityCode };
  const service: RowService = { type, numbers, fields: {}, capabilities: [] };
  const beds = [...bedKinds, '合計病床数'].flatMap(kind => {
    const text = row.layoutText(`beds ${kind}`);
    const count = text === '' ? null : row.takeAt(readCount(text), row.map.layout.get(`beds ${kind}`));
    return count === null ? [] : [{ kind: kind === '合計病床数' ? '合計' : kind, count }];
  });
  if (beds.length > 0) service.fields.beds = beds;
  const hours = readWeek(row);
  if (hours) service.fields.hours = [hours];
  record.services.push(service);
  if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
  return { kind: 'record', record };
}

function readWeek(row: RowReader): HoursSet | null {
  return row.takeHours(
    hoursFromSlots({
      purpose: 'outpatient',
      speciality: null,
      openFlags: byDay(day => row.layoutText(`open ${day}`)),
      nthOpenFlags: Object.fromEntries(
        weekdayNames.map(day => [day, weeks.map(week => row.layoutText(`open ${day} ${week}`))]),
      ) as Partial<Record<Day, string[]>>,
      slots: [],
      exceptions: row.text('exceptions'),
    }),
  );
}

function byDay<T>(make: (day: Day) => T): Record<Day, T> {
  return Object.fromEntries(everyDay.map(day => [day, make(day)])) as Record<Day, T>;
}

const hoursHeaders: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['ID', { kind: 'field', field: 'naviiId' }],
  ['診療科目コード', layout('code')],
  ['診療科目名', layout('name')],
  ['診療時間帯', layout('slot')],
  ...everyDay.flatMap(day =>
    (['診療', '外来受付'] as const).flatMap(kind => [
      [`${days[day]}_${kind}開始時間`, layout(`${kind} start ${day}`)] as [string, Meaning],
      [`${days[day]}_${kind}終了時間`, layout(`${kind} end ${day}`)] as [string, Meaning],
    ]),
  ),
]);

/**
 * 医療情報ネット 診療科・診療時間票: long format, up to three 時間帯 rows for every 診療科 of an ID. It founds no
 * record; what it says is added to the record of the same ID.
 */
export const naviiHoursFormat: Format = {
  id: 'navii-hours',
  label: '医療情報ネット（ナビイ）診療科・診療時間票',
  publication: naviiPublication,
  partOf: partOfHours,
  headers: hoursHeaders,
  recognise: folded => ['診療科目コード', '診療時間帯'].every(header => folded.has(foldHeader(header))),
  whereabouts: row => ({
    municipalityCode: null,
    prefecture: prefectures.get(naviiIdOf(row).slice(0, 2)) ?? null,
    municipality: null,
    address: '',
  }),
  read: () => ({ kind: 'rejected' }),
  supplementKey: (row, isWanted) => {
    const typed = row.text('naviiId').normalize('NFKC').trim();
    return isWanted(typed) ? typed : `0${typed}`;
  },
  readGroup: readHoursGroup,
};

function readHoursGroup(id: string, rows: readonly RowReader[], context: FormatContext): RowOutcome {
  const first = rows[0];
  const type = typeOfKind[id.charAt(2)];
  if (!first || !type) return { kind: 'rejected' };
  const bySpeciality = Map.groupBy(rows, row => row.layoutText('code') + row.layoutText('name'));
  const specialities: SpecialityRef[] = [];
  const hours: HoursSet[] = [];
  for (const group of bySpeciality.values()) {
    const head = group[0] as RowReader;
    const code = head.layoutText('code');
    const name = head.layoutText('name');
    specialities.push({ code: context.vocabulary.specialities.has(code) ? code : null, name });
    hours.push(...readSlots(group, name));
  }
  return {
    kind: 'record',
    record: supplementRow(
      first,
      rows.length,
      id,
      { type, numbers: [], fields: { specialities, hours }, capabilities: [] },
      context,
    ),
  };
}

/** 診療時間 are the hours; 外来受付 is kept apart, as its own purpose. A speciality with no time at all says nothing. */
function readSlots(rows: readonly RowReader[], speciality: string): HoursSet[] {
  const sorted = rows.toSorted((a, b) => a.layoutText('slot').localeCompare(b.layoutText('slot')));
  return (['診療', '外来受付'] as const).flatMap(kind => {
    const slots: Record<Day, SlotTexts>[] = sorted.map(row =>
      byDay(day => ({
        start: row.layoutText(`${kind} start ${day}`),
        end: row.layoutText(`${kind} end ${day}`),
      })),
    );
    const purpose = kind === '診療' ? 'outpatient' : 'reception';
    const read = hoursFromSlots({
      purpose,
      speciality,
      openFlags: null,
      nthOpenFlags: null,
      slots,
      exceptions: '',
    });
    for (const finding of read.findings) tellSlot(finding, kind, sorted);
    return read.value ? [read.value] : [];
  });
}

/** A finding about a day's times is told at the row of the 時間帯 they stand in. */
function tellSlot(
  { code, detail, cell, value }: HoursFinding,
  kind: '診療' | '外来受付',
  rows: readonly RowReader[],
): void {
  const textOf = (row: RowReader): string =>
    `${row.layoutText(`${kind} start ${cell}`)}-${row.layoutText(`${kind} end ${cell}`)}`;
  const row = rows.find(one => textOf(one) === value) ?? (rows[0] as RowReader);
  row.tell({ code, ...(detail && { detail }) }, row.map.layout.get(`${kind} start ${cell}`), value);
}

function supplementRow(
  first: RowReader,
  rows: number,
  id: string,
  service: RowService,
  context: FormatContext,
): RecordRow {
  const { file, sheet } = first.map.table;
  return {
    at: sheet ? { file, sheet, row: first.row.row } : { file, row: first.row.row },
    rows,
    layer: context.layer,
    keys: [{ kind: 'ナビイID', value: id }],
    supplement: true,
    gone: null,
    listing: null,
    withheld: false,
    confirmed: null,
    facility: {},
    custom: [],
    services: [service],
    professional: { fields: {}, custom: [], capabilities: [] },
    erased: [],
  };
}

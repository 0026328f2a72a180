/** 医療情報ネット（ナビイ）オープンデータ: what the lists of all 機関区分 share. */

import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RowService } from '../dataset/record.ts';
import { type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { checkDigitOfMunicipality, prefectures } from '../normalize/codes.ts';
import { hoursFromSlots, type SlotCells, type SlotTexts } from '../normalize/hours.ts';
import { weekdayLetters } from '../normalize/week-words.ts';
import { isEmergencyClinic, nameAddressKey, readCommon } from './common.ts';
import type { FormatContext, Publication, RowOutcome, Whereabouts } from './format.ts';

export const naviiPublication: Publication = {
  title: '医療情報ネット',
  publisher: '厚生労働省',
  licence: '公共データ利用規約（PDL1.0）',
  url: 'https://www.mhlw.go.jp/stf/newpage_43373.html',
};

export const layout = (key: string): Meaning => ({ kind: 'layout', key });
export const weekdayNames = weekdays.filter(day => day !== 'holiday');
export const weeks = [1, 2, 3, 4, 5] as const;

/** Headers of all lists but the names of their closed days. */
export const officeHeaders: readonly (readonly [string, Meaning])[] = [
  ['ID', { kind: 'field', field: 'naviiId' }],
  ['機関区分', layout('kind')],
  ['都道府県コード', layout('prefecture')],
  ['市区町村コード', layout('city')],
];

/** 「毎週決まった曜日に休診（月）」 and the like; `word` is 休診 or 休業. */
export function closedDayHeaders(word: string): [string, Meaning][] {
  return [
    ...weekdayNames.map((day): [string, Meaning] => [
      `毎週決まった曜日に${word}（${weekdayLetters[day]}）`,
      layout(`open ${day}`),
    ]),
    ...weeks.flatMap(week =>
      weekdayNames.map((day): [string, Meaning] => [
        `決まった週に${word}（定期週）第${week}週（${weekdayLetters[day]}）`,
        layout(`open ${day} ${week}`),
      ]),
    ),
    [`祝日に${word}`, layout('open holiday')],
    [`その他の${word}日（gw、お盆等）`, { kind: 'field', field: 'exceptions' }],
  ];
}

/** `月_就業時間帯1_開始時間`: for each day and slot. */
export function slotHeaders(name: string, count: number): [string, Meaning][] {
  return slotNumbers(count).flatMap(slot =>
    weekdays.flatMap((day): [string, Meaning][] => [
      [`${weekdayLetters[day]}_${name}${slot}_開始時間`, layout(`${name} ${slot} start ${day}`)],
      [`${weekdayLetters[day]}_${name}${slot}_終了時間`, layout(`${name} ${slot} end ${day}`)],
    ]),
  );
}

function slotNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function readSlotCells(row: RowReader, name: string, count: number): Record<Weekday, SlotTexts>[] {
  return slotNumbers(count).map(slot =>
    byDay(day => ({
      start: row.layoutText(`${name} ${slot} start ${day}`),
      end: row.layoutText(`${name} ${slot} end ${day}`),
    })),
  );
}

export function byDay<T>(make: (day: Weekday) => T): Record<Weekday, T> {
  return Object.fromEntries(weekdays.map(day => [day, make(day)])) as Record<Weekday, T>;
}

const kinds: Readonly<Record<string, { part: string; type: string }>> = {
  '1': { part: '病院', type: 'hospital' },
  '2': { part: '診療所', type: 'clinic' },
  '3': { part: '歯科診療所', type: 'dental-clinic' },
  '4': { part: '助産所', type: 'maternity-home' },
  '5': { part: '薬局', type: 'pharmacy' },
};

/** By 機関区分, or the third digit of an ID. */
export function naviiType(kind: string): string | null {
  return kinds[kind]?.type ?? null;
}

export function naviiPartNamed(kind: string): string {
  return kinds[kind]?.part ?? '';
}

export function naviiPart(row: RowReader): string {
  return naviiPartNamed(row.layoutText('kind').normalize('NFKC'));
}

/** As typed but for its width. IDs are 都道府県 2, 機関区分 1, and a code that need not have ten digits (`47145`). */
export function naviiIdOf(row: RowReader): string {
  return row.text('naviiId').normalize('NFKC').trim();
}

/** Prefecture and 機関区分 of an ID, with the zero that Excel eats where only that makes one of it. */
export function partsOfNaviiId(id: string): { prefecture: string; kind: string } | null {
  const found = [id, `0${id}`].map(each => /^(0[1-9]|[1-3]\d|4[0-7])([1-5])/.exec(each)).find(Boolean);
  const [, prefecture, kind] = found ?? [];
  return prefecture && kind ? { prefecture, kind } : null;
}

export function naviiWhereabouts(row: RowReader): Whereabouts {
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

/** The record of one row; `fill` adds what the list of this kind says of the service. */
export function readNaviiOffice(
  row: RowReader,
  context: FormatContext,
  fill: (service: RowService) => void,
): RowOutcome {
  const kind = naviiType(row.layoutText('kind'));
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
  fill(service);
  record.services.push(service);
  if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
  return { kind: 'record', record };
}

/** Hours of the whole office: flags of days and weeks (1 = open, 0 = closed, empty = not answered), and slots. */
export function readOfficeWeek(
  row: RowReader,
  cells: Pick<SlotCells, 'purpose' | 'slots'> & { openFlag?: (day: Weekday) => string },
): HoursSet | null {
  const { purpose, slots, openFlag = day => row.layoutText(`open ${day}`) } = cells;
  return row.takeHours(
    hoursFromSlots({
      ...{ purpose, slots, speciality: null, openFlags: byDay(openFlag) },
      nthOpenFlags: Object.fromEntries(
        weekdayNames.map(day => [day, weeks.map(week => row.layoutText(`open ${day} ${week}`))]),
      ) as Partial<Record<Weekday, string[]>>,
      exceptions: row.text('exceptions'),
    }),
  );
}

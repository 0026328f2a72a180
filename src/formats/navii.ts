import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import { type HoursSet, type SpecialityRef, type Weekday, weekdays } from '../model/facility.ts';
import { prefectures } from '../normalize/codes.ts';
import { type HoursFinding, hoursFromSlots, type SlotTexts } from '../normalize/hours.ts';
import { foldHeader } from '../normalize/keys.ts';
import { readCount } from '../normalize/number.ts';
import { weekdayLetters } from '../normalize/week-words.ts';
import type { Format, FormatContext, RowOutcome } from './format.ts';
import {
  byDay,
  closedDayHeaders,
  layout,
  naviiIdOf,
  naviiPart,
  naviiPartNamed,
  naviiPublication,
  naviiType,
  naviiWhereabouts,
  officeHeaders,
  partsOfNaviiId,
  readNaviiOffice,
  readOfficeWeek,
} from './navii-office.ts';

const bedKinds = ['一般病床', '療養病床', '精神病床', '結核病床', '感染症病床'] as const;
const unusedBedKinds = ['療養病床のうち医療保険適用', '療養病床のうち介護保険適用'] as const;

const facilityHeaders: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...officeHeaders,
  ...closedDayHeaders('休診'),
  ...[...bedKinds, '合計病床数'].map(kind => [kind, layout(`beds ${kind}`)] as [string, Meaning]),
  ...unusedBedKinds.map(kind => [kind, { kind: 'unused' }] as [string, Meaning]),
]);

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
  read: (row, context) =>
    readNaviiOffice(row, context, ({ fields }) => {
      const beds = readBeds(row);
      if (beds.length > 0) fields.beds = beds;
      const hours = readOfficeWeek(row, { purpose: 'outpatient', slots: [] });
      if (hours) fields.hours = [hours];
    }),
};

function readBeds(row: RowReader): { kind: string; count: number }[] {
  return [...bedKinds, '合計病床数'].flatMap(kind => {
    const text = row.layoutText(`beds ${kind}`);
    const count = text === '' ? null : row.takeAt(readCount(text), row.map.layout.get(`beds ${kind}`));
    return count === null ? [] : [{ kind: kind === '合計病床数' ? '合計' : kind, count }];
  });
}

const hoursHeaders: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['ID', { kind: 'field', field: 'naviiId' }],
  ['診療科目コード', layout('code')],
  ['診療科目名', layout('name')],
  ['診療時間帯', layout('slot')],
  ...weekdays.flatMap(day =>
    (['診療', '外来受付'] as const).flatMap(kind => [
      [`${weekdayLetters[day]}_${kind}開始時間`, layout(`${kind} start ${day}`)] as [string, Meaning],
      [`${weekdayLetters[day]}_${kind}終了時間`, layout(`${kind} end ${day}`)] as [string, Meaning],
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
  partOf: row => `${naviiPartNamed(partsOfNaviiId(naviiIdOf(row))?.kind ?? '')} 診療時間`,
  headers: hoursHeaders,
  recognise: folded => ['診療科目コード', '診療時間帯'].every(header => folded.has(foldHeader(header))),
  whereabouts: row => ({
    municipalityCode: null,
    prefecture: prefectures.get(partsOfNaviiId(naviiIdOf(row))?.prefecture ?? '') ?? null,
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
  const type = naviiType(id.charAt(2));
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
    const slots: Record<Weekday, SlotTexts>[] = sorted.map(row =>
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

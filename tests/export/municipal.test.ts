import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noRegionColumns } from '../../src/columns/region-columns.ts';
import { loadRegion } from '../../src/dataset/load.ts';
import { readTable } from '../../src/dataset/read-table.ts';
import type { RecordRow } from '../../src/dataset/record.ts';
import { placeFilter } from '../../src/dataset/whereabouts.ts';
import {
  type Generation,
  lackingColumns,
  type StandardList,
  standardCsv,
  standardFiles,
  standardHeaders,
  standardRows,
} from '../../src/export/municipal.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { isDentalOnly } from '../../src/formats/answers.ts';
import { readTables } from '../../src/ingest/read.ts';
import type { PublicDataset } from '../../src/model/dataset.ts';
import { type DayHours, type HoursSet, type PublicFacility, weekdays } from '../../src/model/facility.ts';
import { lookupOf } from '../../src/vocabulary/lookup.ts';
import { folderOf, vocabulary } from '../dataset/region.ts';
import { facility, hours, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { headers } from '../formats/layouts.ts';
import { syntheticRegion } from './synthetic-region.ts';

const files: [StandardList, Generation][] = [
  ['hospital', 'A'],
  ['hospital', 'B'],
  ['care_service', 'A'],
  ['care_service', 'B'],
];

const datasetOf = (folder: Parameters<typeof loadRegion>[0]) =>
  loadRegion(folder, vocabulary).value!.publicDataset;
const regions: [string, PublicDataset][] = [
  ['the demo region', datasetOf(regionFolder('data'))],
  ...fc
    .sample(syntheticRegion, { seed: 20260401, numRuns: 3 })
    .map((each, index): [string, PublicDataset] => [`made-up region ${index}`, datasetOf(folderOf(each))]),
];

/** The file as the import reads it, before rows become records. */
function readBack(csv: string) {
  const [table] = readTables('a.csv', new TextEncoder().encode(csv), () => {});
  return readTable(table!, {
    vocabulary,
    lookup: lookupOf(vocabulary),
    layer: 'a',
    official: true,
    areaNamed: () => null,
    regionColumns: noRegionColumns,
    format: null,
    filter: placeFilter(undefined, []),
    isFilteredByRegion: false,
    isKindStated: true,
    isWantedKey: () => true,
    isOutsideAreas: () => false,
  });
}

test('the columns are those of the files that are published', () => {
  const left = ['災害拠点分類', '状況'];
  expect(standardHeaders.hospital.A).toEqual(headers.hospitalsA);
  expect(standardHeaders.hospital.B).toEqual(headers.hospitalsB.filter(header => !left.includes(header)));
  expect(standardHeaders.care_service.A).toEqual(headers.careA);
  expect(standardHeaders.care_service.B).toEqual(headers.careB);
});

/** What the standard has a column for, under our names; what is not known is left out. */
function known(
  list: StandardList,
  generation: Generation,
  { facility: of, service: one }: ReturnType<typeof standardRows>[number],
) {
  const { text, municipalityCode, building, postalCode } = of.address;
  const numbers = one.numbers.filter(
    ({ kind }) => kind === (list === 'hospital' ? '医療機関コード' : '事業所番号'),
  );
  const all = {
    name: of.name,
    kana: of.kana,
    address: text === '' ? null : text,
    code: text === '' ? null : municipalityCode,
    building,
    position: of.position,
    corporation: of.corporation,
    url: one.url ?? of.url,
    remarks: one.remarks ?? of.remarks,
    postalCode: generation === 'B' && text !== '' ? postalCode : null,
    // Its words cannot tell a 診療所 with dental 診療科目 only from a dentist's.
    type:
      list === 'hospital' && isDentalOnly(one.specialities) && one.type === 'clinic'
        ? 'dental-clinic'
        : one.type,
    number: numbers[0]?.value,
    phones: one.phones.map(phone => `${phone.text} ${phone.digits}`).join(),
    extension: one.phones[0]?.extension,
    fax: one.fax,
    email: generation === 'B' ? one.email : null,
    ...(list === 'hospital'
      ? {
          specialities: one.specialities.map(({ name }) => name).join(),
          beds: one.beds.find(({ kind }) => kind === '合計')?.count,
          afterHours: one.afterHours,
        }
      : // Its 定員 0 is how these lists write "not stated".
        { capacity: one.capacity || null }),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}

function said(list: StandardList, generation: Generation, { facility: of, services: [one] }: RecordRow) {
  const {
    phones = [],
    fax = null,
    email = null,
    specialities = [],
    beds = [],
    capacity = null,
    afterHours = null,
  } = one!.fields;
  const made = facility(
    'x',
    of.name!,
    [
      service(one!.type, {
        numbers: one!.numbers,
        phones,
        fax,
        email,
        specialities,
        beds,
        capacity,
        afterHours,
      }),
    ],
    {
      kana: of.kana ?? null,
      address: of.address ?? {
        text: '',
        municipalityCode: null,
        prefecture: null,
        municipality: null,
        building: null,
        postalCode: null,
      },
      position: of.position ?? null,
      corporation: of.corporation ?? null,
      url: of.url ?? null,
      remarks: of.remarks ?? null,
    },
  );
  const [row] = standardRows(list, sampleDataset({ vocabulary, facilities: [made] }));
  return row ? known(list, generation, row) : null;
}

describe.each(regions)('%s', (_name, dataset) => {
  test.each(files)(
    '%s, generation %s: recognised, and all it has a column for comes back the same',
    (list, generation) => {
      const rows = standardRows(list, dataset);
      expect(rows.length).toBeGreaterThan(3);
      const { format, rows: back, issues } = readBack(standardCsv(list, generation, dataset));
      expect(format?.id).toBe(list === 'hospital' ? 'municipal-hospital' : 'municipal-care');
      expect(
        issues.filter(({ code, severity }) => severity === 'error' || code.startsWith('header')),
      ).toEqual([]);
      expect(back.map(each => said(list, generation, each))).toEqual(
        rows.map(each => known(list, generation, each)),
      );
    },
  );

  test.each(files)('%s, generation %s: no day is said otherwise than it is known', (list, generation) => {
    const { rows: back } = readBack(standardCsv(list, generation, dataset));
    const wrong = standardRows(list, dataset).flatMap(({ facility: of, service: one }, index) =>
      contradictions(back[index]!.services[0]!.fields.hours?.[0], one.hours).map(day => `${of.name} ${day}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Days of which the file says what we do not know, or otherwise than we know it. */
function contradictions(read: HoursSet | undefined, sets: readonly HoursSet[]): string[] {
  const office = sets.find(set => set.speciality === null && set.purpose === 'outpatient');
  if (!read) return [];
  return weekdays.filter(day => {
    const state: DayHours = office?.days[day] ?? { state: 'unknown' };
    const seen = read.days[day];
    if (seen.state === 'unknown') return false;
    if (seen.state !== 'open' || state.state !== 'open')
      return office !== undefined && seen.state !== state.state;
    return !state.spans.every(each =>
      seen.spans.every(span => span.start <= each.start && each.end <= span.end),
    );
  });
}

const rowsOf = (list: StandardList, one: PublicFacility) =>
  standardRows(list, sampleDataset({ vocabulary, facilities: [one] }));
const hoursOf = (list: StandardList, text: string, more: Partial<HoursSet> = {}) =>
  rowsOf(
    list,
    facility('a', 'あ', [
      service(list === 'hospital' ? 'clinic' : 'day-service', { hours: [hours(text, more)] }),
    ]),
  )[0]!.hours;

describe('hours', () => {
  const week = '09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 休 休';

  test('one start and one end for all days are written as such', () => {
    expect(hoursOf('hospital', `${week} ?`)).toEqual({
      days: '月火水木金',
      start: '09:00',
      end: '17:00',
      remark: '',
    });
  });

  test('a break, which the columns cannot hold, stands in words beside them', () => {
    expect(
      hoursOf('hospital', week.replaceAll('09:00-17:00', '09:00-12:00,14:00-17:00').concat(' ?')),
    ).toEqual({
      days: '月火水木金',
      start: '09:00',
      end: '17:00',
      remark: '月～金 09:00-12:00,14:00-17:00／土・日 休',
    });
  });

  test('days with other times have no one start or end', () => {
    const read = hoursOf('hospital', '09:00-17:00 09:00-17:00 休 09:00-17:00 09:00-17:00 09:00-12:00 休 休');
    expect(read).toMatchObject({ start: '', end: '' });
    expect(read.remark).toContain('土 09:00-12:00');
  });

  test('a day that is not known is never left out of a list of days, which would close it', () => {
    const read = hoursOf('hospital', '09:00-17:00 09:00-17:00 ? 09:00-17:00 09:00-17:00 休 休 休');
    expect(read.days).toBe('');
    expect(read.remark).toContain('月・火・木・金 09:00-17:00');
  });

  test('the care list has days, and times in words', () => {
    expect(hoursOf('care_service', `${week} 休`)).toMatchObject({ days: '月火水木金', start: '', end: '' });
    expect(hoursOf('care_service', `${week} 休`).remark).toContain('09:00-17:00');
  });
});

describe('医療機関の種類', () => {
  const kindOf = (type: string, more: Parameters<typeof service>[1]) => {
    const csv = standardCsv(
      'hospital',
      'A',
      sampleDataset({ vocabulary, facilities: [facility('a', 'あ', [service(type, more)])] }),
    );
    return csv.split('\r\n')[1]!.split(',')[6];
  };
  const dental = { specialities: [{ code: '08001', name: '歯科' }] };

  test.each([
    ['hospital', {}, '病院'],
    ['clinic', { beds: [{ kind: '合計', count: 19 }] }, '有床診療所'],
    ['clinic', { beds: [{ kind: '合計', count: 0 }] }, '無床診療所'],
    ['clinic', {}, '診療所'],
    ['dental-clinic', { ...dental, beds: [{ kind: '合計', count: 0 }] }, '無床診療所'],
    ['dental-clinic', {}, '歯科診療所'],
  ])('%s with %j is %s', (type, more, kind) => {
    expect(kindOf(type, more)).toBe(kind);
  });
});

test('what a list cannot hold is named, of all columns that our own list has', () => {
  const lost = lackingColumns('hospital', 'A', sampleDataset());
  expect(lost).toEqual(expect.arrayContaining(['郵便番号', 'メール', '訪問地域', '料金', '確認日']));
  for (const held of ['名称', '種別', '月', '診療科目', '病床数', '備考']) expect(lost).not.toContain(held);
  expect(lackingColumns('care_service', 'B', sampleDataset())).not.toContain('郵便番号');
});

test('a municipality has files of its own under the name the standard gives them', () => {
  const dataset = sampleDataset();
  const files = standardFiles(dataset);
  expect(files.slice(0, 4).map(({ name }) => name)).toEqual([
    'hospital_a.csv',
    'hospital.csv',
    'care_service_a.csv',
    'care_service.csv',
  ]);
  const own = files.find(({ name }) => name === '159999_hospital.csv')!;
  expect(own.municipality).toBe('みほん市');
  expect(own.part.facilities.every(({ address }) => address.municipalityCode === '159999')).toBe(true);
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
});

test('codes keep their zeros, several lines are one, and nothing is a formula', () => {
  const one = facility('a', 'あ', [
    service('day-service', {
      numbers: [{ kind: '事業所番号', value: '0170000001' }],
      remarks: '=1\n二行目',
    }),
  ]);
  const csv = standardCsv('care_service', 'B', sampleDataset({ vocabulary, facilities: [one] }));
  expect(csv.startsWith('\uFEFF全国地方公共団体コード,ID,')).toBe(true);
  expect(csv).toContain(',0170000001,');
  expect(csv).toContain(",'=1（改行）二行目\r\n");
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { regionOf } from '../dataset/region.ts';
import { fileOf, type Row } from './layouts.ts';

const id = '4011110000011';
const open = Object.fromEntries([...'月火水木金'].map(day => [`毎週決まった曜日に休診（${day}）`, '1']));
const facility: Row = {
  ID: id,
  正式名称: 'みほん病院',
  '正式名称（フリガナ）': 'ミホンビョウイン',
  機関区分: '1',
  都道府県コード: '40',
  市区町村コード: '205',
  所在地: '福岡県飯塚市本町0-1',
  '所在地座標（緯度）': '33.646',
  '所在地座標（経度）': '130.691',
  案内用ホームページアドレス: 'https://mihon.example.jp/',
  ...open,
  '毎週決まった曜日に休診（土）': '0',
  '毎週決まった曜日に休診（日）': '0',
  祝日に休診: '0',
  一般病床: '100',
  療養病床: '',
  合計病床数: '100',
};
const week = (kind: '診療' | '外来受付', days: string, start: string, end: string): Row =>
  Object.fromEntries(
    [...days].flatMap(day => [
      [`${day}_${kind}開始時間`, start],
      [`${day}_${kind}終了時間`, end],
    ]),
  );
const slot = (more: Row): Row => ({
  ID: id,
  診療科目コード: '01001',
  診療科目名: '内科',
  診療時間帯: '1',
  ...more,
});
const zip = (rows: readonly Row[]) =>
  zipSync({ 'hours.csv': strToU8(`\uFEFF${fileOf('naviiHours', rows)}`) });
const hospital = (more: Row = {}) => fileOf('naviiFacility', [{ ...facility, ...more }]);

describe('施設票', () => {
  it('one row, every column at its place; a 休診 flag of 1 means open', () => {
    const { facilities } = regionOf({ 'facilities/a.csv': hospital() });
    expect(facilities).toMatchObject([
      {
        id,
        name: 'みほん病院',
        kana: 'ミホンビョウイン',
        address: { text: '福岡県飯塚市本町0-1', municipalityCode: '402052' },
        position: { lat: 33.646, lng: 130.691 },
        url: 'https://mihon.example.jp/',
        services: [
          {
            type: 'hospital',
            numbers: [{ kind: 'ナビイID', value: id }],
            beds: [
              { kind: '一般病床', count: 100 },
              { kind: '合計', count: 100 },
            ],
            hours: [
              {
                days: {
                  mon: { state: 'open', spans: [] },
                  fri: { state: 'open' },
                  sat: { state: 'closed' },
                  holiday: { state: 'closed' },
                },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('a day without a flag is unknown, never closed', () => {
    const { facilities } = regionOf({ 'facilities/a.csv': hospital({ '毎週決まった曜日に休診（水）': '' }) });
    expect(facilities[0]?.services[0]?.hours[0]?.days.wed).toEqual({ state: 'unknown' });
  });

  it('a position of 0.0, 0.0 is not drawn: 位置は未確認', () => {
    const region = regionOf({
      'facilities/a.csv': hospital({ '所在地座標（緯度）': '0.0', '所在地座標（経度）': '0.0' }),
    });
    expect(region.facilities[0]).toMatchObject({ position: null, positionState: 'unconfirmed' });
    expect(region.codes).toContain('coordinates-zero');
  });

  it.each([
    ['1', 'hospital'],
    ['2', 'clinic'],
    ['3', 'dental-clinic'],
  ])('機関区分 %s is %s', (kind, type) => {
    expect(
      regionOf({ 'facilities/a.csv': hospital({ 機関区分: kind }) }).facilities[0]?.services[0]?.type,
    ).toBe(type);
  });

  it.each(['', 'abc', '4.01E+12'])(
    'an ID that reads 「%s」 leaves the hospital with an id of its name',
    broken => {
      const { facilities } = regionOf({ 'facilities/a.csv': hospital({ ID: broken }) });
      expect(facilities).toMatchObject([{ id: expect.stringMatching(/^x-/), name: 'みほん病院' }]);
    },
  );

  it('rows of other municipalities are outside, by the code put together of its two parts', () => {
    const region = regionOf({
      'site.yaml': 'name: x\nmunicipalities: ["402052"]\n',
      'facilities/a.csv': fileOf('naviiFacility', [
        facility,
        { ...facility, ID: '4011110000012', 市区町村コード: '206' },
      ]),
    });
    expect(region.account).toMatchObject({ read: 2, published: 1, outside: 1 });
  });
});

describe('診療時間票', () => {
  const rows = [
    slot(week('診療', '月火水木金', '09:00', '12:00')),
    slot({ 診療時間帯: '2', ...week('診療', '月火木金', '14:00', '17:00') }),
    slot({ 診療科目コード: '02001', 診療科目名: '外科', ...week('診療', '月', '13:00', '15:00') }),
  ];

  it('adds 診療科 and their hours to the record of the same ID, out of the ministry’s zip', () => {
    const { facilities, account } = regionOf({
      'facilities/a.csv': hospital(),
      'facilities/b.zip': zip(rows),
    });
    const service = facilities[0]?.services[0];
    expect(facilities).toHaveLength(1);
    expect(service?.specialities.map(one => one.name)).toEqual(['内科', '外科']);
    const inner = service?.hours.find(set => set.speciality === '内科' && set.purpose === 'outpatient');
    expect(inner?.days.mon).toEqual({
      state: 'open',
      spans: [
        { start: '09:00', end: '12:00' },
        { start: '14:00', end: '17:00' },
      ],
    });
    expect(inner?.days.sat).toEqual({ state: 'closed' });
    expect(
      account.files.map(({ file, read, published, merged }) => ({ file, read, published, merged })),
    ).toEqual([
      { file: 'a.csv', read: 1, published: 1, merged: 0 },
      { file: 'b.zip/hours.csv', read: 3, published: 0, merged: 3 },
    ]);
  });

  it('before the 施設票 in name order it does the same', () => {
    const { facilities } = regionOf({ 'facilities/z.csv': hospital(), 'facilities/a.zip': zip(rows) });
    expect(facilities[0]?.services[0]?.specialities).toHaveLength(2);
  });

  it('外来受付 is kept apart from 診療', () => {
    const { facilities } = regionOf({
      'facilities/a.csv': hospital(),
      'facilities/b.zip': zip([
        slot({ ...week('診療', '月', '09:00', '12:00'), ...week('外来受付', '月', '08:30', '11:30') }),
      ]),
    });
    expect(facilities[0]?.services[0]?.hours.map(set => [set.purpose, set.days.mon])).toEqual([
      ['outpatient', { state: 'open', spans: [{ start: '09:00', end: '12:00' }] }],
      ['reception', { state: 'open', spans: [{ start: '08:30', end: '11:30' }] }],
    ]);
  });

  it('rows of hospitals of other regions are outside; it founds no record', () => {
    const { facilities, account } = regionOf({
      'facilities/a.csv': hospital(),
      'facilities/b.zip': zip([...rows, { ...slot({}), ID: '1311110000019' }]),
    });
    expect(facilities).toHaveLength(1);
    expect(account).toMatchObject({ read: 5, published: 1, merged: 3, outside: 1 });
  });

  it('alone, all of its rows are outside', () => {
    const { facilities, account } = regionOf({ 'facilities/b.zip': zip(rows) });
    expect(facilities).toEqual([]);
    expect(account).toMatchObject({ read: 3, outside: 3 });
  });

  it('of a suppressed hospital, its rows are held back', () => {
    const region = regionOf({
      'facilities/a.csv': hospital(),
      'facilities/b.zip': zip(rows),
      'suppress.csv': `記録\n${id}\n`,
    });
    expect(region.account).toMatchObject({ read: 4, heldBack: 4 });
    expect(region.published).not.toContain('内科');
  });
});

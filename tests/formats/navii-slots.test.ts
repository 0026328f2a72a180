import { describe, expect, it } from 'vitest';
import type { IssueCode } from '../../src/issues/catalogue.ts';
import { regionOf } from '../dataset/region.ts';
import { fileOf, type Row } from './layouts.ts';

const place: Row = {
  ...{ 都道府県コード: '15', 市区町村コード: '206', 所在地: '新潟県新発田市西町１－２' },
  ...{ '所在地座標（緯度）': '37.95', '所在地座標（経度）': '139.32' },
};
const span = (name: string, slot: number, days: string, start: string, end: string): Row =>
  Object.fromEntries(
    [...days].flatMap(day => [
      [`${day}_${name}${slot}_開始時間`, start],
      [`${day}_${name}${slot}_終了時間`, end],
    ]),
  );
const flags = (name: string, days: string, value: string): Row =>
  Object.fromEntries([...days].map(day => [`${name}（${day}）`, value]));

describe('薬局', () => {
  const row: Row = {
    ...place,
    ...{ ID: '1551110000011', 名称: 'みほん薬局', フリガナ: 'ミホンヤッキョク', 機関区分: '5' },
    ...{ 薬局のホームページアドレス: 'https://mihon.example.jp/' },
    ...flags('営業日', '月火水木金土', '1'),
    ...flags('定期閉店毎週', '日', '0'),
    ...flags('定期閉店第２週', '土', '0'),
    ...span('開店時間帯', 1, '月水金', '09:00', '18:00'),
    // The whole day of these stands in the second slot.
    ...span('開店時間帯', 1, '火木', '00:00', '00:00'),
    ...span('開店時間帯', 2, '火木', '09:00', '13:00'),
    ...span('開店時間帯', 3, '土', '09:00', '12:00'),
    'その他の閉店日（gw、お盆等）': '１２月３１日（改行）０１月０１日',
  };
  const read = (more: Row = {}) =>
    regionOf({ 'facilities/a.csv': fileOf('naviiPharmacy', [{ ...row, ...more }]) });

  it('one row, every column at its place', () => {
    const [facility] = read().facilities;
    expect(facility).toMatchObject({
      ...{
        id: '1551110000011',
        name: 'みほん薬局',
        kana: 'ミホンヤッキョク',
        url: 'https://mihon.example.jp/',
      },
      address: { municipalityCode: '152064' },
      services: [{ type: 'pharmacy', numbers: [{ kind: 'ナビイID' }] }],
    });
    const [hours] = facility?.services[0]?.hours ?? [];
    expect(hours?.days).toMatchObject({
      mon: { state: 'open', spans: [{ start: '09:00', end: '18:00' }] },
      tue: { state: 'open', spans: [{ start: '09:00', end: '13:00' }] },
      sat: { state: 'open', spans: [{ start: '09:00', end: '12:00' }] },
      sun: { state: 'closed' },
      holiday: { state: 'unknown' },
    });
    expect(hours?.closedNth).toEqual([{ day: 'sat', weeks: [2] }]);
    expect(hours?.exceptions).toContain('１２月３１日');
  });

  it('a day that one column calls open and another closed is not decided', () => {
    const region = read({ '定期閉店毎週（日）': '0', '営業日（日）': '1' });
    expect(region.facilities[0]?.services[0]?.hours[0]?.days.sun).toEqual({ state: 'unknown' });
  });

  it('open all day; a closed day with times is told', () => {
    const region = read({
      ...span('開店時間帯', 1, '月', '00:00', '23:59'),
      ...span('開店時間帯', 1, '日', '09:00', '12:00'),
    });
    const [hours] = region.facilities[0]?.services[0]?.hours ?? [];
    expect(hours?.days.mon).toMatchObject({ spans: [{ start: '00:00', end: '24:00' }] });
    expect(hours?.days.sun).toEqual({ state: 'unknown' });
    expect(region.codes).toContain('hours-closed-with-times' satisfies IssueCode);
  });
});

describe('助産所', () => {
  it('就業時間 and 外来受付 of one row, with its closed days', () => {
    const row: Row = {
      ...place,
      ...{
        ID: '1541110000011',
        正式名称: 'みほん助産所',
        '正式名称（フリガナ）': 'ミホンジョサンショ',
        機関区分: '4',
      },
      ...flags('毎週決まった曜日に休業', '月火水木金', '1'),
      ...flags('毎週決まった曜日に休業', '土日', '0'),
      ...span('就業時間帯', 1, '月火水木金', '09:00', '12:00'),
      ...span('就業時間帯', 2, '月火水木金', '13:00', '17:00'),
      ...span('外来受付時間帯', 1, '月火水木金', '09:00', '11:30'),
    };
    const { facilities } = regionOf({ 'facilities/a.csv': fileOf('naviiMaternity', [row]) });
    const [service] = facilities[0]?.services ?? [];
    expect(service?.type).toBe('maternity-home');
    expect(service?.hours.map(({ purpose, days }) => [purpose, days.mon, days.sat])).toEqual([
      [
        'outpatient',
        {
          state: 'open',
          spans: [
            { start: '09:00', end: '12:00' },
            { start: '13:00', end: '17:00' },
          ],
        },
        { state: 'closed' },
      ],
      ['reception', { state: 'open', spans: [{ start: '09:00', end: '11:30' }] }, { state: 'closed' }],
    ]);
  });
});

it.each([
  ['naviiClinic', '2', 'clinic'],
  ['naviiDental', '3', 'dental-clinic'],
] as const)('%s: 機関区分 %s', (layout, kind, type) => {
  const row = { ...place, ID: `15${kind}1110000011`, 正式名称: 'みほん', 機関区分: kind };
  expect(regionOf({ 'facilities/a.csv': fileOf(layout, [row]) }).facilities[0]?.services[0]?.type).toBe(type);
});

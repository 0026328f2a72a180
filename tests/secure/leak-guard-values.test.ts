import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchListOf } from '../../src/files/guard-output.ts';
import { readRegion } from '../../src/files/load-region.ts';
import { isDistinctive } from '../../src/secure/leak-guard-values.ts';
import { csv, type Files, regionOf } from '../dataset/region.ts';

type Row = Readonly<Record<string, string>>;
const row: Row = {
  ID: 'a-1',
  名称: 'みほん薬局',
  種別: '薬局',
  住所: '新発田市西町0-1',
  電話番号: '0254-00-0001',
};
const watchedOf = (rows: readonly Row[], more: Files = {}) =>
  watchListOf(regionOf({ 'facilities/a.csv': csv(rows), ...more })).watched.map(({ value, field, at }) => [
    value,
    field,
    at,
  ]);
const valuesOf = (rows: readonly Row[], more: Files = {}) => watchedOf(rows, more).map(([value]) => value);

describe('watched', () => {
  it('is every professional value, with its column and row', () => {
    const sealed = {
      夜間連絡先: '070-0000-9919',
      メール: 'himitsu@example.jp',
      FAX番号: '0254-00-7777',
      専門職向け備考: '裏口から入り呼び鈴を二度',
      連絡のルール: '前日までに連携室へ一報を',
      空き: '来月から三床ほど空く見込み',
    };
    expect(watchedOf([{ ...row, ...sealed }]).toSorted()).toEqual(
      [
        ['070-0000-9919', '夜間連絡先', 'a.csv 2行目'],
        ['himitsu@example.jp', 'メール', 'a.csv 2行目'],
        ['0254-00-7777', 'FAX番号', 'a.csv 2行目'],
        ['裏口から入り呼び鈴を二度', '専門職向け備考', 'a.csv 2行目'],
        ['前日までに連携室へ一報を', '連絡のルール', 'a.csv 2行目'],
        ['来月から三床ほど空く見込み', '空き', 'a.csv 2行目'],
      ].toSorted(),
    );
  });

  it.each([
    ['専門職のみ', { 掲載区分: '専門職のみ' }],
    ['非公開', { 掲載区分: '非公開' }],
    ['without consent', { 掲載同意: 'なし' }],
  ])('is all of a record that is not for everyone: %s', (_why, cells) => {
    const shut = {
      ID: 'a-2',
      名称: 'ひみつの訪問看護所',
      種別: '薬局',
      住所: '新発田市東町9-9',
      電話番号: '0254-00-9999',
      ...cells,
    };
    const values = valuesOf([{ ...row, 掲載同意: 'あり' }, shut]);
    expect(values).toEqual(
      expect.arrayContaining(['ひみつの訪問看護所', '0254-00-9999', '新潟県新発田市東町9-9'].slice(0, 2)),
    );
  });

  it('is what suppress.csv takes out', () => {
    const values = valuesOf(
      [row, { ...row, ID: 'a-2', 名称: 'ひみつの薬局支店', 電話番号: '0254-00-9999' }],
      {
        'suppress.csv': '記録\na-2\n',
      },
    );
    expect(values).toEqual(expect.arrayContaining(['ひみつの薬局支店', '0254-00-9999']));
  });

  it('is each sentence of a long remark', () => {
    const remark = '土曜の午後は留守番電話です。急ぐときは所長の携帯へどうぞ。';
    expect(valuesOf([{ ...row, 専門職向け備考: remark }])).toEqual([
      remark,
      '土曜の午後は留守番電話です。',
      '急ぐときは所長の携帯へどうぞ。',
    ]);
  });

  it('are windows and 空き of their own files', () => {
    const values = valuesOf([row], {
      'contacts.csv': '事業所番号またはID,目的,部署,番号\na-1,退院調整,患者支援の別室,0254-00-5555\n',
    });
    expect(values).toEqual(expect.arrayContaining(['0254-00-5555']));
  });
});

describe('not watched, for it is public', () => {
  it.each([
    ['the same value of the record', { FAX番号: '0254-00-0001' }, {}],
    ['the same number, written otherwise', { 夜間連絡先: '0254000001' }, {}],
    [
      'a part of a public text',
      { 備考: '急患は裏口の呼び鈴を鳴らして待つ', 専門職向け備考: '裏口の呼び鈴を鳴らして' },
      {},
    ],
    ['a sentence of our pages', { 専門職向け備考: '電話で確認してください' }, {}],
    ['a list of which every entry is public', { 専門職向け備考: '在宅酸素療法・中心静脈栄養・薬局' }, {}],
    [
      'a text of an article',
      { 専門職向け備考: '盆休みの連絡先一覧' },
      { 'pages/a.md': '# お知らせ\n\n盆休みの連絡先一覧です。\n' },
    ],
    [
      'a text of site.yaml',
      { 夜間連絡先: '025-000-0119' },
      { 'site.yaml': 'name: x\nemergency: [{ label: 当番, phone: 025-000-0119 }]\n' },
    ],
  ])('%s', (_why, cells, more) => {
    expect(valuesOf([{ ...row, ...cells }], more)).toEqual([]);
  });

  it.each([
    '月～金 9:00-17:00',
    '2026年4月1日',
    '2026-04-01',
    '14:00から16:00まで',
    '12345678',
    '第2・第4土曜日午後休診',
    '佐藤 花子',
  ])('nor is %s, which is short or only a time', text => {
    expect(isDistinctive(text)).toBe(false);
  });
  it.each(['0254-00-0001', 'himitsu@example.jp', '連携室の佐藤まで内線12', '090 1234 5678'])(
    'but %s is distinctive',
    text => {
      expect(isDistinctive(text)).toBe(true);
    },
  );
});

const root = join(import.meta.dirname, '../..');
const folders: [name: string, folder: string, needs: string][] = [
  ['the demo', 'data', '.'],
  ['小山', 'tests/regions/oyama', '../shared/realdata'],
  ['飯塚', 'tests/regions/iizuka', '../shared/realdata'],
];
it.each(folders.filter(([, , needs]) => existsSync(join(root, needs))))(
  '%s: no value that every page would hold by chance',
  (_name, folder) => {
    const region = readRegion(join(root, folder)).value;
    if (!region) throw new Error('The region cannot be read');
    const short = watchListOf(region).watched.filter(({ value }) => !isDistinctive(String(value)));
    expect(short).toEqual([]);
  },
);

import { describe, expect, it } from 'vitest';
import { regionOf } from '../dataset/region.ts';
import { fileOf, type Row } from './layouts.ts';

const row: Row = {
  都道府県コード又は市町村コード: '011011',
  No: '0170100001',
  都道府県名: '北海道',
  市区町村名: '札幌市中央区',
  事業所名: 'みほんの家',
  事業所名カナ: 'ミホンノイエ',
  サービスの種類: '通所介護',
  住所: '札幌市中央区旭ヶ丘０丁目６番５１号',
  緯度: '43.036631317130500',
  経度: '141.323592196851000',
  電話番号: '011-000-8291',
  事業所番号: '0170100001',
  利用可能曜日: '平日,土曜日',
  定員: '20',
};
const read = (rows: readonly Row[], layout: 'kaigo24' | 'kaigo17' = 'kaigo17') =>
  regionOf({ 'facilities/a.csv': fileOf(layout, rows) });

it.each(['kaigo24', 'kaigo17'] as const)('%s: one row, every column at its place', layout => {
  const { facilities, codes } = read([row], layout);
  expect(facilities).toMatchObject([
    {
      id: '0170100001',
      name: 'みほんの家',
      kana: 'ミホンノイエ',
      address: { prefecture: '北海道', municipality: '札幌市中央区', municipalityCode: '011011' },
      positionState: 'stated',
      services: [
        {
          type: 'day-service',
          capacity: 20,
          phones: [{ digits: '0110008291' }],
          hours: [
            { days: { mon: { state: 'open', spans: [] }, sat: { state: 'open' }, sun: { state: 'closed' } } },
          ],
        },
      ],
    },
  ]);
  expect(facilities[0]?.address.text).toMatch(/^北海道札幌市中央区旭ヶ丘/);
  expect(codes).not.toContain('column-not-used');
});

it('FAX of the official list is public', () => {
  const site = 'name: みほん\nsources: [{ file: a.csv, kind: official }]\n';
  const file = fileOf('kaigo24', [{ ...row, FAX番号: '011-000-8292' }]);
  expect(regionOf({ 'site.yaml': site, 'a.csv': file }).facilities[0]?.services[0]?.fax).toContain('8292');
});

it('定員 0 is not given', () => {
  expect(read([{ ...row, 定員: '0' }]).facilities[0]?.services[0]?.capacity).toBeNull();
});

it('a number with letters stays as it is', () => {
  expect(read([{ ...row, 事業所番号: '01B0100011' }]).facilities[0]?.id).toBe('01b0100011');
});

it('after Excel: the lost zeros of the codes are put back and told', () => {
  const { facilities, codes } = read([
    { ...row, 都道府県コード又は市町村コード: '11011', No: '170100001', 事業所番号: '170100001' },
  ]);
  expect(facilities[0]?.address.municipalityCode).toBe('011011');
  expect(facilities[0]?.services[0]?.numbers).toEqual([{ kind: '事業所番号', value: '0170100001' }]);
  expect(codes).toEqual(expect.arrayContaining(['code-zero-restored', 'municipality-code-lost-zero']));
});

describe('one 事業所番号 on several rows', () => {
  const second = { ...row, サービスの種類: '訪問介護', 定員: '' };

  it('same name, same place: one record with two services', () => {
    const { facilities, account } = read([row, second]);
    expect(facilities.map(one => one.id)).toEqual(['0170100001']);
    expect(facilities[0]?.services.map(service => service.type)).toEqual(['day-service', 'home-care']);
    expect(account).toMatchObject({ published: 1, merged: 1 });
  });

  it('other names: records of their own, each with its service in the id', () => {
    const { facilities } = read([row, { ...second, 事業所名: 'みほんヘルパーステーション' }]);
    expect(facilities.map(one => [one.name, one.id]).sort()).toEqual([
      ['みほんの家', '0170100001-day-service'],
      ['みほんヘルパーステーション', '0170100001-home-care'],
    ]);
  });

  it('in two files, as the ministry publishes them: one record', () => {
    const region = regionOf({
      'facilities/150.csv': fileOf('kaigo24', [row]),
      'facilities/110.csv': fileOf('kaigo24', [second]),
    });
    expect(region.facilities).toHaveLength(1);
    expect(region.facilities[0]?.services).toHaveLength(2);
  });

  it('twice the same row: told, once published', () => {
    const region = read([row, row]);
    expect(region.facilities).toHaveLength(1);
    expect(region.sentences('duplicate-row')).toMatchInlineSnapshot(`
      [
        "a.csv 3行目：「みほんの家」は2行目と同じ内容です。1件として掲載しました。どちらかの行を消してください。",
      ]
    `);
  });

  it('the same service of another office: told, and both published, the later without being joined', () => {
    const region = read([row, { ...row, 事業所名: 'よその家', 住所: '札幌市中央区北0条' }]);
    expect(region.facilities.map(one => one.name).sort()).toEqual(['みほんの家', 'よその家']);
    expect(new Set(region.facilities.map(one => one.id)).size).toBe(2);
    expect(region.sentences('duplicate-number')).toMatchInlineSnapshot(`
      [
        "a.csv 3行目：「0170100001」という番号は2行目「みほんの家」と同じです。別の記録として掲載し、この行の番号は照合に使っていません。番号を確かめてください。",
      ]
    `);
  });
});

it('a service the vocabulary does not know rejects the row, with the nearest name', () => {
  const region = read([{ ...row, サービスの種類: '通所介獲' }]);
  expect(region.account).toMatchObject({ read: 1, rejected: 1 });
  expect(region.sentences('type-unknown')).toMatchInlineSnapshot(`
    [
      "a.csv 2行目 G列「サービスの種類」：「通所介獲」という種別は分からないため、この行は掲載していません。「通所介護」のまちがいではありませんか。様式の種別の名前（例：訪問看護、診療所、薬局）で入力してください。",
    ]
  `);
});

it('rows of other municipalities are outside, by code; a ward counts as its city by name', () => {
  const files = {
    'facilities/a.csv': fileOf('kaigo17', [
      row,
      {
        ...row,
        都道府県コード又は市町村コード: '402052',
        都道府県名: '福岡県',
        市区町村名: '飯塚市',
        事業所番号: '4070500001',
        住所: '飯塚市0',
      },
    ]),
  };
  const byCode = regionOf({ 'site.yaml': 'name: x\nmunicipalities: ["011011"]\n', ...files });
  const byName = regionOf({ 'site.yaml': 'name: x\nmunicipalities: [札幌市]\n', ...files });
  for (const { account, facilities } of [byCode, byName]) {
    expect(account).toMatchObject({ read: 2, published: 1, outside: 1 });
    expect(facilities.map(one => one.id)).toEqual(['0170100001']);
  }
});

import { describe, expect, it } from 'vitest';
import { regionOf } from '../dataset/region.ts';
import { fileOf, type Row } from './layouts.ts';

const region = (layout: Parameters<typeof fileOf>[0], rows: readonly Row[]) =>
  regionOf({ 'facilities/a.csv': fileOf(layout, rows) });

describe('医療機関一覧', () => {
  it('generation A: one row, every column at its place', () => {
    const { facilities, account, codes } = region('hospitalsA', [
      {
        都道府県コード又は市区町村コード: '092088',
        都道府県名: '栃木県',
        市区町村名: '小山市',
        名称: 'みほんこどもクリニック',
        名称_カナ: 'ミホンコドモクリニック',
        医療機関の種類: '無床診療所',
        住所: '栃木県小山市城東0-19-2',
        緯度: '36.3139684166666',
        経度: '139.815920027777',
        電話番号: '(0285)00-7111',
        内線番号: '12',
        FAX番号: '(0285)00-7112',
        法人の名称: '医療法人みほん会',
        医療機関コード: '0910802180',
        診療曜日: '月火水木金土',
        診療開始時間: '0.375',
        診療終了時間: '0.770833333333333',
        診療日時特記事項: '日・祝日　水・土曜午後休診',
        時間外における対応: '対応不可',
        診療科目: '小児科；アレルギー科',
        病床数: '0',
        URL: 'https://mihon.example.com/',
        備考: 'みほんの備考',
      },
    ]);
    expect(account).toMatchObject({ read: 1, published: 1 });
    expect(facilities).toMatchObject([
      {
        id: '0910802180',
        name: 'みほんこどもクリニック',
        kana: 'ミホンコドモクリニック',
        address: { text: '栃木県小山市城東0-19-2', municipalityCode: '092088', municipality: '小山市' },
        position: { lat: 36.3139684166666, lng: 139.815920027777 },
        corporation: { name: '医療法人みほん会', number: null },
        url: 'https://mihon.example.com/',
        remarks: 'みほんの備考',
        services: [
          {
            type: 'clinic',
            numbers: [{ kind: '医療機関コード', value: '0910802180' }],
            phones: [{ digits: '0285007111', extension: '12' }],
            specialities: [{ name: '小児科' }, { name: 'アレルギー科' }],
            beds: [{ kind: '合計', count: 0 }],
            afterHours: '対応不可',
            hours: [
              {
                breaksStated: false,
                days: {
                  mon: { state: 'open', spans: [{ start: '09:00', end: '18:30' }] },
                  wed: { state: 'unknown' },
                  sat: { state: 'unknown' },
                  sun: { state: 'closed' },
                },
              },
            ],
          },
        ],
      },
    ]);
    expect(codes).not.toContain('type-unknown');
  });

  it.each([
    ['無床診療所', '歯科', 'dental-clinic'],
    ['無床診療所', '歯科；小児歯科；矯正歯科', 'dental-clinic'],
    ['無床診療所', '内科；歯科', 'clinic'],
    ['有床診療所', '内科', 'clinic'],
    ['病院', '歯科', 'hospital'],
    ['歯科診療所', '', 'dental-clinic'],
    ['薬局', '', 'pharmacy'],
    ['助産所', '', 'maternity-home'],
  ])('%s with 診療科目「%s」 is %s', (kind, specialities, type) => {
    const { facilities } = region('hospitalsA', [
      { 名称: 'みほん', 医療機関の種類: kind, 診療科目: specialities },
    ]);
    expect(facilities[0]?.services[0]?.type).toBe(type);
  });

  it.each([
    ['みほん市休日急患診療所', 'emergency-clinic'],
    ['休日夜間急患センター', 'emergency-clinic'],
    ['みほん市休日診療所', 'emergency-clinic'],
    ['みほん歯科休日診療所', 'clinic'],
    ['急患もみる内科クリニック', 'clinic'],
  ])('「%s」 is %s by its name', (name, type) => {
    const { facilities } = region('hospitalsA', [
      { 名称: name, 医療機関の種類: '無床診療所', 診療科目: '内科' },
    ]);
    expect(facilities[0]?.services[0]?.type).toBe(type);
  });

  it('a remark about who may come stands where that is looked for, and not only under the hours', () => {
    const row = { 名称: 'みほん医務室', 医療機関の種類: '無床診療所', 診療科目: '内科' };
    const { facilities } = region('hospitalsA', [{ ...row, 診療日時特記事項: '一般開放なし' }]);
    expect(facilities[0]?.services[0]?.acceptance).toBe('一般開放なし');
  });

  it('a kind we do not know rejects the row, and says so at the cell', () => {
    const read = region('hospitalsA', [{ 名称: 'みほん', 医療機関の種類: '温泉', 診療科目: '内科' }]);
    expect(read.account).toMatchObject({ read: 1, rejected: 1 });
    expect(read.sentences('type-unknown')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 G列「医療機関の種類」：「温泉」という種別は分からないため、この行は掲載していません。様式の種別の名前（例：訪問看護、診療所、薬局）で入力してください。",
      ]
    `);
  });

  it('generation B: the address is put together of its parts, 全国地方公共団体コード of the place wins', () => {
    const { facilities } = region('hospitalsB', [
      {
        全国地方公共団体コード: '402052',
        ID: '0000000001',
        名称: 'みほん医院',
        医療機関の種類: '診療所',
        所在地_全国地方公共団体コード: '402052',
        所在地_都道府県: '福岡県',
        所在地_市区町村: '飯塚市',
        所在地_町字: '本町',
        所在地_番地以下: '0-1',
        '建物名等(方書)': 'みほんビル2階',
        郵便番号: '820-0001',
        連絡先メールアドレス: 'info@mihon.example.jp',
        FAX番号: '0948-00-0002',
        電話番号: '0948-00-0001',
        診療科目: '内科、外科（消化器, 肛門）',
      },
    ]);
    expect(facilities).toMatchObject([
      {
        id: '402052-hospital-0000000001',
        address: {
          text: '福岡県飯塚市本町0-1',
          municipalityCode: '402052',
          prefecture: '福岡県',
          municipality: '飯塚市',
          building: 'みほんビル2階',
          postalCode: '8200001',
        },
        services: [{ specialities: [{ name: '内科' }, { name: '外科（消化器, 肛門）' }] }],
      },
    ]);
  });

  it('the ID of a list is that list’s own: the same ID in another municipality is another office', () => {
    const row = (code: string, name: string): Row => ({
      全国地方公共団体コード: code,
      ID: '1',
      名称: name,
      医療機関の種類: '病院',
    });
    const { facilities } = regionOf({
      'facilities/a.csv': fileOf('hospitalsB', [row('402052', 'いの病院')]),
      'facilities/b.csv': fileOf('hospitalsB', [row('402061', 'ろの病院')]),
    });
    expect(facilities.map(one => one.name)).toEqual(['いの病院', 'ろの病院']);
  });
});

describe('介護サービス事業所一覧', () => {
  const row: Row = {
    介護サービス事業所名称: 'みほんケアセンター',
    介護サービス事業所名称_カナ: 'ミホンケアセンター',
    住所: '栃木県小山市城東0-1',
    電話番号: '0285-00-0001',
    事業所番号: '0970800001',
    利用可能曜日: '月火水木金',
    定員: '30',
  };

  it('several 実施サービス of one row are services of one record; 定員 stays with the first', () => {
    const { facilities, account } = region('careA', [{ ...row, 実施サービス: '通所介護；訪問介護' }]);
    expect(account).toMatchObject({ read: 1, published: 1 });
    expect(facilities).toMatchObject([
      {
        id: '0970800001',
        name: 'みほんケアセンター',
        services: [
          { type: 'day-service', capacity: 30, phones: [{ digits: '0285000001' }] },
          { type: 'home-care', capacity: null, phones: [{ digits: '0285000001' }] },
        ],
      },
    ]);
  });

  it('a service we do not know is told; the others of the row are published', () => {
    const read = region('careA', [{ ...row, 実施サービス: '空飛ぶ介護；訪問介護' }]);
    expect(read.facilities[0]?.services.map(service => service.type)).toEqual(['home-care']);
    expect(read.sentences('type-unknown')).toMatchInlineSnapshot(`[]`);
  });

  it('two rows of one number, name and place are one record with two services', () => {
    const { facilities, account } = region('careA', [
      { ...row, 実施サービス: '通所介護' },
      { ...row, 実施サービス: '訪問介護' },
    ]);
    expect(facilities.map(one => one.services.map(service => service.type))).toEqual([
      ['day-service', 'home-care'],
    ]);
    expect(account).toMatchObject({ read: 2, published: 1, merged: 1 });
  });

  it('generation B is read too, and 定員 0 is not given', () => {
    const { facilities } = region('careB', [
      {
        介護サービス事業所名称: 'みほん苑',
        実施サービス: '介護老人福祉施設',
        定員: '0',
        事業所番号: '0970800002',
      },
    ]);
    expect(facilities).toMatchObject([{ id: '0970800002', services: [{ capacity: null }] }]);
  });
});

it('公共施設一覧: only offices of the map are taken, by POIコード; the others are counted as 対象外', () => {
  const { facilities, account } = region('publicB', [
    { 名称: 'みほん小学校', POIコード: '1503' },
    { 名称: 'みほん病院', POIコード: '1601', 電話番号: '0948-00-0001' },
    { 名称: 'みほん老人ホーム', POIコード: '１６０６' },
    { 名称: 'みほん公園', POIコード: '' },
  ]);
  expect(facilities.map(one => one.name).sort()).toEqual(['みほん病院', 'みほん老人ホーム']);
  expect(account).toMatchObject({ read: 4, published: 2, skipped: 2 });
});

it('公共施設一覧 has 説明 and 備考: both are shown', () => {
  const { facilities } = region('publicB', [
    { 名称: 'みほん病院', POIコード: '1601', 説明: '救急もあります', 備考: '正面は南側' },
  ]);
  expect(facilities[0]?.remarks).toBe('救急もあります\n正面は南側');
});

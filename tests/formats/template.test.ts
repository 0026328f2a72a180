import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { csv, oneFile, regionOf } from '../dataset/region.ts';
import { fileOf, type Row } from './layouts.ts';

const full: Row = {
  ID: 'mihon-001',
  名称: 'みほん訪問看護ステーション',
  名称_カナ: 'ミホンホウモンカンゴステーション',
  種別: '訪問看護',
  住所: '新潟県新発田市西町0-1',
  方書: 'みほんビル2階',
  郵便番号: '957-0001',
  全国地方公共団体コード: '152064',
  緯度: '37.950001',
  経度: '139.330001',
  電話番号: '0254-00-0001',
  内線番号: '12',
  URL: 'https://mihon.example.jp/',
  法人番号: '5080001018392',
  法人の名称: '医療法人みほん会',
  事業所番号: '1560600001',
  診療科目: '内科;みほん科',
  病床数: '19',
  定員: '30',
  月: '9:00-12:00,14:00-18:00',
  火: '9:00-12:00',
  水: '休',
  木: '○',
  土: '9:00-25:00',
  定期休診: '第2・第4土曜',
  休業日: '12月29日～1月3日',
  訪問地域: '西町;北町の一部;半径10km',
  訪問地域の備考: '冬は相談',
  送迎範囲: '全域',
  対応保険: '医療保険;介護保険',
  要介護度: '要支援1、要介護5',
  料金: '1回500円',
  新規の受け入れ: '4月から',
  連携ICTツール: 'みほねっと',
  対応言語: '英語、中国語（電話通訳）',
  備考: '公開の備考',
  状況: '営業中',
  掲載区分: '公開',
  掲載同意: 'あり',
  確認日: '2026-04-10',
  確認者: '地域連携室',
  確認方法: '電話',
};
const professional: Row = {
  FAX番号: '0254-00-7001',
  メール: 'himitsu@mihon.example.jp',
  ケアマネタイム: '月 16:00-17:00',
  連絡のルール: 'まずFAX',
  担当者: 'みほん 花子',
  夜間連絡先: '0254-00-7002',
  専門職向け備考: '裏口から',
  空き: '2床',
};
const areas = 'id,名前,種別\nnishi,西町,町丁\n';

it('every column of the template is read', () => {
  const { facilities, codes, dataset } = regionOf({
    'facilities/a.csv': fileOf('template', [{ ...full, ...professional }]),
    'areas.csv': areas,
  });
  expect(facilities).toMatchObject([
    {
      id: 'mihon-001',
      name: 'みほん訪問看護ステーション',
      kana: 'ミホンホウモンカンゴステーション',
      address: {
        text: '新潟県新発田市西町0-1',
        building: 'みほんビル2階',
        postalCode: '9570001',
        municipalityCode: '152064',
        prefecture: '新潟県',
        municipality: '新発田市',
      },
      position: { lat: 37.950001, lng: 139.330001 },
      url: 'https://mihon.example.jp/',
      corporation: { name: '医療法人みほん会', number: '5080001018392' },
      remarks: '公開の備考',
      confirmed: { on: '2026-04-10', by: '地域連携室', method: '電話' },
      services: [
        {
          key: 'visiting-nursing',
          type: 'visiting-nursing',
          numbers: [{ kind: '事業所番号', value: '1560600001' }],
          phones: [{ text: '0254-00-0001', digits: '0254000001', extension: '12' }],
          fax: null,
          email: null,
          specialities: [
            { code: expect.stringMatching(/^\d/), name: '内科' },
            { code: null, name: 'みほん科' },
          ],
          beds: [{ kind: '合計', count: 19 }],
          capacity: 30,
          hours: [
            {
              purpose: 'outpatient',
              days: {
                mon: {
                  state: 'open',
                  spans: [
                    { start: '09:00', end: '12:00' },
                    { start: '14:00', end: '18:00' },
                  ],
                },
                wed: { state: 'closed' },
                thu: { state: 'open', spans: [] },
                fri: { state: 'unknown' },
                sun: { state: 'unknown' },
              },
              closedNth: [{ day: 'sat', weeks: [2, 4] }],
              exceptions: '12月29日～1月3日',
            },
          ],
          serviceArea: {
            everywhere: false,
            areas: ['nishi'],
            towns: ['北町の一部'],
            radiusKm: 10,
            remark: '冬は相談',
          },
          transferArea: { everywhere: true },
          insurance: ['医療保険', '介護保険'],
          careLevels: ['要支援1', '要介護5'],
          fees: '1回500円',
          acceptance: '4月から',
          ict: ['みほねっと'],
          languages: ['英語', '中国語（電話通訳）'],
        },
      ],
    },
  ]);
  expect(codes).not.toContain('header-unknown');
  expect(dataset.facilities).toMatchObject([
    {
      professional: { persons: [{ role: '担当者', name: 'みほん 花子' }] },
      services: [
        {
          professional: {
            fax: expect.stringContaining('7001'),
            email: 'himitsu@mihon.example.jp',
            phones: [{ digits: '0254007002' }],
            contactRules: [{ purpose: 'ケアマネタイム', time: '月 16:00-17:00', remark: 'まずFAX' }],
            vacancy: '2床',
            remarks: '裏口から',
          },
        },
      ],
    },
  ]);
});

it('no professional value reaches anything public', () => {
  const { published } = regionOf({ 'facilities/a.csv': fileOf('template', [{ ...full, ...professional }]) });
  for (const value of [...Object.values(professional), '0254007001', '0254007002', '7001', '7002']) {
    expect(published, value).not.toContain(value);
  }
});

it('fax and mail of an official source are public', () => {
  const { facilities } = regionOf({
    'site.yaml': 'name: x\nsources: [{ file: a.csv, kind: official }]\n',
    'a.csv': fileOf('template', [{ ...full, ...professional }]),
  });
  expect(facilities[0]?.services[0]).toMatchObject({
    fax: '0254-00-7001',
    email: 'himitsu@mihon.example.jp',
  });
});

it.each([
  ['37.95', '139,33', '経度', '139,33'],
  ['37,95', '139.33', '緯度', '37,95'],
  ['37.95', '999', '経度', '999'],
])('緯度 %s, 経度 %s: the problem is told at the cell it is about', (lat, lng, header, value) => {
  const region = oneFile(['名称,種別,緯度,経度', `みほん,薬局,"${lat}","${lng}"`]);
  const [found] = region.issues.filter(one => one.severity === 'error');
  expect(found).toMatchObject({ at: { row: 2, header }, value });
});

describe('capability columns', () => {
  const answers = (header: string, cell: string, type = '訪問看護') =>
    oneFile([`名称,種別,${header}`, `みほん,${type},${cell}`]).facilities[0]?.services[0]?.capabilities;

  it.each([
    ['胃ろう', '○', 'yes', null],
    ['胃ろう', '〇', 'yes', null],
    ['proc-gastrostomy', '△ 退院前に連絡を', 'conditional', '退院前に連絡を'],
    ['胃ろう', '○（平日のみ）', 'yes', '平日のみ'],
    ['胃ろう', '予定', 'planned', null],
    ['胃ろう', '×', 'no', null],
  ])('%s: %s', (header, cell, value, note) => {
    expect(answers(header, cell)).toMatchObject([{ id: 'proc-gastrostomy', value, note }]);
  });

  it.each(['', '－', '不明'])('「%s」 is no answer: unknown is not no', cell => {
    expect(answers('胃ろう', cell)).toEqual([]);
  });

  it('the header or the type says whether it is done or accepted', () => {
    expect(answers('胃ろう（受け入れ）', '○')).toMatchObject([{ relation: 'accepts' }]);
    expect(answers('胃ろう（実施）', '○', '特別養護老人ホーム')).toMatchObject([{ relation: 'performs' }]);
    expect(answers('胃ろう', '○', '訪問看護')).toMatchObject([{ relation: 'performs' }]);
    expect(answers('胃ろう', '○', 'デイサービス')).toMatchObject([{ relation: 'accepts' }]);
  });

  it('a word of several things makes △ of each, never ○', () => {
    const given = answers('透析', '○') ?? [];
    expect(given.length).toBeGreaterThan(1);
    expect(new Set(given.map(one => one.value))).toEqual(new Set(['conditional']));
  });

  it('what only official lists may say is not taken from a survey', () => {
    const region = oneFile(['名称,種別,在宅療養支援診療所３（従来型）', 'みほん,診療所,○']);
    expect(region.facilities[0]?.services[0]?.capabilities).toEqual([]);
    expect(region.told('capability-official-only').length).toBeGreaterThan(0);
  });

  it('a refusal about a group of people is not published, and told', () => {
    const region = oneFile(['名称,種別,認知症に対応', 'みほん,診療所,×']);
    expect(region.facilities[0]?.services[0]?.capabilities).toEqual([]);
    expect(region.codes).toContain('refusal-not-published');
  });
});

describe('rows that cannot be used', () => {
  it.each([
    ['no name', ',薬局,西町', 'name-missing'],
    ['no type', 'みほん,,西町', 'type-missing'],
    ['an unknown type', 'みほん,やっきょっく,西町', 'type-unknown'],
  ] as const)('%s', (_title, row, code) => {
    const region = oneFile(['名称,種別,住所', row, 'よい薬局,薬局,東町']);
    expect(region.facilities.map(one => one.name)).toEqual(['よい薬局']);
    expect(region.account).toMatchObject({ read: 2, published: 1, rejected: 1 });
    expect(region.codes).toContain(code);
  });

  it('an office whose name begins like a note is no note', () => {
    const { facilities } = oneFile([
      '名称,種別,住所,電話番号',
      '注連寺診療所,診療所,西町1,0254-00-0001',
      '計良薬局,薬局,東町1,0254-00-0002',
    ]);
    expect(facilities.map(one => one.name).sort()).toEqual(['注連寺診療所', '計良薬局']);
  });

  it.each(['※ 定員は目安です', '注：休日は除く', '合計', '計'])(
    '「%s」 under the table is no office',
    text => {
      const { account, codes } = oneFile([
        '名称,種別,定員',
        'みほん,薬局,3',
        `${text},,${text.endsWith('計') ? '3' : ''}`,
      ]);
      expect(account).toMatchObject({ read: 2, published: 1, skipped: 1 });
      expect(codes).toContain('row-not-a-record');
    },
  );

  it('a row cut short or too long is told and read', () => {
    const region = oneFile(['名称,種別,住所', 'みじかい薬局,薬局', 'ながい薬局,薬局,西町,KANARIYA']);
    expect(region.facilities).toHaveLength(2);
    expect(region.sentences('row-too-short')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目：見出しは3列ありますが、この行は2列しかありません。足りない列は空欄として読みました。列がずれていないか確かめてください。",
      ]
    `);
    expect(region.sentences('row-too-long')).toMatchInlineSnapshot(`[]`);
    expect(region.published).not.toContain('KANARIYA');
  });
});

describe('the same list in another kind of file', () => {
  const row = { 名称: 'みほん薬局', 種別: '薬局', 電話番号: '0254-00-0001', 月: '9:00-18:00', 一包化: '○' };
  const expected = regionOf({ 'facilities/a.csv': csv([row]) }).facilities;

  it('as YAML', () => {
    const yaml =
      '- 名称: みほん薬局\n  種別: 薬局\n  電話番号: "0254-00-0001"\n  月: 9:00-18:00\n  一包化: ○\n';
    expect(regionOf({ 'facilities/a.yaml': yaml }).facilities).toEqual(expected);
  });

  it('as XLSX, with title rows above', () => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([['みほん圏域の薬局'], [], Object.keys(row), Object.values(row)]);
    XLSX.utils.book_append_sheet(book, sheet, '薬局');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const region = regionOf({ 'facilities/a.xlsx': bytes });
    expect(region.facilities).toEqual(expected);
    expect(region.account.files).toMatchObject([
      { file: 'a.xlsx', sheet: '薬局', read: 2, published: 1, skipped: 1 },
    ]);
  });

  it('as TSV', () => {
    expect(regionOf({ 'facilities/a.tsv': csv([row]).replaceAll(',', '\t') }).facilities).toEqual(expected);
  });
});

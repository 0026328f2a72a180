import { describe, expect, it } from 'vitest';
import type { Files } from './region.ts';
import { csv, regionOf } from './region.ts';

type Row = Record<string, string>;
const base: Row = { ID: 'a-1', 名称: 'みほん薬局', 種別: '薬局' };
/** Layers in order: 1.csv, 2.csv … */
const layered = (layers: readonly (readonly Row[])[], more: Files = {}) =>
  regionOf({
    ...Object.fromEntries(layers.map((rows, index) => [`facilities/${index + 1}.csv`, csv(rows)])),
    ...more,
  });
const merged = (...rows: Row[]) => layered(rows.map(row => [{ ...base, ...row }])).facilities[0];

describe('two layers say something of one record', () => {
  it('the later layer wins', () => {
    expect(
      merged({ 電話番号: '0254-00-0001' }, { 電話番号: '0254-00-0002' })?.services[0]?.phones,
    ).toMatchObject([{ text: '0254-00-0002' }]);
  });

  it('the newer confirmation wins over the later layer', () => {
    const facility = merged(
      { 備考: 'あたらしい', 確認日: '2026-04-01' },
      { 備考: 'ふるい', 確認日: '2025-04-01' },
      { 備考: '日付なし' },
    );
    expect(facility?.remarks).toBe('あたらしい');
    expect(facility?.confirmed?.on).toBe('2026-04-01');
  });

  it('field by field: each value comes from the strongest that has one', () => {
    const facility = merged(
      { 備考: 'いち', 料金: '100円', 確認日: '2026-04-01' },
      { 住所: '西町0-2', 料金: '200円' },
    );
    expect(facility).toMatchObject({ remarks: 'いち', address: { text: '西町0-2' } });
    expect(facility?.services[0]?.fees).toBe('100円');
  });

  it('an empty cell never erases', () => {
    const facility = merged(
      { 備考: 'いち', 一包化: '○', 月: '9:00-12:00', 定員: '3' },
      { 備考: '', 一包化: '', 月: '', 定員: '' },
    );
    expect(facility?.remarks).toBe('いち');
    expect(facility?.services[0]).toMatchObject({ capabilities: [{ value: 'yes' }], capacity: 3 });
    expect(facility?.services[0]?.hours[0]?.days.mon.state).toBe('open');
  });

  it('an answer of 不明 takes no answer away', () => {
    expect(merged({ 一包化: '○' }, { 一包化: '不明' })?.services[0]?.capabilities).toMatchObject([
      { value: 'yes' },
    ]);
  });

  it('of one capability, done and accepted are two statements', () => {
    const facility = merged({ '胃ろう（実施）': '×' }, { '胃ろう（受け入れ）': '○' });
    expect(facility?.services[0]?.capabilities.map(one => [one.relation, one.value])).toEqual(
      expect.arrayContaining([
        ['performs', 'no'],
        ['accepts', 'yes'],
      ]),
    );
  });

  it('the provenance says which layer gave each value, and when it was confirmed', () => {
    const { publicDataset } = layered([
      [{ ...base, 備考: 'いち', 確認日: '2026-04-01' }],
      [{ ...base, 料金: '200円', 一包化: '○' }],
    ]);
    const of = (path: string) => publicDataset.provenance.get(path);
    expect(of('a-1||remarks')).toEqual({ layer: 'l1', confirmedOn: '2026-04-01' });
    expect(of('a-1|pharmacy|fees')).toEqual({ layer: 'l2', confirmedOn: null });
    expect([...publicDataset.provenance.keys()].filter(path => path.includes('capability'))).toHaveLength(1);
    expect(publicDataset.sources.map(source => [source.layer, source.title])).toEqual([
      ['l1', '1'],
      ['l2', '2'],
    ]);
  });
});

describe('a table that gives as its own ID what a page made of an official number is called by', () => {
  const office: Row = { 名称: 'みほん訪問看護', 種別: '訪問看護', 事業所番号: '1560190012', 住所: '西町0-2' };
  const survey: Row = { ID: '1560190012', 名称: 'みほん訪問看護', 種別: '訪問看護', 備考: 'いち' };
  const ids = (...layers: Row[]) => layered(layers.map(row => [row])).facilities.map(({ id }) => id);

  it('says more of that office, whichever of the two is read first', () => {
    for (const layers of [
      [[office], [survey]],
      [[survey], [office]],
    ]) {
      const { facilities } = layered(layers);
      expect(facilities).toMatchObject([{ id: '1560190012', remarks: 'いち', address: { text: '西町0-2' } }]);
    }
  });

  it('also of an office that ids.csv calls so', () => {
    const kept = 'id,キー,別名,名称\nmihon-hk,事業所番号:1560190012/visiting-nursing,,みほん訪問看護\n';
    const region = layered([[office], [{ ...survey, ID: 'mihon-hk' }]], { 'ids.csv': kept });
    expect(region.facilities.map(({ id, remarks }) => [id, remarks])).toEqual([['mihon-hk', 'いち']]);
  });

  it('but not where neither name nor address agree: an ID given to another by mistake', () => {
    expect(ids(office, { ...survey, 名称: 'べつの事業所', 住所: '東町0-9' })).toHaveLength(2);
  });

  it('nor where two offices have that number, each with its own name and place', () => {
    const other = { ...office, 名称: 'みほんデイ', 種別: '通所介護', 住所: '東町0-9' };
    expect(ids(office, other, survey)).toHaveLength(3);
  });

  it('a layer for professionals as well, of which nothing is published', () => {
    const region = regionOf({
      'site.yaml': 'name: x\nsources:\n  - { file: a.csv }\n  - { file: b.csv, listing: professional }\n',
      'a.csv': csv([office]),
      'b.csv': csv([survey]),
    });
    expect(region.facilities.map(({ id, remarks }) => [id, remarks])).toEqual([['1560190012', null]]);
    expect(region.dataset.facilities).toHaveLength(1);
  });
});

describe('【削除】 erases what earlier layers said', () => {
  it.each([
    ['備考', 'いち', (f: ReturnType<typeof merged>) => f?.remarks],
    ['URL', 'https://mihon.example.jp/', (f: ReturnType<typeof merged>) => f?.url],
    ['名称_カナ', 'ミホン', (f: ReturnType<typeof merged>) => f?.kana],
    ['料金', '1円', (f: ReturnType<typeof merged>) => f?.services[0]?.fees],
    ['定員', '3', (f: ReturnType<typeof merged>) => f?.services[0]?.capacity],
    ['法人の名称', 'みほん社', (f: ReturnType<typeof merged>) => f?.corporation],
  ] as const)('%s', (header, value, read) => {
    expect(read(merged({ [header]: value }))).toBeTruthy();
    expect(read(merged({ [header]: value }, { [header]: '【削除】' }))).toBeNull();
    expect(read(merged({ [header]: '【削除】' }, { [header]: value }))).toBeTruthy();
  });

  it('電話番号', () => {
    expect(merged({ 電話番号: '0254-00-0001' }, { 電話番号: '【削除】' })?.services[0]?.phones).toEqual([]);
  });

  it('緯度', () => {
    const facility = merged({ 緯度: '37.9', 経度: '139.3' }, { 緯度: '【削除】', 経度: '【削除】' });
    expect(facility).toMatchObject({ position: null, positionState: 'missing' });
  });

  it('訪問地域', () => {
    expect(merged({ 訪問地域: '全域' }, { 訪問地域: '【削除】' })?.services[0]?.serviceArea).toBeNull();
  });

  it('an answer', () => {
    expect(merged({ 一包化: '○' }, { 一包化: '【削除】' })?.services[0]?.capabilities).toEqual([]);
  });

  it('the hours, when the days are erased', () => {
    expect(
      merged({ 月: '9:00-12:00', 火: '休' }, { 月: '【削除】', 火: '【削除】' })?.services[0]?.hours,
    ).toEqual([]);
  });

  it('a column of the region’s own', () => {
    const columns = { 'columns.yaml': '駐車場: { label: 駐車場, audience: public }\n' };
    const { facilities } = layered(
      [[{ ...base, 駐車場: '3台' }], [{ ...base, 駐車場: '【削除】' }]],
      columns,
    );
    expect(facilities[0]?.custom).toEqual([]);
  });

  it('is never shown itself', () => {
    const all = Object.fromEntries(
      [
        '名称_カナ',
        '住所',
        '電話番号',
        'URL',
        '備考',
        '料金',
        '月',
        '一包化',
        '訪問地域',
        '診療科目',
        '対応保険',
        '定員',
        '緯度',
        '経度',
        '確認日',
      ].map(header => [header, '【削除】']),
    );
    const region = layered([[base], [{ ...base, ...all }]]);
    expect(region.published).not.toContain('削除');
    expect(region.facilities).toHaveLength(1);
  });

  it('of the night telephone does not touch the public one, and the other way round', () => {
    const region = layered([
      [{ ...base, 電話番号: '0254-00-0001', 夜間連絡先: '0254-00-0002' }],
      [{ ...base, 電話番号: '', 夜間連絡先: '【削除】' }],
    ]);
    expect(region.facilities[0]?.services[0]?.phones).toHaveLength(1);
    expect(region.dataset.facilities[0]?.services[0]?.professional.phones).toEqual([]);
    const other = layered([
      [{ ...base, 電話番号: '0254-00-0001', 夜間連絡先: '0254-00-0002' }],
      [{ ...base, 電話番号: '【削除】', 夜間連絡先: '' }],
    ]);
    expect(other.dataset.facilities[0]?.services[0]?.professional.phones).toHaveLength(1);
  });
});

describe('a record that is gone', () => {
  it.each(['廃止', '休止', '非公開', '閉院', '休止中'])(
    '状況 %s in any layer takes the whole record away',
    status => {
      const region = layered([[{ ...base, 備考: 'KANARIYA' }], [{ ...base, 状況: status }]]);
      expect(region.facilities).toEqual([]);
      expect(region.published).not.toContain('KANARIYA');
      expect(region.account).toMatchObject({ read: 2, heldBack: 2 });
    },
  );

  it.each(['営業中', '開設', '現存', ''])('状況 「%s」 does not', status => {
    expect(layered([[{ ...base, 状況: status }]]).facilities).toHaveLength(1);
  });

  it('a 状況 we cannot read is told, and what it is about is held back', () => {
    const region = layered([[{ ...base, 状況: 'ぼちぼち' }]]);
    expect(region.facilities).toHaveLength(0);
    expect(region.sentences('status-unknown')).toMatchInlineSnapshot(`
      [
        "1.csv 2行目 D列「状況」：「ぼちぼち」という状況は読めないため、掲載していません。「営業中」「休止」「廃止」「非公開」のどれかで入力してください。",
      ]
    `);
  });
});

describe('掲載区分', () => {
  const other: Row = { ID: 'b-1', 名称: 'ほかの薬局', 種別: '薬局' };

  it.each([
    ['公開', 2],
    ['', 2],
    ['専門職のみ', 1],
    ['非公開', 1],
    ['よくわからない', 1],
  ])('「%s」 of a record', (listing, shown) => {
    const region = layered([[{ ...base, 掲載区分: listing, 備考: 'みほんの備考' }, other]]);
    expect(region.facilities).toHaveLength(shown);
    expect(region.published.includes('みほん薬局')).toBe(shown === 2);
  });

  it('専門職のみ keeps the record for professionals, 非公開 keeps it from everyone', () => {
    const full = (listing: string) => layered([[{ ...base, 掲載区分: listing }]]).dataset.facilities.length;
    expect([full('専門職のみ'), full('非公開')]).toEqual([1, 0]);
  });

  it('the strictest of the layers counts', () => {
    const region = layered([
      [{ ...base, 掲載区分: '公開' }],
      [{ ...base, 掲載区分: '専門職のみ' }],
      [{ ...base, 掲載区分: '公開' }],
    ]);
    expect(region.facilities).toEqual([]);
  });

  it.each(['professional', 'none'])('a layer that is %s gives nothing public, not even its name', listing => {
    const region = regionOf({
      'site.yaml': `name: x\nsources:\n  - { file: a.csv }\n  - { file: KANARIYA.csv, listing: ${listing} }\n`,
      'a.csv': csv([base]),
      'KANARIYA.csv': csv([
        { ...base, 備考: 'KANARIYA-1', 電話番号: '0254-00-9999', 胃ろう: '○' },
        { ...other, 備考: 'KANARIYA-2' },
      ]),
    });
    expect(region.facilities.map(one => one.name)).toEqual(['みほん薬局']);
    expect(region.facilities[0]).toMatchObject({
      remarks: null,
      sources: ['l1'],
      services: [{ phones: [], capabilities: [] }],
    });
    expect(region.published).not.toMatch(/KANARIYA|9999|ほかの薬局|"l2"/);
  });
});

describe('掲載同意', () => {
  it.each([
    ['あり', 1],
    ['同意する', 1],
    ['○', 1],
    ['なし', 0],
    ['', 0],
    ['まだ', 0],
  ])('「%s」', (consent, shown) => {
    const region = layered([[{ ...base, 掲載同意: consent, 備考: 'KANARIYA' }]]);
    expect(region.facilities).toHaveLength(shown);
    expect(region.account).toMatchObject({ read: 1, published: shown, heldBack: 1 - shown });
    expect(region.published.includes('KANARIYA')).toBe(shown === 1);
  });

  it('without it the survey’s row is not used, the official layer’s is', () => {
    const region = layered([[{ ...base, 備考: '公表' }], [{ ...base, 備考: 'KANARIYA', 掲載同意: 'なし' }]]);
    expect(region.facilities[0]?.remarks).toBe('公表');
    expect(region.facilities[0]?.sources).toEqual(['l1']);
    expect(JSON.stringify(region.dataset.facilities)).not.toContain('KANARIYA');
  });

  it('a layer without the column needs none', () => {
    expect(layered([[base]]).facilities).toHaveLength(1);
  });
});

describe('services of one record', () => {
  it('one ID, two types: two services, each with its own answers', () => {
    const { facilities } = layered([
      [
        { ...base, 名称: 'みほん', 種別: '訪問看護', 胃ろう: '○', 電話番号: '0254-00-0001' },
        { ...base, 名称: 'みほんデイ', 種別: '通所介護', 胃ろう: '×', 電話番号: '0254-00-0002' },
      ],
    ]);
    expect(facilities).toMatchObject([
      {
        name: 'みほん',
        services: [
          {
            type: 'visiting-nursing',
            name: null,
            capabilities: [{ value: 'yes' }],
            phones: [{ digits: '0254000001' }],
          },
          {
            type: 'day-service',
            name: 'みほんデイ',
            capabilities: [{ value: 'no' }],
            phones: [{ digits: '0254000002' }],
          },
        ],
      },
    ]);
  });

  it('one ID on two different offices: the later row is rejected, and told with the other’s name', () => {
    const region = layered([[base, { ...base, 名称: 'ちがう薬局' }]]);
    expect(region.facilities.map(one => one.name)).toEqual(['みほん薬局']);
    expect(region.account).toMatchObject({ read: 2, published: 1, rejected: 1 });
    expect(region.sentences('duplicate-id')).toMatchInlineSnapshot(`
      [
        "1.csv 3行目：「a-1」というIDは2行目「みほん薬局」でも使われているため、この行は掲載していません。別の事業所なら別のIDを、同じ事業所の別のサービスなら「種別」を変えてください。",
      ]
    `);
  });

  it('rows without any number are joined by name and address within a layer only', () => {
    const row = { 名称: 'みほん薬局', 種別: '薬局', 住所: '西町0-1' };
    expect(layered([[row, row]]).facilities).toHaveLength(1);
    expect(layered([[row], [{ ...row, 備考: 'べつの表' }]]).facilities).toHaveLength(2);
  });
});

describe('one official number on two rows of a file', () => {
  const clinic: Row = {
    名称: 'みほん内科クリニック',
    種別: '診療所',
    住所: 'みほ野市本町1-1',
    医療機関コード: '1519900013',
  };
  const shop: Row = { ...clinic, 名称: 'つくし堂', 種別: '薬局', 住所: 'みほ野市西町8-2' };
  const names = (...rows: Row[]) => layered([rows]).facilities.map(one => one.name);

  it('different in type, name and address: two records, told at the later row', () => {
    const region = layered([[clinic, shop]]);
    expect(region.facilities.map(one => [one.name, one.address.text])).toEqual([
      ['つくし堂', 'みほ野市西町8-2'],
      ['みほん内科クリニック', 'みほ野市本町1-1'],
    ]);
    expect(region.account).toMatchObject({ read: 2, published: 2, merged: 0, rejected: 0 });
    expect(region.sentences('duplicate-number')).toMatchInlineSnapshot(`
      [
        "1.csv 3行目：「1519900013」という番号は2行目「みほん内科クリニック」と同じです。別の記録として掲載し、この行の番号は照合に使っていません。番号を確かめてください。",
      ]
    `);
  });

  it('with IDs of their own: two records under their IDs', () => {
    const region = layered([
      [
        { ID: 'a-1', ...clinic },
        { ID: 'a-2', ...shop },
      ],
    ]);
    expect(region.facilities.map(one => one.id).sort()).toEqual(['a-1', 'a-2']);
    expect(region.codes).toContain('duplicate-number');
  });

  it('one 事業所番号, a row of two services and a row of one of them', () => {
    const office = { 事業所番号: '1570600001', 医療機関コード: '' };
    const region = layered([
      [
        { ...clinic, ...office, 種別: '通所介護' },
        { ...shop, ...office, 種別: '訪問介護' },
      ],
    ]);
    expect(region.facilities.map(one => one.name).sort()).toEqual(['つくし堂', 'みほん内科クリニック']);
  });

  it.each([
    ['type', { 種別: '薬局' }, null],
    ['type and address', { 種別: '薬局', 住所: 'みほ野市西町8-2' }, null],
    ['type and name', { 種別: '薬局', 名称: 'つくし堂' }, 'つくし堂'],
    ['type and name, no address', { 種別: '薬局', 名称: 'つくし堂', 住所: '' }, 'つくし堂'],
  ])('different in %s: one office, and its other name stays with the service', (_what, other, name) => {
    const region = layered([[clinic, { ...clinic, ...other }]]);
    expect(region.codes).not.toContain('duplicate-number');
    expect(region.facilities).toMatchObject([
      {
        name: 'みほん内科クリニック',
        services: expect.arrayContaining([expect.objectContaining({ type: 'pharmacy', name })]),
      },
    ]);
  });

  it('a row that agrees with one of the office’s rows belongs to it', () => {
    const moved = { ...clinic, 種別: '訪問看護', 名称: 'つくし堂' };
    expect(names(clinic, moved, shop)).toEqual(['みほん内科クリニック']);
  });

  it('one ID says that it is one office; that is told in its own words', () => {
    const region = layered([
      [
        { ID: 'a-1', ...clinic },
        { ID: 'a-1', ...shop },
      ],
    ]);
    expect(region.facilities).toHaveLength(1);
    expect(region.codes).toContain('same-id-different-office');
    expect(region.codes).not.toContain('duplicate-number');
  });

  it('across layers the number joins as before', () => {
    expect(layered([[clinic], [shop]]).facilities).toHaveLength(1);
  });
});

it('two files of one name in different folders have an account each', () => {
  const region = regionOf({
    'site.yaml': 'name: x\nsources: [{ file: a/list.csv }, { file: b/list.csv }]\n',
    'a/list.csv': csv([base]),
    'b/list.csv': csv([
      { ...base, ID: 'b-1', 名称: 'ほか' },
      { ...base, ID: 'b-2', 名称: 'べつ' },
    ]),
  });
  expect(region.account.files.map(({ read, published }) => [read, published])).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

it('facilities are in the order of their readings, whatever the order of the rows', () => {
  const rows = ['ワ', 'ア', 'ガ', 'カ', 'ハ'].map((kana, index) => ({
    ID: `k-${index}`,
    名称: `名${index}`,
    名称_カナ: kana,
    種別: '薬局',
  }));
  const forth = layered([rows]).facilities.map(one => one.kana);
  const back = layered([rows.toReversed()]).facilities.map(one => one.kana);
  expect(forth).toEqual(['ア', 'カ', 'ガ', 'ハ', 'ワ']);
  expect(back).toEqual(forth);
});

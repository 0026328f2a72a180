import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { readRegion } from '../../src/files/load-region.ts';
import { codesIn, onlyOf } from '../../src/import/wishes.ts';
import { regionOf, vocabulary } from '../dataset/region.ts';
import { fileOf, type Row } from '../formats/layouts.ts';
import { importInto } from './importing.ts';

const site = 'name: みほん圏域 # 名前\nmunicipalities: [新発田市]\n';
const office = (more: Row): Row => ({
  都道府県コード又は市町村コード: '152064',
  都道府県名: '新潟県',
  市区町村名: '新発田市',
  事業所名: 'みほん訪問看護',
  サービスの種類: '訪問看護',
  住所: '新潟県新発田市西町1-2',
  緯度: '37.95',
  経度: '139.32',
  電話番号: '0254000001',
  事業所番号: '1560600001',
  ...more,
});
const elsewhere = office({
  都道府県コード又は市町村コード: '011029',
  都道府県名: '北海道',
  市区町村名: '札幌市北区',
  事業所名: 'よその訪問看護',
  住所: '北海道札幌市北区1',
  緯度: '43.09',
  経度: '141.34',
  事業所番号: '0160600002',
});
const care = fileOf('kaigo24', [office({}), elsewhere]);
const layer = 'facilities/介護サービス情報公表.csv';

describe('a nationwide list', () => {
  it('becomes a layer with the region’s rows, under its own headers, and an entry among the sources', () => {
    const own = 'ID,名称,種別\na,みほん薬局,薬局\n';
    const { text, after } = importInto(
      { 'site.yaml': site, 'facilities/own.csv': own },
      { 'jigyosho_130_all_20260630120000.csv': care },
    );
    expect(after.facilities.map(({ name }) => name)).toEqual(['みほん薬局', 'みほん訪問看護']);
    const [header, ...rows] = text(layer).trimEnd().split('\r\n');
    expect(header?.split(',')).toHaveLength(24);
    expect(header?.startsWith('\uFEFF都道府県コード又は市町村コード,No,')).toBe(true);
    expect(rows).toHaveLength(1);
    expect(text('site.yaml')).toBe(`${site}sources:
  - file: ${layer}
    title: 介護サービス情報公表
    publisher: 厚生労働省
    licence: 公共データ利用規約（PDL1.0）
    url: https://www.mhlw.go.jp/stf/kaigo-kouhyou_opendata.html
    asOf: '2026-06-30'
    kind: official
  - file: facilities/own.csv
`);
  });

  it('leaves the line ends of site.yaml as they are', () => {
    const windows = site.replaceAll('\n', '\r\n');
    const { text } = importInto({ 'site.yaml': windows }, { 'a.csv': care });
    expect(text('site.yaml').startsWith(windows)).toBe(true);
    expect(text('site.yaml')).not.toMatch(/[^\r]\n/);
  });

  it('keeps codes as they are in Excel, and reads them back', () => {
    const { text, after } = importInto(
      { 'site.yaml': 'name: x\nmunicipalities: [札幌市]\n' },
      { 'a.csv': care },
    );
    expect(text(layer)).toContain('"=""0160600002"""');
    expect(text(layer)).toContain('"=""0254000001"""');
    expect(after.facilities[0]?.services[0]).toMatchObject({
      numbers: [{ value: '0160600002' }],
      phones: [{ digits: '0254000001' }],
    });
    expect(after.codes.filter(code => code.includes('lost-zero'))).toEqual([]);
  });

  it('imported again changes nothing; in a newer edition it replaces the layer, and what the officer wrote stays', () => {
    const first = importInto({ 'site.yaml': site }, { 'a_20260630.csv': care });
    const again = importInto(first.files, { 'a_20260630.csv': care });
    expect(again.files).toEqual(first.files);
    const edited = `${first.text('site.yaml').replace('title: 介護サービス情報公表', 'title: 国の一覧 # 短く')}# 終\n`;
    const newer = fileOf('kaigo24', [office({ 事業所名: 'あたらしい訪問看護' }), elsewhere]);
    const next = importInto({ ...first.files, 'site.yaml': edited }, { 'a_20261231.csv': newer });
    expect(next.after.facilities.map(({ name }) => name)).toEqual(['あたらしい訪問看護']);
    expect(next.text('site.yaml')).toBe(edited.replace('2026-06-30', '2026-12-31'));
  });

  it('of several files is one layer, whatever their order; columns that one lacks are empty', () => {
    const old = fileOf('kaigo17', [office({ 事業所番号: '1570600003', サービスの種類: '訪問介護' })]);
    const one = importInto({ 'site.yaml': site }, { 'b.csv': old, 'a.csv': care });
    const two = importInto({ 'site.yaml': site }, { 'a.csv': care, 'b.csv': old });
    expect(two.files).toEqual(one.files);
    expect(one.after.facilities[0]?.services ?? []).toHaveLength(1);
    expect(one.after.account).toMatchObject({ read: 2, rejected: 0 });
  });

  it('without a word on the region’s places is refused', () => {
    expect(importInto({}, { 'a.csv': care }).refusal).toContain('どの市町村の行を取り込むのか');
  });

  it('with no row of the region is refused, and so is one that nobody knows', () => {
    const other = 'name: x\nmunicipalities: [飯塚市]\n';
    expect(importInto({ 'site.yaml': other }, { 'a.csv': care }).refusal).toContain('1行もない');
    const menu = importInto({ 'site.yaml': site }, { 'menu.csv': '献立,値段\nカレー,500\n' });
    expect(menu.refusal).toContain('menu.csv');
  });

  it('does not take the place of the region’s own survey', () => {
    const files = { 'site.yaml': site, [layer]: 'ID,名称,種別\na,みほん薬局,薬局\n' };
    expect(importInto(files, { 'a.csv': care }).refusal).toContain('--as');
    const named = importInto(files, { 'a.csv': care }, { as: '国の一覧' });
    expect(named.after.facilities).toHaveLength(2);
  });
});

describe('the rows that are taken', () => {
  const polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [139, 37.5],
        [139.5, 37.5],
        [139.5, 38],
        [139, 38],
        [139, 37.5],
      ],
    ],
  };
  const areas = {
    'areas.csv': 'id,名前,種別\n152064,新発田市,市区町村\n',
    'areas.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { id: 'west', name: '西町' }, geometry: polygon }],
    }),
  };
  const placeless = office({ 緯度: '0', 経度: '0', 事業所番号: '1560600009', 事業所名: '位置のない事業所' });
  const foreign = { ...elsewhere, 緯度: '0', 経度: '0' };
  const taken = (wanted: Parameters<typeof importInto>[2], rows = [office({}), elsewhere]) =>
    importInto(
      { ...areas, 'site.yaml': 'name: x\n' },
      { 'a.csv': fileOf('kaigo24', rows) },
      wanted,
    ).after.facilities.map(({ name }) => name);
  const places = (group: 'municipality' | 'prefecture' | 'area', ...words: string[]) => ({
    only: onlyOf({ municipality: [], prefecture: [], area: [], [group]: words }),
  });

  it.each([
    ['a municipality by name', places('municipality', '札幌市'), 'よその訪問看護'],
    ['a municipality by code', places('municipality', '011029'), 'よその訪問看護'],
    ['a prefecture', places('prefecture', '北海道'), 'よその訪問看護'],
    ['a prefecture by code', places('prefecture', '01'), 'よその訪問看護'],
    ['an area’s polygon', places('area', '西町'), 'みほん訪問看護'],
    ['a list of offices’ codes, zeros lost', { codes: codesIn('番号\n160600002\n') }, 'よその訪問看護'],
    ['a list of municipalities’ codes', { codes: codesIn('コード\n15206\n') }, 'みほん訪問看護'],
    ['the region’s areas, when nothing is said', {}, 'みほん訪問看護'],
  ])('%s', (_, wanted, name) => {
    expect(taken(wanted)).toEqual([name]);
  });

  it('an office without a position is the area’s when it lies in its municipality', () => {
    const own = {
      ...areas,
      'areas.csv': `${areas['areas.csv']}west,西町,町丁\n`
        .replace('west,西町,町丁', 'west,西町,町丁,152064')
        .replace('種別\n', '種別,親\n'),
    };
    const run = importInto(
      { ...own, 'site.yaml': 'name: x\n' },
      { 'a.csv': fileOf('kaigo24', [placeless, foreign]) },
      places('area', '西町'),
    );
    expect(run.after.facilities.map(({ name }) => name)).toEqual(['位置のない事業所']);
  });

  describe('the outlines of a GeoJSON file', () => {
    const outline = JSON.stringify({ type: 'Feature', properties: {}, geometry: polygon });
    const within = {
      only: onlyOf({ municipality: [], prefecture: [], area: [], polygon: ['areas/圏域.geojson'] }),
    };
    const run = (siteText: string, wanted = within, drawn = outline) =>
      importInto(
        { 'site.yaml': siteText, 'areas/圏域.geojson': drawn },
        { 'a.csv': fileOf('kaigo24', [office({}), elsewhere, placeless, foreign]) },
        wanted,
      );
    const names = ({ after }: ReturnType<typeof run>) => after.facilities.map(({ name }) => name);

    it('take the offices that lie in them; of those without a position, the region’s municipalities decide', () => {
      expect(names(run('name: x\n'))).toEqual(['みほん訪問看護']);
      expect(names(run('name: x\nmunicipalities: [新発田市]\n')).toSorted()).toEqual(
        ['みほん訪問看護', '位置のない事業所'].toSorted(),
      );
    });

    it('are kept in site.yaml for the next time, and hold for the layer by themselves', () => {
      const first = run('name: x\n');
      expect(first.text('site.yaml')).toContain('only: {polygon: [areas/圏域.geojson]}');
      const again = importInto(first.files, { 'a.csv': fileOf('kaigo24', [office({}), elsewhere]) });
      expect(names(again)).toEqual(['みほん訪問看護']);
      const plain = regionOf({
        'site.yaml': 'name: x\nsources: [{ file: a.csv, only: { polygon: p.geojson } }]\n',
        'a.csv': fileOf('kaigo24', [office({}), elsewhere]),
        'p.geojson': outline,
      });
      expect(plain.facilities.map(({ name }) => name)).toEqual(['みほん訪問看護']);
      expect(plain.account.outside).toBe(1);
    });

    it('that cannot be read let nothing through, and are told', () => {
      expect(run('name: x\n', within, '{}').refusal).toContain('--polygon の「areas/圏域.geojson」');
      const none = regionOf({
        'site.yaml': 'name: x\nsources: [{ file: a.csv, only: { polygon: p.geojson } }]\n',
        'a.csv': fileOf('kaigo24', [office({}), elsewhere]),
      });
      expect(none.facilities).toEqual([]);
      expect(none.sentences('source-not-found')[0]).toContain('p.geojson');
    });
  });

  it('what was asked for is kept for the next time', () => {
    const first = importInto(
      { 'site.yaml': 'name: x\n' },
      { 'a.csv': care },
      places('municipality', '札幌市'),
    );
    expect(first.text('site.yaml')).toContain('only: [札幌市]');
    expect(importInto(first.files, { 'a.csv': care }).files).toEqual(first.files);
  });

  it('a word that is no area, or that no row matches, is told', () => {
    const run = importInto({ 'site.yaml': site }, { 'a.csv': care }, places('area', '東町'));
    expect(run.refusal).toContain('東町');
    const missed = importInto(
      { 'site.yaml': site },
      { 'a.csv': care },
      places('municipality', '新発田市', '飯塚市'),
    );
    expect(missed.prepared).toMatchObject({ kind: 'ready', notFound: ['飯塚市'] });
  });
});

describe('医療情報ネット', () => {
  const hospital = (id: string, prefecture: string, city: string, address: string): Row => ({
    ...{ ID: id, 正式名称: `病院${id}`, 機関区分: '1', 都道府県コード: prefecture, 市区町村コード: city },
    ...{ 所在地: address, '所在地座標（緯度）': '37.9', '所在地座標（経度）': '139.3' },
  });
  const ids = ['1511110000011', '0111110000012'] as const;
  const facilities = fileOf('naviiFacility', [
    hospital(ids[0], '15', '206', '新発田市本町1'),
    hospital(ids[1], '01', '102', '札幌市北区1'),
  ]);
  const slots = ids.map(id => ({ ID: id, 診療科目コード: '01001', 診療科目名: '内科', 診療時間帯: '1' }));
  const hours = zipSync({
    '01-2_hospital_speciality_hours_20251201.csv': strToU8(fileOf('naviiHours', slots)),
  });

  it('the hours of the region’s offices become a layer beside them', () => {
    const given = { '01-2_20251201.zip': hours, '01-1_20251201.csv': facilities };
    const { files, text, after } = importInto({ 'site.yaml': site }, given);
    expect(Object.keys(files).slice(1)).toEqual([
      'facilities/医療情報ネット 病院.csv',
      'facilities/医療情報ネット 病院 診療時間.csv',
    ]);
    expect(text('facilities/医療情報ネット 病院 診療時間.csv').trimEnd().split('\r\n')).toHaveLength(2);
    expect(after.facilities[0]?.services[0]?.specialities).toMatchObject([{ name: '内科' }]);
    expect(text('site.yaml').match(/asOf: '2025-12-01'/g)).toHaveLength(2);
  });

  it('IDs need not have 13 digits', () => {
    const short = [
      hospital('15145', '15', '206', '新発田市本町1'),
      hospital('011hna0002', '01', '102', '札幌市北区1'),
    ];
    const rows = ['15145', '011hna0002'].map(id => ({ ...slots[0], ID: id }));
    const given = { 'a.csv': fileOf('naviiFacility', short), 'b.csv': fileOf('naviiHours', rows) };
    const file = 'facilities/医療情報ネット 病院 診療時間.csv';
    const lines = (text: string) => text.trimEnd().split('\r\n').slice(1);
    expect(lines(importInto({ 'site.yaml': site }, given).text(file))).toHaveLength(1);
    const prefecture = importInto(
      { 'site.yaml': site },
      { 'b.csv': given['b.csv'] },
      { only: { prefecture: ['新潟県'] } },
    );
    expect(lines(prefecture.text(file))).toEqual([expect.stringMatching(/^15145,/)]);
  });

  it('hours alone need offices the region has, unless a prefecture is asked for', () => {
    const alone = importInto({ 'site.yaml': site }, { 'h.zip': hours });
    expect(alone.refusal).toContain('施設票');
    const first = importInto({ 'site.yaml': site }, { 'a.csv': facilities });
    expect(importInto(first.files, { 'h.zip': hours }).after.account).toMatchObject({ merged: 1 });
    const prefecture = { only: { prefecture: ['北海道'] } };
    expect(importInto({ 'site.yaml': site }, { 'h.zip': hours }, prefecture).prepared.kind).toBe('ready');
  });
});

test('whatever the cells say, a layer imported anew is the same layer', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'01-/=\'" ,月日\n（〃'), maxLength: 8 }),
    fc.stringMatching(/^0\d{1,12}$/),
  );
  const cells = fc.record({ 利用可能曜日特記事項: cell, 定員: cell, FAX番号: cell, 備考: cell });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), rows => {
      const offices = rows.map((row, index) => office({ ...row, 事業所番号: `156060000${index}` }));
      const first = importInto({ 'site.yaml': site }, { 'a.csv': fileOf('kaigo24', offices) });
      const again = importInto(first.files, { 'b.csv': first.text(layer) });
      expect(again.files).toEqual(first.files);
    }),
    { seed: 20260401, numRuns: 12 },
  );
});

describe('our own list', () => {
  it('export → import changes nothing', () => {
    const region = readRegion(join(import.meta.dirname, '../../data')).value;
    if (!region) throw new Error('The demo region cannot be read');
    const publicDataset = {
      ...region.publicDataset,
      facilities: region.publicDataset.facilities.slice(0, 80),
    };
    const csv = facilitiesToCsv({ ...publicDataset, vocabulary });
    const settings = {
      'site.yaml': 'name: x\n',
      'areas.csv': new Uint8Array(readFileSync(join(import.meta.dirname, '../../data/areas.csv'))),
    };
    const laid = regionOf({ ...settings, 'facilities/一覧.csv': csv });
    const { after } = importInto(settings, { '一覧.csv': csv });
    expect(after.facilities).toEqual(laid.facilities);
  });
});

describe('a list of nobody’s layout', () => {
  const rows = [
    ['薬局の在宅対応（みほん圏域）', '', '', ''],
    ['お店', 'れんらく', 'ばしょ', '在宅'],
    ['みほん薬局', '0254-00-0001', '新発田市西町1', '○'],
    ['ひばり薬局', '0254-00-0002', '新発田市東町2', '×'],
  ];
  const book = (cells: string[][]) => {
    const sheet = xlsx.utils.aoa_to_sheet(cells);
    const made = { SheetNames: ['薬局'], Sheets: { 薬局: sheet } };
    return new Uint8Array(xlsx.write(made, { type: 'array', bookType: 'xlsx' }));
  };
  const columns = `ファイルごと:
  調査 薬局.csv:
    全部の行: { 種別: 薬局 }
    見出しの行: 2
    お店: 名称
    れんらく: 電話番号
    ばしょ: 住所
    D列: 使わない
`;

  it('is refused with a proposal; when columns.yaml knows its columns it is a layer, titles and all', () => {
    const first = importInto({ 'site.yaml': site }, { '調査.xlsx': book(rows) });
    expect(first.refusal).toContain('調査.xlsx');
    expect(first.proposal).toContain('調査 薬局.csv');
    expect(first.proposal).toContain('れんらく');
    const files = { 'site.yaml': site, 'columns.yaml': columns };
    const second = importInto(files, { '調査.xlsx': book(rows) });
    expect(second.refusal).toBe('');
    expect(second.text('facilities/調査 薬局.csv').split('\r\n')[1]).toBe('お店,れんらく,ばしょ,在宅');
    expect(second.after.facilities.map(({ name, services }) => [name, services[0]?.phones[0]?.text])).toEqual(
      [
        ['ひばり薬局', '0254-00-0002'],
        ['みほん薬局', '0254-00-0001'],
      ],
    );
    expect(second.text('site.yaml')).toContain('kind: survey');
    expect(importInto(second.files, { '調査.xlsx': book(rows) }).files).toEqual(second.files);
  });
});

// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Region } from '../../src/dataset/load.ts';
import { loadRegion } from '../../src/dataset/load.ts';
import { readRegion } from '../../src/files/load-region.ts';
import { issue } from '../../src/issues/issue.ts';
import { htmlReport } from '../../src/report/html.ts';
import { escapeText } from '../../src/report/html-markup.ts';
import { jsonReport } from '../../src/report/json.ts';
import { formatReport } from '../../src/report/text.ts';
import { changedDemo, changeSealedCells, filesWithSealedCells } from '../dataset/changed-demo.ts';
import { csv, type Files, regionOf, vocabulary } from '../dataset/region.ts';
import { htmlErrors } from '../e2e/harness-checks.ts';

const root = join(import.meta.dirname, '..', '..');
const fixture = (name: string) => whole(readRegion(join(root, 'tests/fixtures/regions', name)).value);

function whole(region: Region | null): Region {
  if (!region) throw new Error('the region cannot be read');
  return region;
}

function reportOf(region: Region, showProfessional = false): string {
  const { issues, dataset } = region;
  return htmlReport({ name: dataset.site.name, region, issues, showProfessional });
}

/** Everything `check` can print of a region. */
function allReports(region: Region, showProfessional = false): string {
  const { issues, dataset } = region;
  const options = { full: true, showProfessional };
  return [
    reportOf(region, showProfessional),
    formatReport(dataset.site.name, dataset.account, issues, options),
    JSON.stringify(jsonReport(dataset.account, issues, options)),
  ].join('\n');
}

const documentOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const textOf = (html: string, section: string) => {
  const heading = documentOf(html).getElementById(section);
  return heading?.closest('section')?.textContent?.replace(/\s+/g, ' ') ?? '';
};
const good = { 名称_カナ: 'ミホン', 住所: 'みほ野市本町1', 確認日: '2026-04-01', 電話番号: '0254-00-0001' };
const region = (rows: Record<string, string>[], more: Files = {}) =>
  regionOf({ 'facilities/a.csv': csv(rows), ...more });

it('is one valid page that asks nothing of the network and runs nothing', () => {
  const html = reportOf(whole(readRegion(join(root, 'data')).value));
  expect(htmlErrors(html)).toEqual([]);
  const page = documentOf(html);
  expect(page.querySelectorAll('script, link, img, iframe, object, form, base, [style], [src]')).toHaveLength(
    0,
  );
  const addresses = [...page.querySelectorAll('[href]')].map(link => link.getAttribute('href') ?? '');
  expect(addresses.filter(address => !/^(#|tel:\d)/.test(address))).toEqual([]);
  expect(html).not.toMatch(/url\(|@import/);
  const inside = addresses.filter(address => address.startsWith('#'));
  expect(inside.filter(address => !page.getElementById(address.slice(1)))).toEqual([]);
});

it('what people type stays text', () => {
  const html = reportOf(fixture('hostile'), true);
  expect(htmlErrors(html)).toEqual([]);
  const page = documentOf(html);
  expect(page.querySelectorAll('script, img, b')).toHaveLength(0);
  const handlers = [...page.querySelectorAll('*')].flatMap(element => element.getAttributeNames());
  expect(handlers.filter(name => name.startsWith('on'))).toEqual([]);
  expect(page.body.textContent).toContain('<script>alert("xss")</script>');
  expect(page.title).toContain('みほん<b>圏域</b>');
});

it('characters that would turn the text around are shown by their number', () => {
  expect(escapeText('\u202e院医\u2066 &\u0000<\ud800')).toBe('[U+202E]院医[U+2066] &amp;[U+0000]&lt;\ufffd');
});

it('no report holds a professional or withheld value of the canary region', () => {
  const reports = allReports(fixture('canary'));
  expect(reports.match(/CANARY-\d+|070-0000-99\d\d|0254-00-[78]\d\d\d|canary\d+@/g) ?? []).toEqual([]);
});

it('no report holds a professional value of the demo region', () => {
  const data = join(root, 'data');
  const values = filesWithSealedCells.flatMap(
    file => changeSealedCells(file, readFileSync(join(data, file))).values,
  );
  const reports = allReports(whole(loadRegion(changedDemo(data), vocabulary).value));
  expect(values.filter(value => reports.includes(value) || reports.includes(escapeText(value)))).toEqual([]);
});

/** Every professional column with a value that cannot be read, or is repaired. */
const sealedMistakes = {
  担当者: 'ひみつ\u0007一',
  夜間連絡先: '070-1234ひみつ',
  空き: 'ひみつ\u0007二',
  専門職向け備考: 'ひみつ\u0007三',
  ケアマネタイム: 'ひみつ\u0007四',
  連絡のルール: 'ひみつ\u0007五',
  FAX番号: '0254-ひみつ',
  メール: 'ひみつ@',
  内部の列: 'ひみつ\u0007六',
  専門の機能: 'ひみつ七',
};
const ownColumns = {
  'columns.yaml':
    '内部の列: { label: 内部, audience: professional }\n専門の機能: { capability: 往診, audience: professional }\n',
};

it('problems of professional columns are told with their place and without their value', () => {
  const told = region(
    [{ 名称: 'みほん薬局', 種別: '薬局', ...good, 電話番号: '12', ...sealedMistakes }],
    ownColumns,
  );
  expect(told.issues.filter(found => found.sealed).length).toBeGreaterThanOrEqual(4);
  const reports = allReports(told);
  expect(reports).not.toContain('ひみつ');
  expect(textOf(reportOf(told), 'problems')).toContain('列「夜間連絡先」（専門職向けの値）');
  expect(textOf(reportOf(told), 'problems')).toContain('2行目 F列「電話番号」12');
  expect(allReports(told, true)).toContain('070-1234ひみつ');
});

it.each([
  ['専門職のみ', { 掲載区分: '専門職のみ' }],
  ['非公開', { 掲載区分: '非公開' }],
  ['an unknown listing', { 掲載区分: 'どうかな' }],
  ['no consent', { 掲載同意: 'なし' }],
  ['gone', { 状況: '廃止' }],
])('a row that is not for everyone (%s) is told without name and values', (_title, cells) => {
  const shut = { 名称: 'ひみつ薬局', 電話番号: '12ひみつ', 緯度: '36.204824', 経度: '138.252924', ...cells };
  const told = region([
    {
      名称: 'みほん薬局',
      種別: '薬局',
      ...good,
      緯度: '36.204824',
      経度: '138.252924',
      掲載区分: '公開',
      掲載同意: 'あり',
    },
    { 種別: '薬局', ...shut },
    { 種別: 'ひみつの湯', ...shut },
  ]);
  const reports = allReports(told);
  expect(reports).toContain('みほん薬局');
  expect(reports).not.toContain('ひみつ');
  expect(allReports(told, true)).toContain('ひみつ');
});

it('a record taken out by suppress.csv, and a layer for professionals, are told without name and values', () => {
  const told = region([{ ID: 'a-1', 名称: 'ひみつ薬局', 種別: '薬局', 電話番号: '12ひみつ' }], {
    'suppress.csv': '記録\na-1\nひみつの番号\n',
    'facilities/b.csv': csv([{ ID: 'a-2', 名称: 'ひみつ医院', 種別: 'ひみつ', 電話番号: '12ひみつ' }]),
    'site.yaml':
      'name: x\nsources:\n  - file: facilities/a.csv\n  - { file: facilities/b.csv, listing: professional }\n',
  });
  expect(allReports(told)).not.toContain('ひみつ');
});

it('a duplicate does not tell the name of the row it repeats when that is not for everyone', () => {
  const told = region([
    { ID: 'a-1', 名称: 'ひみつ薬局', 種別: '薬局', 掲載区分: '専門職のみ' },
    { ID: 'a-1', 名称: 'みほん薬局', 種別: '薬局', 掲載区分: '公開' },
  ]);
  expect(told.codes).toContain('duplicate-id');
  expect(allReports(told)).not.toContain('ひみつ薬局');
});

it('a proposal hides the side that is not for everyone', () => {
  const same = { 種別: '薬局', 住所: 'みほ野市本町9', 電話番号: '0254-00-0909' };
  const told = region([{ ID: 'a-1', 名称: 'みほん薬局', ...same }], {
    'facilities/b.csv': csv([{ ID: 'b-1', 名称: 'ひみつ薬局', 掲載区分: '専門職のみ', ...same }]),
  });
  expect(told.proposals).toHaveLength(1);
  expect(allReports(told)).not.toContain('ひみつ薬局');
  expect(textOf(reportOf(told), 'proposals')).toContain('みほん薬局みほ野市本町90254-00-0909a-1a.csv 2行目');
});

it('rejected rows keep what stood in them, with the reason', () => {
  const told = region([{ 名称: 'みほん湯', 種別: '温泉', 住所: 'みほ野市本町3', 担当者: 'ひみつ' }]);
  const text = textOf(reportOf(told), 'rejected');
  expect(text).toContain('a.csv 2行目');
  expect(text).toContain('名称 みほん湯');
  expect(text).toContain('担当者 （専門職向けの値）');
  expect(text).toContain('種別は分からない');
});

it('the to-do has one line a facility with what is missing and the telephone it publishes', () => {
  const told = region([
    { 名称: 'んん薬局', 種別: '薬局', ...good, 名称_カナ: 'ンン', 確認日: '', 緯度: '37.9', 経度: '139.5' },
    { 名称: 'あい薬局', 種別: '薬局', ...good, 名称_カナ: 'アイ', 電話番号: '', 住所: '' },
  ]);
  const rows = [
    ...(documentOf(reportOf(told)).getElementById('todo')?.closest('section')?.querySelectorAll('tbody tr') ??
      []),
  ];
  expect(rows.map(row => [...row.children].map(cell => cell.textContent))).toEqual([
    ['', 'あい薬局', '電話番号なし', '地図上の位置、住所、電話番号', 'a.csv 3行目'],
    ['', 'んん薬局', '0254-00-0001', '確認日', 'a.csv 2行目'],
  ]);
});

it('doubtful positions are numbered alike in the drawing and in the table', () => {
  const far = { 緯度: '43.06', 経度: '141.35' };
  const square = [139, 38, 139.2, 38, 139.2, 38.2, 139, 38.2, 139, 38];
  const ring = square.flatMap((lng, index) => (index % 2 === 0 ? [[lng, square[index + 1]]] : []));
  const feature = {
    type: 'Feature',
    properties: { id: 'a', name: 'みほ野市' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  const told = region(
    [
      { 名称: 'とおい薬局', 種別: '薬局', ...good, ...far },
      { 名称: 'とおい医院', 種別: '診療所', ...good, ...far },
      { 名称: 'きまり薬局', 種別: '薬局', ...good, 緯度: '36.204824', 経度: '138.252924' },
    ],
    {
      'areas.geojson': JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
      'areas.csv': 'id,名前,種別\na,みほ野市,市区町村\n',
    },
  );
  const section = documentOf(reportOf(told)).getElementById('positions')?.closest('section');
  const pins = [...(section?.querySelectorAll('svg text') ?? [])].map(pin => pin.textContent);
  const numbers = [...(section?.querySelectorAll('tbody th') ?? [])].map(cell => cell.textContent);
  expect(pins).toEqual(['1', '2']);
  expect(numbers).toEqual(pins);
  expect(section?.querySelector('.outline')?.getAttribute('d')).toMatch(/^M[\d. L]+Z$/);
  expect(section?.innerHTML).not.toMatch(/NaN|Infinity/);
  expect(section?.querySelector('tbody tr')?.textContent).toContain('とおい医院');
});

it('repeats are folded, and none is left out', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({ 名称: `薬局${index}`, 種別: '温泉' }));
  const page = documentOf(reportOf(region(rows)));
  const list = page.getElementById('problems')?.closest('section');
  expect(list?.querySelectorAll('tr[id]')).toHaveLength(40);
  expect(list?.querySelectorAll('details tr[id]')).toHaveLength(35);
  expect(list?.querySelector('summary')?.textContent).toBe('ほかの35件も見る');
  expect(page.querySelectorAll('#account, #rejected')).toHaveLength(2);
});

it('each kind of problem opens to how it is mended, once in each file', () => {
  const rows = [{ 名称: 'みほん薬局', 種別: '薬局', 電話番号: '254000001' }];
  const page = documentOf(reportOf(region(rows)));
  const folds = [...page.querySelectorAll('details.mending')].map(fold => fold.textContent ?? '');
  const [phone = ''] = folds.filter(fold => fold.includes('電話番号の先頭の 0 が消えた'));
  expect(phone).toContain('「文字列」');
  expect(page.querySelectorAll('details.mending td.wrong .here').length).toBeGreaterThan(0);
});

it('without a usable site.yaml the report says so and tells what is wrong', () => {
  const html = htmlReport({
    name: 'data',
    region: null,
    issues: [issue('site-missing', { file: 'site.yaml' })],
  });
  expect(htmlErrors(html)).toEqual([]);
  expect(html).toContain('まだ点検していません');
  expect(html).toContain('site.yaml がありません');
});

it('a region without any problem has an account and says that nothing was found', () => {
  const told = region([
    { ID: 'a-1', 名称: 'みほん薬局', 種別: '薬局', ...good, 緯度: '37.9', 経度: '139.5' },
  ]);
  const html = reportOf(told);
  expect(htmlErrors(html)).toEqual([]);
  expect(html).toContain('問題は見つかりませんでした。');
  expect(html).toContain('2026年4月1日 時点');
});

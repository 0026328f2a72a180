import { expect, it } from 'vitest';
import { recognise } from '../../src/dataset/read-table.ts';
import { regionOf } from '../dataset/region.ts';
import { fileOf, headers } from './layouts.ts';

it.each([
  ['hospitalsA', 'municipal-hospital'],
  ['hospitalsB', 'municipal-hospital'],
  ['careA', 'municipal-care'],
  ['careB', 'municipal-care'],
  ['publicB', 'municipal-public'],
  ['kaigo24', 'kaigo'],
  ['kaigo17', 'kaigo'],
  ['naviiFacility', 'navii-hospital'],
  ['naviiHours', 'navii-hours'],
  ['naviiClinic', 'navii-hospital'],
  ['naviiDental', 'navii-hospital'],
  ['naviiMaternity', 'navii-maternity'],
  ['naviiPharmacy', 'navii-pharmacy'],
  ['bureau', 'bureau'],
  ['wam', 'wam'],
  ['pharmacists', 'pharmacists'],
  ['template', 'template'],
] as const)('%s is recognised as %s by its header', (layout, id) => {
  expect(recognise(headers[layout]).id).toBe(id);
});

it('医療情報ネット has as many columns as its 定義書 says', () => {
  const counts = (
    ['naviiFacility', 'naviiClinic', 'naviiDental', 'naviiMaternity', 'naviiPharmacy', 'naviiHours'] as const
  ).map(layout => headers[layout].length);
  expect(counts).toEqual([65, 62, 57, 153, 128, 36]);
});

it('a list of our own with a column 医療機関の種類 or サービスの種類 besides 種別 stays our own', () => {
  expect(recognise(['名称', '種別', '医療機関の種類', '診療科目']).id).toBe('template');
  expect(recognise(['事業所名', '種別', 'サービスの種類', '事業所番号']).id).toBe('template');
});

it('no header of an official layout is unknown to us', () => {
  for (const layout of Object.keys(headers) as (keyof typeof headers)[]) {
    const region = regionOf({ 'facilities/a.csv': fileOf(layout, []) });
    expect(
      region.told('header-unknown').map(found => found.value),
      layout,
    ).toEqual([]);
    expect(
      region.told('header-duplicate').map(found => found.value),
      layout,
    ).toEqual([]);
  }
});

it('a layout named in site.yaml is used; an unknown name is told and the header decides', () => {
  const site = (layout: string) => `name: みほん圏域\nsources:\n  - { file: a.csv, layout: ${layout} }\n`;
  const file = fileOf('hospitalsA', [{ 名称: 'みほん医院', 医療機関の種類: '無床診療所', 診療科目: '内科' }]);
  const named = regionOf({ 'site.yaml': site('municipal-hospital'), 'a.csv': file });
  const misspelt = regionOf({ 'site.yaml': site('municipal-hospitals'), 'a.csv': file });
  expect(named.facilities.map(one => one.services[0]?.type)).toEqual(['clinic']);
  expect(misspelt.facilities.map(one => one.services[0]?.type)).toEqual(['clinic']);
  expect(misspelt.sentences('layout-unknown')).toMatchInlineSnapshot(`
    [
      "site.yaml 3行目 「layout」：「municipal-hospitals」という layout はありません。「municipal-hospital」のまちがいではありませんか。使えるのは「navii-hours」「navii-maternity」「navii-pharmacy」「navii-hospital」「kaigo」「wam」「bureau」「municipal-care」「municipal-hospital」「municipal-public」「pharmacists」「template」です。見出しから様式を判断して読みました。分からないときは layout を書かないでください。",
    ]
  `);
});

import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/model/dataset.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { buildIndex } from '../../src/search/index.ts';
import { placesTyped } from '../../src/search/typed-place.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const area = (id: string, name: string, kind: Area['kind'], parent: string | null): Area => ({
  ...{ id, name, kind, parent, population: null, population65: null, population75: null },
  polygon: null,
});
const at = (areas: string[], postalCode: string | null) => ({
  areas,
  address: { ...facility('x', 'x', []).address, postalCode },
});
const index = buildIndex(
  searchDataOf(
    sampleDataset({
      areas: [
        area('mihon', 'みほん市', 'municipality', null),
        area('hoka', '北郡ほか町', 'municipality', null),
        area('kita', '北圏域', 'sphere', 'mihon'),
        area('nishi', '西町', 'town', 'kita'),
        area('minami', '西町南', 'town', 'kita'),
        area('hon1', '本町一丁目', 'town', 'kita'),
        area('hon2', '本町二丁目', 'town', 'kita'),
        area('hon12', '本町十二丁目', 'town', 'kita'),
        area('yuhi', '夕日ケ丘', 'town', 'kita'),
        area('hoka-hon', '本町', 'town', 'hoka'),
        area('santa', '三田', 'town', 'hoka'),
      ],
      facilities: [
        facility('a', 'あ', [service('clinic')], at(['mihon', 'kita', 'nishi'], '9590001')),
        facility('b', 'い', [service('clinic')], at(['mihon', 'kita', 'yuhi'], '9590001')),
        facility('c', 'う', [service('clinic')], at(['mihon'], '9590009')),
        facility('d', 'え', [
          service('visiting-nursing', {
            serviceArea: { everywhere: false, areas: [], towns: ['向山団地'], radiusKm: null, remark: null },
          }),
        ]),
      ],
    }),
  ),
);
const labels = (text: string) => placesTyped(index, text).map(({ label }) => label);

describe('a typed place is one of the region', () => {
  test.each([
    ['a 町丁', '西町', ['みほん市 西町', 'みほん市 西町南']],
    ['an address', 'みほん市西町1丁目2番3号', ['みほん市 西町']],
    ['the longer name first', '西町南3', ['みほん市 西町南']],
    ['with prefecture, 大字 and a postal code', '〒959-0001 新潟県みほん市大字西町12', ['みほん市 西町']],
    ['丁目 as digits', '本町2-3-1', ['みほん市 本町二丁目']],
    ['丁目 as kanji', '本町二丁目3', ['みほん市 本町二丁目']],
    ['十二丁目 is not 一丁目', '本町12-1', ['みほん市 本町十二丁目']],
    ['full width', '本町１２－１', ['みほん市 本町十二丁目']],
    ['ヶ and ケ', '夕日ヶ丘', ['みほん市 夕日ケ丘']],
    ['kanji numerals of a name stay', '三田5', ['北郡ほか町 三田']],
    [
      'the municipality decides; what may still be typed follows',
      'みほん市本町1',
      ['みほん市 本町一丁目', 'みほん市 本町十二丁目'],
    ],
    ['郡 may be absent', '北郡ほか町本町1', ['北郡ほか町 本町']],
    ['a municipality', 'みほん市', ['みほん市']],
    ['a 圏域', '北圏域', ['みほん市 北圏域']],
    ['a name that offices state', '向山団地', ['向山団地']],
    ["another city's town", '東京都港区三田', []],
    ["another city's town of the same name", '新潟市本町1', []],
    ['nothing known', 'どこか', []],
    ['nothing', '', []],
    ['hostile text', '('.repeat(500), []],
  ])('%s: %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('a postal code: where its offices lie, all of them where they do not agree', () => {
    expect(placesTyped(index, '959-0001')).toEqual([
      { place: { kind: 'area', id: 'nishi' }, label: 'みほん市 西町', by: 'postcode' },
      { place: { kind: 'area', id: 'yuhi' }, label: 'みほん市 夕日ケ丘', by: 'postcode' },
    ]);
    expect(labels('9590009')).toEqual([]);
    expect(labels('000-0000')).toEqual([]);
  });
});

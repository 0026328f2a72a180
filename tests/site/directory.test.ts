import { expect, test } from 'vitest';
import {
  areasByKind,
  consultationDesks,
  homeAreas,
  missingTypeWords,
  searchExample,
  typesByGroup,
} from '../../src/components/directory.ts';
import { byMunicipality } from '../../src/components/grouped-list.ts';
import { needLists } from '../../src/components/needs.ts';
import { siteIndex } from '../../src/components/site-index.ts';
import type { Area } from '../../src/model/dataset.ts';
import { siteSchema } from '../../src/model/site.ts';
import { answer, facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const dataset = sampleDataset();

test('types with counts, and in words those the data does not have', () => {
  const medical = typesByGroup(dataset).find(({ group }) => group === 'medical')!;
  expect(medical.types.map(({ type, count }) => `${type.id} ${count}`)).toEqual([
    'hospital 1',
    'clinic 2',
    'dental-clinic 1',
    'pharmacy 2',
  ]);
  expect(missingTypeWords(sampleDataset({ facilities: [] }))).toContain('薬局');
});

test('a region can say which types it expects', () => {
  const site = siteSchema.parse({ name: 'x', expectedTypes: ['home-bathing', 'hospital'] });
  expect(missingTypeWords(sampleDataset({ site }))).toBe('訪問入浴');
});

test('records are lately confirmed against the region’s date, never the clock', () => {
  expect(siteIndex(dataset).confirmedLately).toBe(10);
  expect(siteIndex(sampleDataset({ asOf: null })).confirmedLately).toBeNull();
});

test('desks to call, areas to choose, an example that finds something', () => {
  expect(consultationDesks(dataset).map(({ id }) => id)).toEqual(['as-mihon', 'hub-mihon']);
  expect(homeAreas(dataset)?.areas.map(({ area, count }) => `${area.name} ${count}`)).toEqual([
    '西町 9',
    '東町 2',
  ]);
  expect(searchExample(dataset)).toBe('例：訪問看護 24時間対応 西町');
  const silent = facility('n', 'n', [service('visiting-nursing')]);
  expect(searchExample(sampleDataset({ facilities: [{ ...silent, areas: ['159999'] }] }))).toBe(
    '例：訪問看護 みほん市',
  );
});

test('the pieces of a town are one area; a name of two towns says where it is', () => {
  const area = (id: string, name: string, parent: string | null): Area => ({
    id,
    name,
    kind: parent === null ? 'municipality' : 'town',
    parent,
    population: 10,
    population65: null,
    population75: null,
    polygon: null,
  });
  const at = (id: string, ...areas: string[]) => ({ ...facility(id, id, [service('clinic')]), areas });
  const pieced = sampleDataset({
    areas: [
      area('m1', 'みほん市', null),
      area('m2', 'となり町', null),
      area('t1', '長尾', 'm1'),
      area('t2', '長尾', 'm1'),
      area('t3', '長尾', 'm2'),
    ],
    facilities: [at('a', 'm1', 't1'), at('b', 'm1', 't2'), at('c', 'm2', 't3')],
  });
  const towns = areasByKind(pieced).find(({ kind }) => kind === 'town')!;
  expect(towns.areas.map(({ area: { id, name }, count }) => `${id} ${name} ${count}`)).toEqual([
    't1 みほん市 長尾 2',
    't3 となり町 長尾 1',
  ]);
  expect(siteIndex(pieced).pieces.get('t1')).toEqual(['t1', 't2']);
  expect(siteIndex(pieced).areas.get('t1')!.population).toBe(20);
});

test('in a hurry, those whose type is for it stand before those listed for an answer', () => {
  const facilities = [
    facility('hospital', 'あ', [service('hospital', { capabilities: [answer('home-visit-care', 'yes')] })]),
    facility('nursing', 'い', [service('visiting-nursing')]),
  ];
  const order = (urgent: boolean) => {
    const { vocabulary, ...rest } = sampleDataset({ facilities });
    const needs = vocabulary.needs.map(need => ({ ...need, urgent }));
    const lists = needLists({ ...rest, vocabulary: { ...vocabulary, needs } });
    return lists.find(({ need }) => need.id === 'hard-to-go')!.groups.map(({ id }) => id);
  };
  expect(order(true)).toEqual(['visiting-nursing', 'hospital']);
  expect(order(false)).toEqual(['hospital', 'visiting-nursing']);
});

test('a need is answered by a type or by ○ or △, never by × or silence', () => {
  const facilities = [
    facility('yes', 'あ', [service('clinic', { capabilities: [answer('home-visit-care', 'yes')] })]),
    facility('ask', 'い', [
      service('hospital', { capabilities: [answer('home-visit-care', 'conditional')] }),
    ]),
    facility('no', 'う', [service('hospital', { capabilities: [answer('home-visit-care', 'no')] })]),
    facility('later', 'え', [service('hospital', { capabilities: [answer('home-visit-care', 'planned')] })]),
    facility('silent', 'お', [service('hospital')]),
    facility('type', 'か', [service('visiting-nursing')]),
  ];
  const list = needLists(sampleDataset({ facilities })).find(({ need }) => need.id === 'hard-to-go')!;
  expect(list.groups.map(({ id, facilities: here }) => [id, here.map(({ id }) => id)])).toEqual([
    ['hospital', ['ask']],
    ['clinic', ['yes']],
    ['visiting-nursing', ['type']],
  ]);
});

test('lists by municipality: in the order of the areas, then of the codes; an unknown one comes last', () => {
  const at = (id: string, code: string | null, name: string | null, areas: string[] = []) => {
    const made = facility(id, id, [service('clinic')], { areas });
    return { ...made, address: { ...made.address, municipalityCode: code, municipality: name } };
  };
  const groups = byMunicipality(
    [
      at('a', null, null),
      at('b', '402052', '飯塚市'),
      at('c', '401005', '北九州市'),
      at('d', '159999', 'みほん市', ['159999', 'nishi']),
      at('e', null, 'みほん市', ['159999']),
      at('f', null, null, ['159999']),
    ],
    sampleDataset(),
  );
  expect(groups.map(({ label, facilities }) => [label, facilities.map(({ id }) => id).join('')])).toEqual([
    ['みほん市', 'def'],
    ['北九州市', 'c'],
    ['飯塚市', 'b'],
    ['市区町村がわからないところ', 'a'],
  ]);
});

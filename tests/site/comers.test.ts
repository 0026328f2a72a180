import { expect, test } from 'vitest';
import { areaPages } from '../../src/components/area-pages.ts';
import { comersTo } from '../../src/components/comers.ts';
import type { ServiceArea } from '../../src/model/facility.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const area: ServiceArea = { everywhere: false, areas: [], towns: [], radiusKm: null, remark: null };
const nurse = (id: string, serviceArea: Partial<ServiceArea> | null) =>
  facility(id, id, [
    service('visiting-nursing', { serviceArea: serviceArea && { ...area, ...serviceArea } }),
  ]);
const { vocabulary } = sampleDataset();
const nursing = vocabulary.types.get('visiting-nursing')!;
const types = new Map(vocabulary.types).set(nursing.id, { ...nursing, mode: 'visits' });
const dataset = sampleDataset({
  vocabulary: { ...vocabulary, types },
  facilities: [
    nurse('city', { areas: ['159999'] }),
    nurse('town', { areas: ['nishi'] }),
    nurse('other', { areas: ['higashi'] }),
    nurse('all', { everywhere: true }),
    nurse('part', { areas: ['nishi'], remark: '西町の一部' }),
    nurse('words', { remark: '山のほうは相談' }),
    nurse('silent', null),
    facility('hospital', 'hospital', [service('hospital')]),
  ],
});
const idsOf = (id: string) => {
  const { groups, unstated } = comersTo(dataset.areas.find(each => each.id === id)!, dataset);
  return {
    groups: groups.map(({ type, sure, ask }) => [type.id, sure.map(f => f.id), ask.map(f => f.id)]),
    unstated,
  };
};

test('who serves a whole city comes to its towns; a part, or words only, is to be asked', () => {
  expect(idsOf('nishi')).toEqual({
    groups: [['visiting-nursing', ['city', 'town', 'all'], ['part', 'words']]],
    unstated: 1,
  });
});

test('who serves a town may come to the city', () => {
  expect(idsOf('159999')).toEqual({
    groups: [['visiting-nursing', ['city', 'all'], ['town', 'other', 'part', 'words']]],
    unstated: 1,
  });
});

test('what an office says of where it comes to stands beside it', () => {
  const { groups } = comersTo(dataset.areas.find(({ id }) => id === 'nishi')!, dataset);
  expect([...groups[0]!.stated].map(([{ id }, said]) => [id, said])).toContainEqual([
    'part',
    ['西町', '西町の一部'],
  ]);
});

test('an area without an office has a page when somebody comes to it, unless it is a town', () => {
  const [city, town] = dataset.areas;
  const empty = [
    { ...city!, id: 'far-city', name: '遠い市', parent: null },
    { ...town!, id: 'far-town', name: '遠い町', kind: 'town' as const, parent: 'far-city' },
  ];
  const visited = sampleDataset({
    vocabulary: dataset.vocabulary,
    areas: [...dataset.areas, ...empty],
    facilities: [nurse('far', { areas: ['far-town'] })],
  });
  const paged = areaPages(visited).map(({ area }) => area.id);
  expect(paged).toContain('far-city');
  expect(paged).not.toContain('far-town');
  const unvisited = sampleDataset({ areas: [...dataset.areas, ...empty], facilities: [] });
  expect(areaPages(unvisited)).toEqual([]);
});

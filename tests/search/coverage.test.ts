import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/model/dataset.ts';
import type { PublicService, ServiceArea } from '../../src/model/facility.ts';
import { areaShapes } from '../../src/search/areas.ts';
import { conditionsOf } from '../../src/search/clauses.ts';
import { coverageOf } from '../../src/search/coverage.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import {
  emptyState,
  type Place,
  type SearchState,
  toggleDoubt,
  withPlace,
  withReach,
} from '../../src/search/state.ts';
import { answer, facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { square, withModes } from './synthetic.ts';

const area = (
  id: string,
  name: string,
  kind: Area['kind'],
  parent: string | null,
  at?: [number, number, number],
) =>
  ({
    ...{ id, name, kind, parent, population: null, population65: null, population75: null },
    polygon: at ? square(...at) : null,
  }) satisfies Area;

/** みほん市 with two 圏域 that hold 町丁, and ほかの町 with a 圏域 that the region has not divided. */
const areas: Area[] = [
  area('mihon', 'みほん市', 'municipality', null, [38, 139, 0.2]),
  area('kita', '北圏域', 'sphere', 'mihon', [38.1, 139, 0.1]),
  area('minami', '南圏域', 'sphere', 'mihon', [38, 139, 0.1]),
  area('nishi', '西町', 'town', 'kita', [38.1, 139, 0.02]),
  area('higashi', '東町', 'town', 'kita', [38.12, 139.05, 0.02]),
  area('yama', '山里', 'town', 'minami', [38.02, 139.02, 0.02]),
  area('mukai', '向山', 'town', 'minami'),
  area('hoka', 'ほかの町', 'municipality', null, [38, 139.3, 0.1]),
  area('hoka-s', '浜圏域', 'sphere', 'hoka', [38, 139.3, 0.1]),
  area('hama', '浜', 'town', 'hoka', [38.02, 139.32, 0.02]),
];
const shapes = areaShapes(areas);
const office = { lat: 38.11, lng: 139.01 };

function served(stated: Partial<ServiceArea>): ServiceArea {
  return { everywhere: false, areas: [], towns: [], radiusKm: null, remark: null, ...stated };
}

function indexOf(services: Record<string, PublicService>) {
  const dataset = sampleDataset({ areas });
  return buildIndex(
    searchDataOf({
      ...dataset,
      vocabulary: withModes(dataset.vocabulary),
      facilities: Object.entries(services).map(([id, each]) =>
        facility(id, id, [each], { areas: ['mihon', 'kita', 'nishi'], position: office }),
      ),
    }),
  );
}

function coverOf(each: PublicService, place: Place, outlines = true): string {
  const cover = coverageOf(indexOf({ one: each }), place, outlines ? shapes : null)!.of(0);
  return `${cover.state} ${cover.why} ${cover.by}`;
}

const nurse = (stated: Partial<ServiceArea> | null) =>
  service('visiting-nursing', { serviceArea: stated && served(stated) });
const inArea = (id: string): Place => ({ kind: 'area', id });
const at = (lat: number, lng: number): Place => ({ kind: 'point', lat, lng });

describe('who visits', () => {
  test.each<[string, Partial<ServiceArea> | null, Place, string]>([
    ['a served 町丁', { areas: ['nishi'] }, inArea('nishi'), 'covered area visit'],
    ['a served 圏域 holds its 町丁', { areas: ['kita'] }, inArea('nishi'), 'covered area visit'],
    ['a served city holds them all', { areas: ['mihon'] }, inArea('yama'), 'covered area visit'],
    ['another 町丁', { areas: ['nishi'] }, inArea('higashi'), 'outside area visit'],
    ['another 圏域', { areas: ['kita'] }, inArea('yama'), 'outside area visit'],
    ['of a 圏域 only one 町丁', { areas: ['nishi'] }, inArea('kita'), 'ask partial visit'],
    ['an undivided 圏域 may hold the 町丁', { areas: ['hoka-s'] }, inArea('hama'), 'ask partial visit'],
    ['the whole region', { everywhere: true }, inArea('hama'), 'covered everywhere visit'],
    [
      'a name that is no area, looked for',
      { towns: ['向山団地'] },
      { kind: 'town', name: '向山団地' },
      'covered town visit',
    ],
    ['a name that is no area, elsewhere', { towns: ['花の里'] }, inArea('nishi'), 'outside area visit'],
    ['a name that may be a part of it', { towns: ['西町の一部'] }, inArea('nishi'), 'ask partial visit'],
    ['a name somewhere in a city', { towns: ['花の里'] }, inArea('mihon'), 'ask partial visit'],
    ['well within the radius', { radiusKm: 8 }, inArea('nishi'), 'covered radius visit'],
    ['on the edge of the radius', { radiusKm: 3 }, inArea('nishi'), 'covered radius visit'],
    ['the radius ends in the area', { radiusKm: 1 }, inArea('nishi'), 'ask border visit'],
    ['well out of the radius', { radiusKm: 2 }, inArea('hama'), 'outside area visit'],
    ['a radius, and no outline', { radiusKm: 8 }, inArea('mukai'), 'ask border visit'],
    ['nothing stated', null, inArea('nishi'), 'ask unstated visit'],
    ['only a remark', { remark: '近隣の市町村も相談' }, inArea('nishi'), 'ask remark visit'],
    [
      'not served, but there is a remark',
      { areas: ['nishi'], remark: 'ほかは相談' },
      inArea('yama'),
      'ask remark visit',
    ],
    [
      'the remark names the area',
      { areas: ['kita'], remark: '東町は冬は要相談' },
      inArea('higashi'),
      'ask remark visit',
    ],
    [
      'the remark names another',
      { areas: ['kita'], remark: '東町は冬は要相談' },
      inArea('nishi'),
      'covered area visit',
    ],
    ['a point in a served 町丁', { areas: ['nishi'] }, at(38.11, 139.01), 'covered area visit'],
    ['a point in a served 圏域', { areas: ['kita'] }, at(38.11, 139.01), 'covered area visit'],
    ['a point outside of it', { areas: ['minami'] }, at(38.11, 139.01), 'outside area visit'],
    ['a point where a 町丁 has no outline', { areas: ['mukai'] }, at(38.09, 139.09), 'ask partial visit'],
    ['a point within the radius', { radiusKm: 2 }, at(38.12, 139.01), 'covered radius visit'],
    ['a point out of the radius', { radiusKm: 2 }, at(38.02, 139.01), 'outside area visit'],
    ['a point out of the region', { everywhere: true }, at(35, 135), 'ask unstated visit'],
  ])('%s', (_, stated, place, expected) => {
    expect(coverOf(nurse(stated), place)).toBe(expected);
  });

  test('before the outlines have come, a point is in no area: to ask, never no', () => {
    expect(coverOf(nurse({ areas: ['minami'] }), at(38.11, 139.01), false)).toBe('ask partial visit');
    expect(coverOf(nurse({ everywhere: true }), at(38.11, 139.01), false)).toBe('ask unstated visit');
  });

  test('an area that the region does not have is no place', () => {
    expect(coverageOf(indexOf({ one: nurse(null) }), inArea('no-such'), shapes)).toBeNull();
  });
});

describe('places one goes to', () => {
  const clinic = (more: Partial<PublicService>) => service('clinic', more);
  const homeVisits = { capabilities: [answer('home-visit-care', 'yes')] };

  test('nobody comes from one that says nothing of visits', () => {
    expect(coverOf(clinic({}), inArea('nishi'))).toBe('go go visit');
  });

  test('one that visits and does not say where: to ask within 16 km, not beyond', () => {
    expect(coverOf(clinic(homeVisits), inArea('nishi'))).toBe('ask ceiling visit');
    expect(coverOf(clinic(homeVisits), at(38.2, 139.1))).toBe('ask ceiling visit');
    expect(coverOf(clinic(homeVisits), inArea('hama'))).toBe('outside far visit');
    expect(coverOf(clinic(homeVisits), inArea('mukai'))).toBe('ask unstated visit');
  });

  test('what it states is believed beyond 16 km', () => {
    expect(coverOf(clinic({ ...homeVisits, serviceArea: served({ areas: ['hoka'] }) }), inArea('hama'))).toBe(
      'covered area visit',
    );
  });

  test('day services fetch: 送迎範囲', () => {
    const day = (transferArea: ServiceArea | null) => service('day-service', { transferArea });
    expect(coverOf(day(served({ areas: ['kita'] })), inArea('nishi'))).toBe('covered area transfer');
    expect(coverOf(day(served({ areas: ['kita'] })), inArea('yama'))).toBe('outside area transfer');
    expect(coverOf(day(null), inArea('nishi'))).toBe('ask unstated transfer');
  });
});

describe('the list of those who come', () => {
  const index = indexOf({
    comes: nurse({ areas: ['kita'] }),
    asks: nurse(null),
    elsewhere: nurse({ areas: ['minami'] }),
    clinic: service('clinic'),
  });
  const place = withPlace(emptyState, inArea('nishi'));
  const found = (state: SearchState) =>
    find(index, state, conditionsOf(index, state, { moment: null, shapes }));
  const ids = (state: SearchState) => found(state).facilities.map(n => index.data.facilities[n]!.id);

  test('holds who surely comes, and says how many may', () => {
    expect(ids(place)).toEqual(['comes']);
    expect(found(place).aside).toEqual([
      { doubt: 'place', count: 1 },
      { doubt: 'go', count: 1 },
    ]);
  });

  test('one tap shows them; who comes elsewhere only stays out', () => {
    expect(ids(toggleDoubt(place, 'place'))).toEqual(['comes', 'asks']);
    expect(ids(toggleDoubt(toggleDoubt(place, 'place'), 'go'))).toEqual(['comes', 'asks', 'clinic']);
  });

  test('going there oneself leaves nobody out', () => {
    expect(ids({ ...place, reach: 'go' })).toHaveLength(4);
  });

  test('by distance, when asked for; those without a position last', () => {
    const dataset = sampleDataset({ areas });
    const near = buildIndex(
      searchDataOf({
        ...dataset,
        facilities: [
          facility('unknown', 'あ', [service('clinic')], { position: null }),
          facility('far', 'い', [service('clinic')], { position: { lat: 38.3, lng: 139 } }),
          facility('near', 'う', [service('clinic')], { position: { lat: 38.11, lng: 139.01 } }),
        ],
      }),
    );
    const state: SearchState = { ...emptyState, place: inArea('nishi'), reach: 'go', sort: 'distance' };
    const { facilities, order } = find(near, state);
    expect(order).toBe('distance');
    expect(facilities.map(n => near.data.facilities[n]!.id)).toEqual(['near', 'far', 'unknown']);
    expect(find(near, { ...state, sort: 'kana' }).order).toBe('kana');
    expect(find(near, { ...state, place: inArea('mukai') }).order).toBe('kana');

    const names = (next: SearchState) => find(near, next).facilities.map(n => near.data.facilities[n]!.id);
    const close = { ...state, within: 5 };
    expect(names(close)).toEqual(['near']);
    expect(find(near, close).aside).toEqual([{ doubt: 'within', count: 1 }]);
    expect(names(toggleDoubt(close, 'within'))).toEqual(['near', 'unknown']);
    expect(facetsOf(near, state).within).toEqual([{ km: 1, chosen: false, count: 1 }]);
    expect(facetsOf(near, close).within.map(({ km, count }) => [km, count])).toEqual([
      [1, 1],
      [5, 1],
    ]);
    expect(facetsOf(near, { ...state, place: inArea('mukai') }).within).toEqual([]);
    expect(withReach(close, 'come').within).toBeNull();
  });
});

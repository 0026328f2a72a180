import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAreaGeojson } from '../../src/geo/area-geojson.ts';
import { areasContaining } from '../../src/geo/areas.ts';
import { boundsOf } from '../../src/geo/bounds.ts';
import { distanceKm, distanceToEdgeKm } from '../../src/geo/distance.ts';
import { checkPositions, type LocatedRecord } from '../../src/geo/positions.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import type { Area } from '../../src/model/dataset.ts';

/** A square of 0.1° around a point, with an optional hole of 0.02° in its middle. */
function square(lat: number, lng: number, hole = false): number[][][] {
  const ring = (half: number) => [
    [lng - half, lat - half],
    [lng + half, lat - half],
    [lng + half, lat + half],
    [lng - half, lat + half],
    [lng - half, lat - half],
  ];
  return hole ? [ring(0.05), ring(0.01)] : [ring(0.05)];
}

const feature = (properties: object | null, coordinates: unknown, type = 'Polygon') => ({
  ...{ type: 'Feature', properties, geometry: { type, coordinates } },
});
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const towns = { kind: 'town' as const, id: 'key', name: 'name' };

function area(id: string, lat: number, lng: number, more: Partial<Area> = {}): Area {
  return {
    ...{ id, name: `みほん${id}`, kind: 'municipality', parent: null },
    ...{ population: null, population65: null, population75: null },
    polygon: { type: 'Polygon', coordinates: square(lat, lng) },
    ...more,
  };
}

describe('distanceKm', () => {
  test('a degree is 111.195 km of a great circle, also across the pole', () => {
    expect(distanceKm({ lat: 35, lng: 140 }, { lat: 36, lng: 140 })).toBeCloseTo(111.195, 3);
    expect(distanceKm({ lat: 0, lng: 140 }, { lat: 0, lng: 141 })).toBeCloseTo(111.195, 3);
    expect(distanceKm({ lat: 89.5, lng: 0 }, { lat: 89.5, lng: 180 })).toBeCloseTo(111.195, 3);
    expect(distanceKm({ lat: 35, lng: 140 }, { lat: 35, lng: 140 })).toBe(0);
  });

  test('the same both ways, and never longer by way of a third place', () => {
    const place = fc.record({
      lat: fc.double({ min: 24, max: 46, noNaN: true }),
      lng: fc.double({ min: 122, max: 154, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
      }),
      { seed: 20260401, numRuns: 200 },
    );
  });

  test('to the edge of a polygon', () => {
    const polygon = { type: 'Polygon' as const, coordinates: square(36, 140) };
    expect(distanceToEdgeKm({ lat: 36, lng: 140.15 }, polygon)).toBeCloseTo(9.0, 1);
  });
});

describe('boundsOf', () => {
  test('points and polygons together; nothing has no bounds', () => {
    const polygon = { type: 'Polygon' as const, coordinates: square(36, 140) };
    expect(boundsOf([polygon, { lat: 37, lng: 139 }, null])).toEqual({
      south: 35.95,
      west: 139,
      north: 37,
      east: 140.05,
    });
    expect(boundsOf([])).toBeNull();
  });
});

describe('areasContaining', () => {
  const areas = [
    area('a', 36, 140),
    area('b', 36, 140, { kind: 'town', polygon: { type: 'Polygon', coordinates: square(36, 140, true) } }),
    area('c', 36, 140, { polygon: null }),
    area('d', 0, 0, { polygon: { type: 'MultiPolygon', coordinates: [square(30, 130), square(36, 140)] } }),
  ];
  const ids = (lat: number, lng: number) => areasContaining({ lat, lng }, areas).map(found => found.id);

  test('in their order, with holes, several parts and without polygon', () => {
    expect(ids(36.04, 140)).toEqual(['a', 'b', 'd']);
    expect(ids(36, 140)).toEqual(['a', 'd']);
    expect(ids(30, 130)).toEqual(['d']);
    expect(ids(36.06, 140)).toEqual([]);
  });
});

describe('readAreaGeojson', () => {
  test('properties by name; features of one id become one area', () => {
    const text = file(
      feature({ key: '1', name: '本町', pop: '1,828', old: 256, city: '999999' }, square(36, 140)),
      feature({ key: '1', name: '本町' }, square(37, 140)),
      feature({ key: '2', name: '港町' }, [square(36, 141)], 'MultiPolygon'),
    );
    const read = readAreaGeojson('towns.geojson', text, {
      ...towns,
      population: 'pop',
      population65: 'old',
      parent: 'city',
    });
    expect(read.issues).toEqual([]);
    expect(
      read.value.map(each => [each.id, each.name, each.population, each.population65, each.parent]),
    ).toEqual([
      ['1', '本町', 1828, 256, '999999'],
      ['2', '港町', null, null, null],
    ]);
    expect(read.value[0]?.polygon?.type).toBe('MultiPolygon');
    expect(areasContaining({ lat: 37, lng: 140 }, read.value).map(each => each.id)).toEqual(['1']);
  });

  test('a municipality of five digits gets its check digit; only: by the beginning', () => {
    const text = file(
      feature({ N: '09208', name: '小山市' }, square(36, 139)),
      feature({ N: '09201', name: '宇都宮市' }, square(36, 140)),
    );
    const read = readAreaGeojson('n03.json', text, {
      kind: 'municipality',
      id: 'N',
      name: 'name',
      only: ['09208'],
    });
    expect(read.value.map(each => each.id)).toEqual(['092088']);
  });

  test('broken geometry costs the polygon, not the area', () => {
    const text = file(
      feature(
        { key: 'a', name: '線' },
        [
          [140, 36],
          [141, 37],
        ],
        'LineString',
      ),
      feature({ key: 'b', name: '平面直角' }, [
        [
          [12000, 34000],
          [12010, 34000],
          [12010, 34010],
          [12000, 34000],
        ],
      ]),
      feature({ key: 'c', name: '開いた線' }, [square(36, 140)[0]!.slice(0, 4)]),
      feature({ key: 'd', name: '図形なし' }, null),
      feature({ key: 'e' }, square(36, 140)),
      feature({ name: 'IDなし' }, square(36, 140)),
      feature({ key: '本町', name: '本町' }, square(36, 140)),
      feature({ key: 'f', name: '数', pop: '約三百' }, square(36, 140)),
      feature(null, square(36, 140)),
    );
    const read = readAreaGeojson('towns.geojson', text, { ...towns, population: 'pop' });
    expect(
      read.value.map(each => `${each.id} ${each.name} ${each.polygon?.type ?? 'なし'}`),
    ).toMatchInlineSnapshot(`
      [
        "a 線 なし",
        "b 平面直角 なし",
        "c 開いた線 Polygon",
        "d 図形なし なし",
        "e e Polygon",
        "f 数 Polygon",
      ]
    `);
    expect(read.issues.map(formatIssue)).toMatchInlineSnapshot(`
      [
        "towns.geojson：「線」は境界の図形が壊れているため、地図に描けません。緯度・経度の面（Polygon か MultiPolygon）として書き出し直してください。",
        "towns.geojson：「平面直角」は境界の図形が壊れているため、地図に描けません。緯度・経度の面（Polygon か MultiPolygon）として書き出し直してください。",
        "towns.geojson：「開いた線」は境界の線が閉じていないため、始めの点につないで閉じました。",
        "towns.geojson：「図形なし」は境界の図形が壊れているため、地図に描けません。緯度・経度の面（Polygon か MultiPolygon）として書き出し直してください。",
        "towns.geojson：「e」は項目「name」に名前がないため、IDのまま表示します。site.yaml の areas の name に、名前の入った項目名を書いてください（例：name: N03_004）。",
        "towns.geojson：6番目の図形に、地域のIDの項目「key」がないため使えません。site.yaml の areas の id に、IDの入った項目名を書いてください（例：id: N03_007）。",
        "towns.geojson：「本町」は地域のIDとして使えません。IDはページのURLになるため、半角英数字と「-」「_」で付けてください（例：402050010）。",
        "towns.geojson：「約三百」は人口などの数として読めません（項目「pop」）。半角の数字で入力してください（例：828）。",
        "towns.geojson：9番目の図形に、地域のIDの項目「key」がないため使えません。site.yaml の areas の id に、IDの入った項目名を書いてください（例：id: N03_007）。",
      ]
    `);
  });

  test.each([
    ['', 'empty'],
    ['{', 'cut'],
    ['[1]', 'a list'],
    ['{"type":"Topology"}', 'TopoJSON'],
    ['null', 'null'],
  ])('%j is no GeoJSON (%s)', text => {
    const read = readAreaGeojson('x.geojson', text, towns);
    expect([read.value, read.issues.map(found => found.code)]).toEqual([[], ['geojson-unreadable']]);
  });

  test('features that are no features, and names of the prototype, are only told', () => {
    const read = readAreaGeojson(
      'x.geojson',
      '{"features":[null,1,"a",[],{"properties":{"__proto__":"x"}}]}',
      { ...towns, id: '__proto__', name: 'constructor' },
    );
    expect(read.value.length + read.issues.length).toBeGreaterThanOrEqual(5);
  });
});

describe('checkPositions', () => {
  let number = 0;
  function record(lat: number, lng: number, more: Partial<LocatedRecord> = {}): LocatedRecord {
    number += 1;
    const at = { file: '一覧.csv', row: number + 1 };
    return {
      id: `r${number}`,
      at,
      position: { lat, lng },
      addressKey: `本町${number}`,
      municipalityCode: null,
      ...more,
    };
  }
  const region = [area('111111', 36, 140), area('222222', 36.2, 140)];
  const verdicts = (records: LocatedRecord[], areas: Area[] = region) => [
    ...checkPositions(records, areas).value.values(),
  ];

  test('what cannot be true is named', () => {
    const records = [
      record(36, 140),
      record(0, 0),
      record(36.204824, 138.252924),
      record(53.41291, -8.24389),
      record(40.7, -74),
      record(36, 140.5),
    ];
    expect(verdicts(records)).toEqual([
      'ok',
      'zero',
      'fallback',
      'fallback',
      'outside-japan',
      'outside-region',
    ]);
    const told = checkPositions(records, region).issues.filter(found => found.code.startsWith('position-'));
    expect(told.map(formatIssue)).toMatchInlineSnapshot(`
      [
        "一覧.csv 4行目：緯度 36.204824、経度 138.252924 は、住所を探せなかったときに変換ソフトが返す点です。地図には描かず「地図上の位置は未確認」と表示します。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。",
        "一覧.csv 5行目：緯度 53.41291、経度 -8.24389 は、住所を探せなかったときに変換ソフトが返す点です。地図には描かず「地図上の位置は未確認」と表示します。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。",
        "一覧.csv 7行目：緯度 36、経度 140.5 は、この地域の境から約40km離れています。地図には描かず「地図上の位置は未確認」と表示します。地図で場所を確かめ、入力し直してください（例：緯度 35.6812、経度 139.7671）。",
      ]
    `);
  });

  test('a little over the border is no error; far from its own municipality is', () => {
    expect(verdicts([record(36, 140.09)])).toEqual(['ok']);
    expect(verdicts([record(36.2, 140, { municipalityCode: '222222' })])).toEqual(['ok']);
    expect(verdicts([record(36.2, 140, { municipalityCode: '111111' })])).toEqual(['outside-region']);
  });

  test('an office of a municipality the region has no polygon of is not judged', () => {
    expect(verdicts([record(43, 141, { municipalityCode: '011002' })])).toEqual(['ok']);
    expect(verdicts([record(43, 141)], [])).toEqual(['ok']);
  });

  test('one point for three different addresses is drawn for none of them', () => {
    const same = ['本町1-1', '港町2', '山田99'].map(addressKey => record(36.01, 140.01, { addressKey }));
    expect(verdicts([...same, record(36.02, 140.02)])).toEqual(['shared', 'shared', 'shared', 'ok']);
    expect(verdicts(same.slice(0, 2))).toEqual(['ok', 'ok']);
  });

  test('many offices of one building stay, also when a room is written behind', () => {
    const building = ['本町1-1', '本町1-1', '本町1-1-201', '本町1-1号館', ''].map(addressKey =>
      record(36.01, 140.01, { addressKey }),
    );
    expect(verdicts(building)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    const street = ['本町1', '本町11', '本町12'].map(addressKey => record(36.01, 140.01, { addressKey }));
    expect(verdicts(street)).toEqual(['shared', 'shared', 'shared']);
  });

  test('neighbouring lots of one 大字 are one place', () => {
    const campus = ['山田1941-1', '山田1945-1', '山田1947-3'].map(addressKey =>
      record(36.01, 140.01, { addressKey }),
    );
    expect(verdicts(campus)).toEqual(['ok', 'ok', 'ok']);
    const lots = ['山田188-6', '山田345-1', '山田2306-1'].map(addressKey =>
      record(36.01, 140.01, { addressKey }),
    );
    expect(verdicts(lots)).toEqual(['shared', 'shared', 'shared']);
  });
});

describe('a region that nobody has drawn', () => {
  const near = Array.from({ length: 9 }, (_, index) => ({
    id: `n${index}`,
    at: { file: 'a.csv', row: index + 2 },
    position: { lat: 37.95 + index / 200, lng: 139.33 },
    addressKey: `a${index}`,
    municipalityCode: null,
  }));
  const far = { ...near[0]!, id: 'far', position: { lat: 35.6812, lng: 139.7671 } };

  test('a position far from all others is doubted', () => {
    const read = checkPositions([...near, far], []);
    expect(read.value.get('far')).toBe('outside-region');
    expect(read.issues.map(found => found.code)).toEqual(['position-far-from-others']);
  });

  test('but not with few records, nor in a region as wide as the distance', () => {
    expect(checkPositions([...near.slice(0, 3), far], []).issues).toEqual([]);
    const wide = near.map((one, index) => ({ ...one, position: { lat: 35 + index / 2, lng: 139.33 } }));
    expect(checkPositions([...wide, far], []).issues).toEqual([]);
  });
});

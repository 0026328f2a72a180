import { expect, test } from 'vitest';
import type { Area } from '../../src/model/dataset.ts';
import { areaShapes } from '../../src/search/areas.ts';

const area = (id: string, polygon: Area['polygon']): Area => ({
  id,
  name: id,
  kind: 'town',
  parent: null,
  population: null,
  population65: null,
  population75: null,
  polygon,
});

test('corners stay, points on a straight side go, order is lat, lng', () => {
  const ring = [
    [139, 37],
    [139.005, 37],
    [139.01, 37],
    [139.01, 37.01],
    [139, 37.01],
    [139, 37],
  ];
  expect(areaShapes([area('a', { type: 'Polygon', coordinates: [ring] })])).toEqual({
    a: [
      [
        [
          [3700000, 13900000],
          [3700000, 13901000],
          [3701000, 13901000],
          [3701000, 13900000],
          [3700000, 13900000],
        ],
      ],
    ],
  });
});

test('a circle keeps its form within ten metres, with fewer points', () => {
  const ring = Array.from({ length: 2001 }, (_, i) => {
    const angle = (i / 2000) * 2 * Math.PI;
    return [139 + 0.05 * Math.cos(angle), 37 + 0.05 * Math.sin(angle)];
  });
  const [outer] = areaShapes([area('c', { type: 'Polygon', coordinates: [ring] })]).c![0]!;
  expect(outer!.length).toBeLessThan(200);
  for (const [lat, lng] of outer!) expect(Math.hypot(lat / 1e5 - 37, lng / 1e5 - 139)).toBeCloseTo(0.05, 4);
});

test('several parts and holes stay; areas without outline and slivers are left out', () => {
  const square = (at: number, size: number) => [
    [at, 30],
    [at + size, 30],
    [at + size, 30 + size],
    [at, 30 + size],
    [at, 30],
  ];
  const shapes = areaShapes([
    area('m', {
      type: 'MultiPolygon',
      coordinates: [[square(130, 0.1), square(130.02, 0.01)], [square(131, 0.1)]],
    }),
    area('none', null),
    area('sliver', { type: 'Polygon', coordinates: [square(132, 0.000001)] }),
    area('__proto__', { type: 'Polygon', coordinates: [square(133, 0.1)] }),
  ]);
  expect(Object.keys(shapes)).toEqual(['m', '__proto__']);
  expect(shapes.m!.map(rings => rings.length)).toEqual([2, 1]);
});

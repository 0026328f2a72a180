import { expect, test } from 'vitest';
import { circleAround } from '../../src/geo/circle.ts';
import { distanceKm } from '../../src/geo/distance.ts';
import { townsInOne } from '../../src/geo/towns-in-one.ts';
import type { Area } from '../../src/model/dataset.ts';

const ring = (lat: number, lng: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lng, lat],
      [lng + 0.1, lat],
      [lng + 0.1, lat + 0.1],
      [lng, lat],
    ],
  ],
});

test('a circle holds every corner of all shapes, and is no larger than it must be', () => {
  const circle = circleAround([ring(38, 139), ring(38.3, 139.2), null])!;
  const corners = [
    { lat: 38, lng: 139 },
    { lat: 38.4, lng: 139.3 },
  ];
  const farthest = Math.max(...corners.map(corner => distanceKm(circle, corner)));
  expect(circle.km).toBeGreaterThanOrEqual(farthest);
  expect(circle.km - farthest).toBeLessThan(0.011);
});

test('no shape, no circle', () => {
  expect(circleAround([null])).toBeNull();
  expect(circleAround([])).toBeNull();
});

test('pieces of a town are the first of them; equal names in two cities are two towns', () => {
  const town = (id: string, parent: string): Area => ({
    ...{ id, name: '西町', kind: 'town', parent, population: 1, population65: null, population75: null },
    polygon: null,
  });
  const one = townsInOne([town('a', 'x'), town('b', 'x'), town('c', 'y')]);
  expect([...one].map(([id, area]) => `${id} ${area.id} ${area.population}`)).toEqual([
    'a a 2',
    'b a 2',
    'c c 1',
  ]);
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { clipped, isInside, type Point, pathOf, simplified, sizeOf } from '../../src/geo/outline.ts';
import { aroundMap, mapWidth, outlinesOf, type Served, serviceMap } from '../../src/geo/place-map.ts';
import type { Area } from '../../src/model/dataset.ts';

const square = (west: number, south: number, size: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

const area = (
  id: string,
  kind: Area['kind'],
  polygon: Area['polygon'],
  parent: string | null = null,
): Area => ({
  id,
  name: id,
  kind,
  parent,
  population: null,
  population65: null,
  population75: null,
  polygon,
});

/** Two cities side by side; the west one has four towns, the east one a 圏域 without an outline of its own. */
const areas = [
  area('西市', 'municipality', square(139, 38, 0.2)),
  area('東市', 'municipality', square(139.2, 38, 0.2)),
  area('東圏域', 'sphere', null, '東市'),
  area('一町', 'town', square(139, 38, 0.1), '西市'),
  area('二町', 'town', square(139.1, 38, 0.1), '西市'),
  area('三町', 'town', square(139, 38.1, 0.1), '西市'),
  area('四町', 'town', square(139.1, 38.1, 0.1), '西市'),
  area('東の町', 'town', square(139.2, 38, 0.1), '東圏域'),
];
const outlines = outlinesOf(areas);
const nothing: Served = { areas: [], everywhere: false, radiusKm: null };
const inFirst = { lat: 38.05, lng: 139.05 };

describe('the areas an office comes to', () => {
  it('are filled in the outline of their city, with the office at its place', () => {
    const map = serviceMap({ ...nothing, areas: ['一町', '二町'] }, inFirst, outlines)!;
    expect(map.names.map(({ text }) => text)).toEqual(expect.arrayContaining(['一町', '二町']));
    expect(map.names.map(({ text }) => text)).not.toContain('東市');
    expect(map.served.match(/M/g)).toHaveLength(2);
    expect(map.inner.match(/M/g)!.length).toBeGreaterThanOrEqual(2);
    const { x, y } = map.point!;
    expect(x).toBeLessThan(mapWidth / 2);
    expect(y).toBeGreaterThan(map.height / 2);
  });

  it('everywhere is all cities; a 圏域 without an outline is its towns', () => {
    const all = serviceMap({ ...nothing, everywhere: true }, null, outlines)!;
    expect(all.served.match(/M/g)).toHaveLength(2);
    expect(all.point).toBe(null);
    const sphere = serviceMap({ ...nothing, areas: ['東圏域'] }, null, outlines)!;
    expect(sphere.names.map(({ text }) => text)).toContain('東の町');
  });

  it('a radius is a circle around a known place, as wide as its scale says', () => {
    const map = serviceMap({ ...nothing, radiusKm: 5 }, inFirst, outlines)!;
    expect(map.circle!.r / map.scale.length).toBeCloseTo(5 / map.scale.km, 0);
    expect(serviceMap({ ...nothing, radiusKm: 5 }, null, outlines)).toBe(null);
  });

  it('are not drawn where the region has no outlines, or none of theirs', () => {
    expect(serviceMap({ ...nothing, areas: ['一町'] }, inFirst, outlinesOf([]))).toBe(null);
    expect(serviceMap({ ...nothing, areas: ['どこか'] }, inFirst, outlines)).toBe(null);
    expect(serviceMap(nothing, inFirst, outlines)).toBe(null);
  });
});

describe('the areas around a place', () => {
  it('are of the smallest kind, its own first', () => {
    const map = aroundMap(inFirst, outlines)!;
    expect(map.names[0]!.text).toBe('一町');
    expect(map.served).toBe('');
  });

  it('are the city where it has no towns, and nothing outside', () => {
    expect(aroundMap({ lat: 38.15, lng: 139.35 }, outlines)!.names[0]!.text).toBe('東市');
    expect(aroundMap({ lat: 35, lng: 135 }, outlines)).toBe(null);
  });
});

test('names cover neither each other nor the edge', () => {
  const [a, b] = [
    serviceMap({ ...nothing, everywhere: true }, inFirst, outlines)!,
    aroundMap(inFirst, outlines)!,
  ];
  for (const { names, height } of [a, b]) {
    for (const [i, { x, y, text }] of names.entries()) {
      expect(x - text.length * 5).toBeGreaterThanOrEqual(0);
      expect(x + text.length * 5).toBeLessThanOrEqual(mapWidth);
      expect(y).toBeLessThan(height);
      for (const other of names.slice(i + 1))
        expect(
          Math.abs(other.x - x) >= (text.length + other.text.length) * 5 || Math.abs(other.y - y) >= 10,
        ).toBe(true);
    }
  }
});

describe('an outline', () => {
  const point = fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: -50, max: 150 }));
  const ring = fc.array(point, { minLength: 3, maxLength: 40 });
  const frame = { west: 0, south: 0, east: 100, north: 100 };

  test('clipped stays in its frame, and one inside it stays whole', () => {
    fc.assert(
      fc.property(ring, points => {
        for (const [x, y] of clipped(points, frame)) {
          expect(x >= -1e-9 && x <= 100 + 1e-9 && y >= -1e-9 && y <= 100 + 1e-9).toBe(true);
        }
      }),
    );
    const inside: Point[] = [
      [1, 1],
      [50, 2],
      [30, 60],
    ];
    expect(clipped(inside, frame)).toEqual(inside);
  });

  test('simplified has only corners it had, and every one it lost is near', () => {
    const circle: Point[] = Array.from({ length: 360 }, (_, i) => [
      50 + 40 * Math.cos((i * Math.PI) / 180),
      50 + 40 * Math.sin((i * Math.PI) / 180),
    ]);
    const few = simplified(circle, 0.7);
    expect(few.length).toBeLessThan(40);
    expect(few.every(corner => circle.includes(corner))).toBe(true);
    expect(sizeOf(few)).toBeGreaterThan(sizeOf(circle) * 0.95);
  });

  test('is written in steps on a grid', () => {
    expect(
      pathOf([
        [0, 0],
        [10.2, 0],
        [10, 4.6],
        [0, 0],
      ]),
    ).toBe('M0 0l10 0 0 5z');
    expect(
      pathOf([
        [5, 5],
        [2, 1],
        [9, -3],
      ]),
    ).toBe('M5 5l-3-4 7-4z');
    expect(
      pathOf([
        [0, 0],
        [0.2, 0.1],
        [3, 3],
      ]),
    ).toBe('');
  });

  test('knows what lies in it', () => {
    const corners: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 5],
      [0, 10],
    ];
    expect(isInside([2, 5], corners)).toBe(true);
    expect(isInside([5, 8], corners)).toBe(false);
  });
});

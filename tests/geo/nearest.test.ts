import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from '../../src/geo/distance.ts';
import { nearestAmong } from '../../src/geo/nearest.ts';
import type { Position } from '../../src/model/facility.ts';

interface Place {
  name: number;
  position: Position | null;
}

/** Every distance, sorted: slow and plainly right. */
function nearestOfAll(places: readonly Place[], from: Position, count: number) {
  return places
    .flatMap(item => (item.position ? [{ item, km: distanceKm(from, item.position) }] : []))
    .sort((a, b) => a.km - b.km)
    .slice(0, count);
}

// Few steps of latitude and longitude: many places share a point or are equally far.
const step = fc.integer({ min: 0, max: 12 }).map(n => n / 400);
const point = fc.record({ lat: step.map(n => 38 + n), lng: step.map(n => 139 + n) });

test('the same as comparing with all of them, ties in the order given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(point, { freq: 8 }), { maxLength: 80 }),
      point,
      fc.integer({ min: 1, max: 8 }),
      (positions, from, count) => {
        const places = positions.map((position, name) => ({ name, position }));
        expect(nearestAmong(places)(from, count)).toEqual(nearestOfAll(places, from, count));
      },
    ),
  );
});

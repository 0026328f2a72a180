import { describe, expect, test } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { answererOf } from '../../src/search/answer.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { buildIndex } from '../../src/search/index.ts';
import { type MapMark, type MapView, marksOf } from '../../src/search/marks.ts';
import { emptyState, type SearchState } from '../../src/search/state.ts';
import { facility, hours, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { randomFrom } from './synthetic.ts';

const maxZoom = 18;
const world: MapView = { box: [-180, -85, 180, 85], zoom: 5, maxZoom };
const numbersOf = (marks: readonly MapMark[]) =>
  marks.flatMap(({ numbers }) => [...numbers]).sort((a, b) => a - b);

describe('what a map shows of the results', () => {
  const random = randomFrom(11);
  const placed = Array.from({ length: 3000 }, (_, i) => ({
    number: i + 1,
    lat: 37 + random(10_000) / 20_000,
    lng: 139 + random(10_000) / 20_000,
  }));
  // Two in one house.
  placed.push({ ...placed[0]!, number: 3001 });
  const words = (number: number) => ({ id: `f${number}`, name: '', types: [], marker: null });
  const marks = marksOf(placed, words);

  test.each([5, 9, 12, 15, 18])('at zoom %i every result stands in one mark', zoom => {
    expect(numbersOf(marks({ ...world, zoom }))).toEqual(placed.map(({ number }) => number));
  });

  test('only what lies in the view', () => {
    const box = [139.1, 37.1, 139.2, 37.2] as const;
    const seen = marks({ box: [...box], zoom: 18, maxZoom });
    const isIn = ({ lat, lng }: { lat: number; lng: number }) =>
      lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
    expect(numbersOf(seen)).toEqual(placed.filter(isIn).map(({ number }) => number));
    expect(marks({ ...world, zoom: 9 }).length).toBeLessThan(100);
  });

  test('a cluster comes apart at the zoom it names; who shares a spot is named', () => {
    const far = marks({ ...world, zoom: 9 });
    const cluster = far.find(mark => mark.kind === 'cluster')!;
    const near = marks({ ...world, zoom: cluster.kind === 'cluster' ? cluster.opensAt : 0 });
    const held = new Set(cluster.numbers);
    expect(near.filter(({ numbers }) => held.has(numbers[0]!)).length).toBeGreaterThan(1);
    const together = marks({ ...world, zoom: maxZoom }).filter(mark => mark.kind === 'together');
    expect(together.map(({ ids }) => ids)).toContainEqual(['f1', 'f3001']);
  });
});

test('marks carry the numbers and names of the list; the answer says how many have a position, and where', () => {
  const answerer = answererOf(buildIndex(searchDataOf(sampleDataset())));
  const state = { ...emptyState, types: ['visiting-nursing'] };
  const { items, placed } = answerer.ask({ state, shown: 50, selected: [], moment: null });
  const withPosition = items.filter(({ position }) => position !== null);
  const marks = answerer.marks({ ...world, state, zoom: maxZoom });
  expect(placed.count).toBe(withPosition.length);
  expect(numbersOf(marks)).toEqual(withPosition.map(({ number }) => number));
  const named = marks.flatMap(mark => (mark.kind === 'pin' ? [[mark.numbers[0], mark.id, mark.name]] : []));
  expect(named.length).toBeGreaterThan(0);
  expect(items.map(({ number, id, name }) => [number, id, name])).toEqual(expect.arrayContaining(named));
  const lats = withPosition.map(({ position }) => position!.lat);
  const lngs = withPosition.map(({ position }) => position!.lng);
  const box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
  expect(placed.box).toEqual(box);
});

test('a list that changes as the minutes pass is another for the map, though as many results lie in the same box', () => {
  const at = (id: string, kana: string, [lat, lng]: [number, number], week: string) =>
    facility(id, kana, [service('clinic', { hours: [hours(week)] })], { kana, position: { lat, lng } });
  const morning = '09:00-12:00 休 休 休 休 休 休 休';
  const afternoon = '12:00-17:00 休 休 休 休 休 休 休';
  const corners: [number, number][] = [
    [37.9, 139.3],
    [38, 139.4],
  ];
  const facilities = [
    ...corners.map((corner, i) => at(`am${i}`, `ア${i}`, corner, morning)),
    ...corners.map((corner, i) => at(`pm${i}`, `カ${i}`, corner, afternoon)),
  ];
  const answerer = answererOf(
    buildIndex(searchDataOf(sampleDataset({ facilities }), japaneseHolidays(2026, 2026))),
  );
  const state: SearchState = { ...emptyState, open: { when: 'now', clock: 'outpatient' } };
  const ask = (minutes: number) =>
    answerer.ask({ state, shown: 50, selected: [], moment: { date: '2026-05-11', minutes } });
  const [before, later, after] = [ask(11 * 60), ask(11 * 60 + 1), ask(12 * 60)];
  expect([before, after].map(({ items }) => items.map(({ id }) => id))).toEqual([
    ['am0', 'am1'],
    ['pm0', 'pm1'],
  ]);
  expect(after.placed.box).toEqual(before.placed.box);
  expect(later.placed).toEqual(before.placed);
  expect(after.placed).not.toEqual(before.placed);
});

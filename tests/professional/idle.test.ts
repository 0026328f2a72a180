import { expect, test } from 'vitest';
import { idleClock } from '../../src/professional/idle.ts';
import { isKeptUntil } from '../../src/professional/unlock.ts';

const minute = 60_000;

test('a touch within the time begins it anew', () => {
  let now = 0;
  const clock = idleClock(60, () => now);
  now = 59 * minute;
  expect([clock.isOver(), clock.touch()]).toEqual([false, false]);
  now = 118 * minute;
  expect(clock.isOver()).toBe(false);
  now = 119 * minute;
  expect(clock.isOver()).toBe(true);
});

test('the first touch after a device slept does not make up for the hour that is over', () => {
  let now = 0;
  const clock = idleClock(60, () => now);
  now = 600 * minute;
  expect(clock.touch()).toBe(true);
  expect([clock.isOver(), clock.touch()]).toEqual([false, false]);
});

test('a kept key ends with its time, also on a page that stayed open', () => {
  const kept = { until: '2026-12-22T03:00:00Z' };
  expect(isKeptUntil(kept, Date.parse('2026-12-22T02:59:59Z'))).toBe(true);
  expect(isKeptUntil(kept, Date.parse('2026-12-22T03:00:00Z'))).toBe(false);
  expect(isKeptUntil({ until: '' }, 0)).toBe(false);
});

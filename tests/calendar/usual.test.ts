import { describe, expect, test } from 'vitest';
import { usualState } from '../../src/calendar/usual.ts';
import { hours } from '../fixtures/sample-dataset.ts';

const state = (week: string, day: Parameters<typeof usualState>[1], time: string, more = {}) => {
  const [h = '0', m = '0'] = time.split(':');
  return usualState([hours(week, more)], day, Number(h) * 60 + Number(m))?.state;
};
const week = '09:00-12:00,14:00-18:00 09:00-12:00 ? ○ 17:00-26:00 09:00-12:00 休 休';

describe('a day of the week as it usually is', () => {
  test.each<[string, Parameters<typeof usualState>[1], string, string]>([
    ['in the morning', 'mon', '09:00', 'open'],
    ['at the end', 'mon', '12:00', 'closed'],
    ['at noon', 'mon', '13:00', 'closed'],
    ['in the afternoon', 'mon', '17:59', 'open'],
    ['a day nobody could read', 'wed', '10:00', 'unknown'],
    ['open at times not stated', 'thu', '10:00', 'unknown'],
    ['past midnight', 'sat', '01:59', 'open'],
    ['after that', 'sat', '02:00', 'closed'],
    ['closed', 'sun', '10:00', 'closed'],
    ['祝日', 'holiday', '10:00', 'closed'],
  ])('%s', (_, day, time, expected) => {
    expect(state(week, day, time)).toBe(expected);
  });

  test('第2・第4土曜休み: it depends on which one', () => {
    const nth = { closedNth: [{ day: 'sat', weeks: [2, 4] }] };
    expect(state(week, 'sat', '10:00', nth)).toBe('unknown');
    expect(state(week, 'sat', '13:00', nth)).toBe('closed');
    expect(state(week, 'mon', '10:00', nth)).toBe('open');
  });

  test('a lunch break that the source cannot show', () => {
    const whole = '09:00-18:00 休 休 休 休 休 休 休';
    expect(state(whole, 'mon', '13:00', { breaksStated: false })).toBe('unknown');
    expect(state(whole, 'mon', '10:00', { breaksStated: false })).toBe('open');
  });

  test('of several 診療科 one open is enough; none stated is no answer', () => {
    const closed = hours('休 休 休 休 休 休 休 休');
    expect(usualState([closed, hours(week)], 'mon', 600)).toEqual({ state: 'open' });
    expect(usualState([], 'mon', 600)).toBeNull();
  });
});

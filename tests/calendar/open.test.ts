import { describe, expect, test } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { minutesOf, tokyoMoment } from '../../src/calendar/moment.ts';
import { closingTime, nextOpening, nowAt, openState } from '../../src/calendar/open.ts';
import type { HoursSet } from '../../src/model/facility.ts';
import { everyDay, week } from './week.ts';

const calendar = japaneseHolidays(2026, 2028);
const clinic = week({
  mon: '9:00-12:00 14:00-18:00',
  tue: '9:00-12:00 14:00-18:00',
  thu: '13:00-14:00',
  fri: '9:00-12:00',
  sat: '9:00-12:00',
});

/** `2026-11-23 10:00` → `開 12:00`, `閉 → 11-26 13:00`, `不明 holiday`. */
function at(moment: string, ...sets: HoursSet[]): string {
  const [date = '', time = ''] = moment.split(' ');
  const now = nowAt({ date, minutes: minutesOf(time) }, calendar);
  const state = openState(sets, now);
  if (!state) return '記載なし';
  if (state.state === 'unknown') return `不明 ${state.why}`;
  if (state.state === 'open') {
    const until = closingTime(sets, now);
    return until ? `開 ${day(until.date, date)}${clock(until.minutes)}` : '開 ずっと';
  }
  const next = nextOpening(sets, now);
  return next ? `閉 → ${day(next.date, date)}${clock(next.from)}${next.sure ? '' : '?'}` : '閉';
}
const day = (date: string, today: string): string => (date === today ? '' : `${date.slice(5)} `);
const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

describe('the state at a moment', () => {
  test.each<[string, string, HoursSet[]]>([
    ['2026-11-24 09:00', '開 12:00', [clinic]],
    ['2026-11-24 11:59', '開 12:00', [clinic]],
    ['2026-11-24 12:00', '閉 → 14:00', [clinic]],
    ['2026-11-24 18:00', '閉 → 11-26 13:00', [clinic]],
    ['2026-11-24 08:59', '閉 → 9:00', [clinic]],
    ['2026-11-24 10:00', '記載なし', []],
  ])('%s: %s', (moment, expected, sets) => {
    expect(at(moment, ...sets)).toBe(expected);
  });

  test('a holiday beats its weekday: 勤労感謝の日 on a Monday', () => {
    expect(at('2026-11-23 10:00', clinic)).toBe('閉 → 11-24 9:00');
  });
  test('国民の休日 between two holidays, 2026-09-22', () => {
    expect(at('2026-09-22 10:00', clinic)).toBe('閉 → 09-24 13:00');
  });
  test('振替休日, 2027-03-22', () => {
    expect(at('2027-03-22 10:00', clinic)).toBe('閉 → 03-23 9:00');
  });
  test('a holiday whose rule was not stated is not guessed', () => {
    expect(at('2026-11-23 10:00', week({ mon: '9:00-17:00', holiday: '?' }))).toBe('不明 holiday');
  });
  test('open without times: the day is open, the moment is not known', () => {
    expect(at('2026-11-24 10:00', week({ tue: '○' }))).toBe('不明 times');
  });
  test('the second Saturday only', () => {
    const set = week({ sat: '9:00-12:00' }, { closedNth: [{ day: 'sat', weeks: [2, 4] }] });
    expect(at('2026-11-14 10:00', set)).toBe('閉 → 11-21 9:00');
    expect(at('2026-11-21 10:00', set)).toBe('開 12:00');
  });
  test('past midnight belongs to the evening before', () => {
    const night = week({ fri: '22:00-26:00' });
    expect(at('2026-11-27 23:00', night)).toBe('開 11-28 2:00');
    expect(at('2026-11-28 01:59', night)).toBe('開 2:00');
    expect(at('2026-11-28 02:00', night)).toBe('閉 → 12-04 22:00');
  });
  test('after an unknown evening the small hours are unknown too', () => {
    expect(at('2026-11-28 01:00', week({ thu: '22:00-26:00', fri: '?' }))).toBe('不明 not-stated');
  });
  test('around the clock has no closing time, at the turn of the year neither', () => {
    expect(at('2027-01-01 03:00', everyDay('0:00-24:00'))).toBe('開 ずっと');
  });
  test('a lunch break that the source has no room for', () => {
    const set = everyDay('9:00-18:00', { breaksStated: false });
    expect(at('2026-11-24 11:00', set)).toBe('開 18:00');
    expect(at('2026-11-24 12:30', set)).toBe('不明 break');
    expect(at('2026-11-24 16:00', set)).toBe('開 18:00');
  });
  test('an opening after a day that could be open as well is not sure', () => {
    expect(at('2026-11-24 20:00', week({ wed: '?', thu: '9:00-12:00' }))).toBe('閉 → 11-26 9:00?');
  });
  test('several 診療科: one open is open; closed only when all are', () => {
    const [morning, unsure] = [week({ tue: '9:00-12:00' }), week({ tue: '?' })];
    expect(at('2026-11-24 10:00', morning, unsure)).toBe('開 12:00');
    expect(at('2026-11-24 13:00', morning, unsure)).toBe('不明 not-stated');
  });
});

describe('days taken out of the year', () => {
  const office = (exceptions: string | null, text: string | null = null) =>
    everyDay('9:00-17:00', { exceptions, text });

  test.each([
    ['2026-12-29 10:00', '年末年始（12月29日～1月3日）', '閉 → 01-04 9:00'],
    ['2027-01-03 10:00', '年末年始（12月29日～1月3日）', '閉 → 01-04 9:00'],
    ['2026-12-28 10:00', '年末年始（12月29日～1月3日）', '開 17:00'],
    ['2026-12-30 10:00', '12/30～1/3', '閉 → 01-04 9:00'],
    ['2026-12-29 10:00', '12/30～1/3', '開 17:00'],
    ['2026-12-30 10:00', '年末年始', '不明 season'],
    ['2027-01-05 10:00', '年末年始', '不明 season'],
    ['2027-01-02 10:00', null, '不明 season'],
    ['2026-08-13 10:00', null, '開 17:00'],
    ['2026-08-14 10:00', '8月13日～15日', '閉 → 08-16 9:00'],
    ['2026-08-14 10:00', 'お盆', '不明 season'],
    ['2026-08-14 10:00', 'お盆（8月15日）、年末年始', '開 17:00'],
    ['2026-05-01 10:00', 'GW', '不明 season'],
    ['2026-06-10 10:00', '６月１０日（開院記念日）', '閉 → 06-11 9:00'],
    ['2027-01-01 10:00', '年末年始も営業', '開 17:00'],
    ['2026-12-31 10:00', '12月30日～1月3日（緊急時は対応）', '閉 → 01-04 9:00'],
  ])('%s with %s: %s', (moment, exceptions, expected) => {
    expect(at(moment, office(exceptions))).toBe(expected);
  });
  test('dates said to be open are not closed by the week, and their hours are not known', () => {
    const text = '年末年始（12月31日～1月3日）も診療';
    const clinic = week({ sun: '9:00-17:00', holiday: '9:00-17:00' }, { text });
    expect(at('2026-12-30 10:00', clinic)).toMatch(/^閉/);
    expect(at('2026-12-31 10:00', clinic)).toBe('不明 season');
    expect(at('2027-01-03 10:00', clinic)).toBe('開 17:00');
    expect(at('2027-01-04 10:00', clinic)).toMatch(/^閉/);
    expect(at('2027-01-01 10:00', office('12/29～1/3は診療しません'))).toBe('閉 → 01-04 9:00');
  });
  test('年中無休 in the remark', () => {
    expect(at('2027-01-01 10:00', office(null, '年中無休'))).toBe('開 17:00');
  });
});

describe('beyond the years of the calendar', () => {
  test('a day whose holiday rule differs is unknown', () => {
    expect(at('2029-01-09 10:00', clinic)).toBe('不明 calendar');
  });
  test('a week without a rule of its own for holidays needs no calendar', () => {
    expect(at('2029-01-09 10:00', everyDay('9:00-17:00'))).toBe('開 17:00');
  });
});

test('the zone is Japan wherever the device is', () => {
  expect(tokyoMoment(Date.UTC(2026, 11, 31, 15, 0))).toEqual({ date: '2027-01-01', minutes: 0 });
  expect(tokyoMoment(Date.UTC(2026, 11, 31, 14, 59, 59))).toEqual({ date: '2026-12-31', minutes: 1439 });
  expect(tokyoMoment(-1)).toEqual({ date: '1970-01-01', minutes: 539 });
});

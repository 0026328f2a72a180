import { describe, expect, test } from 'vitest';
import { isHoliday } from '../../src/calendar/holidays.ts';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { addDays } from '../../src/calendar/moment.ts';
import { nowAt, openState } from '../../src/calendar/open.ts';
import type { HoursSet } from '../../src/model/facility.ts';
import { isHolidayByLaw, minutesByHand } from './oracle.ts';
import { week } from './week.ts';

const [from, to] = [2026, 2035];
const calendar = japaneseHolidays(from - 1, to + 1);

test('holidays of ten years are those of the law, 国民の休日 of 2026 and 2032 among them', () => {
  const differing: string[] = [];
  for (let date = `${from}-01-01`; date <= `${to}-12-31`; date = addDays(date, 1)) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    if (isHoliday(date, calendar) !== isHolidayByLaw([year, month, day])) differing.push(date);
  }
  expect(differing).toEqual([]);
  expect(isHolidayByLaw([2026, 9, 22]) && isHolidayByLaw([2032, 9, 21])).toBe(true);
});

/** 年中無休 keeps the turn of the year in the week: the oracle knows no seasons. */
const allYear = { text: '年中無休' };
const weeks: [string, HoursSet][] = [
  [
    '診療所',
    week(
      { mon: '8:30-12:15 14:00-18:30', tue: '8:30-12:15', wed: '○', fri: '9:00-17:00', sat: '9:00-13:00' },
      {
        ...allYear,
        closedNth: [
          { day: 'sat', weeks: [1, 3, 5] },
          { day: 'mon', weeks: [2] },
        ],
      },
    ),
  ],
  [
    '夜間',
    week(
      { mon: '18:00-30:00', tue: '?', fri: '22:00-26:00', sat: '0:00-24:00', holiday: '17:00-25:30' },
      allYear,
    ),
  ],
];

describe('every minute of ten years', () => {
  test.each(weeks)(
    '%s',
    (_name, set) => {
      const differing: string[] = [];
      for (const { date, marks } of minutesByHand(set, from, to)) {
        const now = nowAt({ date, minutes: 0 }, calendar);
        for (let minutes = 0; minutes < 1440; minutes += 1) {
          const { state } = openState([set], { ...now, minutes })!;
          const expected = marks[minutes]!;
          if (state !== expected && !isSpillOfUnknown(set, state, minutes))
            differing.push(`${date} ${minutes} ${state} ${expected}`);
        }
        if (differing.length > 5) break;
      }
      expect(differing).toEqual([]);
    },
    120_000,
  );
});

/** After an unknown evening we say unknown where some evening of the week runs over; the oracle says closed. */
function isSpillOfUnknown(set: HoursSet, state: string, minutes: number): boolean {
  return (
    state === 'unknown' && Object.values(set.days).some(hours => hours.state === 'unknown') && minutes < 360
  );
}

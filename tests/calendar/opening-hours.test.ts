import OpeningHours from 'opening_hours';
import { expect, test } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { addDays } from '../../src/calendar/moment.ts';
import { nowAt, openState } from '../../src/calendar/open.ts';
import { week } from './week.ts';

const calendar = japaneseHolidays(2025, 2033);
const set = week(
  { mon: '9:00-12:00 14:00-18:00', tue: '9:00-12:00', sat: '9:00-12:00' },
  { text: '年中無休', closedNth: [{ day: 'sat', weeks: [2] }] },
);
const peer = new OpeningHours('Mo 09:00-12:00,14:00-18:00; Tu 09:00-12:00; Sa[1,3,4,5] 09:00-12:00; PH off', {
  lat: 37.9,
  lon: 139.3,
  address: { country: '日本', country_code: 'jp', state: '新潟県', county: '', city: '' },
} as never);

test('agrees with opening_hours every 15 minutes of three years, but on 国民の休日, which it calls open', () => {
  const differing = new Set<string>();
  for (let date = '2026-01-01'; date < '2029-01-01'; date = addDays(date, 1)) {
    const now = nowAt({ date, minutes: 0 }, calendar);
    for (let minutes = 0; minutes < 1440; minutes += 15) {
      const ours = openState([set], { ...now, minutes })!.state === 'open';
      const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
      const theirs = peer.getState(new Date(year, month - 1, day, 0, minutes));
      if (ours !== theirs) differing.add(date);
    }
  }
  expect([...differing]).toEqual(['2026-09-22']);
}, 120_000);

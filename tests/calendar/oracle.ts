/**
 * A second way to the same answer, sharing no code with `src/calendar`: holidays by the law (祝日法), the week by
 * Zeller's congruence, and one mark per minute of the year.
 */
import type { HoursSet, Weekday } from '../../src/model/facility.ts';

type Civil = [year: number, month: number, day: number];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;

/** 0 Saturday … 6 Friday. */
function zeller([year, month, day]: Civil): number {
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year];
  const century = Math.floor(y / 100);
  const rest = y % 100;
  const sum =
    day +
    Math.floor((13 * (m + 1)) / 5) +
    rest +
    Math.floor(rest / 4) +
    Math.floor(century / 4) +
    5 * century;
  return sum % 7;
}
const sunday = 1;
const monday = 2;
const names: readonly Weekday[] = ['sat', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri'];

/** 国立天文台's formula for 1980–2099. */
const equinox = (year: number, base: number): number =>
  Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

function isNthMonday(date: Civil, nth: number): boolean {
  return zeller(date) === monday && Math.ceil(date[2] / 7) === nth;
}

/** Without 振替休日 and 国民の休日; the law as it stands from 2022. */
function isNamed(date: Civil): boolean {
  const [year, month, day] = date;
  const fixed = ['1-1', '2-11', '2-23', '4-29', '5-3', '5-4', '5-5', '8-11', '11-3', '11-23'];
  if (fixed.includes(`${month}-${day}`)) return true;
  if (month === 1 || month === 10) return isNthMonday(date, 2);
  if (month === 7) return isNthMonday(date, 3);
  if (month === 3) return day === equinox(year, 20.8431);
  if (month === 9) return isNthMonday(date, 3) || day === equinox(year, 23.2488);
  return false;
}

function neighbour([year, month, day]: Civil, step: 1 | -1): Civil {
  if (step === 1) {
    if (day < lengthOf(year, month)) return [year, month, day + 1];
    return month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1];
  }
  if (day > 1) return [year, month, day - 1];
  return month === 1 ? [year - 1, 12, 31] : [year, month - 1, lengthOf(year, month - 1)];
}

/** Art. 3: the next day that is no 祝日 after one on a Sunday, and a day between two of them. */
export function isHolidayByLaw(date: Civil): boolean {
  if (isNamed(date)) return true;
  for (let back = neighbour(date, -1); isNamed(back); back = neighbour(back, -1))
    if (zeller(back) === sunday) return true;
  return zeller(date) !== sunday && isNamed(neighbour(date, -1)) && isNamed(neighbour(date, 1));
}

export type Mark = 'open' | 'closed' | 'unknown';

/** Marks of every minute from the first to the last year. Without seasons and breaks: those have their own tests. */
export function* minutesByHand(
  set: HoursSet,
  from: number,
  to: number,
): Generator<{ date: string; marks: readonly Mark[] }> {
  let spill: Mark[] = [];
  for (let date: Civil = [from, 1, 1]; date[0] <= to; date = neighbour(date, 1)) {
    const weekday = names[zeller(date)]!;
    const isNth = set.closedNth.some(
      ({ day, weeks }) =>
        day === weekday && weeks.some(week => date[2] > (week - 1) * 7 && date[2] <= week * 7),
    );
    const hours = set.days[isHolidayByLaw(date) ? 'holiday' : weekday];
    const marks: Mark[] = Array.from({ length: 1440 }, () => 'closed');
    const late: Mark[] = [];
    const isUnknown = hours.state === 'unknown' || (hours.state === 'open' && hours.spans.length === 0);
    if (!isNth && isUnknown) marks.fill('unknown');
    if (!isNth && hours.state === 'open')
      for (const { start, end } of hours.spans)
        for (let minute = toMinute(start); minute < toMinute(end); minute += 1)
          (minute < 1440 ? marks : late)[minute % 1440] = 'open';
    spill.forEach((mark, minute) => {
      if (mark === 'open') marks[minute] = 'open';
    });
    yield {
      date: `${date[0]}-${String(date[1]).padStart(2, '0')}-${String(date[2]).padStart(2, '0')}`,
      marks,
    };
    spill = late;
  }
}

const toMinute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Civil dates and times of Asia/Tokyo. Japan keeps UTC+9 all year, so no time zone data is needed. */
import type { Weekday } from '../model/facility.ts';
import { type HolidayCalendar, isHoliday } from './holidays.ts';

/** A minute in Japan. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Since midnight, 0–1439. */
  minutes: number;
}

export type OrdinaryDay = Exclude<Weekday, 'holiday'>;

/** A date with all that hours can depend on. */
export interface CivilDay {
  date: string;
  /** 1231. */
  monthDay: number;
  weekday: OrdinaryDay;
  /** 第1土曜 is the first Saturday of the month: 1–5. */
  week: number;
  /** Null when the calendar does not know. */
  isHoliday: boolean | null;
}

const offset = 9 * 60;
export const perDay = 24 * 60;
const byNumber: readonly OrdinaryDay[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The minute in Japan at a time in milliseconds since 1970 (`Date.now()`), wherever the reader's device is. */
export function tokyoMoment(epochMilliseconds: number): Moment {
  const minutes = Math.floor(epochMilliseconds / 60_000) + offset;
  const day = Math.floor(minutes / perDay);
  return { date: dateOfDay(day), minutes: minutes - day * perDay };
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

export function civilDay(date: string, calendar: HolidayCalendar): CivilDay {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  return {
    date,
    monthDay: month * 100 + day,
    weekday: weekdayOf(date),
    week: Math.ceil(day / 7),
    isHoliday: isHoliday(date, calendar),
  };
}

export function weekdayOf(date: string): OrdinaryDay {
  return byNumber[(((dayNumber(date) + 4) % 7) + 7) % 7]!;
}

/** `13:30` → 810, `25:00` → 1500. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Days since 1970-01-01, a Thursday. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

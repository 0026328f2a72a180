/** Holidays of Japan for pages to carry. Only at build: the library's names and weekdays are too big for a browser. */
import japan from '@holiday-jp/holiday_jp';
import { type HolidayCalendar, holidayCalendar } from './holidays.ts';

/** The library knows the years 1970–2050; those after the next rest on the calculated equinoxes. */
export function japaneseHolidays(from: number, to: number): HolidayCalendar {
  return holidayCalendar(Object.keys(japan.holidays), from, to);
}

/**
 * 祝日 as `YYMMDD`, joined by commas, for the script of a facility's page. The years are fixed, so that a page's bytes
 * depend on its record alone; every year begins with a 祝日, so that one without is a year nothing is known of.
 * The equinoxes of years to come are calculated; a law that moves a 祝日 needs a newer library.
 */
import { japaneseHolidays } from '../calendar/japan.ts';

export const holidayYears = { from: 2026, to: 2035 } as const;

export const holidayTable = japaneseHolidays(holidayYears.from, holidayYears.to)
  .years.flatMap((days, at) => days.split(',').map(day => `${holidayYears.from + at - 2000}${day}`))
  .join(',');

/** 祝日 with 振替休日 and 国民の休日 over some whole years. What lies outside of them is not known. */
export interface HolidayCalendar {
  /** First and last year, `2026`. */
  from: number;
  to: number;
  /** `MMDD` in order, joined by commas, one text a year: small enough to travel in a page. */
  years: readonly string[];
}

/** Null when the calendar does not know that year. */
export function isHoliday(date: string, { from, to, years }: HolidayCalendar): boolean | null {
  const year = Number(date.slice(0, 4));
  if (year < from || year > to) return null;
  return years[year - from]!.includes(date.slice(5, 7) + date.slice(8));
}

/** From the dates of a holiday library, `YYYY-MM-DD`. */
export function holidayCalendar(dates: Iterable<string>, from: number, to: number): HolidayCalendar {
  const years = Array.from({ length: to - from + 1 }, () => [] as string[]);
  for (const date of dates) years[Number(date.slice(0, 4)) - from]?.push(date.slice(5, 7) + date.slice(8));
  return { from, to, years: years.map(days => days.sort().join(',')) };
}

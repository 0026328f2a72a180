/** Times as people read them: the one way to write a time, a day and a week on pages, in lists and in the search. */

import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import { formatSpans } from './clock-words.ts';
import { formatWeekdays } from './week-words.ts';
import { writtenTimes } from './written-times.ts';

export const dayWords = {
  closed: '休み',
  unknown: '電話で確認',
  open: 'あり（時間は電話で確認）',
  allDay: '24時間',
  /** The source writes times that may not hold. */
  written: (times: string) => `${times}（電話で確認）`,
  everyDay: (times: string) => `毎日 ${times}`,
  everyDayAllDay: '毎日24時間',
  everyDayOpen: '毎日（時間は電話で確認）',
  closedWeeks: (weeks: readonly number[]) => `（${weeks.map(week => `第${week}`).join('・')}は休み）`,
} as const;

export function isAllDay(day: DayHours): boolean {
  return day.state === 'open' && day.spans.some(({ start, end }) => start === '00:00' && end === '24:00');
}

/** One day; `written` is what the source writes for a day that is unknown. */
export function formatHoursOfDay(day: DayHours, written?: readonly Span[]): string {
  if (day.state === 'unknown') return written ? dayWords.written(formatSpans(written)) : dayWords.unknown;
  if (day.state === 'closed') return dayWords.closed;
  if (isAllDay(day)) return dayWords.allDay;
  return day.spans.length === 0 ? dayWords.open : formatSpans(day.spans);
}

/**
 * One line where all days, 祝日 too, are open at the same hours: 毎日24時間, 毎日 9:00～18:00. Null where some day
 * differs, is closed or unknown, or is closed in some weeks.
 */
export function everyDayLine({ days, closedNth }: Pick<HoursSet, 'days' | 'closedNth'>): string | null {
  const first = days.mon;
  if (first.state !== 'open' || closedNth.length > 0) return null;
  const words = formatHoursOfDay(first);
  if (weekdays.some(day => formatHoursOfDay(days[day]) !== words)) return null;
  if (first.spans.length === 0) return dayWords.everyDayOpen;
  return isAllDay(first) ? dayWords.everyDayAllDay : dayWords.everyDay(words);
}

/** Whether anything can be said of some day: what it is, or what the source writes for it. */
export function isToldOfWeek(set: HoursSet): boolean {
  return weekdays.some(day => set.days[day].state !== 'unknown') || writtenTimes(set).size > 0;
}

/**
 * The parts of one line: `月～水・金 9:00～18:00`, `木・土 9:00～18:00（電話で確認）`, `日・祝 休み`. Equal days come
 * together, wherever they stand; unknown is said, never left out.
 */
export function weekParts(set: HoursSet): string[] {
  const every = everyDayLine(set);
  if (every !== null) return [every];
  const written = writtenTimes(set);
  const groups = new Map<string, Weekday[]>();
  for (const day of weekdays) {
    const text = formatHoursOfDay(set.days[day], written.get(day)) + formatNth(set, day);
    groups.set(text, [...(groups.get(text) ?? []), day]);
  }
  return [...groups].map(([text, days]) => `${formatWeekdays(days)} ${text}`);
}

function formatNth({ closedNth }: HoursSet, day: Weekday): string {
  const weeks = closedNth.filter(nth => nth.day === day).flatMap(nth => nth.weeks);
  return weeks.length > 0 ? dayWords.closedWeeks(weeks) : '';
}

import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import { formatWeekdays } from './weekday.ts';

export interface HoursRow {
  days: Weekday[];
  /** `月～金`, `土・日`, `祝`. */
  label: string;
  /** `9:00–12:00, 14:00–18:00`, `休み`, `わかりません（電話で確認）` … */
  text: string;
  state: DayHours['state'];
}

/**
 * The week for people, equal neighbours in one row: 月～金 9:00–12:00, 14:00–18:00. 祝 is always its own row.
 * Unknown is said as such, never left out.
 */
export function formatHours(set: HoursSet): HoursRow[] {
  const rows: HoursRow[] = [];
  for (const day of weekdays) {
    const text = formatDay(set.days[day]) + formatNth(set, day);
    const last = rows.at(-1);
    if (last && last.text === text && day !== 'holiday') last.days.push(day);
    else rows.push({ days: [day], label: '', text, state: set.days[day].state });
  }
  return rows.map(row => ({ ...row, label: formatWeekdays(row.days) }));
}

/** One line: `月～水・金 9:00–18:00／木・土 わかりません／日・祝 休み`. Equal days come together, wherever they stand. */
export function compactHours(set: HoursSet): string {
  const groups = new Map<string, Weekday[]>();
  for (const day of weekdays) {
    const text = formatDay(set.days[day]).replace(/（.*）/, '') + formatNth(set, day);
    groups.set(text, [...(groups.get(text) ?? []), day]);
  }
  return [...groups].map(([text, days]) => `${formatWeekdays(days)} ${text}`).join('／');
}

/** One day in words; also for today's line. */
export function formatDay(day: DayHours): string {
  if (day.state === 'closed') return '休み';
  if (day.state === 'unknown') return 'わかりません（電話で確認）';
  if (day.spans.length === 0) return '開いています（時間は電話で確認）';
  return day.spans.map(formatSpan).join(', ');
}

function formatNth(set: HoursSet, day: Weekday): string {
  const weeks = set.closedNth.filter(nth => nth.day === day).flatMap(nth => nth.weeks);
  return weeks.length > 0 ? `（${weeks.map(week => `第${week}`).join('・')}は休み）` : '';
}

function formatSpan({ start, end }: Span): string {
  if (start === '00:00' && end === '24:00') return '24時間';
  return `${formatTime(start)}–${formatTime(end)}`;
}

/** `9:00`; past midnight as people say it: `翌1:00`. */
function formatTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  return hour > 24 || time === '24:30' ? `翌${hour - 24}${time.slice(2)}` : `${hour}${time.slice(2)}`;
}

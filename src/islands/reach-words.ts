import type { Moment } from '../calendar/moment.ts';
import type { Reach } from '../professional/reachable.ts';
import type { ProTexts } from '../text/pro.ts';
import { fill } from './fill.ts';

/** `8:05`, past midnight `翌` is left to the day before: 25:00 → `1:00`. */
export function clockText(minutes: number): string {
  const within = minutes % 1440;
  return `${Math.floor(within / 60)}:${String(within % 60).padStart(2, '0')}`;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** 火曜日. */
export function weekdayText(date: string, { days }: ProTexts): string {
  return days[weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun'];
}

/** きょう, あす, within a week 火曜日, else the date. */
export function dayText(date: string, now: Moment, texts: ProTexts): string {
  const { days } = texts;
  const ahead = (Date.parse(date) - Date.parse(now.date)) / 86_400_000;
  if (ahead < 2) return ahead === 0 ? days.today : days.tomorrow;
  const weekday = weekdayText(date, texts);
  if (ahead < 7) return weekday;
  const [, month = '', day = ''] = date.split('-');
  return fill(days.date, { month: String(Number(month)), date: String(Number(day)), day: weekday });
}

/** When one may call, in words: until when, or when next, or why nobody can say. */
export function reachText(reach: Reach, now: Moment, texts: ProTexts): string {
  const { now: words } = texts;
  if (reach.state === 'unknown') return words.why[reach.why];
  if (reach.state === 'now') {
    if (!reach.until) return words.allDay;
    const { date, minutes } = reach.until;
    const day = date === now.date ? '' : `${dayText(date, now, texts)} `;
    return fill(words.until, { time: day + clockText(minutes) });
  }
  if (!reach.next) return words.noNext;
  const { date, from, to, sure } = reach.next;
  return fill(sure ? words.next : words.nextUnsure, {
    ...{ day: dayText(date, now, texts), from: clockText(from), to: clockText(to) },
  });
}

import type { DayHours, HoursSet, Weekday } from '../../src/model/facility.ts';
import { weekdays } from '../../src/model/facility.ts';

/** `9:00-12:00 14:00-18:00`, `休`, `?` (unknown) or `○` (open without times) per day; days left out are closed. */
export function week(days: Partial<Record<Weekday, string>>, more: Partial<HoursSet> = {}): HoursSet {
  return {
    purpose: 'outpatient',
    speciality: null,
    days: Object.fromEntries(weekdays.map(day => [day, dayHours(days[day] ?? '休')])) as HoursSet['days'],
    closedNth: [],
    exceptions: null,
    text: null,
    breaksStated: true,
    ...more,
  };
}

export function everyDay(hours: string, more: Partial<HoursSet> = {}): HoursSet {
  return week(Object.fromEntries(weekdays.map(day => [day, hours])), more);
}

function dayHours(text: string): DayHours {
  if (text === '休') return { state: 'closed' };
  if (text === '?') return { state: 'unknown' };
  if (text === '○') return { state: 'open', spans: [] };
  const spans = text.split(' ').map(span => {
    const [start = '', end = ''] = span.split('-').map(time => time.padStart(5, '0'));
    return { start, end };
  });
  return { state: 'open', spans };
}

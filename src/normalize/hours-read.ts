import type { CellRead, Finding } from '../issues/issue.ts';
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';

/** Hours come from several cells: `cell` says which one a finding is about, `value` what stood there. */
export interface HoursFinding extends Finding {
  cell: 'days' | 'start' | 'remark' | 'nth' | 'flags' | Weekday;
  value: string;
}
export interface HoursRead extends CellRead<HoursSet> {
  findings: HoursFinding[];
}

export interface HoursOf {
  purpose: HoursSet['purpose'];
  speciality?: string | null;
}

export const unknown: DayHours = { state: 'unknown' };
export const closed: DayHours = { state: 'closed' };
export const withoutTimes: DayHours = { state: 'open', spans: [] };

export function everyDay(make: (day: Weekday) => DayHours): Record<Weekday, DayHours> {
  return Object.fromEntries(weekdays.map(day => [day, make(day)])) as Record<Weekday, DayHours>;
}

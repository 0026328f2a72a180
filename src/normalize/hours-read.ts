import type { CellRead, Finding } from '../issues/issue.ts';
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';

/**
 * Begins the lines of `text` that we wrote ourselves about what the source has. The reader of remarks passes over
 * them, so that an exported list reads back the same.
 */
export const ownNote = '元のデータ：';

/** Written into an exported 時間の備考 when `breaksStated` is false, and understood when it is read back. */
export const breaksNote = `${ownNote}昼休みの有無は分かりません。`;

/** Ends the note about days that the source gives both as open and as closed. */
export const contradictionNote = 'は開いている日としても休みの日としても書かれています。';

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

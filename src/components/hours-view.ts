/** The hours of a service as the tables of its page. */
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { ja } from '../text/ja.ts';

export interface HoursTable {
  /** 診療・営業時間（内科・外科） */
  caption: string;
  /** Empty when no day could be read: then only the text of the source is shown. */
  rows: { day: Weekday; label: string; state: DayHours['state']; text: string }[];
  notes: string[];
  /** What the source typed. */
  source: string | null;
}

/** One table per purpose and week; 診療科 with the same week share one. */
export function hoursTables(sets: readonly HoursSet[]): HoursTable[] {
  const groups = new Map<string, HoursSet[]>();
  for (const set of sets) {
    const { speciality: _, ...rest } = set;
    const key = JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), set]);
  }
  return [...groups.values()].map(hoursTable);
}

function hoursTable(sets: readonly HoursSet[]): HoursTable {
  const set = sets[0]!;
  const specialities = sets.flatMap(each => each.speciality ?? []).join('・');
  const purpose = ja.facility.hoursPurpose[set.purpose];
  const isRead = weekdays.some(day => set.days[day].state !== 'unknown');
  return {
    caption: specialities === '' ? purpose : `${purpose}（${specialities}）`,
    rows: isRead ? weekdays.map(day => tableRow(day, set.days[day])) : [],
    notes: isRead ? hoursNotes(set) : [ja.facility.hoursOnlyText, ...exceptionNotes(set)],
    source: set.text,
  };
}

function tableRow(day: Weekday, hours: DayHours): HoursTable['rows'][number] {
  return { day, label: ja.weekdays[day], state: hours.state, text: dayText(hours) };
}

/** 8:30～12:00、14:00～18:00 */
export function dayText(hours: DayHours): string {
  if (hours.state !== 'open') return ja.hours[hours.state];
  if (hours.spans.length === 0) return ja.hours.open;
  return hours.spans.map(({ start, end }) => `${clock(start)}～${clock(end)}`).join('、');
}

/** `08:30` → 8:30, `25:00` → 翌1:00, `24:00` stays. */
function clock(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const hours = Number(hour);
  return hours > 24 || (hours === 24 && minute !== '00') ? `翌${hours - 24}:${minute}` : `${hours}:${minute}`;
}

function hoursNotes(set: HoursSet): string[] {
  const { facility } = ja;
  const nth = set.closedNth.map(({ day, weeks }) => facility.closedNth(weeks.join('・'), ja.weekdays[day]));
  return [
    ...nth,
    ...exceptionNotes(set),
    ...(set.breaksStated ? [] : [facility.hoursBreaks]),
    ...(set.days.holiday.state === 'unknown' ? [] : [facility.hoursHoliday]),
  ];
}

function exceptionNotes({ exceptions }: HoursSet): string[] {
  return exceptions === null ? [] : [`${ja.facility.exceptions}：${exceptions}`];
}

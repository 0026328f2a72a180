import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import { ownNote } from './hours-read.ts';
import { formatSpans, readDayCell } from './time.ts';
import { formatWeekdays, readWeekdayList } from './weekday.ts';

/*
 * Times that a source writes for a day of which nothing sure can be said (土 9:00～18:00 beside 「土曜午後休診」). They
 * stand in `text` as notes of our own, so that they are shown beside the day and survive every export.
 */

/** `元のデータ：「木・土 9:00～18:00」`, a line for each group of days with the same times. */
export function writtenNotes(cells: Partial<Record<Weekday, DayHours>>): string[] {
  const groups = new Map<string, Weekday[]>();
  for (const day of weekdays) {
    const cell = cells[day];
    if (cell?.state !== 'open' || cell.spans.length === 0) continue;
    const times = formatSpans(cell.spans);
    groups.set(times, [...(groups.get(times) ?? []), day]);
  }
  return [...groups].map(([times, days]) => typedNote([formatWeekdays(days), times]));
}

/** What a source typed, as a note of our own. */
export function typedNote(typed: readonly string[]): string {
  return `${ownNote}「${typed.join(' ')}」`;
}

const note = new RegExp(`^${ownNote}「(\\S+) ((?:\\d{1,2}:\\d{2}～翌?\\d{1,2}:\\d{2}、?)+)」$`);

/** Whether `writtenTimes` reads a line. */
export function isWrittenNote(line: string): boolean {
  const [, days = ''] = note.exec(line) ?? [];
  return readWeekdayList(days).value !== null;
}

/** The times that stand in `text` for days that are unknown. */
export function writtenTimes({ text, days }: Pick<HoursSet, 'text' | 'days'>): Map<Weekday, Span[]> {
  const found = new Map<Weekday, Span[]>();
  for (const line of (text ?? '').split('\n')) {
    const [, names = '', times = ''] = note.exec(line) ?? [];
    const cell = readDayCell(times).value;
    if (cell?.state !== 'open') continue;
    for (const day of readWeekdayList(names).value?.days ?? [])
      if (days[day].state === 'unknown') found.set(day, cell.spans);
  }
  return found;
}

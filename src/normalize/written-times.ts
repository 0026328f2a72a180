import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import { formatSpans } from './clock-words.ts';
import { ownNote } from './hours-read.ts';
import { formatWeekdays, weekdayLetters } from './week-words.ts';

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

// Read without the readers of typed cells: this travels with the search page.
const note = new RegExp(
  `^${ownNote}「([月火水木金土日祝～・]+) ((?:\\d{1,2}:\\d{2}～翌?\\d{1,2}:\\d{2}、?)+)」$`,
);

/** Whether `writtenTimes` reads a line. */
export function isWrittenNote(line: string): boolean {
  return daysOf(note.exec(line)?.[1] ?? '').length > 0;
}

/** The times that stand in `text` for days that are unknown. */
export function writtenTimes({ text, days }: Pick<HoursSet, 'text' | 'days'>): Map<Weekday, Span[]> {
  const found = new Map<Weekday, Span[]>();
  for (const line of (text ?? '').split('\n')) {
    const [, names = '', times = ''] = note.exec(line) ?? [];
    for (const day of daysOf(names)) if (days[day].state === 'unknown') found.set(day, spansOf(times));
  }
  return found;
}

/** `月～水・祝` as `formatWeekdays` writes it; none where it is written otherwise. */
function daysOf(names: string): Weekday[] {
  const at = (letter: string | undefined) => weekdays.findIndex(day => weekdayLetters[day] === letter);
  const parts = names.split('・').map(part => part.split('～'));
  if (
    parts.some(([first = '', last, more]) => first.length !== 1 || last?.length === 0 || more !== undefined)
  )
    return [];
  return parts.flatMap(([first, last = first]) => weekdays.slice(at(first), at(last) + 1));
}

function spansOf(times: string): Span[] {
  return times.split('、').map(span => {
    const [start = '', end = ''] = span.split('～').map(longTime);
    return { start, end };
  });
}

/** `9:00` → `09:00`, `翌1:00` → `25:00`. */
function longTime(time: string): string {
  const [hour = '', minute = ''] = time.replace('翌', '').split(':');
  return `${String(Number(hour) + (time.startsWith('翌') ? 24 : 0)).padStart(2, '0')}:${minute}`;
}

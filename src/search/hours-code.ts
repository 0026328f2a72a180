/** Hours as short text for the payload: `decodeHours(encodeHours(set))` equals `set`. */
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';

/** Purpose, days, 第n休み, speciality, exceptions, text; what ends the list and is null is left out. */
export type HoursCode = (string | null)[];

/** `9-12,13:30-17;=;x;?;;…`: `=` as the day before, `x` closed, `?` unknown, empty = open at times not stated. */
export function encodeHours(set: HoursSet): HoursCode {
  const days = weekdays.map(day => encodeDay(set.days[day]));
  const week = days.map((day, i) => (day === days[i - 1] ? '=' : day)).join(';');
  const nth = set.closedNth.map(({ day, weeks }) => `${day}${weeks.join('')}`).join(',');
  const purpose = set.breaksStated ? set.purpose : `${set.purpose}!`;
  const code: HoursCode = [purpose, week, nth || null, set.speciality, set.exceptions, set.text];
  return code.slice(0, code.findLastIndex(part => part !== null) + 1);
}

/** Days are shared between sets: read only. */
export function decodeHours([purpose, week, nth, speciality, exceptions, text]: HoursCode): HoursSet {
  return {
    purpose: purpose!.replace('!', '') as HoursSet['purpose'],
    speciality: speciality ?? null,
    days: decodeWeek(week!),
    closedNth: (nth?.split(',') ?? []).map(decodeNth),
    exceptions: exceptions ?? null,
    text: text ?? null,
    breaksStated: !purpose!.endsWith('!'),
  };
}

function encodeDay(day: DayHours): string {
  if (day.state !== 'open') return day.state === 'closed' ? 'x' : '?';
  return day.spans.map(({ start, end }) => `${shortTime(start)}-${shortTime(end)}`).join();
}

type Days = HoursSet['days'];

/** A region's offices keep few different weeks, and fewer different days. */
const knownWeeks = new Map<string, Days>();
const knownDays = new Map<string, DayHours>();

function decodeWeek(code: string): Days {
  const known = knownWeeks.get(code);
  if (known) return known;
  const days = {} as Days;
  let before = '';
  code.split(';').forEach((day, i) => {
    before = day === '=' ? before : day;
    const decoded = knownDays.get(before) ?? decodeDay(before);
    knownDays.set(before, decoded);
    days[weekdays[i]!] = decoded;
  });
  knownWeeks.set(code, days);
  return days;
}

function decodeDay(code: string): DayHours {
  if (code === 'x') return { state: 'closed' };
  if (code === '?') return { state: 'unknown' };
  const spans = code === '' ? [] : code.split(',');
  return {
    state: 'open',
    spans: spans.map(span => {
      const [start = '', end = ''] = span.split('-');
      return { start: longTime(start), end: longTime(end) };
    }),
  };
}

/** `09:00` → `9`, `13:30` stays. */
function shortTime(time: string): string {
  return time.replace(/^0(?=\d)/, '').replace(/:00$/, '');
}

function longTime(time: string): string {
  const [hours = '', minutes = '00'] = time.split(':');
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function decodeNth(code: string): HoursSet['closedNth'][number] {
  const [, day = '', weeks = ''] = /^([a-z]+)(\d*)$/.exec(code) ?? [];
  return { day: day as Weekday, weeks: [...weeks].map(Number) };
}

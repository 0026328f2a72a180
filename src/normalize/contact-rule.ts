import { blankRule, type ContactRule, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { closed, unknown } from './hours-read.ts';
import { foldTimeText, readDayCell } from './time.ts';
import { dayRun, daysOfRun } from './weekday.ts';

/** A rule, with the hours that can be read of its time. */
export function ruleFor(purpose: string, said: Partial<ContactRule> = {}): ContactRule {
  const { time = null } = said;
  return { ...blankRule, ...said, purpose, hours: time === null ? null : readContactHours(time) };
}

const someDays = `${dayRun}(?:[\\s・、,と]*${dayRun})*`;
const clause = new RegExp(`^(${someDays})(?:は|:|の)?\\s*(.+)$`);
const clauseStart = new RegExp(`[、,\\s]+(?=${dayRun}(?:は|:|\\s|[・、,と~-]|\\d))`);
const note = /\(([^()]*)\)/g;
const withoutHolidays = /^祝(?:祭)?日?(?:は|を)?(?:除く|のぞく|休み?|不可)$/;
/** A note with any of these may take a day or an hour away. */
const aboutWhen = /休|曜|隔|除|以外|臨時|祝|年末|盆|第|週|時|午前|午後|\d|まで|予約|不可|のみ/;

/**
 * When one may call: `月～金 16:00-17:00（地域連携室）`, `平日 8:30-9:00、17:00-17:30`, `月・水 13:00-14:00／木 9:00-12:00`.
 * A window is open at the times that are named and closed at all others; a 祝日 is not known unless it is named, or 平日
 * is. All or nothing: null when a word could not be read, when no day is named (`13:00-14:00`), or no time.
 */
export function readContactHours(text: string): HoursSet | null {
  const folded = foldTimeText(text);
  const notes = [...folded.matchAll(note)].map(([, inside = '']) => inside.trim());
  const noHolidays = notes.some(each => withoutHolidays.test(each));
  if (notes.some(each => aboutWhen.test(each) && !withoutHolidays.test(each))) return null;
  const days = emptyWeek(noHolidays || /平日/.test(folded));
  const named = new Set<Weekday>();
  for (const part of folded.replace(note, ' ').split(/[/\n;。]/)) {
    for (const each of part.split(clauseStart)) {
      if (each.trim() !== '' && !readClause(each.trim(), days, named)) return null;
    }
  }
  const isStated = weekdays.some(day => days[day].state === 'open');
  if (!isStated) return null;
  const rest = { speciality: null, closedNth: [], exceptions: null, text: null };
  return { purpose: 'caremanager', days, ...rest, breaksStated: true };
}

function emptyWeek(noHolidays: boolean): HoursSet['days'] {
  const days = Object.fromEntries(weekdays.map(day => [day, closed])) as HoursSet['days'];
  return { ...days, holiday: noHolidays ? closed : unknown };
}

/** False when it is not read, or speaks of a day again. */
function readClause(text: string, days: HoursSet['days'], named: Set<Weekday>): boolean {
  const [, run = '', typed = ''] = clause.exec(text) ?? [];
  const cell = readDayCell(typed).value;
  if (run === '' || !cell || cell.state === 'unknown') return false;
  if (cell.state === 'open' && cell.spans.length === 0) return false;
  const meant = [...run.matchAll(new RegExp(dayRun, 'g'))].flatMap(([each]) => daysOfRun(each));
  if (meant.some(day => named.has(day))) return false;
  for (const day of meant) {
    named.add(day);
    days[day] = cell;
  }
  return true;
}

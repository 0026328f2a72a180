/** The hours of a service in the columns of the template. */

import { type HoursSet, weekdays } from '../model/facility.ts';
import { breaksNote, hoursFromDayCells } from '../normalize/hours.ts';
import { formatHoursList } from '../normalize/hours-list.ts';
import { formatDayCell } from '../normalize/time.ts';
import { weekdayLetters } from '../normalize/week-words.ts';
import { formatNthWeekdays } from '../normalize/weekday.ts';

export const hoursHeaders = [
  ...weekdays.map(day => weekdayLetters[day]),
  '定期休診',
  '休業日',
  '時間の備考',
  '診療科・目的別の時間',
] as const;

type HoursCells = Readonly<Partial<Record<string, string>>>;

/**
 * The weekday columns hold one week, that of the whole office; every other set is a line of its own. A set that its
 * weekday cells would not give back exactly, as a remark that joined others may, becomes a line, too.
 */
export function hoursCells(sets: readonly HoursSet[]): HoursCells {
  const known = made.get(sets);
  if (known) return known;
  const cells = makeCells(sets);
  made.set(sets, cells);
  return cells;
}

/** A service stands in several files, and its cells are costly: they are read back before they are believed. */
const made = new WeakMap<readonly HoursSet[], HoursCells>();

function makeCells(sets: readonly HoursSet[]): HoursCells {
  const office = sets.find(set => set.speciality === null && set.purpose === 'outpatient');
  const week = office && weekCells(office);
  return {
    ...week,
    '診療科・目的別の時間': formatHoursList(week ? sets.filter(set => set !== office) : sets),
  };
}

/** Dates that 時間の備考 names are read from there: 休業日 is empty, or has them all, in the order they are shown. */
function weekCells(set: HoursSet): HoursCells | undefined {
  return ['', set.exceptions ?? '']
    .map(exceptions => cellsWith(set, exceptions))
    .find(cells => isReadBack(set, cells));
}

function cellsWith(set: HoursSet, exceptions: string): HoursCells {
  return {
    ...Object.fromEntries(weekdays.map(day => [weekdayLetters[day], formatDayCell(set.days[day])])),
    定期休診: formatNthWeekdays(set.closedNth),
    休業日: exceptions,
    時間の備考: [set.text, set.breaksStated ? null : breaksNote].filter(part => part !== null).join('\n'),
  };
}

function isReadBack(set: HoursSet, cells: HoursCells): boolean {
  const days = Object.fromEntries(weekdays.map(day => [day, cells[weekdayLetters[day]] ?? '']));
  const { value, findings } = hoursFromDayCells({
    ...(days as Record<(typeof weekdays)[number], string>),
    nth: cells['定期休診'] ?? '',
    exceptions: cells['休業日'] ?? '',
    remark: cells['時間の備考'] ?? '',
    purpose: 'outpatient',
  });
  const isTold = findings.some(finding => finding.code !== 'hours-remark-unread');
  return value !== null && !isTold && formatHoursList([value]) === formatHoursList([set]);
}

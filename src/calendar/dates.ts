/** The days of the year on which the week does not hold, for a page that looks at nothing but the date. */
import type { HoursSet } from '../model/facility.ts';
import { type DateRange, turnOfYear } from './closures.ts';
import { weekOf } from './day.ts';

export interface DatesApart {
  /** Stated to be closed. */
  closed: readonly DateRange[];
  /** Named without dates, stated to be open without times, or the turn of the year: nothing can be said. */
  unsure: readonly DateRange[];
}

/** As `dayPlan` has it: closed dates beat all; a season does not close an office that never closes. */
export function datesApart(set: HoursSet): DatesApart {
  const { closures, isAroundTheClock } = weekOf(set);
  const { closed, perhaps, opens, neverCloses } = closures;
  if (neverCloses || isAroundTheClock) return { closed, unsure: opens };
  return { closed, unsure: [...opens, ...perhaps, ...(closed.length === 0 ? [turnOfYear] : [])] };
}

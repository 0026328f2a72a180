/** 開いている / 閉まっている / わからない, and when next. Time is an argument. */
import type { HoursSet } from '../model/facility.ts';
import { type DayPlan, dayPlan, type Stretch, type Unsure, type Week, weekOf } from './day.ts';
import type { HolidayCalendar } from './holidays.ts';
import { addDays, type CivilDay, civilDay, type Moment, perDay } from './moment.ts';

export type OpenState = { state: 'open' } | { state: 'closed' } | { state: 'unknown'; why: Unsure };

/** The next stated opening; not `sure` when a day before it could be open as well. */
export interface NextOpening {
  date: string;
  /** Minutes since that day's midnight. */
  from: number;
  to: number;
  sure: boolean;
}

/** A moment with the days around it, made once and asked of many sets. */
export interface Now {
  minutes: number;
  yesterday: CivilDay;
  /** Today and the days after it, past the longest holidays. */
  days: readonly CivilDay[];
}

const horizon = 14;
/** When a break that nobody stated may be. */
export const lunch = { from: 12 * 60, to: 15 * 60 };

export function nowAt({ date, minutes }: Moment, calendar: HolidayCalendar): Now {
  const day = (ahead: number): CivilDay => civilDay(addDays(date, ahead), calendar);
  return {
    minutes,
    yesterday: day(-1),
    days: Array.from({ length: horizon + 1 }, (_, ahead) => day(ahead)),
  };
}

/**
 * The state by several sets of one clock (each 診療科 its own): open when one is, closed when all are, else unknown.
 * Null when there are no sets: nothing was stated at all.
 */
export function openState(sets: readonly HoursSet[], now: Now): OpenState | null {
  let unsure: OpenState | null = null;
  for (const set of sets) {
    const state = stateBy(weekOf(set), now);
    if (state.state === 'open') return state;
    if (state.state === 'unknown') unsure ??= state;
  }
  return unsure ?? (sets.length > 0 ? { state: 'closed' } : null);
}

function stateBy(week: Week, { minutes, yesterday, days }: Now): OpenState {
  if (minutes < week.longestSpill) {
    const before = dayPlan(week, yesterday);
    if (stretchAt(before, minutes + perDay)) return { state: 'open' };
    if (before.state === 'unknown') return before;
  }
  const plan = dayPlan(week, days[0]!);
  if (plan.state !== 'open') return plan;
  const stretch = stretchAt(plan, minutes);
  if (!stretch) return { state: 'closed' };
  const isLunch = stretch.breakPossible && minutes >= lunch.from && minutes < lunch.to;
  return isLunch ? { state: 'unknown', why: 'break' } : { state: 'open' };
}

function stretchAt(plan: DayPlan, minutes: number): Stretch | undefined {
  if (plan.state !== 'open') return undefined;
  return plan.stretches.find(({ from, to }) => minutes >= from && minutes < to);
}

/** When an open office closes: the latest of the sets. Null when none closes in the days ahead (24 hours a day). */
export function closingTime(sets: readonly HoursSet[], now: Now): Moment | null {
  let last: Moment | null = { date: now.days[0]!.date, minutes: now.minutes };
  for (const set of sets) {
    const end = endBy(weekOf(set), now);
    if (end === null) return null;
    if (end.date > last.date || (end.date === last.date && end.minutes > last.minutes)) last = end;
  }
  return last;
}

/** The end of the stretch that holds the moment, and of those that follow it without a gap. */
function endBy(week: Week, { minutes, yesterday, days }: Now): Moment | null {
  const spill = stretchAt(dayPlan(week, yesterday), minutes + perDay);
  let end = spill ? spill.to - perDay : minutes;
  for (const [ahead, day] of days.entries()) {
    const plan = dayPlan(week, day);
    const passes = (): Stretch | undefined => stretchAt(plan, end - ahead * perDay);
    for (let next = passes(); next; next = passes()) end = next.to + ahead * perDay;
    if (end < (ahead + 1) * perDay) return { date: day.date, minutes: end - ahead * perDay };
  }
  return null;
}

/** The earliest stated opening after a moment at which all sets are closed, by any of them. */
export function nextOpening(sets: readonly HoursSet[], { minutes, days }: Now): NextOpening | null {
  let sure = true;
  for (const [ahead, day] of days.entries()) {
    const plans = sets.map(set => dayPlan(weekOf(set), day));
    const unknown = plans.some(plan => plan.state === 'unknown');
    const [first] = plans
      .flatMap(plan => (plan.state === 'open' ? plan.stretches : []))
      .filter(({ from }) => ahead > 0 || from > minutes)
      .sort((a, b) => a.from - b.from || b.to - a.to);
    if (first) return { date: day.date, from: first.from, to: first.to, sure: sure && !unknown };
    sure &&= !unknown;
  }
  return null;
}

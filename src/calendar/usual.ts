/** A day of the week as it usually is: no date, so no 年末年始, no お盆, and 第n休み leave it open. */
import type { HoursSet, Weekday } from '../model/facility.ts';
import { type DayPlan, weekOf } from './day.ts';
import { perDay } from './moment.ts';
import { lunch, type OpenState } from './open.ts';

const dayBefore: Readonly<Record<Weekday, Weekday | null>> = {
  mon: 'sun',
  tue: 'mon',
  wed: 'tue',
  thu: 'wed',
  fri: 'thu',
  sat: 'fri',
  sun: 'sat',
  holiday: null,
};

/** Is an office open on such a day at so many minutes after midnight? Null when there are no sets. */
export function usualState(sets: readonly HoursSet[], day: Weekday, minutes: number): OpenState | null {
  const states = sets.map(set => usualBy(set, day, minutes));
  const known =
    states.find(({ state }) => state === 'open') ?? states.find(({ state }) => state === 'unknown');
  return known ?? (states.length > 0 ? { state: 'closed' } : null);
}

function usualBy(set: HoursSet, day: Weekday, minutes: number): OpenState {
  const { plans } = weekOf(set);
  const before = dayBefore[day];
  const evening = before === null ? null : stateIn(plans[before], minutes + perDay);
  const isNth = set.closedNth.some(nth => nth.day === day);
  const today = stateIn(plans[day], minutes);
  if (evening?.state === 'open') return evening;
  return isNth && today.state === 'open' ? { state: 'unknown', why: 'season' } : today;
}

function stateIn(plan: DayPlan, minutes: number): OpenState {
  if (plan.state !== 'open') return plan;
  const stretch = plan.stretches.find(({ from, to }) => minutes >= from && minutes < to);
  if (!stretch) return { state: 'closed' };
  const isLunch = stretch.breakPossible && minutes >= lunch.from && minutes < lunch.to;
  return isLunch ? { state: 'unknown', why: 'break' } : { state: 'open' };
}

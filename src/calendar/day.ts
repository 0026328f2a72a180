/** What one civil day looks like by one set of hours. */
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { type Closures, covers, readClosures, turnOfYear } from './closures.ts';
import { type CivilDay, minutesOf, perDay } from './moment.ts';

/** Why nothing can be said. */
export type Unsure = 'not-stated' | 'holiday' | 'season' | 'times' | 'break' | 'calendar';

/** Minutes since that day's midnight; `to` may pass the next one. */
export interface Stretch {
  from: number;
  to: number;
  /** May hold a lunch break that the source has no room to state. */
  breakPossible: boolean;
}

export type DayPlan =
  | { state: 'open'; stretches: readonly Stretch[] }
  | { state: 'closed' }
  | { state: 'unknown'; why: Unsure };

/** A set of hours, made ready to be asked many times. */
export interface Week {
  plans: Readonly<Record<Weekday, DayPlan>>;
  /** `closedNth` as `sat2`. */
  nth: ReadonlySet<string>;
  closures: Closures;
  /** Open at every minute of every day: no season is thought to close it. */
  isAroundTheClock: boolean;
  /** Minutes after midnight to which some evening runs. */
  longestSpill: number;
}

const weeks = new WeakMap<HoursSet, Week>();

export function weekOf(set: HoursSet): Week {
  const known = weeks.get(set);
  if (known) return known;
  const made = makeWeek(set);
  weeks.set(set, made);
  return made;
}

function makeWeek(set: HoursSet): Week {
  const plans = Object.fromEntries(
    weekdays.map(day => [day, planOf(set.days[day], day, set)]),
  ) as Week['plans'];
  const stretches = Object.values(plans).map(plan => (plan.state === 'open' ? plan.stretches : []));
  return {
    plans,
    nth: new Set(set.closedNth.flatMap(({ day, weeks: nth }) => nth.map(week => `${day}${week}`))),
    closures: readClosures(set.exceptions, set.text),
    isAroundTheClock: stretches.every(day => day.some(({ from, to }) => from === 0 && to === perDay)),
    longestSpill: Math.max(perDay, ...stretches.flat().map(({ to }) => to)) - perDay,
  };
}

function planOf(hours: DayHours, day: Weekday, set: HoursSet): DayPlan {
  if (hours.state === 'closed') return { state: 'closed' };
  if (hours.state === 'unknown')
    return { state: 'unknown', why: day === 'holiday' ? 'holiday' : 'not-stated' };
  if (hours.spans.length === 0) return { state: 'unknown', why: 'times' };
  const stretches = hours.spans.map(span => {
    const [from, to] = [minutesOf(span.start), minutesOf(span.end)];
    return { from, to, breakPossible: !set.breaksStated && coversNoon(from, to) };
  });
  return { state: 'open', stretches };
}

/** A day given by one start and one end, morning to afternoon. */
function coversNoon(from: number, to: number): boolean {
  return from < 12 * 60 && to > 14 * 60 && to - from < perDay;
}

const closed: DayPlan = { state: 'closed' };

/** Stated dates beat all, but those stated to be open have no hours of their own; 祝日's rule beats the weekday's; an nth-weekday closing beats both. */
export function dayPlan(week: Week, day: CivilDay): DayPlan {
  const { closures } = week;
  if (closures.closed.some(range => covers(range, day.monthDay))) return closed;
  const plan = week.nth.has(`${day.weekday}${day.week}`) ? closed : planByRule(week, day);
  if (closures.opens.some(range => covers(range, day.monthDay)))
    return plan.state === 'closed' ? { state: 'unknown', why: 'season' } : plan;
  if (plan.state !== 'open' || closures.neverCloses || week.isAroundTheClock) return plan;
  const inSeason =
    closures.perhaps.some(range => covers(range, day.monthDay)) ||
    (closures.closed.length === 0 && covers(turnOfYear, day.monthDay));
  return inSeason ? { state: 'unknown', why: 'season' } : plan;
}

function planByRule({ plans }: Week, { weekday, isHoliday }: CivilDay): DayPlan {
  if (isHoliday === null && JSON.stringify(plans[weekday]) !== JSON.stringify(plans.holiday))
    return { state: 'unknown', why: 'calendar' };
  return plans[isHoliday ? 'holiday' : weekday];
}

/** ケアマネタイム: whom one may call now, and whom next. */
import type { Moment } from '../calendar/moment.ts';
import { closingTime, type NextOpening, type Now, nextOpening, openState } from '../calendar/open.ts';
import type { ContactRule } from '../model/facility.ts';
import type { ContactWindow } from './contact-windows.ts';

/**
 * `unknown` says why: no time is stated, it (or a remark on it) could not be read, or the calendar leaves the day open
 * (a 祝日 that is not named, 年末年始). Unknown is never "not now".
 */
export type Reach =
  | { state: 'now'; until: Moment | null }
  | { state: 'later'; next: NextOpening | null }
  | { state: 'unknown'; why: 'not-stated' | 'unread' | 'day' };

/** Words of a remark that may take a day or an hour away from the stated times. */
const limitsTimes =
  /休|曜|祝|除|以外|臨時|年末|盆|隔週|第[\d一二三四五]|午前|午後|\d\s*時|\d:\d|診療中|外来中|時間外|不在|不可|月末|月初/;

/** `now` from `nowAt(moment, calendar)`, made once for all windows. */
export function reachableNow(
  { hours, time, remark, localRule }: Pick<ContactRule, 'hours' | 'time' | 'remark' | 'localRule'>,
  now: Now,
): Reach {
  if (time === null && hours === null) return { state: 'unknown', why: 'not-stated' };
  const notes = [remark, localRule]
    .filter(text => text !== null)
    .join(' ')
    .normalize('NFKC');
  if (hours === null || limitsTimes.test(notes)) return { state: 'unknown', why: 'unread' };
  const sets = [hours];
  const state = openState(sets, now)?.state;
  if (state === 'open') return { state: 'now', until: closingTime(sets, now) };
  return state === 'closed'
    ? { state: 'later', next: nextOpening(sets, now) }
    : { state: 'unknown', why: 'day' };
}

export interface ReachList {
  /** In the order given (五十音). */
  now: { window: ContactWindow; until: Moment | null }[];
  /** The earliest first, then in the order given; those without a stated time ahead last. */
  later: { window: ContactWindow; next: NextOpening | null }[];
  /** Times that are stated but not known for now; in the order given. Windows without a time are not listed. */
  unknown: { window: ContactWindow; why: 'unread' | 'day' }[];
}

export function reachList(windows: readonly ContactWindow[], now: Now): ReachList {
  const list: ReachList = { now: [], later: [], unknown: [] };
  for (const window of windows) {
    const reach = reachableNow(window.rule, now);
    if (reach.state === 'now') list.now.push({ window, until: reach.until });
    else if (reach.state === 'later') list.later.push({ window, next: reach.next });
    else if (reach.why !== 'not-stated') list.unknown.push({ window, why: reach.why });
  }
  list.later.sort((a, b) => startOf(a.next) - startOf(b.next));
  return list;
}

/** Comparable: minutes since 1970, as if there were one time zone. */
function startOf(next: NextOpening | null): number {
  return next ? Date.parse(`${next.date}T00:00:00Z`) / 60_000 + next.from : Number.POSITIVE_INFINITY;
}

/**
 * What today's line says from each minute of the week on, worked out when the page is made, so that the page's
 * script has only to look it up. Where the week does not let us say (an unknown day, a weekday that is closed in
 * some weeks of the month, a span that may hide a lunch break) the line says that, and claims nothing.
 */
import { readClosures } from '../calendar/closures.ts';
import { type DayHours, type HoursSet, weekdays } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { ja } from '../text/ja.ts';
import { todayText as text } from '../text/today.ts';
import { dayText } from './hours-view.ts';

export interface TodayLine {
  /** `minute,sentence,moment` joined by `|`, by minute of the week from Monday 0:00; the first is 0. */
  week: string;
  /** The sentences, joined by `|`; `*` is where the moment stands. */
  say: string;
  /** What the line cannot know: 祝日, closed days of the year. */
  note: string;
}

const day = 24 * 60;
const wholeWeek = 7 * day;

/** From a minute of the week to another, which may lie in the next week. */
interface Interval {
  start: number;
  end: number;
  /** False where a lunch break may be hidden in it. */
  isSure: boolean;
}

type TypeOfHours = Pick<FacilityType, 'id' | 'group'>;

/** Of the hours that hold for the whole of a service; null when it has none, or no day of them is known. */
export function todayLine(sets: readonly HoursSet[], type: TypeOfHours | undefined): TodayLine | null {
  const general = sets.filter(set => set.speciality === null && set.purpose !== 'emergency');
  const main = general.find(set => set.purpose !== 'reception' && set.purpose !== 'caremanager');
  const reception = general.find(set => set.purpose === 'reception');
  const lead = isTold(reception) && (!main || main.purpose === 'outpatient') ? reception : main;
  if (!isTold(lead)) return null;
  const days = week(lead, lead === reception ? main : undefined);
  const intervals = intervalsOf(days, lead.breaksStated);
  return { ...entries(days, intervals, hoursWord(lead, type)), note: noteOf(lead) };
}

function isTold(set: HoursSet | undefined): set is HoursSet {
  return set !== undefined && weekdays.slice(0, 7).some(each => set.days[each].state !== 'unknown');
}

/** 診療 only where doctors are; a residence has no word of its own. */
function hoursWord({ purpose }: HoursSet, type: TypeOfHours | undefined): string {
  const { words } = text;
  if (purpose === 'reception' || purpose === 'visit' || purpose === 'desk') return words[purpose];
  if (!type || type.group === 'residence') return words.plain;
  return type.group === 'medical' && type.id !== 'pharmacy' ? words.medical : words.business;
}

/** Monday to Sunday. Where 受付 is silent, a day without 診療 is closed; what holds only in some weeks is unknown. */
function week(lead: HoursSet, main: HoursSet | undefined): DayHours[] {
  return weekdays.slice(0, 7).map(each => {
    const own = lead.days[each];
    const isBySet = [lead, main].some(set => set?.closedNth.some(nth => nth.day === each));
    const hours = own.state === 'unknown' && main?.days[each].state === 'closed' ? main.days[each] : own;
    const isStated = hours.state !== 'open' || hours.spans.length > 0;
    return isBySet || !isStated ? { state: 'unknown' } : hours;
  });
}

const minutes = (clock: string): number => {
  const [hour = '0', minute = '0'] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
};

/** Of last week, this and the next, so that every minute of this week sees what touches it. Touching ones are one. */
function intervalsOf(days: readonly DayHours[], breaksStated: boolean): Interval[] {
  const once = days.flatMap((hours, at) =>
    hours.state !== 'open'
      ? []
      : hours.spans.map(({ start, end }) => ({
          start: at * day + minutes(start),
          end: at * day + minutes(end),
          isSure: breaksStated || !(start < '12:00' && end > '14:00') || minutes(end) - minutes(start) >= day,
        })),
  );
  const all = [-wholeWeek, 0, wholeWeek]
    .flatMap(shift => once.map(one => ({ ...one, start: one.start + shift, end: one.end + shift })))
    .sort((a, b) => a.start - b.start);
  const joined: Interval[] = [];
  for (const next of all) {
    const last = joined.at(-1);
    if (!last || last.end < next.start) joined.push(next);
    else {
      last.end = Math.max(last.end, next.end);
      last.isSure &&= next.isSure;
    }
  }
  return joined;
}

type Saying = [sentence: string, moment: string];

function entries(
  days: readonly DayHours[],
  intervals: readonly Interval[],
  word: string,
): Omit<TodayLine, 'note'> {
  const edges = intervals.flatMap(({ start, end }) => [start, end]).filter(at => at > 0 && at < wholeWeek);
  const midnights = days.map((_, at) => at * day);
  const sentences: string[] = [];
  const week: string[] = [];
  let before = '';
  for (const minute of [...new Set([...midnights, ...edges])].sort((a, b) => a - b)) {
    const [sentence, moment] = sayingAt(minute, days, intervals, word);
    if (!sentences.includes(sentence)) sentences.push(sentence);
    const said = `${sentences.indexOf(sentence)},${moment}`;
    if (said !== before) week.push(`${minute},${said}`);
    before = said;
  }
  return { week: week.join('|'), say: sentences.join('|') };
}

function sayingAt(
  minute: number,
  days: readonly DayHours[],
  intervals: readonly Interval[],
  word: string,
): Saying {
  const today = Math.floor(minute / day);
  const now = intervals.find(({ start, end }) => start <= minute && minute < end);
  if (now && now.end - now.start > wholeWeek) return [text.always(word), ''];
  if (now) return [now.isSure ? text.now(word) : text.nowBreaks, untilWords(now.end, today)];
  const state = days[today]!.state;
  if (state === 'unknown') return [text.ask, ''];
  const next = intervals.find(({ start }) => start > minute);
  const coming = next && nextDays(today, next.start).every(at => days[at % 7]!.state !== 'unknown');
  if (!coming) return [state === 'open' ? text.overAsk : withoutNext(days), ''];
  const moment = fromWords(next.start, today);
  if (state === 'closed') return [text.closed, moment];
  return [next.start < (today + 1) * day ? text.before(word) : text.over, moment];
}

function withoutNext(days: readonly DayHours[]): string {
  return days.every(({ state }) => state === 'closed') ? text.closedOnly : text.closedAsk;
}

/** The days after today up to that of `start`. */
function nextDays(today: number, start: number): number[] {
  const last = Math.floor(start / day);
  return Array.from({ length: last - today }, (_, at) => today + 1 + at);
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function fromWords(start: number, today: number): string {
  const at = Math.floor(start / day);
  const [time, name] = [clock(start - at * day), ja.weekdays[weekdays[at % 7]!]];
  if (at === today) return text.today(time);
  if (at === today + 1) return text.tomorrow(name, time);
  return at < today + 7 ? text.weekday(name, time) : text.nextWeek(name, time);
}

/** Midnight is 24:00 of the day that ends. */
function untilWords(end: number, today: number): string {
  const at = Math.floor((end - 1) / day);
  const time = clock(end - at * day);
  if (at === today) return time;
  const isThisNight = at === today + 1 && end - at * day <= day / 2;
  return isThisNight ? text.untilNextDay(time) : text.weekday(ja.weekdays[weekdays[at % 7]!], time);
}

function isAllDay(hours: DayHours): boolean {
  return hours.state === 'open' && hours.spans.some(({ start, end }) => start === '00:00' && end === '24:00');
}

function noteOf({ days, exceptions, text: typed, closedNth }: HoursSet): string {
  const { holiday } = days;
  const isKnown = holiday.state === 'open' && holiday.spans.length > 0;
  const isSome = closedNth.some(nth => nth.day === 'holiday');
  const ofHoliday = () => {
    if (isSome || (!isKnown && holiday.state !== 'closed')) return text.holidayUnknown;
    if (holiday.state === 'closed') return text.holidayClosed;
    return isAllDay(holiday) ? text.holidayAlways : text.holidayHours(dayText(holiday));
  };
  const { closed, perhaps, opens } = readClosures(exceptions, typed);
  const isOnlyOpening = opens.length > 0 && closed.length + perhaps.length === 0;
  const others = [
    exceptions === null || isOnlyOpening ? '' : text.exceptions,
    opens.length > 0 ? text.opensToo : '',
    /受付[^。\n]*(?:まで|迄)/.test(typed ?? '') ? text.receptionEnds : '',
  ].join('');
  return ofHoliday() + others + (others === '' ? '' : text.seeHours);
}

/**
 * What today's line says from each minute of the week on, worked out when the page is made, so that the page's
 * script has only to look it up; the days that are no plain days of the week come after Sunday: 祝日, days stated to
 * be closed, and days of which nothing can be said. Where the week does not let us say (an unknown day, a weekday that is closed in
 * some weeks of the month, a span that may hide a lunch break) the line says that, and claims nothing.
 */
import { covers, readClosures } from '../calendar/closures.ts';
import { datesApart } from '../calendar/dates.ts';
import { type DayHours, type HoursSet, weekdays } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { formatHoursOfDay, isAllDay } from '../normalize/format-hours.ts';
import { ja } from '../text/ja.ts';
import { todayText as text } from '../text/today.ts';

export interface TodayLine {
  /**
   * `minute,sentence,moment` joined by `|`, by minute of the week from Monday 0:00; the first is 0. Three numbers may
   * follow: how many days before and after today have to be plain days of the week, and the sentence when one is not.
   */
  week: string;
  /** The year as `MMDDk` from that day on, in order: 8 closed, 9 nothing can be said, 0 as the week has it. */
  dates: string;
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
  const beside = lead === reception ? main : undefined;
  const days = week(lead, beside);
  const { breaksStated } = lead;
  const says = entries({
    ...{ days, intervals: intervalsOf(days, breaksStated), breaksStated },
    ...{ holiday: holidayHours(lead, beside), word: hoursWord(lead, type) },
  });
  return { ...says, dates: datesOf(lead, beside), note: noteOf(lead) };
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

/** What a 祝日 is, whatever its weekday: a weekday closed in some weeks may close it, too. */
function holidayHours(lead: HoursSet, main: HoursSet | undefined): DayHours {
  const own = lead.days.holiday;
  const hours = own.state === 'unknown' && main?.days.holiday.state === 'closed' ? main.days.holiday : own;
  const isBySet = [lead, main].some(set => (set?.closedNth.length ?? 0) > 0);
  const isStated = hours.state === 'closed' || (hours.state === 'open' && hours.spans.length > 0 && !isBySet);
  return isStated ? hours : { state: 'unknown' };
}

/** Both sets must let the week stand: what closes the one closes the other. */
function datesOf(lead: HoursSet, main: HoursSet | undefined): string {
  const apart = [lead, main].flatMap(set => set ?? []).map(datesApart);
  const kindOf = (monthDay: number): number => {
    const isIn = (kind: 'closed' | 'unsure') =>
      apart.some(dates => dates[kind].some(range => covers(range, monthDay)));
    return isIn('closed') ? 8 : isIn('unsure') ? 9 : 0;
  };
  let before = 0;
  let changes = '';
  for (let monthDay = 101; monthDay <= 1231; monthDay += monthDay % 100 === 31 ? 70 : 1) {
    const kind = kindOf(monthDay);
    if (kind !== before) changes += String(monthDay).padStart(4, '0') + kind;
    before = kind;
  }
  return changes;
}

interface Saying {
  sentence: string;
  moment?: string;
  /** Days before and after today that it rests on, and what is said when one is no plain day of the week. */
  back?: number;
  ahead?: number;
  otherwise?: string;
}

interface Spoken {
  days: readonly DayHours[];
  intervals: readonly Interval[];
  holiday: DayHours;
  breaksStated: boolean;
  word: string;
}

function entries(spoken: Spoken): Omit<TodayLine, 'note' | 'dates'> {
  const { days, intervals, holiday } = spoken;
  const spill = longestSpill([...days, holiday]);
  const ofWeek = intervals.flatMap(({ start, end }) => [start, end]).filter(at => at > 0 && at < wholeWeek);
  const ofDays = days.flatMap((_, at) => [at * day, at * day + spill]);
  const plain = [...new Set([...ofWeek, ...ofDays])].map(
    minute => [minute, sayingAt(minute, spill, spoken)] as const,
  );
  const apart = [
    ...onHoliday(spoken, spill),
    [8 * day, { sentence: spill > 0 ? text.ask : text.closedAsk }],
    [8 * day + spill, { sentence: text.closedAsk }],
    [9 * day, { sentence: text.ask }],
  ] as const;
  return encode([...plain.sort(([a], [b]) => a - b), ...apart]);
}

function encode(
  sayings: readonly (readonly [minute: number, saying: Saying])[],
): Pick<TodayLine, 'week' | 'say'> {
  const sentences: string[] = [];
  const numberOf = (sentence: string): number => {
    if (!sentences.includes(sentence)) sentences.push(sentence);
    return sentences.indexOf(sentence);
  };
  const week: string[] = [];
  let before = '';
  for (const [minute, { sentence, moment = '', back = 0, ahead = 0, otherwise }] of sayings) {
    const rests = otherwise === undefined ? [] : [back, ahead, numberOf(otherwise)];
    const said = [numberOf(sentence), moment, ...rests].join();
    if (said !== before) week.push(`${minute},${said}`);
    before = said;
  }
  return { week: week.join('|'), say: sentences.join('|') };
}

/** Minutes after midnight until which some evening may run. */
function longestSpill(days: readonly DayHours[]): number {
  const ends = days.flatMap(hours =>
    hours.state === 'open' ? hours.spans.map(({ end }) => minutes(end)) : [],
  );
  return Math.max(day, ...ends) - day;
}

/** The day before and the day after are not known here. */
function onHoliday({ days, holiday, breaksStated, word }: Spoken, spill: number): [number, Saying][] {
  const midnight = 7 * day;
  if (holiday.state === 'unknown') return [[midnight, { sentence: text.holidayAsk }]];
  const spans = intervalsOf([holiday], breaksStated).filter(
    ({ start, end }) => start >= 0 && start < day && end > 0,
  );
  const isAlways = isAllDay(holiday) && days.every(isAllDay);
  const at = (minute: number): Saying => {
    const now = spans.find(({ start, end }) => start <= minute && minute < end);
    if (now && isAlways) return { sentence: text.always(word) };
    if (now)
      return { sentence: now.isSure ? text.now(word) : text.nowBreaks, moment: untilWords(now.end, 0) };
    if (minute < spill) return { sentence: text.holidayAsk };
    if (holiday.state === 'closed') return { sentence: text.holidayOff };
    const next = spans.find(({ start }) => start > minute);
    if (!next) return { sentence: text.overAsk };
    return { sentence: text.before(word), moment: fromWords(next.start, 0) };
  };
  const edges = [0, spill, ...spans.flatMap(({ start, end }) => [start, end])].filter(edge => edge < day);
  return [...new Set(edges)].sort((a, b) => a - b).map(edge => [midnight + edge, at(edge)]);
}

/** Until `spill` the evening before may still run, if it was a plain day. */
function sayingAt(minute: number, spill: number, spoken: Spoken): Saying {
  const { days, intervals } = spoken;
  const saying = plainSaying(minute, spoken);
  const today = Math.floor(minute / day);
  if (minute - today * day >= spill || saying.sentence === text.ask) return saying;
  const own = days[today]!;
  const clockNow = minute - today * day;
  const isOwn =
    own.state === 'open' &&
    own.spans.some(({ start, end }) => minutes(start) <= clockNow && clockNow < minutes(end));
  const isOpen = intervals.some(({ start, end }) => start <= minute && minute < end);
  if (isOpen && isOwn) return saying;
  return { ...saying, back: 1, otherwise: text.ask };
}

function plainSaying(minute: number, { days, intervals, word }: Spoken): Saying {
  const today = Math.floor(minute / day);
  const now = intervals.find(({ start, end }) => start <= minute && minute < end);
  if (now && now.end - now.start > wholeWeek) return { sentence: text.always(word) };
  if (now) {
    const saying = {
      sentence: now.isSure ? text.now(word) : text.nowBreaks,
      moment: untilWords(now.end, today),
    };
    const ahead = Math.floor((now.end - 1) / day) - today;
    return ahead === 0 ? saying : { ...saying, ahead, otherwise: now.isSure ? text.nowOnly(word) : text.ask };
  }
  const state = days[today]!.state;
  if (state === 'unknown') return { sentence: text.ask };
  const next = intervals.find(({ start }) => start > minute);
  const coming = next && nextDays(today, next.start).every(at => days[at % 7]!.state !== 'unknown');
  if (!coming) return { sentence: state === 'open' ? text.overAsk : withoutNext(days) };
  const moment = fromWords(next.start, today);
  const ahead = Math.floor(next.start / day) - today;
  if (ahead === 0) return { sentence: state === 'closed' ? text.closed : text.before(word), moment };
  const [sentence, otherwise] =
    state === 'closed' ? [text.closed, text.closedAsk] : [text.over, text.overAsk];
  return { sentence, moment, ahead, otherwise };
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

function noteOf({ days, exceptions, text: typed, closedNth }: HoursSet): string {
  const { holiday } = days;
  const isKnown = holiday.state === 'open' && holiday.spans.length > 0;
  const isSome = closedNth.some(nth => nth.day === 'holiday');
  const ofHoliday = () => {
    if (isSome || (!isKnown && holiday.state !== 'closed')) return text.holidayUnknown;
    if (holiday.state === 'closed') return text.holidayClosed;
    return isAllDay(holiday) ? text.holidayAlways : text.holidayHours(formatHoursOfDay(holiday));
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

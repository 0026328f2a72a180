import type { Weekday } from '../model/facility.ts';
import { contradictionNote, ownNote } from './hours-read.ts';
import {
  aboutDays,
  aboutTimes,
  closes,
  dateItem,
  dates,
  dayOfOtherWork,
  emergencies,
  half,
  harmless,
  hasSeason,
  headOfClosed,
  mayOpen,
  mayOpenMore,
  namedDays,
  nothing,
  onlyInSeason,
  opens,
  opensOnDates,
  otherWork,
  prefix,
  runItem,
  season,
  separator,
  startsWithDate,
  timesOnly,
} from './remark-words.ts';
import { foldTimeText } from './time.ts';
import { inWeekOrder } from './week-words.ts';
import { dayRun, daysOfRun, joinNth, type NthWeekday, readNthWeekdays, weeksOf } from './weekday.ts';

/**
 * What a 特記事項 says about which days. Only clauses of a known form count as read; a day named in anything
 * else is `touched`. A caller shows `partly` and `touched` days as unknown, with the remark beside them.
 */
export interface HoursRemark {
  /** Closed the whole day: 木・日曜・祝日休診. */
  closed: Weekday[];
  /** Said to be open: 祝日は営業. */
  open: Weekday[];
  /** Read, but the day's times are other than the rest (午後休診, 17:00まで). */
  partly: Weekday[];
  /** Those of `partly` of which only 午後休診 or 午前のみ is said. */
  morningOnly: Weekday[];
  /**
   * Days before an 午後休診, where the text leaves open whether 午後 is meant for them as well
   * (「木・日曜・祝日・土曜午後休診」). The days of one unit share their fate; 日曜・祝日 is one unit.
   */
  perhaps: Weekday[][];
  /** Named in text that was not read. */
  touched: Weekday[];
  /** Those of `touched` of which the text may say that they are open: it speaks of times, 診療, 除く there. */
  mayBeOpen: Weekday[];
  closedNth: NthWeekday[];
  /** 年中無休. */
  neverCloses: boolean;
  /** Names days as if only they were meant (「火・金曜日の営業」): the rest of 平日 is then not sure. */
  namesSome: boolean;
  /** The only days of some season (「冬期は木曜のみ」): the others are not sure all year. */
  seasonal: Weekday[];
  /** More may be served than stated (「上記以外も対応」): what is not listed is then not closed for sure. */
  mayOpenMore: boolean;
  /** Unread text about which days are open (隔週, 休診の場合があります), naming none. */
  unreadDays: boolean;
  /** Unread text about times or reception (予約制, 受付は30分前まで), naming no day. */
  unreadTimes: boolean;
  /** Unread text makes every open day unsure. */
  touchesAll: boolean;
  /** Nothing that speaks of days, times or reception was left unread. */
  readFully: boolean;
  /** 年末年始, お盆 and other dates, as typed. */
  exceptions: string | null;
  /** The remark as it is shown, null when it says nothing (「特になし」). */
  text: string | null;
}

interface Gathered {
  closed: Weekday[];
  open: Weekday[];
  partly: Weekday[];
  morningOnly: Weekday[];
  perhaps: Weekday[][];
  touched: Weekday[];
  /** Named in text that was not read and cannot say that the day is open. */
  named: Weekday[];
  nth: NthWeekday[];
  seasonal: Weekday[];
  exceptions: string[];
  neverCloses: boolean;
  namesSome: boolean;
  mayOpenMore: boolean;
  unreadDays: boolean;
  unreadTimes: boolean;
  leftover: boolean;
}

/** Reads 診療日時特記事項, 利用可能曜日特記事項 and the like. Never throws; an empty remark touches nothing. */
export function readHoursRemark(text: string): HoursRemark {
  const shown = text.replaceAll('（改行）', '\n').replace(/\r\n?/g, '\n').trim();
  const folded = foldLines(shown);
  const into: Gathered = {
    ...{
      closed: [],
      open: [],
      partly: [],
      morningOnly: [],
      perhaps: [],
      touched: [],
      named: [],
      nth: [],
      seasonal: [],
      exceptions: [],
    },
    ...{
      neverCloses: false,
      namesSome: false,
      mayOpenMore: false,
      unreadDays: false,
      unreadTimes: false,
      leftover: false,
    },
  };
  const says = !folded.every(line => nothing.test(line));
  for (const line of shown.split('\n')) {
    if (line.startsWith(ownNote) && line.endsWith(contradictionNote))
      into.touched.push(...namedDays(foldTimeText(line)));
  }
  if (says) for (const line of folded) readLine(line, into);
  return {
    closed: inWeekOrder(into.closed),
    open: inWeekOrder(into.open),
    partly: inWeekOrder(into.partly),
    morningOnly: inWeekOrder(into.morningOnly),
    perhaps: into.perhaps,
    touched: inWeekOrder([...into.touched, ...into.named]),
    mayBeOpen: inWeekOrder(into.touched),
    closedNth: joinNth(into.nth),
    neverCloses: into.neverCloses,
    namesSome: into.namesSome,
    seasonal: inWeekOrder(into.seasonal),
    mayOpenMore: into.mayOpenMore,
    unreadDays: into.unreadDays,
    unreadTimes: into.unreadTimes,
    touchesAll: into.unreadDays || into.unreadTimes,
    readFully: !into.leftover,
    exceptions: into.exceptions.length > 0 ? [...new Set(into.exceptions)].join('、') : null,
    text: says || shown.includes(ownNote) ? shown : null,
  };
}

/** One sentence or line each, folded; 【土曜】 heads what follows, other brackets are parentheses. */
function foldLines(text: string): string[] {
  const folded = text
    .split('\n')
    .filter(line => !line.startsWith(ownNote))
    .map(line =>
      foldTimeText(line)
        .replace(/･/g, '・')
        .replace(/(?<=[\d月日]) ?([/~]) ?(?=\d)/g, '$1')
        .replace(/ +\(/g, '(')
        .replace(/【([^】]*)】\s*/g, ' $1:')
        // 「土曜午後休診、日曜・祝日休診」 are two statements.
        .replace(/(?<=(?<![盆月始末季期夏冬])休[診業み])[、,](?=[^、,。()]{0,20}休[診業み])/g, ' ')
        .replace(/[[{〔〈]/g, '(')
        .replace(/[\]}〕〉]/g, ')'),
    );
  return folded
    .flatMap(line => line.split(/[。※]/))
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** A pair of parentheses is a remark of its own; one that stands directly at a day speaks of that day. */
function readLine(line: string, into: Gathered): void {
  const ofSeason = onlyInSeason.exec(withoutHarmlessAside(line));
  if (ofSeason) {
    into.seasonal.push(...daysOfRun(ofSeason[1]!));
    into.leftover = true;
    return;
  }
  const inner: { content: string; days: Weekday[] }[] = [];
  const plain = line.replace(dayOfOtherWork, '$1$2');
  const outer = plain.replace(/\(([^()]*)\)+/g, (whole, content: string, at: number) => {
    const before = plain.slice(0, at);
    if (new RegExp(`^(?:${dates}|${season}|[0-3]?\\d日|[、,・\\s:~]|休業|休み|まで)*$`, 'i').test(content))
      return whole;
    if (otherWork.test(before.split(' ').at(-1)!)) return '';
    const named = new RegExp(`(${dayRun})$`).exec(before);
    const days = /休[診みむ業]?$/.test(before) ? [] : namedDays(before.split(' ').at(-1)!);
    if (named) {
      into.touched.push(...daysOfRun(named[1]!));
      into.leftover = true;
    }
    if (!named || !/^祝日のある週は(?:診療|営業)$/.test(content)) inner.push({ content, days });
    return named ? '' : ' ';
  });
  readPhrases(withoutLooseBrackets(outer), [], into);
  for (const { content, days } of inner) readInner(content, days, into);
}

/** 冬期は木曜のみ(雪の日は電話で確認してください) */
function withoutHarmlessAside(line: string): string {
  return line.replace(/\(([^()]*)\)$/, (whole, content: string) =>
    harmless.some(pattern => pattern.test(content)) ? '' : whole,
  );
}

/** In parentheses 「除く」 and 「年中無休」 may be about something else than the office (「延長あり（祝日を除く）」). */
function readInner(content: string, days: Weekday[], into: Gathered): void {
  const isAside = /無休|365日/.test(content) || (/除/.test(content) && namedDays(content).length > 0);
  if (isAside) readUnread(content, into);
  else readPhrases(content, days, into);
}

/** Brackets are kept only around dates. */
function withoutLooseBrackets(text: string): string {
  return text.replace(/\((?![^()]*\))|(?<!\([^()]*)\)/g, ' ');
}

/**
 * The phrases of one line, at its spaces. Days that stand alone share what closes the next phrase
 * (「日曜・祝日　水・土曜午後休診」); times that stand alone belong to the days before them.
 */
function readPhrases(line: string, daysBefore: Weekday[], into: Gathered): void {
  const phrases = line.split(' ').filter(phrase => phrase !== '');
  let waiting: Weekday[][] = [];
  let last = daysBefore;
  let closedLast: Weekday[] = [];
  let headed = false;
  const hasClock = /\d:\d|\d時/.test(line);
  for (const phrase of phrases) {
    const bare = phrase.replace(prefix, '').replace(headOfClosed, '');
    if (bare === '') {
      headed = headed || phrase !== '';
      continue;
    }
    if (last.length > 0 && timesOnly.test(phrase)) {
      into.partly.push(...last);
      into.namesSome ||= last.length > 1;
      if (waiting.at(-1) === last) waiting.pop();
      continue;
    }
    if (timesOnly.test(phrase)) into.touched.push(...closedLast);
    const found = readPhrase(phrase, { headed, hasClock }, into);
    last = found.kind === 'closed' ? [] : found.days;
    closedLast = found.kind === 'closed' ? found.days : [];
    if (found.kind === 'bare') waiting.push(found.days);
    else if (found.kind === 'closed') {
      if (found.hasHalf) into.perhaps.push(...waiting);
      else into.closed.push(...waiting.flat());
      waiting = [];
    }
    if (found.kind !== 'dates') headed = false;
  }
  if (waiting.length > 0) into.leftover = true;
  into.touched.push(...waiting.flat());
}

interface Item {
  days: Weekday[];
  isHalf: boolean;
  isMorningOnly: boolean;
}
interface Phrase {
  kind: 'closed' | 'bare' | 'dates' | 'other';
  days: Weekday[];
  hasHalf: boolean;
}

function readPhrase(typed: string, line: { headed: boolean; hasClock: boolean }, into: Gathered): Phrase {
  const phrase = typed.replace(prefix, '').replace(/[。、,]+$/, '');
  const other = (days: Weekday[] = []): Phrase => ({ kind: 'other', days, hasHalf: false });
  if (/^(?:年中)?無休(?:です|で営業)?$|^365日(?:年中無休|営業|対応|体制)?$/.test(phrase)) {
    into.neverCloses = true;
    return other();
  }
  if (readNthClosing(phrase, into)) return other();
  const isHeaded = line.headed || headOfClosed.test(phrase);
  const list = readList(phrase.replace(headOfClosed, ''), isHeaded);
  const days = list.items.flatMap(item => item.days);
  if (list.items.length === 0) {
    const isDates = !line.hasClock && readDates(list, phrase, into);
    return isDates ? { kind: 'dates', days, hasHalf: false } : other(readUnread(phrase, into));
  }
  const predicate = list.rest;
  if (closes.test(predicate) || (isHeaded && /^(?:です)?$/.test(predicate))) {
    into.exceptions.push(...list.dates);
    return { kind: 'closed', days, hasHalf: closeItems(list.items, into) };
  }
  if (predicate === '') {
    into.exceptions.push(...list.dates);
    return { kind: 'bare', days, hasHalf: false };
  }
  if (opens.test(predicate) && list.dates.length === 0) {
    into.open.push(...days);
    into.namesSome ||= !/^[はも]/.test(predicate) && days.some(day => day !== 'holiday');
    return other(days);
  }
  if (
    timesOnly.test(predicate) &&
    !/^(?:の|は)?(?:のみ|だけ)(?!.*\d)/.test(predicate) &&
    list.dates.length === 0
  ) {
    into.partly.push(...days);
    into.namesSome ||= !/^[はも]/.test(predicate) && (days.length > 1 || /^の|のみ|だけ/.test(predicate));
    if (/^(?:は|の|:)*午前中?の?(?:のみ|だけ)/.test(predicate)) into.morningOnly.push(...days);
    return other(days);
  }
  return other(readUnread(phrase, into));
}

interface List {
  items: Item[];
  dates: string[];
  rest: string;
}

/** The days and dates a phrase begins with, and what is said of them. */
function readList(phrase: string, isHeaded: boolean): List {
  const list: List = { items: [], dates: [], rest: isHeaded ? phrase.replace(/^[はの:]+/, '') : phrase };
  for (;;) {
    const found = dateItem.exec(list.rest);
    const run = found ? null : runItem.exec(list.rest);
    if (found) list.dates.push(found[0].replace(/:$/, ''));
    else if (run) addRun(run, list);
    else return list;
    if (found) list.rest = list.rest.slice(found[0].length);
    const between = separator.exec(list.rest);
    if (!between) return list;
    list.rest = list.rest.slice(between[0].length);
  }
}

function addRun(run: RegExpExecArray, list: List): void {
  const after = list.rest.slice(run[0].length);
  const found = half.exec(after);
  list.items.push({
    days: daysOfRun(run[1]!),
    isHalf: found !== null,
    isMorningOnly: found?.[0].includes('午後') === true,
  });
  list.rest = after.slice(found?.[0].length ?? 0);
}

/** Says whether an 午後 was among them. Days before it may share it; 日曜・祝日 stay together. */
function closeItems(items: readonly Item[], into: Gathered): boolean {
  const lastHalf = items.findLastIndex(item => item.isHalf);
  const before: Item[] = [];
  for (const [index, item] of items.entries()) {
    if (item.isHalf) into.partly.push(...item.days);
    if (item.isMorningOnly) into.morningOnly.push(...item.days);
    if (item.isHalf) continue;
    if (index > lastHalf) into.closed.push(...item.days);
    else before.push(item);
  }
  for (const item of before) {
    const previous = into.perhaps.at(-1);
    const joins = item !== before[0] && previous && isSundayAndHoliday(previous.at(-1), item.days);
    if (joins) previous.push(...item.days);
    else into.perhaps.push([...item.days]);
  }
  return lastHalf >= 0;
}

function isSundayAndHoliday(previous: Weekday | undefined, next: readonly Weekday[]): boolean {
  return (
    next.length === 1 &&
    ((previous === 'sun' && next[0] === 'holiday') || (previous === 'holiday' && next[0] === 'sun'))
  );
}

const nthAfterDay =
  /^([月火水木金土日])(?:曜日?)?(?::|は|の)?(?:毎月)?((?:第?[1-5](?:週目?)?[・、,と]?)+)(?:は|が)?(?:休診|休み|休業)(?:です)?$/;

function otherWeeks(weeks: readonly number[]): number[] {
  return [1, 2, 3, 4, 5].filter(week => !weeks.includes(week));
}

/** 「土:１週・３週・５週目は休診」, 「第2・第4土曜休診」, and 「第1・第3火曜のみ」, which closes the other weeks. */
function readNthClosing(phrase: string, into: Gathered): boolean {
  const only = /^(.*)(?:のみ|だけ)(?:の?(?:診療|営業|開館|開所))?(?:です)?$/.exec(phrase);
  const kept = only && /^(?:毎月)?第/.test(phrase) ? readNthWeekdays(only[1]!).value : null;
  if (kept) {
    for (const { day, weeks } of kept) into.nth.push({ day, weeks: otherWeeks(weeks) });
    return true;
  }
  const after = nthAfterDay.exec(phrase);
  if (after && /第|週/.test(after[2]!)) {
    for (const day of daysOfRun(after[1]!)) into.nth.push({ day, weeks: weeksOf(after[2]!) });
    return true;
  }
  if (!/^(?:毎月)?第?[1-5一二三四五].*休(?:診|み|業)?(?:です)?$/.test(phrase)) return false;
  const before = readNthWeekdays(phrase);
  into.nth.push(...(before.value ?? []));
  return before.value !== null;
}

/** Dates without weekdays are exceptions of the year and touch no ordinary week. */
function readDates(list: List, phrase: string, into: Gathered): boolean {
  const says = list.rest;
  const clean = list.dates.length > 0 && (says === '' || closes.test(says) || hasSeason.test(says));
  const loose =
    startsWithDate.test(phrase) && namedDays(phrase).length === 0 && !/\d:\d|時|午前|診療時間/.test(phrase);
  if (!clean && !loose) return false;
  if (!opensOnDates.test(phrase)) into.exceptions.push(phrase);
  return true;
}

/**
 * Text of no known form. Its parts are judged one by one: days named are touched, times alone belong to the days
 * before them, and words about days or hours that name no day touch every open day. Returns the days named.
 */
function readUnread(phrase: string, into: Gathered): Weekday[] {
  if (emergencies.test(phrase) && namedDays(phrase).length === 0) return [];
  if (mayOpenMore.test(phrase)) {
    into.mayOpenMore = true;
    into.touched.push(...namedDays(phrase));
    into.leftover = true;
    return [];
  }
  let last: Weekday[] = [];
  for (const part of phrase.split(/[、,]/)) {
    if (harmless.some(pattern => pattern.test(part))) continue;
    const named = namedDays(part);
    if (named.length > 0) last = named;
    (mayOpen.test(part) ? into.touched : into.named).push(...named);
    const inherits = named.length > 0 || (last.length > 0 && timesOnly.test(part));
    if (inherits && named.length === 0) into.touched.push(...last);
    const reachesFurther = /以外|その他|他の|除|(?:曜日?|祝日|平日|[月火水木金土日祝])(?:のみ|だけ)/.test(
      part,
    );
    if (named.length > 0) into.leftover = true;
    if (reachesFurther || (!inherits && aboutDays.test(part.replace(/お?昼休み?/g, ''))))
      into.unreadDays = true;
    else if (!inherits && aboutTimes.test(part)) into.unreadTimes = true;
  }
  if (into.unreadDays || into.unreadTimes) into.leftover = true;
  return last;
}

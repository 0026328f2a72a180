import type { Finding } from '../issues/issue.ts';
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { formatSpans } from './clock-words.ts';
import {
  breaksNote,
  closed,
  contradictionNote,
  everyDay,
  type HoursFinding,
  type HoursOf,
  type HoursRead,
  ownNote,
  unknown,
  withoutTimes,
} from './hours-read.ts';
import { namedDays } from './remark-words.ts';
import { type HoursRemark, readHoursRemark } from './remarks.ts';
import { foldTimeText, minutesOf, readDayCell, readSpanPair } from './time.ts';
import { formatWeekdays } from './week-words.ts';
import { joinNth, readNthWeekdays, readWeekdayList, type WeekdayList } from './weekday.ts';
import { typedNote, writtenNotes } from './written-times.ts';

export { breaksNote, type HoursFinding, type HoursOf, type HoursRead } from './hours-read.ts';
export { applyClosedDays, hoursFromSlots, type SlotCells, type SlotTexts } from './hours-slots.ts';

function locate(findings: readonly Finding[], cell: HoursFinding['cell'], value: string): HoursFinding[] {
  return findings.map(found => ({ ...found, cell, value }));
}

/** How a source's list of days and its remark are to be joined. */
interface Joining {
  list: WeekdayList | null;
  remark: HoursRemark;
  /** What a listed day is when the remark leaves it alone. */
  listed: DayHours;
  /** The list has a word of its own for 祝日, so that a list without it says they are closed. */
  holidayIsListed: boolean;
  /** Without times in the list, a remark about times changes nothing: the day is open all the same. */
  timesMatter: boolean;
}

interface Joined {
  days: Record<Weekday, DayHours>;
  /** Days that the two contradict each other about. */
  contradicted: Weekday[];
  /** Days unknown because of the remark. */
  unread: Weekday[];
}

/**
 * Listed days are open, others closed — as far as the list was read whole and the remark does not touch them.
 * A day both named and closed is left unknown; only a word for several (平日) gives way to a remark about one.
 */
function joinListAndRemark(joining: Joining): Joined {
  const joined: Joined = { days: everyDay(() => unknown), contradicted: [], unread: [] };
  const closing = new Set([...joining.remark.closed, ...closedByList(joining)]);
  for (const day of weekdays) {
    const state = stateOf(day, joining, closing);
    if (state === 'contradiction') joined.contradicted.push(day);
    else joined.days[day] = state;
    if (state === unknown && isTouched(day, joining)) joined.unread.push(day);
  }
  return joined;
}

/** Is it the remark that makes the day unknown? */
function isTouched(day: Weekday, { remark, list }: Joining): boolean {
  if (remark.touched.includes(day) || remark.partly.includes(day) || remark.perhaps.flat().includes(day))
    return true;
  if (isLeftOutBySeason(day, remark)) return list?.days.includes(day) === true;
  return (remark.touchesAll || remark.namesSome) && (list === null || list.days.includes(day));
}

function isLeftOutBySeason(day: Weekday, { seasonal }: HoursRemark): boolean {
  return seasonal.length > 0 && !seasonal.includes(day);
}

function stateOf(day: Weekday, joining: Joining, closing: ReadonlySet<Weekday>): DayHours | 'contradiction' {
  const { remark, list } = joining;
  const isListed = list?.days.includes(day) === true;
  if (remark.touched.includes(day)) return unknown;
  if (closing.has(day)) return isListed && !list?.grouped.includes(day) ? 'contradiction' : closed;
  const isGrouped = list?.grouped.includes(day) === true;
  if (isListed && remark.perhaps.flat().includes(day))
    return joining.timesMatter || isGrouped ? unknown : joining.listed;
  if (remark.partly.includes(day)) return isListed && !joining.timesMatter ? joining.listed : unknown;
  if (isListed) {
    if (isLeftOutBySeason(day, remark)) return unknown;
    const isLeftOut = isGrouped && remark.namesSome && !remark.open.includes(day);
    const isUnsure = isLeftOut || remark.unreadDays || (joining.timesMatter && remark.unreadTimes);
    return isUnsure ? unknown : joining.listed;
  }
  return stateOfUnlisted(day, joining);
}

function stateOfUnlisted(day: Weekday, joining: Joining): DayHours | 'contradiction' {
  const { remark, list } = joining;
  const isStated = list?.complete === true && (day !== 'holiday' || joining.holidayIsListed);
  if (remark.neverCloses || remark.open.includes(day)) return isStated ? 'contradiction' : withoutTimes;
  if (!isStated || remark.unreadDays || remark.mayOpenMore) return unknown;
  return remark.closedNth.some(nth => nth.day === day) ? 'contradiction' : closed;
}

/** 「日曜・祝日・土曜午後休診」: where no weekday of the unit is listed, the unit is closed the whole day. */
function closedByList({ list, remark }: Joining): Weekday[] {
  if (!list?.complete) return [];
  return remark.perhaps
    .filter(unit => unit.some(day => day !== 'holiday') && !unit.some(day => list.days.includes(day)))
    .flat();
}

function tellJoined(joined: Joined, remarkText: string): HoursFinding[] {
  const findings: Finding[] = [];
  if (joined.unread.length > 0) {
    findings.push({ code: 'hours-remark-unread', detail: { days: formatWeekdays(joined.unread) } });
  }
  if (joined.contradicted.length > 0) {
    findings.push({ code: 'hours-contradiction', detail: { days: formatWeekdays(joined.contradicted) } });
  }
  return locate(findings, 'remark', remarkText);
}

export interface WholeDayCells extends HoursOf {
  /** 診療曜日. */
  days: string;
  /** 診療開始時間. */
  start: string;
  /** 診療終了時間. */
  end: string;
  /** 診療日時特記事項. */
  remark: string;
}

/**
 * The municipal standard (医療機関一覧, 公共施設一覧): one start and end for all days listed, so a lunch break cannot
 * be seen. 祝日 that are not listed are unknown unless the remark speaks of them.
 */
export function hoursFromWholeDay(cells: WholeDayCells): HoursRead {
  const list = readWeekdayList(cells.days);
  const span = readSpanPair(cells.start, cells.end);
  const remark = readHoursRemark(cells.remark);
  const times = [cells.start, cells.end].map(each => each.trim()).filter(each => each !== '');
  if (cells.days.trim() === '' && times.length === 0 && !remark.text) return { value: null, findings: [] };

  const listed: DayHours = { state: 'open', spans: span.value ? [span.value] : [] };
  const joined = joinListAndRemark({
    ...{ list: list.value, remark, listed, holidayIsListed: false, timesMatter: true },
  });
  const findings = [
    ...locate(list.findings, 'days', cells.days),
    ...locate(span.findings, 'start', times.join('-')),
    ...tellJoined(joined, cells.remark),
  ];
  if (span.value && !list.value && list.findings.length === 0) {
    findings.push({ code: 'hours-days-missing', cell: 'start', value: times.join('-') });
  }
  const isListed = (day: Weekday): boolean => list.value?.days.includes(day) === true;
  const lost = Object.fromEntries(joined.unread.filter(isListed).map(day => [day, listed]));
  const typed = [cells.days.trim(), span.value ? formatSpans([span.value]) : ''].filter(each => each !== '');
  const asTyped = typed.length === 0 ? [] : [typedNote(typed)];
  const value = makeSet(cells, joined, remark, list.value?.complete ? writtenNotes(lost) : asTyped);
  return { value: { ...value, breaksStated: span.value === null }, findings };
}

export interface DayWordCells extends HoursOf {
  /** 利用可能曜日. */
  days: string;
  /** 利用可能曜日特記事項. */
  remark: string;
}

/**
 * 介護サービス事業所一覧: 利用可能曜日 from 平日, 土曜日, 日曜日, 祝日, and 利用可能曜日特記事項. No times: a listed day is
 * open without them, and 祝日 left out are closed, because the list has a word for them.
 */
export function hoursFromDayWords(cells: DayWordCells): HoursRead {
  const list = readWeekdayList(cells.days.replaceAll('（改行）', ','));
  const remark = readHoursRemark(cells.remark);
  if (cells.days.trim() === '' && !remark.text) return { value: null, findings: [] };
  const joined = joinListAndRemark({
    ...{ list: list.value, remark, listed: withoutTimes, holidayIsListed: true, timesMatter: false },
  });
  const findings = [...locate(list.findings, 'days', cells.days), ...tellJoined(joined, cells.remark)];
  const days = cells.days.trim();
  const notes = list.value?.complete || days === '' ? [] : [typedNote([days])];
  return { value: makeSet(cells, joined, remark, notes), findings };
}

/**
 * The text always holds what the remark says, below `notes`: the list as typed when it was not read whole, and the
 * times that the remark takes away from a day, so that 9:00～18:00 is not lost by 土曜午後休診.
 */
function makeSet(
  of: HoursOf,
  { days, contradicted }: Joined,
  remark: HoursRemark,
  notes: readonly string[],
): HoursSet {
  const typed = remark.text?.includes(ownNote) ? [] : notes;
  const isTold = contradicted.length === 0 || remark.text?.includes(contradictionNote) === true;
  const contradiction = isTold ? '' : `${ownNote}${formatWeekdays(contradicted)}${contradictionNote}`;
  return {
    purpose: of.purpose,
    speciality: of.speciality ?? null,
    days,
    closedNth: remark.closedNth.filter(nth => days[nth.day].state !== 'closed'),
    exceptions: remark.exceptions,
    text: [...typed, remark.text, contradiction].filter(Boolean).join('\n') || null,
    breaksStated: true,
  };
}

/** The weekday columns 月 … 日 and 祝 as `mon` … `holiday`. */
export interface DayCells extends HoursOf, Readonly<Record<Weekday, string>> {
  /** 定期休診. */
  nth?: string;
  /** 休業日. */
  exceptions?: string;
  /** 時間の備考. */
  remark?: string;
}

/**
 * The own template: a cell for each day. The cells state the times, so a remark about times in general
 * (「予約制」) changes none; a remark that names a day, or is unclear about which days, does.
 */
export function hoursFromDayCells(cells: DayCells): HoursRead {
  const typedRemark = cells.remark ?? '';
  const remark = readHoursRemark(typedRemark.replace(breaksNote, ''));
  const nth = readNthWeekdays(cells.nth ?? '');
  const closedNth = joinNth([...(nth.value ?? []), ...remark.closedNth]);
  const unsure = nth.findings.length > 0 ? namedDays(foldTimeText(cells.nth ?? '')) : [];
  const nthTouchesAll = nth.findings.length > 0 && unsure.length === 0;
  const findings = locate(nth.findings, 'nth', cells.nth ?? '');
  const joined: Joined = { days: everyDay(() => unknown), contradicted: [], unread: [] };
  const read: Partial<Record<Weekday, DayHours>> = {};
  for (const day of weekdays) {
    const cell = readDayCell(cells[day]);
    read[day] = cell.value ?? unknown;
    findings.push(...locate(cell.findings, day, cells[day]));
    const state = joinCell(day, read[day], remark, closedNth);
    if (state === 'contradiction') joined.contradicted.push(day);
    else if (state === 'unread') joined.unread.push(day);
    else if (!unsure.includes(day) && !(nthTouchesAll && state.state === 'open')) joined.days[day] = state;
  }
  findings.push(...tellJoined(joined, typedRemark));
  const exceptions = joinExceptions(cells.exceptions?.trim() ?? '', remark.exceptions ?? '');
  const notes = nth.findings.length > 0 ? [typedNote([cells.nth!])] : [];
  const lost = Object.entries(read).filter(([day]) => joined.days[day as Weekday] === unknown);
  const value = makeSet(cells, joined, { ...remark, closedNth }, [
    ...notes,
    ...writtenNotes(Object.fromEntries(lost)),
  ]);
  const saysNothing = weekdays.every(day => value.days[day].state === 'unknown') && closedNth.length === 0;
  if (saysNothing && !exceptions && !value.text) return { value: null, findings };
  return { value: { ...value, exceptions, breaksStated: !typedRemark.includes(breaksNote) }, findings };
}

function joinCell(
  day: Weekday,
  cell: DayHours,
  remark: HoursRemark,
  closedNth: HoursSet['closedNth'],
): DayHours | 'contradiction' | 'unread' {
  if (remark.mayBeOpen.includes(day)) return 'unread';
  if (remark.touched.includes(day)) return cell.state === 'closed' ? cell : 'unread';
  if (remark.closed.includes(day)) return cell.state === 'open' ? 'contradiction' : closed;
  const mayBeClosed = remark.perhaps.flat().includes(day);
  if (mayBeClosed && cell.state === 'closed') return cell;
  if (mayBeClosed || remark.partly.includes(day)) {
    return (mayBeClosed || remark.morningOnly.includes(day)) && endsByNoon(cell) ? cell : 'unread';
  }
  if (cell.state === 'closed') {
    const isOpenElsewhere = remark.neverCloses || remark.open.includes(day);
    return isOpenElsewhere || closedNth.some(nth => nth.day === day) ? 'contradiction' : cell;
  }
  if (cell.state === 'open') return remark.unreadDays || isLeftOutBySeason(day, remark) ? 'unread' : cell;
  return remark.neverCloses || remark.open.includes(day) ? withoutTimes : cell;
}

/** Each said once: a list that was exported repeats in 休業日 what its remark says. */
function joinExceptions(typed: string, ofRemark: string): string | null {
  if (ofRemark === '' || typed.includes(ofRemark)) return typed || null;
  return [typed, ofRemark].filter(Boolean).join('、');
}

/** 午後休診 beside `9:00-12:30` only says it again. */
function endsByNoon(cell: DayHours): boolean {
  return (
    cell.state === 'open' && cell.spans.length > 0 && cell.spans.every(span => minutesOf(span.end) <= 810)
  );
}

import type { CellRead, Finding } from '../issues/issue.ts';
import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import { type HoursRemark, namedDays, readHoursRemark } from './remarks.ts';
import { foldTimeText, minutesOf, readDayCell, readSpanPair, tidySpans } from './time.ts';
import {
  formatWeekdays,
  inWeekOrder,
  joinNth,
  readNthWeekdays,
  readWeekdayList,
  type WeekdayList,
} from './weekday.ts';

/** Hours come from several cells: `cell` says which one a finding is about, `value` what stood there. */
export interface HoursFinding extends Finding {
  cell: 'days' | 'start' | 'remark' | 'nth' | 'flags' | Weekday;
  value: string;
}
export interface HoursRead extends CellRead<HoursSet> {
  findings: HoursFinding[];
}

export interface HoursOf {
  purpose: HoursSet['purpose'];
  speciality?: string | null;
}

const unknown: DayHours = { state: 'unknown' };
const closed: DayHours = { state: 'closed' };
const withoutTimes: DayHours = { state: 'open', spans: [] };

function locate(findings: readonly Finding[], cell: HoursFinding['cell'], value: string): HoursFinding[] {
  return findings.map(found => ({ ...found, cell, value }));
}

function everyDay(make: (day: Weekday) => DayHours): Record<Weekday, DayHours> {
  return Object.fromEntries(weekdays.map(day => [day, make(day)])) as Record<Weekday, DayHours>;
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
  return (remark.touchesAll || remark.namesSome) && (list === null || list.days.includes(day));
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
  const asTyped = list.value?.complete ? null : [cells.days.trim(), span.value && formatSpan(span.value)];
  const value = makeSet(cells, joined.days, remark, asTyped);
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
  const asTyped = list.value?.complete ? null : [cells.days.trim()];
  return { value: makeSet(cells, joined.days, remark, asTyped), findings };
}

/** The text always holds what the remark says, and the list as typed when it was not read whole. */
function makeSet(
  of: HoursOf,
  days: Record<Weekday, DayHours>,
  remark: HoursRemark,
  asTyped: (string | null)[] | null,
): HoursSet {
  const typed = (asTyped ?? []).filter(Boolean).join(' ');
  return {
    purpose: of.purpose,
    speciality: of.speciality ?? null,
    days,
    closedNth: remark.closedNth.filter(nth => days[nth.day].state !== 'closed'),
    exceptions: remark.exceptions,
    text: [typed, remark.text].filter(Boolean).join('\n') || null,
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
  const remark = readHoursRemark(cells.remark ?? '');
  const nth = readNthWeekdays(cells.nth ?? '');
  const closedNth = joinNth([...(nth.value ?? []), ...remark.closedNth]);
  const unsure = nth.findings.length > 0 ? namedDays(foldTimeText(cells.nth ?? '')) : [];
  const nthTouchesAll = nth.findings.length > 0 && unsure.length === 0;
  const findings = locate(nth.findings, 'nth', cells.nth ?? '');
  const joined: Joined = { days: everyDay(() => unknown), contradicted: [], unread: [] };
  for (const day of weekdays) {
    const cell = readDayCell(cells[day]);
    findings.push(...locate(cell.findings, day, cells[day]));
    const state = joinCell(day, cell.value ?? unknown, remark, closedNth);
    if (state === 'contradiction') joined.contradicted.push(day);
    else if (state === 'unread') joined.unread.push(day);
    else if (!unsure.includes(day) && !(nthTouchesAll && state.state === 'open')) joined.days[day] = state;
  }
  findings.push(...tellJoined(joined, cells.remark ?? ''));
  const exceptions = [cells.exceptions?.trim(), remark.exceptions].filter(Boolean).join('、') || null;
  const isEmpty = weekdays.every(day => cells[day].trim() === '') && closedNth.length === 0;
  if (isEmpty && !exceptions && !remark.text && findings.length === 0) return { value: null, findings };
  const value = makeSet(
    cells,
    joined.days,
    { ...remark, closedNth },
    nth.findings.length > 0 ? [cells.nth!] : null,
  );
  return { value: { ...value, exceptions }, findings };
}

function joinCell(
  day: Weekday,
  cell: DayHours,
  remark: HoursRemark,
  closedNth: HoursSet['closedNth'],
): DayHours | 'contradiction' | 'unread' {
  if (remark.touched.includes(day)) return 'unread';
  if (remark.closed.includes(day)) return cell.state === 'open' ? 'contradiction' : closed;
  if (remark.partly.includes(day) || remark.perhaps.flat().includes(day)) {
    return remark.morningOnly.includes(day) && endsByNoon(cell) ? cell : 'unread';
  }
  if (cell.state === 'closed') {
    const isOpenElsewhere = remark.neverCloses || remark.open.includes(day);
    return isOpenElsewhere || closedNth.some(nth => nth.day === day) ? 'contradiction' : cell;
  }
  if (cell.state === 'open') return remark.unreadDays ? 'unread' : cell;
  return remark.neverCloses || remark.open.includes(day) ? withoutTimes : cell;
}

/** 午後休診 beside `9:00-12:30` only says it again. */
function endsByNoon(cell: DayHours): boolean {
  return (
    cell.state === 'open' && cell.spans.length > 0 && cell.spans.every(span => minutesOf(span.end) <= 810)
  );
}

/** 開始 and 終了 as typed. */
export interface SlotTexts {
  start: string;
  end: string;
}

export interface SlotCells extends HoursOf {
  /** 時間帯 1, 2, 3 …, each with a pair for every day. */
  slots: readonly Readonly<Record<Weekday, SlotTexts>>[];
  /** 毎週決まった曜日に休診 and 祝日に休診. Against the name: `1` open, `0` closed, empty not answered. */
  openFlags: Readonly<Record<Weekday, string>> | null;
  /** 決まった週に休診: for each day the flags of weeks 1–5, `0` closed. */
  nthOpenFlags: Readonly<Partial<Record<Weekday, readonly string[]>>> | null;
  /** その他の休診日（gw、お盆等）. */
  exceptions: string;
}

/**
 * 医療情報ネット: time slots with closed-day flags (定義書: 1 = 診療, 0 = 休診). Flags and times that contradict each
 * other are not decided: the day is unknown and `text` says why. A flag without times is a contradiction only
 * where the hours of the whole office have times on other days; one 診療科 may well not see patients that day.
 * Null when there are neither times nor flags, or a 診療科 has no time at all.
 */
export function hoursFromSlots(cells: SlotCells): HoursRead {
  const read = Object.fromEntries(
    weekdays.map(day => [day, readSlots(cells.slots.map(slot => slot[day]))]),
  ) as Record<Weekday, SlotDay>;
  const hasTimes = weekdays.some(day => read[day].isGiven);
  const hasFlags = weekdays.some(day => flagOf(cells.openFlags?.[day]) !== null);
  if (!hasTimes && (cells.speciality || !hasFlags)) return { value: null, findings: [] };

  const told = new Map<Reason, Weekday[]>();
  const closedNth: HoursSet['closedNth'] = [];
  const days = everyDay(day => {
    const weeks = closedWeeks(cells.nthOpenFlags?.[day]);
    const state = slotState(read[day], flagOf(cells.openFlags?.[day]), weeks, hasTimes, cells);
    if (typeof state !== 'string') {
      if (weeks.length > 0 && weeks.length < 5 && state.state !== 'closed') closedNth.push({ day, weeks });
      return state;
    }
    told.set(state, [...(told.get(state) ?? []), day]);
    return unknown;
  });
  const value: HoursSet = {
    ...{ purpose: cells.purpose, speciality: cells.speciality ?? null, days, closedNth, breaksStated: true },
    exceptions: cells.exceptions.replaceAll('（改行）', '\n').trim() || null,
    text: [tellReasons(told), tellOverlaps(read, days)].filter(Boolean).join('\n') || null,
  };
  return { value, findings: [...slotFindings(read), ...reasonFindings(told)] };
}

/**
 * The closed days of the whole office (施設票) laid over the hours of its 診療科 (診療時間票), which come in another
 * file: closed closes, unless the 診療科 has times that day; then the day is unknown and told. Nth weeks and dates
 * are taken over, too.
 */
export function applyClosedDays(office: HoursSet, set: HoursSet): HoursRead {
  const contradicted: Weekday[] = [];
  const days = everyDay(day => {
    if (office.days[day].state !== 'closed') return set.days[day];
    if (set.days[day].state !== 'open') return closed;
    contradicted.push(day);
    return unknown;
  });
  const told = new Map<Reason, Weekday[]>(
    contradicted.length > 0 ? [['closed-with-times', contradicted]] : [],
  );
  const closedNth = joinNth([...office.closedNth, ...set.closedNth]).filter(
    nth => days[nth.day].state !== 'closed',
  );
  const text = [set.text, tellReasons(told)].filter(Boolean).join('\n') || null;
  const value = { ...set, days, closedNth, text, exceptions: set.exceptions ?? office.exceptions };
  return { value, findings: reasonFindings(told) };
}

function tellReasons(told: ReadonlyMap<Reason, Weekday[]>): string | null {
  return [...told].map(([reason, list]) => `${formatWeekdays(list)}：${reasons[reason]}`).join('\n') || null;
}

const reasons = {
  'closed-with-times': '休診日とされていますが、時間の登録もあります。',
  'open-without-times': '診療日とされていますが、時間の登録がありません。',
  'nth-contradiction': '毎週の休診日と決まった週の休診日の登録が合いません。',
  broken: '時間の登録に誤りがあるようです。',
} as const;
type Reason = keyof typeof reasons;

/** Reception of new and returning patients often overlaps: the spans shown are joined, the text keeps what was typed. */
function tellOverlaps(
  read: Readonly<Record<Weekday, SlotDay>>,
  days: Readonly<Record<Weekday, DayHours>>,
): string | null {
  const typed = new Map<string, Weekday[]>();
  for (const day of weekdays) {
    const { overlapping } = read[day];
    if (overlapping && days[day].state === 'open')
      typed.set(overlapping, [...(typed.get(overlapping) ?? []), day]);
  }
  const lines = [...typed].map(
    ([spans, list]) => `${formatWeekdays(list)}：時間帯が重なっています（${spans}）。`,
  );
  return lines.join('\n') || null;
}

interface SlotDay {
  spans: Span[];
  /** The spans as typed, when they overlap without being the same. */
  overlapping: string | null;
  /** A time other than 00:00–00:00 was typed. */
  isGiven: boolean;
  isBroken: boolean;
  findings: (Finding & { value: string })[];
}

const notSet = /^0?0:00$/;

function readSlots(pairs: readonly SlotTexts[]): SlotDay {
  const result: SlotDay = { spans: [], overlapping: null, isGiven: false, isBroken: false, findings: [] };
  for (const { start, end } of pairs) {
    const isNotSet = notSet.test(start.trim()) && notSet.test(end.trim());
    if (isNotSet || (start.trim() === '' && end.trim() === '')) continue;
    result.isGiven = true;
    const read = readSpanPair(start, end.trim() === '23:59' && notSet.test(start.trim()) ? '24:00' : end);
    const findings =
      read.value && isSuspicious(read.value) ? [{ code: 'time-span-suspicious' } as const] : read.findings;
    result.findings.push(...findings.map(found => ({ ...found, value: `${start}-${end}` })));
    if (read.value && findings === read.findings) result.spans.push(read.value);
    else result.isBroken = true;
  }
  const distinct = [...new Map(result.spans.map(span => [`${span.start}-${span.end}`, span]))];
  const tidy = tidySpans(distinct.map(([, span]) => span));
  if (tidy.findings.length > 0) result.overlapping = distinct.map(([typed]) => typed).join('、');
  result.findings.push(...tidy.findings.map(found => ({ ...found, value: result.overlapping ?? '' })));
  return { ...result, spans: tidy.value ?? [] };
}

/** 00:45–17:15: nobody opens before 5 in the morning until the afternoon, unless all day. */
function isSuspicious(span: Span): boolean {
  const [start, end] = [minutesOf(span.start), minutesOf(span.end)];
  return start < 300 && end >= 720 && !(start === 0 && end >= 1439);
}

function flagOf(text: string | undefined): 'open' | 'closed' | null {
  const flag = (text ?? '').normalize('NFKC').trim();
  return flag === '1' ? 'open' : flag === '0' ? 'closed' : null;
}

function closedWeeks(flags: readonly string[] | undefined): number[] {
  return (flags ?? []).flatMap((flag, index) => (flagOf(flag) === 'closed' ? [index + 1] : []));
}

function slotState(
  day: SlotDay,
  flag: 'open' | 'closed' | null,
  weeks: readonly number[],
  hasTimes: boolean,
  cells: SlotCells,
): DayHours | Reason {
  const isPartOfWeeks = weeks.length > 0 && weeks.length < 5;
  if (flag === 'closed' && day.isGiven) return 'closed-with-times';
  if (flag === 'closed') return isPartOfWeeks ? 'nth-contradiction' : closed;
  if (day.isBroken) return 'broken';
  if (weeks.length === 5) return flag === 'open' || day.isGiven ? 'nth-contradiction' : closed;
  if (day.isGiven) return { state: 'open', spans: day.spans };
  if (flag === null || cells.speciality) return unknown;
  return hasTimes ? 'open-without-times' : withoutTimes;
}

function slotFindings(read: Readonly<Record<Weekday, SlotDay>>): HoursFinding[] {
  return weekdays.flatMap(day =>
    read[day].findings.map(found => ({
      ...found,
      cell: day,
      detail: { ...found.detail, day: formatWeekdays([day]) },
    })),
  );
}

function reasonFindings(told: ReadonlyMap<Reason, Weekday[]>): HoursFinding[] {
  return [...told].flatMap(([reason, list]): HoursFinding[] => {
    const detail = { days: formatWeekdays(inWeekOrder(list)) };
    if (reason === 'closed-with-times')
      return [{ code: 'hours-closed-with-times', detail, cell: 'flags', value: '' }];
    if (reason === 'open-without-times')
      return [{ code: 'hours-open-without-times', detail, cell: 'flags', value: '' }];
    if (reason === 'nth-contradiction')
      return [{ code: 'hours-contradiction', detail, cell: 'flags', value: '' }];
    return [];
  });
}

function formatSpan(span: Span): string {
  return `${span.start}～${span.end}`;
}

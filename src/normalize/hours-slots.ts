import type { Finding } from '../issues/issue.ts';
import { type DayHours, type HoursSet, type Span, type Weekday, weekdays } from '../model/facility.ts';
import {
  closed,
  everyDay,
  type HoursFinding,
  type HoursOf,
  type HoursRead,
  ownNote,
  unknown,
  withoutTimes,
} from './hours-read.ts';
import { minutesOf, readSpanPair, tidySpans } from './time.ts';
import { formatWeekdays, inWeekOrder } from './week-words.ts';
import { joinNth } from './weekday.ts';

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
  return (
    [...told].map(([reason, list]) => `${ownNote}${formatWeekdays(list)}は${reasons[reason]}`).join('\n') ||
    null
  );
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
    ([spans, list]) => `${ownNote}${formatWeekdays(list)}は時間帯が重なっています（${spans}）。`,
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

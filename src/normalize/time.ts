import type { CellRead, Finding } from '../issues/issue.ts';
import type { DayHours, Span } from '../model/facility.ts';

/** Half-width, one kind of space, the many hyphens as `-` and the many waves as `~`. For reading only. */
export function foldTimeText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−─ｰ]/g, '-')
    .replace(/[〜∼˜]/g, '~')
    .replace(/(?<=[\d分半時])ー(?=\s*(?:\d|午|翌|正))/g, '-')
    .replace(/[ \t\u3000]+/g, ' ')
    .trim();
}

const timeToken =
  '(?:翌日?|翌朝)?(?:午前|午後|am|pm)?\\s?(?:\\d{1,2}:\\d{1,2}(?::\\d{2})?|\\d{1,2}時(?:\\d{1,2}分?|半)?|0?\\.\\d+|\\d{3,4}|(?<=(?:午前|午後|am|pm)\\s?)\\d{1,2})|正午';
const wholeTime = new RegExp(`^(?:${timeToken})$`, 'i');
const rangeToken = new RegExp(`^(${timeToken})\\s?(?:-|~|から|より)\\s?(${timeToken})(?:まで|迄)?`, 'i');
const latestMinute = 30 * 60;

interface ReadMinutes {
  minutes: number | null;
  /** 午後 was written, so that an end without its own mark is meant the same way. */
  afternoon: boolean;
  findings: Finding[];
}

/**
 * One time of day as `HH:MM` (GIF DS-441). Past midnight runs on: `翌1:00` is `25:00`, at most `30:00`.
 * An Excel day fraction (`0.375`) is repaired; 午前12時 and 午後12時 mean noon to some and midnight to others,
 * so they are not read.
 */
export function readTime(text: string): CellRead<string> {
  const folded = foldTimeText(text);
  if (folded === '') return { value: null, findings: [] };
  const read = readMinutes(folded, false);
  return { value: read.minutes === null ? null : formatMinutes(read.minutes), findings: read.findings };
}

function readMinutes(folded: string, afternoonBefore: boolean): ReadMinutes {
  if (!wholeTime.test(folded)) return failed('time-unreadable');
  if (folded === '正午') return { minutes: 720, afternoon: false, findings: [] };
  if (/^0?\.\d+$/.test(folded)) return fromFraction(Number(folded));
  const half = /午前|am/i.test(folded) ? 'am' : /午後|pm/i.test(folded) ? 'pm' : null;
  const [hour, minute] = clockParts(folded.replace(/翌[日朝]?|午前|午後|am|pm|\s/gi, ''));
  if (minute > 59) return failed('time-impossible');
  if (half && hour === 12) return failed('time-unreadable');
  if (half === 'am' && hour > 12) return failed('time-impossible');
  const shifted = hour < 12 && (half === 'pm' || (!half && afternoonBefore)) ? hour + 12 : hour;
  const minutes = shifted * 60 + minute + (folded.startsWith('翌') ? 24 * 60 : 0);
  if (minutes > latestMinute || (folded.startsWith('翌') && hour > 23)) return failed('time-impossible');
  const repaired = /^\d{3,4}$/.test(folded);
  const findings: Finding[] = repaired
    ? [{ code: 'time-without-colon', detail: { to: formatMinutes(minutes) } }]
    : [];
  return { minutes, afternoon: half === 'pm', findings };
}

function clockParts(digits: string): [number, number] {
  const bare = /^(\d{1,2})(\d{2})$/.exec(digits);
  const parts = bare ?? /^(\d{1,2})(?::|時|$)(\d{1,2}|半)?/.exec(digits);
  const minute = parts?.[2] === '半' ? 30 : Number(parts?.[2] ?? 0);
  return [Number(parts?.[1]), minute];
}

/** A spreadsheet keeps a time as a part of the day: 0.375 is 9:00. Only values that are whole minutes count. */
function fromFraction(fraction: number): ReadMinutes {
  const minutes = Math.round(fraction * 1440);
  if (Math.abs(fraction * 1440 - minutes) > 0.02) return failed('time-unreadable');
  return {
    minutes,
    afternoon: false,
    findings: [{ code: 'time-excel-fraction', detail: { to: formatMinutes(minutes) } }],
  };
}

function failed(code: 'time-unreadable' | 'time-impossible'): ReadMinutes {
  return { minutes: null, afternoon: false, findings: [{ code }] };
}

function formatMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes from midnight of a `HH:MM` this room wrote. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, -3)) * 60 + Number(time.slice(-2));
}

/**
 * `9:00-12:00,14:00-18:00` in every spelling that occurs: the range marks - － − – 〜 ～ ー から, the separators
 * , 、 ・ / newline or a space. `24時間` is 00:00–24:00. All or nothing: one span that cannot be true
 * (`13:30-12:00`) makes the cell null, for half of the hours would look like all of them.
 */
export function readSpans(text: string): CellRead<Span[]> {
  let rest = foldTimeText(text);
  if (rest === '') return { value: null, findings: [] };
  if (/^(?:24時間(?:営業|対応|診療|体制|年中無休)?|終日|24h)$/i.test(rest)) return allDay();
  const spans: Span[] = [];
  const findings: Finding[] = [];
  while (rest !== '') {
    const match = rangeToken.exec(rest);
    if (!match) return { value: null, findings: [{ code: impossibleIn(rest) ?? 'time-unreadable' }] };
    const span = readSpan(match[1]!, match[2]!);
    findings.push(...span.findings);
    if (!span.value) return { value: null, findings: tellRepairs(findings, []) };
    spans.push(span.value);
    rest = rest.slice(match[0].length).replace(/^[\s,、・/;]+/, '');
  }
  return tidySpans(spans, tellRepairs(findings, spans));
}

/**
 * Each kind of repair once, with all that was read (`09:00-12:00,14:00-18:00`): the sentence stands at the whole
 * cell, not at one of its times. Nothing was repaired where nothing was read.
 */
function tellRepairs(findings: readonly Finding[], spans: readonly Span[]): Finding[] {
  const detail = { to: spansText(spans) };
  const repaired = new Set<Finding['code']>();
  return findings.flatMap(found => {
    if (found.code !== 'time-excel-fraction' && found.code !== 'time-without-colon') return [found];
    if (spans.length === 0 || repaired.has(found.code)) return [];
    repaired.add(found.code);
    return [{ ...found, detail }];
  });
}

function spansText(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(',');
}

function allDay(): CellRead<Span[]> {
  return { value: [{ start: '00:00', end: '24:00' }], findings: [] };
}

/** `25:70-26:00` fails as a time, not as a spelling. */
function impossibleIn(text: string): 'time-impossible' | null {
  return /\d{1,2}:[6-9]\d/.test(text) ? 'time-impossible' : null;
}

/** 午後 before the start also holds for an end without a mark: 午後2:00～6:00 ends at 18:00. */
function readSpan(startText: string, endText: string): CellRead<Span> {
  const start = readMinutes(startText.trim(), false);
  const end = readMinutes(endText.trim(), start.afternoon);
  const findings = [...start.findings, ...end.findings];
  if (start.minutes === null || end.minutes === null) return { value: null, findings };
  if (start.minutes >= end.minutes)
    return { value: null, findings: [...findings, { code: 'time-span-reversed' }] };
  return { value: { start: formatMinutes(start.minutes), end: formatMinutes(end.minutes) }, findings };
}

/** A start and an end from two cells. Nothing in both is no hours; one without the other is told. */
export function readSpanPair(startText: string, endText: string): CellRead<Span> {
  const [startEmpty, endEmpty] = [startText.trim() === '', endText.trim() === ''];
  if (startEmpty && endEmpty) return { value: null, findings: [] };
  if (startEmpty || endEmpty) return { value: null, findings: [{ code: 'hours-half-missing' }] };
  const { value, findings } = readSpan(foldTimeText(startText), foldTimeText(endText));
  return { value, findings: tellRepairs(findings, value ? [value] : []) };
}

/** In order of start; spans that overlap become one, because the office is open in both. */
export function tidySpans(spans: readonly Span[], findings: readonly Finding[] = []): CellRead<Span[]> {
  const sorted = [...spans].sort((a, b) => minutesOf(a.start) - minutesOf(b.start));
  const value: Span[] = [];
  let merged = false;
  for (const span of sorted) {
    const last = value.at(-1);
    if (!last || minutesOf(span.start) >= minutesOf(last.end)) value.push({ ...span });
    else {
      merged = true;
      if (minutesOf(span.end) > minutesOf(last.end)) last.end = span.end;
    }
  }
  return {
    value,
    findings: merged
      ? [...findings, { code: 'time-spans-overlap', detail: { to: spansText(value) } }]
      : [...findings],
  };
}

const closedCell =
  /^(?:(?:お|定)?休(?:み|診日?|業日?|館日?|日)?|お?やすみ|全休|終日休(?:み|診|業)?|閉[館所]|[-ー×✕✖xX])$/;
const openCell = /^(?:[○◯〇●◎]|営業|診療|開館|開所|あり|有)$/;

/**
 * A weekday cell of the own template: spans, 休, ○ (open, times not stated) or nothing (unknown).
 * The value is never null; what cannot be read is `unknown` and told.
 */
export function readDayCell(text: string): CellRead<DayHours> {
  const folded = foldTimeText(text);
  if (folded === '') return { value: { state: 'unknown' }, findings: [] };
  if (closedCell.test(folded.replace(/^\((.+)\)$/, '$1').replaceAll(' ', '')))
    return { value: { state: 'closed' }, findings: [] };
  if (openCell.test(folded) || openCell.test(text.trim())) {
    return { value: { state: 'open', spans: [] }, findings: [] };
  }
  const spans = readSpans(text);
  if (spans.value) return { value: { state: 'open', spans: spans.value }, findings: spans.findings };
  const findings = spans.findings.map(found =>
    found.code === 'time-unreadable' ? ({ code: 'hours-cell-unreadable' } as const) : found,
  );
  return { value: { state: 'unknown' }, findings };
}

/** The cell `readDayCell` reads as the same: `09:00-12:00,14:00-18:00`, 休, ○, or nothing for unknown. */
export function formatDayCell(day: DayHours): string {
  if (day.state === 'closed') return '休';
  if (day.state === 'unknown') return '';
  return day.spans.length === 0 ? '○' : spansText(day.spans);
}

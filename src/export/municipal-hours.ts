/** The hours of a service in the few columns that the municipal standard has for them. */

import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { hoursFromDayWords, hoursFromWholeDay } from '../normalize/hours.ts';
import { formatHoursList } from '../normalize/hours-list.ts';
import { minutesOf } from '../normalize/time.ts';
import { weekdayLetters } from '../normalize/week-words.ts';

export interface StandardHours {
  /** 診療曜日, 利用可能曜日: `月火水木金`. */
  days: string;
  /** 診療開始時間. */
  start: string;
  /** 診療終了時間. */
  end: string;
  /** 診療日時特記事項, 利用可能曜日特記事項. */
  remark: string;
}

type Reader = (cells: StandardHours) => HoursSet | null;

const nothing: StandardHours = { days: '', start: '', end: '', remark: '' };

type Cells = WeakMap<readonly HoursSet[], StandardHours>;
// The same hours stand in the lists of the region and of a municipality, in both generations.
const kept = { wholeDay: new WeakMap() as Cells, dayWords: new WeakMap() as Cells };

function once(cells: Cells, sets: readonly HoursSet[], make: () => StandardHours): StandardHours {
  const made = cells.get(sets) ?? make();
  cells.set(sets, made);
  return made;
}

/** 医療機関一覧: days, and one start and one end for all of them. */
export function wholeDayCells(sets: readonly HoursSet[]): StandardHours {
  const read: Reader = cells => hoursFromWholeDay({ ...cells, purpose: 'outpatient' }).value;
  return once(kept.wholeDay, sets, () => cellsOf(sets, read, sharedTimes));
}

/** 介護サービス事業所一覧: days without times. */
export function dayWordCells(sets: readonly HoursSet[]): StandardHours {
  const read: Reader = ({ days, remark }) => hoursFromDayWords({ days, remark, purpose: 'outpatient' }).value;
  return once(kept.dayWords, sets, () => cellsOf(sets, read, () => ({})));
}

/**
 * Columns are filled only as far as a reader of the standard understands from them what we know: first as the
 * source's own remark makes them whole, then with all hours in words beside them. Where a list of days would make
 * a day that is not known a closed one, the words stand alone.
 */
function cellsOf(
  sets: readonly HoursSet[],
  read: Reader,
  timesOf: (days: readonly DayHours[]) => Partial<StandardHours>,
): StandardHours {
  if (sets.length === 0) return nothing;
  const office = sets.find(set => set.speciality === null && set.purpose === 'outpatient');
  const list = formatHoursList(sets);
  const words = { ...nothing, remark: oneLine(sets.length > 1 ? list : list.replace(/^外来：/, ''), '；') };
  if (!office) return words;
  const cells = (days: readonly Weekday[], remark: string): StandardHours => ({
    ...nothing,
    ...timesOf(days.map(day => office.days[day]).filter(({ state }) => state === 'open')),
    days: days.map(day => weekdayLetters[day]).join(''),
    remark,
  });
  const open = weekdays.filter(day => office.days[day].state === 'open');
  const perhaps = weekdays.filter(day => office.days[day].state !== 'closed');
  // A reader takes a weekday that is not listed for a closed one.
  const isWhole = weekdays.every(day => day === 'holiday' || office.days[day].state !== 'unknown');
  const whole = isWhole && open.length > 0 ? [open] : [];
  const asTyped = sets.length > 1 ? [] : [...whole, perhaps.filter(day => day !== 'holiday'), perhaps];
  const typed = asTyped.map(days => cells(days, oneLine(office.text ?? '', '（改行）')));
  const withWords = whole.map(days => cells(days, words.remark));
  return (
    typed.find(each => isSame(read(each), office)) ??
    withWords.find(each => isTrue(read(each), office)) ??
    words
  );
}

/** One start and one end that hold for every open day, with whatever break lies between. */
function sharedTimes(days: readonly DayHours[]): Partial<StandardHours> {
  const ends = days.map(day => {
    const spans = day.state === 'open' ? day.spans : [];
    return `${spans[0]?.start ?? ''} ${spans.at(-1)?.end ?? ''}`;
  });
  const [start = '', end = ''] = new Set(ends).size === 1 ? ends[0]!.split(' ') : [];
  return { start, end };
}

function oneLine(text: string, newline: string): string {
  return text.replaceAll('\n', newline);
}

/** Whether there was a break cannot be said in these columns; a single span is the same with or without. */
function isSame(back: HoursSet | null, { days, closedNth, exceptions, text }: HoursSet): boolean {
  if (!back) return false;
  const said = { days: back.days, closedNth: back.closedNth, exceptions: back.exceptions, text: back.text };
  return JSON.stringify(said) === JSON.stringify({ days: inOrder(days), closedNth, exceptions, text });
}

function inOrder(days: HoursSet['days']): HoursSet['days'] {
  return Object.fromEntries(weekdays.map(day => [day, days[day]])) as HoursSet['days'];
}

/** Nothing is said of a day that is not so; the times may be those around a break that the words tell. */
function isTrue(back: HoursSet | null, { days }: HoursSet): boolean {
  return back !== null && weekdays.every(day => isDayTrue(back.days[day], days[day]));
}

function isDayTrue(said: DayHours, known: DayHours): boolean {
  if (said.state === 'unknown') return true;
  if (said.state === 'closed' || known.state !== 'open') return said.state === known.state;
  return known.spans.every(({ start, end }) =>
    said.spans.every(
      each => minutesOf(each.start) <= minutesOf(start) && minutesOf(end) <= minutesOf(each.end),
    ),
  );
}

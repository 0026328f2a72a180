import type { CellRead } from '../issues/issue.ts';
import { type Weekday, weekdays } from '../model/facility.ts';
import { foldTimeText } from './time.ts';
import { inWeekOrder, weekdayLetters } from './week-words.ts';

const byKanji: Readonly<Record<string, Weekday>> = {
  月: 'mon',
  火: 'tue',
  水: 'wed',
  木: 'thu',
  金: 'fri',
  土: 'sat',
  日: 'sun',
  祝: 'holiday',
  祭: 'holiday',
};

const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const ordinary = weekdays.slice(0, 7);

const day = '(?:祝祭日|祝日|祭日|祝|[月火水木金土日](?:曜日?)?)';
const rangeMark = '(?:~|-|ー|から|より)';
/** One day, several written together (水土, 土日祝), a range (月～金) or a word for several (平日, 毎日). */
export const dayRun = `(?:平日|毎日|全曜日|${day}(?:\\s?${rangeMark}?\\s?${day})*(?:まで)?)`;
const oneDay = new RegExp(`(${rangeMark})?\\s?(${day})`, 'g');

/** The days of one `dayRun`, in the order written. 平日 is Monday to Friday, 毎日 the seven days. */
export function daysOfRun(run: string): Weekday[] {
  if (run === '平日') return [...workdays];
  if (run === '毎日' || run === '全曜日') return [...ordinary];
  const days: Weekday[] = [];
  for (const [, range, word] of run.matchAll(oneDay)) {
    const found = byKanji[word!.charAt(0)]!;
    const before = days.at(-1);
    if (range && before && before !== 'holiday' && found !== 'holiday') days.push(...between(before, found));
    else days.push(found);
  }
  return [...new Set(days)];
}

function between(from: Weekday, to: Weekday): Weekday[] {
  const days: Weekday[] = [];
  for (let at = ordinary.indexOf(from); ordinary[at % 7] !== to; at += 1) days.push(ordinary[(at + 1) % 7]!);
  return days;
}

export interface WeekdayList {
  days: Weekday[];
  /** Those of `days` that only a word for several gave (平日): a remark may take one out without contradiction. */
  grouped: Weekday[];
  /** False when a part was not read. Then a day that is not in `days` may still be meant: 「月火水木黄」. */
  complete: boolean;
}

/** `第1・3土` or `土（午前）` inside a list: that day is neither simply in nor out. */
const notSimply = new RegExp(
  `(?:毎月)?第?[1-5一二三四五](?:[・、,]?第?[1-5一二三四五])*週?の?${day}|隔週の?${day}|${day}\\s?\\([^)]*\\)?`,
  'g',
);

/**
 * 診療曜日, 利用可能曜日: `月火水木金土` in any order, `月～金`, `月、水、金`, `平日,土曜日,祝日`, `土日祝`, `毎日`.
 * Days read are sure; the rest is told, and then nothing follows about the days that are not there. When most of
 * the text is no weekday (特記事項参照, 診療日は別記), nothing was a list and the value is null.
 */
export function readWeekdayList(text: string): CellRead<WeekdayList> {
  const folded = foldTimeText(text);
  if (folded === '') return { value: null, findings: [] };
  let rest = '';
  const open = folded.replace(notSimply, found => {
    rest += found;
    return '、';
  });
  const days: Weekday[] = [];
  const grouped: Weekday[] = [];
  const left = open.replace(new RegExp(dayRun, 'g'), run => {
    const isGroup = /^(?:平日|毎日|全曜日)/.test(run);
    (isGroup ? grouped : days).push(...daysOfRun(run));
    return '';
  });
  const unread = left.replace(/[\s、,・/;&]|及び|および|と|のみ/g, '');
  rest += unread;
  const all = inWeekOrder([...days, ...grouped]);
  if (all.length === 0 || unread.length > all.length)
    return { value: null, findings: [{ code: 'weekday-unreadable' }] };
  const value = { days: all, grouped: grouped.filter(each => !days.includes(each)), complete: rest === '' };
  return { value, findings: rest === '' ? [] : [{ code: 'weekday-unreadable', detail: { rest } }] };
}

export interface NthWeekday {
  day: Weekday;
  weeks: number[];
}

const weekNumbers = '[1-5一二三四五]';
const nthClause = new RegExp(
  `^(?:毎月)?((?:第?${weekNumbers}週?(?:目の?)?(?:[・、,/\\s]|と|及び)*)+)の?((?:${day}(?:[・、,]|と)?)+)`,
);

/** 定期休診: `第2・第4土曜`, `第１、３水曜日`, `1・3土`, several after one another. 隔週 and 最終 are not read. */
export function readNthWeekdays(text: string): CellRead<NthWeekday[]> {
  let rest = foldTimeText(text);
  if (rest === '') return { value: null, findings: [] };
  const value: NthWeekday[] = [];
  while (rest !== '') {
    const match = nthClause.exec(rest);
    if (!match || isDate(match)) return { value: null, findings: [{ code: 'nth-weekday-unreadable' }] };
    const weeks = weeksOf(match[1]!);
    for (const each of daysOfRun(match[2]!)) value.push({ day: each, weeks });
    rest = rest
      .slice(match[0].length)
      .replace(/^(?:は|が)?(?:休診日?|休業日?|定休日?|お?休み?)?(?:です)?[。、,・/;\s]*/, '');
  }
  return { value: joinNth(value), findings: [] };
}

/** 1月 and 2日 are dates; only 第, 週 or 曜 makes them the first Monday or the second Sunday. */
function isDate([, weeks, days]: RegExpExecArray): boolean {
  return /[月日]/.test(days!) && !/[第週]/.test(weeks!) && !days!.includes('曜');
}

/** Week numbers in a text, `第1、第3` → 1, 3. */
export function weeksOf(text: string): number[] {
  const found = [...text.matchAll(/[1-5一二三四五]/g)].map(
    ([digit]) => '一二三四五'.indexOf(digit) + 1 || Number(digit),
  );
  return [...new Set(found)].sort();
}

/** One entry a day, in the order of the week. */
export function joinNth(list: readonly NthWeekday[]): NthWeekday[] {
  return inWeekOrder(list.map(each => each.day)).map(each => ({
    day: each,
    weeks: [...new Set(list.filter(other => other.day === each).flatMap(other => other.weeks))].sort(),
  }));
}

/** `第2・第4土曜、第1日曜`; `readNthWeekdays` gives back the same. */
export function formatNthWeekdays(list: readonly NthWeekday[]): string {
  return list
    .map(({ day, weeks }) => {
      const name = day === 'holiday' ? '祝日' : `${weekdayLetters[day]}曜`;
      return weeks.map(week => `第${week}`).join('・') + name;
    })
    .join('、');
}

/** Days of the week as people read them. Apart from the readers of typed cells, which must not travel with the search page. */
import { type Weekday, weekdays } from '../model/facility.ts';

/** In the order of the week, each once. */
export function inWeekOrder(days: Iterable<Weekday>): Weekday[] {
  const set = new Set(days);
  return weekdays.filter(each => set.has(each));
}

/** 月 … 日, 祝: the one place for the letters of the days. */
export const weekdayLetters: Readonly<Record<Weekday, string>> = {
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
  sun: '日',
  holiday: '祝',
};

/** `月～金・祝`: three or more neighbours as a range. */
export function formatWeekdays(days: readonly Weekday[]): string {
  const groups: Weekday[][] = [];
  for (const each of inWeekOrder(days)) {
    const last = groups.at(-1);
    const follows =
      last && each !== 'holiday' && weekdays.indexOf(each) === weekdays.indexOf(last.at(-1)!) + 1;
    if (follows) last.push(each);
    else groups.push([each]);
  }
  return groups.map(formatGroup).join('・');
}

function formatGroup(group: readonly Weekday[]): string {
  if (group.length >= 3) return `${weekdayLetters[group[0]!]}～${weekdayLetters[group.at(-1)!]}`;
  return group.map(each => weekdayLetters[each]).join('・');
}

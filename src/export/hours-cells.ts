/** The hours of a service in the weekday columns of the template. */
import { type DayHours, type HoursSet, type Weekday, weekdays } from '../model/facility.ts';
import { foldTimeText } from '../normalize/time.ts';

const letters: Record<Weekday, string> = {
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
  sun: '日',
  holiday: '祝',
};

/**
 * The template has one week per row: the first set that is not of one 診療科 only. Where all sets are, the days
 * stay empty (unknown) rather than take one department's hours for the whole office's.
 */
function mainSet(sets: readonly HoursSet[]): HoursSet | undefined {
  return sets.find(set => set.speciality === null);
}

/** `09:00-12:00,14:00-18:00`, 休, ○ or nothing. */
function dayCell(day: DayHours): string {
  if (day.state === 'closed') return '休';
  if (day.state === 'unknown') return '';
  return day.spans.length === 0 ? '○' : day.spans.map(({ start, end }) => `${start}-${end}`).join(',');
}

/** 第2・第4土曜 */
function nthCell({ closedNth }: HoursSet): string {
  return closedNth
    .map(({ day, weeks }) => `${weeks.map(week => `第${week}`).join('・')}${letters[day]}曜`)
    .join('、');
}

/** What 時間の備考 says already is left out here: it is read from there again. */
function exceptionsCell({ exceptions, text }: HoursSet): string {
  const remark = foldTimeText(text ?? '');
  const parts = (exceptions ?? '').split('、').filter(part => !remark.includes(foldTimeText(part)));
  return parts.join('、');
}

type HoursCell = { header: string; cell: (sets: readonly HoursSet[]) => string };

const ofMain = (header: string, cell: (set: HoursSet) => string): HoursCell => ({
  header,
  cell: sets => {
    const set = mainSet(sets);
    return set ? cell(set) : '';
  },
});

export const hoursCells: readonly HoursCell[] = [
  ...weekdays.map(day => ofMain(letters[day], set => dayCell(set.days[day]))),
  ofMain('定期休診', nthCell),
  ofMain('休業日', exceptionsCell),
  ofMain('時間の備考', set => set.text ?? ''),
];

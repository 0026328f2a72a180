import type { DayHours, HoursSet, Weekday } from '../model/facility.ts';

const names: Record<Weekday, string> = {
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
  sun: '日',
  holiday: '祝',
};
const order: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'];
const purposes: readonly HoursSet['purpose'][] = ['outpatient', 'desk', 'visit', 'reception'];

/**
 * The week in one line (「月–金 9:00–12:00、14:00–18:00／土 9:00–12:00／日祝 休み／水 要確認」) of the hours most
 * people ask for. Null when nothing about the days is known. Unknown days are said, never left out as if closed.
 */
export function compactHours(sets: readonly HoursSet[]): string | null {
  const set = purposes
    .map(purpose => sets.find(s => s.purpose === purpose && s.speciality === null))
    .find(Boolean);
  if (!set || order.every(day => set.days[day].state === 'unknown')) return null;
  const days = order.map(day => ({ day, text: dayText(set.days[day]) }));
  const texts = [...new Set(days.map(({ text }) => text))];
  const parts = texts.map(text => `${dayNames(days.filter(d => d.text === text).map(d => d.day))} ${text}`);
  const nth = set.closedNth.map(
    ({ day, weeks }) => `${weeks.map(week => `第${week}`).join('・')}${names[day]} 休み`,
  );
  return [...parts, ...nth].join('／');
}

function dayText(hours: DayHours): string {
  if (hours.state === 'closed') return '休み';
  if (hours.state === 'unknown') return '要確認';
  if (hours.spans.length === 0) return '営業（時間は要確認）';
  return hours.spans.map(({ start, end }) => `${clock(start)}–${clock(end)}`).join('、');
}

/** `09:00` → `9:00`. */
function clock(time: string): string {
  return time.replace(/^0(?=\d)/, '');
}

/** Three or more days in a row become a range; 祝 is never part of one. */
function dayNames(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const follows = last && day !== 'holiday' && order.indexOf(day) === order.indexOf(last.at(-1)!) + 1;
    if (follows) last.push(day);
    else runs.push([day]);
  }
  return runs
    .map(run =>
      run.length > 2 ? `${names[run[0]!]}–${names[run.at(-1)!]}` : run.map(d => names[d]).join(''),
    )
    .join('・');
}

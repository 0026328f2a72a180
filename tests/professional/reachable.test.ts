import { describe, expect, it } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { nowAt } from '../../src/calendar/open.ts';
import { ruleFor } from '../../src/normalize/contact-rule.ts';
import { contactWindows } from '../../src/professional/contact-windows.ts';
import { reachableNow, reachList } from '../../src/professional/reachable.ts';
import { records } from './records.ts';

const calendar = japaneseHolidays(2026, 2027);
const at = (date: string, hours: number, minutes = 0) =>
  nowAt({ date, minutes: hours * 60 + minutes }, calendar);
// 2026-05-11 is a Monday, 2026-05-05 (こどもの日) a Tuesday.
const monday = '2026-05-11';

describe('may one call now?', () => {
  const window = ruleFor('ケアマネタイム', { time: '月～金 16:00-17:00（地域連携室）' });

  it('now, until the end', () => {
    expect(reachableNow(window, at(monday, 16, 30))).toEqual({
      ...{ state: 'now', until: { date: monday, minutes: 17 * 60 } },
    });
  });

  it('later today, or on the next day of it', () => {
    expect(reachableNow(window, at(monday, 9))).toMatchObject({ next: { date: monday, from: 16 * 60 } });
    expect(reachableNow(window, at('2026-05-15', 18))).toMatchObject({ next: { date: '2026-05-18' } });
  });

  it('on a 祝日 nobody knows, but where 平日 is said', () => {
    expect(reachableNow(window, at('2026-05-05', 16, 30))).toEqual({ state: 'unknown', why: 'day' });
    const weekdays = ruleFor('照会', { time: '平日 16:00-17:00' });
    expect(reachableNow(weekdays, at('2026-05-05', 16, 30))).toMatchObject({
      ...{ state: 'later', next: { date: '2026-05-07' } },
    });
  });

  it('年末年始 is not known either', () => {
    expect(reachableNow(window, at('2026-12-31', 16, 30))).toEqual({ state: 'unknown', why: 'day' });
  });

  it.each([
    ['昼すぎ', null],
    ['13:00-14:00', null],
    ['水曜以外 14:00-15:00', null],
    ['月～金 16:00-17:00（第2水曜は休み）', null],
    ['月～金 16:00-17:00', '月末は不可'],
    ['月～金 16:00-17:00', '午前は診療中です'],
  ])('「%s」, remark 「%s」: what is not read is never "yes"', (time, remark) => {
    const rule = ruleFor('照会', { time, remark });
    expect(reachableNow(rule, at(monday, 16, 30))).toEqual({ state: 'unknown', why: 'unread' });
  });

  it('a remark on something else takes nothing away', () => {
    const rule = ruleFor('照会', { time: '月 16:00-17:00', remark: 'まず地域連携室へ。書類はFAX' });
    expect(reachableNow(rule, at(monday, 16, 30)).state).toBe('now');
  });

  it('without a time nothing is said', () => {
    expect(reachableNow(ruleFor('照会'), at(monday, 9))).toEqual({ state: 'unknown', why: 'not-stated' });
  });
});

it('lists those of now, the next by time, and those nobody knows', () => {
  const windows = contactWindows(records.all()).flatMap(office => office.windows);
  const list = reachList(windows, at(monday, 10));
  const names = (entries: { window: (typeof windows)[number] }[]) =>
    entries.map(({ window: { facility, rule } }) => `${facility.id} ${rule.purpose}`);
  expect(names(list.now)).toEqual(['b-hp 主治医意見書']);
  expect(names(list.later)).toEqual(['b-hp ケアマネタイム']);
  expect(names(list.unknown)).toEqual(['a-cl ケアマネタイム', 'n-st ケアマネタイム']);
});

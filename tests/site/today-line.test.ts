import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { todayScript } from '../../src/components/today.ts';
import { type TodayLine, todayLine } from '../../src/components/today-line.ts';
import type { DayHours, HoursSet } from '../../src/model/facility.ts';
import { hours } from '../fixtures/sample-dataset.ts';

const clinic = { id: 'clinic', group: 'medical' } as const;
const weekdayNames = ['月', '火', '水', '木', '金', '土', '日'];

interface Row {
  dataset: { day: string };
  className: string;
  current: string;
  setAttribute: (name: string, value: string) => void;
}

/** The page's script as text, run with a clock that stands at `moment`: what the line and the rows then say. */
function pageAt(moment: string, line: TodayLine): { says: string; today: string } {
  const strong = { dataset: { week: line.week, say: line.say }, textContent: '' };
  const rows = weekdayNames.map((_, day): Row => {
    const row: Row = {
      dataset: { day: String(day) },
      className: '',
      current: '',
      setAttribute: (name, value) => {
        if (name === 'aria-current') row.current = value;
      },
    };
    return row;
  });
  const document = {
    querySelectorAll: (selector: string) => (selector === '[data-week]' ? [strong] : rows),
  };
  const ready = (_: string, run: () => void) => run();
  const run = new Function('addEventListener', 'document', 'Date', 'setTimeout', todayScript);
  run(ready, document, { now: () => Date.parse(moment) }, () => {});
  const marked = rows.filter(({ className, current }) => className === 'is-today' && current === 'date');
  return {
    says: strong.textContent,
    today: marked.map(({ dataset }) => weekdayNames[Number(dataset.day)]).join(),
  };
}

const saidAt = (moment: string, week: string, more: Partial<HoursSet> = {}) => {
  const line = todayLine([hours(week, more)], clinic);
  return line === null ? null : pageAt(moment, line).says;
};

/** 2026-11-23 is a Monday (and 勤労感謝の日, which the line cannot know). */
const twice = '09:00-12:00,14:00-18:00';
const usual = `${twice} ${twice} 09:00-12:00 休 ${twice} 09:00-12:00 休 休`;

describe('today’s line', () => {
  test.each([
    ['2026-11-23T00:00', 'いまは 診療時間外です。つぎは きょう 9:00から'],
    ['2026-11-23T08:59', 'いまは 診療時間外です。つぎは きょう 9:00から'],
    ['2026-11-23T09:00', 'いま 診療時間内（12:00まで）'],
    ['2026-11-23T11:59', 'いま 診療時間内（12:00まで）'],
    ['2026-11-23T12:00', 'いまは 診療時間外です。つぎは きょう 14:00から'],
    ['2026-11-23T17:59', 'いま 診療時間内（18:00まで）'],
    ['2026-11-23T18:00', 'きょうは 終わりました。つぎは あす（火曜日） 9:00から'],
    ['2026-11-25T12:00', 'きょうは 終わりました。つぎは 金曜日 9:00から'],
    ['2026-11-26T10:00', 'きょうは 休みです。つぎは あす（金曜日） 9:00から'],
    ['2026-11-28T12:00', 'きょうは 終わりました。つぎは 月曜日 9:00から'],
    ['2026-11-29T23:59', 'きょうは 休みです。つぎは あす（月曜日） 9:00から'],
  ])('of a plain week, at %s', (moment, says) => {
    expect(saidAt(`${moment}+09:00`, usual)).toBe(says);
  });

  test('is of Japan’s day, wherever the clock of the visitor stands', () => {
    expect(saidAt('2026-11-22T15:00:00Z', usual)).toBe('いまは 診療時間外です。つぎは きょう 9:00から');
    const line = todayLine([hours(usual)], clinic)!;
    expect(pageAt('2026-11-22T14:59:59Z', line).today).toBe('日');
    expect(pageAt('2026-11-22T15:00:00Z', line).today).toBe('月');
    expect(pageAt('1999-12-31T16:00:00Z', line).today).toBe('土');
  });

  test.each([
    ['2026-11-27T20:00', 'いま 診療時間内（翌1:00まで）'],
    ['2026-11-28T00:30', 'いま 診療時間内（1:00まで）'],
    ['2026-11-28T01:00', 'きょうは 休みです。つぎは あす（日曜日） 22:00から'],
    ['2026-11-30T00:59', 'いま 診療時間内（1:00まで）'],
    ['2026-11-30T01:00', 'きょうは 休みです。つぎは 金曜日 18:00から'],
  ])('past midnight, at %s', (moment, says) => {
    expect(saidAt(`${moment}+09:00`, '休 休 休 休 18:00-25:00 休 22:00-25:00 休')).toBe(says);
  });

  test.each([
    ['2026-11-24T10:00', 'きょうは 終わりました。つぎは つぎの火曜日 8:00から'],
    ['2026-11-25T10:00', 'きょうは 休みです。つぎは 火曜日 8:00から'],
  ])('of one day a week, at %s', (moment, says) => {
    expect(saidAt(`${moment}+09:00`, '休 08:00-09:00 休 休 休 休 休 休')).toBe(says);
  });

  test('around the clock it names no end', () => {
    const always = '00:00-24:00 '.repeat(8).trim();
    expect(saidAt('2026-11-29T23:59+09:00', always)).toBe('いま 診療時間内（24時間）');
    const weekdaysOnly = `${'00:00-24:00 '.repeat(5)}休 休 休`;
    expect(saidAt('2026-11-26T12:00+09:00', weekdaysOnly)).toBe('いま 診療時間内（金曜日 24:00まで）');
    expect(saidAt('2026-11-27T12:00+09:00', weekdaysOnly)).toBe('いま 診療時間内（24:00まで）');
    expect(todayLine([hours(always)], clinic)?.note).toBe('祝日も24時間です。');
  });

  test.each([
    ['an unknown day', '2026-11-25T10:00', {}, 'きょうの時間は、電話で確認してください。'],
    [
      'before an unknown day',
      '2026-11-24T19:00',
      {},
      'きょうは 終わりました。つぎの時間は、電話で確認してください。',
    ],
    [
      'a Saturday that is closed in some weeks',
      '2026-11-28T10:00',
      { closedNth: [{ day: 'sat', weeks: [2, 4] }] },
      'きょうの時間は、電話で確認してください。',
    ],
    [
      'before such a Saturday',
      '2026-11-27T19:00',
      { closedNth: [{ day: 'sat', weeks: [2, 4] }] },
      'きょうは 終わりました。つぎの時間は、電話で確認してください。',
    ],
  ] as const)('claims nothing on %s', (_, moment, more, says) => {
    const week = `${twice} ${twice} ? 休 ${twice} 09:00-12:00 休 休`;
    expect(saidAt(`${moment}+09:00`, week, structuredClone(more) as Partial<HoursSet>)).toBe(says);
  });

  test('a day without stated times, and a closed week, are asked about', () => {
    expect(saidAt('2026-11-23T10:00+09:00', '○ 休 休 休 休 休 休 休')).toBe(
      'きょうの時間は、電話で確認してください。',
    );
    expect(saidAt('2026-11-24T10:00+09:00', '○ 休 休 休 休 休 休 休')).toBe(
      'きょうは 休みです。つぎの時間は、電話で確認してください。',
    );
    expect(saidAt('2026-11-24T10:00+09:00', '休 休 休 休 休 休 休 休')).toBe(
      '休みです。電話で確認してください。',
    );
  });

  test('a span of Sunday that begins after midnight takes nothing from Monday', () => {
    const week = '00:00-00:15 休 休 休 休 休 25:30-25:45 休';
    expect(saidAt('2026-11-23T00:00+09:00', week)).toBe('いま 診療時間内（0:15まで）');
    expect(saidAt('2026-11-23T00:20+09:00', week)).toBe('いまは 診療時間外です。つぎは きょう 1:30から');
    expect(saidAt('2026-11-23T01:40+09:00', week)).toBe('いま 診療時間内（1:45まで）');
  });

  test('a span that may hide a lunch break is no 診療時間内', () => {
    const says = saidAt('2026-11-23T12:30+09:00', '09:00-17:00 休 休 休 休 休 休 休', {
      breaksStated: false,
    });
    expect(says).toBe('きょうは 17:00まで（昼休みは わかりません）');
  });

  test('受付 leads where it is stated, and leaves 診療 its closed days', () => {
    const week = '09:00-17:00 休 休 休 休 休 休 休';
    const sets = [hours(week), hours('08:30-11:30 ? ? ? ? ? ? ?', { purpose: 'reception' })];
    const line = todayLine(sets, clinic)!;
    expect(pageAt('2026-11-23T09:00+09:00', line).says).toBe('いま 受付時間内（11:30まで）');
    expect(pageAt('2026-11-23T12:00+09:00', line).says).toBe(
      'きょうは 終わりました。つぎは つぎの月曜日 8:30から',
    );
  });

  test.each([
    ['clinic', 'medical', 'outpatient', '診療'],
    ['pharmacy', 'medical', 'outpatient', '営業'],
    ['visiting-nursing', 'visiting', 'outpatient', '営業'],
    ['visiting-nursing', 'visiting', 'visit', '訪問'],
    ['community-support-center', 'consultation', 'desk', '窓口'],
    ['group-home', 'residence', 'outpatient', ''],
  ] as const)('of a %s (%s, %s) it says %s時間内', (id, group, purpose, word) => {
    const line = todayLine([hours('09:00-12:00 休 休 休 休 休 休 休', { purpose })], { id, group });
    expect(pageAt('2026-11-23T10:00+09:00', line!).says).toBe(`いま ${word}時間内（12:00まで）`);
  });

  test('there is none for hours of 診療科, of emergencies, or of which no day is known', () => {
    expect(todayLine([hours(usual, { speciality: '内科' })], clinic)).toBe(null);
    expect(todayLine([hours(usual, { purpose: 'emergency' })], clinic)).toBe(null);
    expect(todayLine([hours('? ? ? ? ? ? ? 休')], clinic)).toBe(null);
    expect(todayLine([], clinic)).toBe(null);
  });

  test.each([
    ['休', null, '祝日は休みです。'],
    ['?', null, '祝日は、ちがうことがあります。'],
    [
      '09:00-12:00',
      '12月29日～1月3日',
      '祝日は 9:00～12:00です。ほかにも休みの日があります。下の「時間」も見てください。',
    ],
  ])('says of 祝日 「%s」 and %s', (holiday, exceptions, note) => {
    expect(todayLine([hours(`休 休 休 休 休 休 09:00-10:00 ${holiday}`, { exceptions })], clinic)?.note).toBe(
      note,
    );
  });
});

test('opening at the turn of the year is no closing, and the end of 受付 is pointed to', () => {
  const text = '受付は16:30まで。年末年始（12月31日～1月3日）も診療';
  const set = hours('休 休 休 休 休 休 09:00-17:00 09:00-17:00', { text });
  expect(todayLine([set], clinic)?.note).toBe(
    '祝日は 9:00～17:00です。ふだん休みの日にも、開く日があります。受付の終わりは、これとちがうことがあります。下の「時間」も見てください。',
  );
});

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const someDay: fc.Arbitrary<DayHours> = fc.oneof(
  fc.constantFrom<DayHours>({ state: 'closed' }, { state: 'unknown' }, { state: 'open', spans: [] }),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 28 * 4 }), { minLength: 2, maxLength: 4 })
    .map((quarters): DayHours => {
      const edges = quarters.sort((a, b) => a - b).map(each => time(each * 15));
      const spans = [0, 2].flatMap(at =>
        edges[at + 1] === undefined ? [] : [{ start: edges[at]!, end: edges[at + 1]! }],
      );
      return { state: 'open', spans };
    }),
);

test('of any week and moment, it says 時間内 exactly when a stated span of today or of last night holds', () => {
  const days = fc.tuple(someDay, someDay, someDay, someDay, someDay, someDay, someDay);
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 3 * 10_080 - 1 }), (week, minute) => {
      const [mon, tue, wed, thu, fri, sat, sun] = week;
      const set: HoursSet = {
        ...hours('? ? ? ? ? ? ? ?'),
        days: {
          mon,
          tue,
          wed,
          thu,
          fri,
          sat,
          sun,
          holiday: { state: 'unknown' },
        },
      };
      const line = todayLine([set], clinic);
      if (line === null) return;
      const { says } = pageAt(
        new Date(Date.parse('2026-11-23T00:00+09:00') + minute * 60_000).toISOString(),
        line,
      );
      const at = Math.floor(minute / 1440) % 7;
      const inside = (day: DayHours, of: number) =>
        day.state === 'open' && day.spans.some(({ start, end }) => start <= time(of) && time(of) < end);
      const isOpen = inside(week[at]!, minute % 1440) || inside(week[(at + 6) % 7]!, (minute % 1440) + 1440);
      expect(says.startsWith('いま 診療時間内')).toBe(isOpen);
      const today = week[at]!;
      const isStated = today.state === 'closed' || (today.state === 'open' && today.spans.length > 0);
      if (!isOpen) expect(says === 'きょうの時間は、電話で確認してください。').toBe(!isStated);
    }),
    { seed: 20260401, numRuns: 2000 },
  );
});

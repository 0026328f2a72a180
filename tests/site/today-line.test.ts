import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { type Moment, perDay, tokyoMoment } from '../../src/calendar/moment.ts';
import { nextOpening, nowAt, openState } from '../../src/calendar/open.ts';
import { holidayTable } from '../../src/components/holiday-table.ts';
import { todayScript } from '../../src/components/today.ts';
import { type TodayLine, todayLine } from '../../src/components/today-line.ts';
import type { DayHours, HoursSet } from '../../src/model/facility.ts';
import { hours } from '../fixtures/sample-dataset.ts';

const ask = 'きょうの時間は、電話で確認してください。';
const clinic = { id: 'clinic', group: 'medical' } as const;
const weekdayNames = ['月', '火', '水', '木', '金', '土', '日', '祝'];

interface Row {
  dataset: { day: string };
  current: string;
  setAttribute: (name: string, value: unknown) => void;
}

type Run = (
  ready: (name: string, run: () => void) => void,
  document: object,
  date: unknown,
  timer: () => void,
) => void;
const run = new Function('addEventListener', 'document', 'Date', 'setTimeout', todayScript) as Run;

/** The page's script as text, run with a clock that stands at `moment`: what the line and the rows then say. */
function pageAt(
  moment: string | number,
  line: TodayLine,
  names = weekdayNames,
): { says: string; today: string } {
  const strong = { dataset: { week: line.week, say: line.say, dates: line.dates }, textContent: '' };
  const rows = names.map((_, day): Row => {
    const row: Row = {
      dataset: { day: String(day) },
      current: '',
      setAttribute: (name, value) => {
        if (name === 'aria-current') row.current = String(value);
      },
    };
    return row;
  });
  const found: Record<string, unknown[]> = {
    '[data-off]': [{ dataset: { off: holidayTable } }],
    '[data-week]': [strong],
    '[data-day]': rows,
  };
  class Clock extends Date {
    static override now() {
      return typeof moment === 'number' ? moment : Date.parse(moment);
    }
  }
  run(
    (_, ready) => ready(),
    { querySelectorAll: (selector: string) => found[selector] ?? [] },
    Clock,
    () => {},
  );
  const marked = rows.filter(({ current }) => current === 'date');
  return {
    says: strong.textContent,
    today: marked.map(({ dataset }) => weekdayNames[Number(dataset.day)]).join(),
  };
}

const saidAt = (moment: string, week: string, more: Partial<HoursSet> = {}) => {
  const line = todayLine([hours(week, more)], clinic);
  return line === null ? null : pageAt(moment, line).says;
};

/** 2026-11-30 is a Monday; no 祝日 until the new year. */
const twice = '09:00-12:00,14:00-18:00';
const usual = `${twice} ${twice} 09:00-12:00 休 ${twice} 09:00-12:00 休 休`;

describe('today’s line', () => {
  test.each([
    ['2026-11-30T00:00', 'いまは 診療時間外です。つぎは きょう 9:00から'],
    ['2026-11-30T08:59', 'いまは 診療時間外です。つぎは きょう 9:00から'],
    ['2026-11-30T09:00', 'いま 診療時間内（12:00まで）'],
    ['2026-11-30T11:59', 'いま 診療時間内（12:00まで）'],
    ['2026-11-30T12:00', 'いまは 診療時間外です。つぎは きょう 14:00から'],
    ['2026-11-30T17:59', 'いま 診療時間内（18:00まで）'],
    ['2026-11-30T18:00', 'きょうは 終わりました。つぎは あす（火曜日） 9:00から'],
    ['2026-12-02T12:00', 'きょうは 終わりました。つぎは 金曜日 9:00から'],
    ['2026-12-03T10:00', 'きょうは 休みです。つぎは あす（金曜日） 9:00から'],
    ['2026-12-05T12:00', 'きょうは 終わりました。つぎは 月曜日 9:00から'],
    ['2026-12-06T23:59', 'きょうは 休みです。つぎは あす（月曜日） 9:00から'],
  ])('of a plain week, at %s', (moment, says) => {
    expect(saidAt(`${moment}+09:00`, usual)).toBe(says);
  });

  test('is of Japan’s day, wherever the clock of the visitor stands', () => {
    expect(saidAt('2026-11-29T15:00:00Z', usual)).toBe('いまは 診療時間外です。つぎは きょう 9:00から');
    const line = todayLine([hours(usual)], clinic)!;
    expect(pageAt('2026-11-29T14:59:59Z', line).today).toBe('日');
    expect(pageAt('2026-11-29T15:00:00Z', line).today).toBe('月');
    expect(pageAt('2026-11-22T15:00:00Z', line).today).toBe('祝');
    expect(pageAt('1999-12-31T16:00:00Z', line)).toEqual({ says: ask, today: '' });
  });

  test.each([
    ['2026-12-04T20:00', 'いま 診療時間内（翌1:00まで）'],
    ['2026-12-05T00:30', 'いま 診療時間内（1:00まで）'],
    ['2026-12-05T01:00', 'きょうは 休みです。つぎは あす（日曜日） 22:00から'],
    ['2026-12-07T00:59', 'いま 診療時間内（1:00まで）'],
    ['2026-12-07T01:00', 'きょうは 休みです。つぎは 金曜日 18:00から'],
  ])('past midnight, at %s', (moment, says) => {
    expect(saidAt(`${moment}+09:00`, '休 休 休 休 18:00-25:00 休 22:00-25:00 休')).toBe(says);
  });

  test.each([
    ['2026-12-01T10:00', 'きょうは 終わりました。つぎは つぎの火曜日 8:00から'],
    ['2026-12-02T10:00', 'きょうは 休みです。つぎは 火曜日 8:00から'],
  ])('of one day a week, at %s', (moment, says) => {
    expect(saidAt(`${moment}+09:00`, '休 08:00-09:00 休 休 休 休 休 休')).toBe(says);
  });

  test('around the clock it names no end', () => {
    const always = '00:00-24:00 '.repeat(8).trim();
    expect(saidAt('2026-12-06T23:59+09:00', always)).toBe('いま 診療時間内（24時間）');
    const weekdaysOnly = `${'00:00-24:00 '.repeat(5)}休 休 休`;
    expect(saidAt('2026-12-03T12:00+09:00', weekdaysOnly)).toBe('いま 診療時間内（金曜日 24:00まで）');
    expect(saidAt('2026-12-04T12:00+09:00', weekdaysOnly)).toBe('いま 診療時間内（24:00まで）');
    expect(todayLine([hours(always)], clinic)?.note).toBe('祝日も24時間です。');
  });

  test.each([
    ['an unknown day', '2026-12-02T10:00', {}, 'きょうの時間は、電話で確認してください。'],
    [
      'before an unknown day',
      '2026-12-01T19:00',
      {},
      'きょうは 終わりました。つぎの時間は、電話で確認してください。',
    ],
    [
      'a Saturday that is closed in some weeks',
      '2026-12-05T10:00',
      { closedNth: [{ day: 'sat', weeks: [2, 4] }] },
      'きょうの時間は、電話で確認してください。',
    ],
    [
      'before such a Saturday',
      '2026-12-04T19:00',
      { closedNth: [{ day: 'sat', weeks: [2, 4] }] },
      'きょうは 終わりました。つぎの時間は、電話で確認してください。',
    ],
  ] as const)('claims nothing on %s', (_, moment, more, says) => {
    const week = `${twice} ${twice} ? 休 ${twice} 09:00-12:00 休 休`;
    expect(saidAt(`${moment}+09:00`, week, structuredClone(more) as Partial<HoursSet>)).toBe(says);
  });

  test('a day without stated times, and a closed week, are asked about', () => {
    expect(saidAt('2026-11-30T10:00+09:00', '○ 休 休 休 休 休 休 休')).toBe(
      'きょうの時間は、電話で確認してください。',
    );
    expect(saidAt('2026-12-01T10:00+09:00', '○ 休 休 休 休 休 休 休')).toBe(
      'きょうは 休みです。つぎの時間は、電話で確認してください。',
    );
    expect(saidAt('2026-12-01T10:00+09:00', '休 休 休 休 休 休 休 休')).toBe(
      '休みです。電話で確認してください。',
    );
  });

  test('a span of Sunday that begins after midnight takes nothing from Monday', () => {
    const week = '00:00-00:15 休 休 休 休 休 25:30-25:45 休';
    expect(saidAt('2026-11-30T00:00+09:00', week)).toBe('いま 診療時間内（0:15まで）');
    expect(saidAt('2026-11-30T00:20+09:00', week)).toBe('いまは 診療時間外です。つぎは きょう 1:30から');
    expect(saidAt('2026-11-30T01:40+09:00', week)).toBe('いま 診療時間内（1:45まで）');
  });

  test('a span that may hide a lunch break is no 診療時間内', () => {
    const says = saidAt('2026-11-30T12:30+09:00', '09:00-17:00 休 休 休 休 休 休 休', {
      breaksStated: false,
    });
    expect(says).toBe('きょうは 17:00まで（昼休みは わかりません）');
  });

  test('受付 leads where it is stated, and leaves 診療 its closed days', () => {
    const week = '09:00-17:00 休 休 休 休 休 休 休';
    const sets = [hours(week), hours('08:30-11:30 ? ? ? ? ? ? ?', { purpose: 'reception' })];
    const line = todayLine(sets, clinic)!;
    expect(pageAt('2026-11-30T09:00+09:00', line).says).toBe('いま 受付時間内（11:30まで）');
    expect(pageAt('2026-11-30T12:00+09:00', line).says).toBe(
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
    expect(pageAt('2026-11-30T10:00+09:00', line!).says).toBe(`いま ${word}時間内（12:00まで）`);
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
        new Date(Date.parse('2026-11-30T00:00+09:00') + minute * 60_000).toISOString(),
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

describe('on days that are no plain days of the week', () => {
  const exceptions = '12/30～1/3';
  test.each([
    [
      'the day before a 祝日 that is closed',
      '2026-11-22T10:00',
      'きょうは 休みです。つぎの時間は、電話で確認してください。',
    ],
    ['a 祝日', '2026-11-23T10:00', 'きょうは 祝日で 休みです。あすからの時間は、下の表を見てください。'],
    ['the day after it', '2026-11-24T10:00', 'いま 診療時間内（12:00まで）'],
    ['振替休日', '2027-03-22T10:00', 'きょうは 祝日で 休みです。あすからの時間は、下の表を見てください。'],
    ['a stated date', '2026-12-31T10:00', 'きょうは 休みです。つぎの時間は、電話で確認してください。'],
    [
      'the evening before',
      '2026-12-29T19:00',
      'きょうは 終わりました。つぎの時間は、電話で確認してください。',
    ],
    ['the day before, in hours', '2026-12-29T10:00', 'いま 診療時間内（12:00まで）'],
    ['a year the table does not know', '2036-02-05T10:00', ask],
  ])('%s', (_, moment, says) => {
    expect(saidAt(`${moment}+09:00`, usual, { exceptions })).toBe(says);
  });

  test('nobody said anything of the turn of the year, or only its name: it asks', () => {
    expect(saidAt('2026-12-31T10:00+09:00', usual)).toBe(ask);
    expect(saidAt('2026-12-28T19:00+09:00', usual)).toBe(
      'きょうは 終わりました。つぎの時間は、電話で確認してください。',
    );
    expect(saidAt('2026-08-13T10:00+09:00', usual, { exceptions: 'お盆' })).toBe(ask);
    expect(saidAt('2026-12-29T19:00+09:00', usual, { text: '年末年始も診療' })).toBe(
      'きょうは 終わりました。つぎは あす（水曜日） 9:00から',
    );
  });

  test('祝日 has its own hours, and is asked about where they are not known', () => {
    const open = usual.replace(/休$/, '10:00-12:00');
    expect(saidAt('2026-11-23T09:30+09:00', open)).toBe('いまは 診療時間外です。つぎは きょう 10:00から');
    expect(saidAt('2026-11-23T10:30+09:00', open)).toBe('いま 診療時間内（12:00まで）');
    expect(saidAt('2026-11-23T10:30+09:00', usual.replace(/休$/, '?'))).toBe(
      'きょうは 祝日です。時間は、電話で確認してください。',
    );
    expect(saidAt('2026-11-23T10:30+09:00', open, { closedNth: [{ day: 'mon', weeks: [4] }] })).toBe(
      'きょうは 祝日です。時間は、電話で確認してください。',
    );
  });

  const names = ['月', '火', '水', '木', '金', '土', '日'];
  /** What the sentence names as the next opening, as a date and a clock. */
  function named(says: string, { date }: Moment): { date: string; from: number } | null {
    const found = /つぎは (きょう|あす|つぎの.曜日|.曜日)(?:（.曜日）)? (\d+):(\d\d)から/.exec(says);
    if (!found) return null;
    const today = (new Date(date).getUTCDay() + 6) % 7;
    const of = (name: string) => (names.indexOf(name.at(-3)!) - today + 7) % 7;
    const word = found[1]!;
    const ahead = word === 'きょう' ? 0 : word === 'あす' ? 1 : word.startsWith('つぎの') ? 7 : of(word);
    const then = new Date(Date.parse(date) + ahead * perDay * 60_000).toISOString().slice(0, 10);
    return { date: then, from: Number(found[2]) * 60 + Number(found[3]) };
  }

  const sets: [string, HoursSet][] = [
    ['closed on 祝日 and on stated dates', hours(usual, { exceptions: '12月29日～1月3日、8月13日～15日' })],
    ['open on 祝日', hours(usual.replace(/休$/, '10:00-13:00'))],
    ['祝日 unknown, seasons named', hours(usual.replace(/休$/, '?'), { exceptions: '年末年始、お盆、GW' })],
    ['nights', hours('22:00-25:00 休 18:00-30:00 00:00-24:00 00:00-24:00 ? 休 23:00-28:00')],
    ['nth weeks', hours(usual.replace(/休$/, '10:00-13:00'), { closedNth: [{ day: 'mon', weeks: [2, 3] }] })],
    [
      'open at the turn of the year',
      hours('休 休 休 休 休 休 09:00-17:00 09:00-17:00', { text: '年末年始（12月31日～1月3日）も診療' }),
    ],
    ['around the clock', hours('00:00-24:00 '.repeat(8).trim())],
    [
      'one span, a break unseen',
      hours('09:00-17:00 09:00-17:00 休 休 休 休 休 09:00-17:00', { breaksStated: false }),
    ],
  ];
  const calendar = japaneseHolidays(2025, 2029);
  test.each(sets)(
    'of two years it claims nothing that the calendar does not: %s',
    (_, set) => {
      const line = todayLine([set], clinic)!;
      const wrong: string[] = [];
      let inside = 0;
      let promised = 0;
      const clocks = JSON.stringify(set.days).match(/\d\d:\d\d/g) ?? [];
      const edges = clocks.map(clock => (Number(clock.slice(0, 2)) % 24) * 60 + Number(clock.slice(3)));
      const minutesOfDay = [...new Set([0, ...edges, Math.max(...edges) - 1])];
      for (let day = 0; day < 731; day += 1) {
        const midnight = Date.parse('2026-11-01T00:00+09:00') + day * perDay * 60_000;
        const today = nowAt(tokyoMoment(midnight), calendar);
        for (const minute of minutesOfDay) {
          const at = midnight + minute * 60_000;
          const { says } = pageAt(at, line, []);
          const moment = tokyoMoment(at);
          const now = { ...today, minutes: moment.minutes };
          const state = openState([set], now)?.state;
          const next = nextOpening([set], now);
          const told = named(says, moment);
          const isWithin = says.startsWith('いま 診療時間内');
          if (isWithin) inside += 1;
          if (told) promised += 1;
          const isOpening =
            told === null || (next?.sure && told.date === next.date && told.from === next.from);
          const isOff = /休みです|終わりました|時間外/.test(says);
          if ((isWithin && state !== 'open') || !isOpening || (isOff && state === 'open'))
            wrong.push(
              `${moment.date} ${minute}: ${says} (${state}, ${next?.date} ${next?.from} ${next?.sure})`,
            );
        }
      }
      expect(wrong.slice(0, 5)).toEqual([]);
      if (set.breaksStated) expect(inside).toBeGreaterThan(200);
      expect(promised + inside).toBeGreaterThan(200);
    },
    60_000,
  );
});

test('what is said of something old shows from its day on, and not before', () => {
  const note = { dataset: { old: String(Date.UTC(2026, 8, 1) / 86_400_000) }, hidden: true };
  const shownAt = (moment: string) => {
    class Clock extends Date {
      static override now = () => Date.parse(moment);
    }
    const found = (selector: string) => (selector === '[data-old]' ? [note] : []);
    run(
      (_, ready) => ready(),
      { querySelectorAll: found },
      Clock,
      () => {},
    );
    return !note.hidden;
  };
  expect(shownAt('2026-08-31T23:59:00+09:00')).toBe(false);
  expect(shownAt('2026-09-01T00:01:00+09:00')).toBe(true);
});

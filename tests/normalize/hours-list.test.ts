import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayHours, type HoursSet, weekdays } from '../../src/model/facility.ts';
import { formatHoursList, readHoursList } from '../../src/normalize/hours-list.ts';

const minute = fc.constantFrom('00', '15', '30', '45');
const clock = (hour: number) => String(hour).padStart(2, '0');
const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 2, maxLength: 6 })
  .chain(hours => fc.tuple(fc.constant(hours.toSorted((a, b) => a - b)), minute))
  .map(([hours, at]) =>
    hours.flatMap((hour, index) => {
      const end = hours[index + 1];
      return index % 2 === 0 && end !== undefined
        ? [{ start: `${clock(hour)}:${at}`, end: `${clock(end)}:${at}` }]
        : [];
    }),
  );
const day: fc.Arbitrary<DayHours> = fc.oneof(
  fc.constant<DayHours>({ state: 'unknown' }),
  fc.constant<DayHours>({ state: 'closed' }),
  fc.constant<DayHours>({ state: 'open', spans: [] }),
  spans.map((list): DayHours => ({ state: 'open', spans: list })),
);
const words = fc
  .array(
    fc.constantFrom(
      '「',
      '」',
      '：',
      ':',
      '／',
      '/',
      '；',
      ';',
      '\n',
      '=',
      '備考',
      '月 休',
      ' ',
      '内科',
      '9:00',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map(parts => parts.join(''));
const text = fc.option(words);
const nth = fc
  .subarray([...weekdays])
  .chain(days =>
    fc.tuple(
      ...days.map(each => fc.tuple(fc.constant(each), fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }))),
    ),
  )
  .map(list => list.map(([each, weeks]) => ({ day: each, weeks })));
const set: fc.Arbitrary<HoursSet> = fc.record({
  purpose: fc.constantFrom('outpatient', 'reception', 'visit', 'desk', 'emergency'),
  speciality: fc.oneof(
    fc.constantFrom(null, '内科', '外来', '肝臓・胆のう・膵臓外科', '内科（循環器）'),
    words,
  ),
  days: fc.record(Object.fromEntries(weekdays.map(each => [each, day]))) as fc.Arbitrary<HoursSet['days']>,
  closedNth: nth,
  exceptions: text,
  text,
  breaksStated: fc.boolean(),
});
const sets = fc.uniqueArray(set, { maxLength: 5, selector: one => `${one.purpose} ${one.speciality}` });

test('what is written is read back the same, whatever the texts hold', () => {
  fc.assert(
    fc.property(sets, list => {
      const read = readHoursList(formatHoursList(list));
      expect(read.findings).toEqual([]);
      expect(read.value ?? []).toEqual(list);
    }),
    { seed: 20260401, numRuns: 1000 },
  );
});

describe('as an officer types it', () => {
  const monday = (typed: string) => readHoursList(typed).value?.[0]?.days.mon;

  test.each([
    '内科:月 9:00-12:00',
    '内科：月曜　9:00～12:00',
    '内科 ： 月9:00-12:00 ／ 火 休',
    '受付「内科」：平日 9時-12時',
  ])('%s', typed => {
    expect(monday(typed)).toEqual({ state: 'open', spans: [{ start: '09:00', end: '12:00' }] });
    expect(readHoursList(typed).findings).toEqual([]);
  });

  test('one line or semicolon each', () => {
    const { value } = readHoursList('内科：月 休；受付：月 8:30-11:30\n訪問：火 ○');
    expect(value?.map(one => [one.purpose, one.speciality])).toEqual([
      ['outpatient', '内科'],
      ['reception', null],
      ['visit', null],
    ]);
  });

  test.each([
    ['月 9:00-12:00', 'no head'],
    ['内科：9:00-12:00', 'no day'],
    ['内科：月 9:00-12:00／14:00-17:00', 'times without a day'],
    ['内科：月 休／月～金 9:00-12:00', 'a day twice'],
    ['内科：月 13:30-12:00', 'a time that cannot be'],
    ['内科：だいたい午前中', 'free text'],
  ])('%s is told whole: %s', typed => {
    expect(readHoursList(typed)).toEqual({
      value: null,
      findings: [{ code: 'hours-list-unreadable', detail: { line: typed } }],
    });
  });

  test('a good line stays beside a bad one', () => {
    const read = readHoursList('内科：月 休\n外科：午前');
    expect(read.value).toHaveLength(1);
    expect(read.findings).toHaveLength(1);
  });
});

import { expect, test } from 'vitest';
import { hoursTables } from '../../src/components/hours-view.ts';
import { formatHoursOfDay } from '../../src/normalize/format-hours.ts';
import { hours } from '../fixtures/sample-dataset.ts';

test.each([
  [{ state: 'closed' } as const, '休み'],
  [{ state: 'unknown' } as const, '電話で確認'],
  [{ state: 'open', spans: [] } as const, 'あり（時間は電話で確認）'],
  [
    {
      state: 'open',
      spans: [
        { start: '09:00', end: '12:30' },
        { start: '22:00', end: '25:00' },
      ],
    } as const,
    '9:00～12:30、22:00～翌1:00',
  ],
  [{ state: 'open', spans: [{ start: '00:00', end: '24:00' }] } as const, '24時間'],
])('a day is said in words', (day, text) => {
  expect(formatHoursOfDay(structuredClone(day) as Parameters<typeof formatHoursOfDay>[0])).toBe(text);
});

const hospital = { id: 'hospital', group: 'medical' } as const;

test('診療科 with the same week share one table, 受付 beside 診療', () => {
  const week = '09:00-12:00 休 休 休 休 休 休 休';
  const early = '08:30-11:30 休 休 休 休 休 休 休';
  const tables = hoursTables(
    [
      hours(week, { speciality: '内科' }),
      hours('? 休 休 休 休 休 休 休', { speciality: '外科' }),
      hours(week, { speciality: '皮膚科' }),
      hours(early, { speciality: '内科', purpose: 'reception' }),
      hours(early, { speciality: '皮膚科', purpose: 'reception' }),
    ],
    hospital,
  );
  expect(tables.map(({ caption, columns }) => [caption, ...columns])).toEqual([
    ['内科・皮膚科', '診療・営業時間', '受付時間'],
    ['外科', '診療・営業時間'],
  ]);
  expect(tables[0]!.rows[0]!.cells.map(({ text }) => text)).toEqual(['9:00～12:00', '8:30～11:30']);
});

test.each([
  [hospital, '診療・営業時間'],
  [{ id: 'pharmacy', group: 'medical' }, '営業時間'],
  [{ id: 'home-care', group: 'visiting' }, '営業時間'],
  [{ id: 'group-home', group: 'residence' }, '時間'],
] as const)('hours are named by what the office does', (type, caption) => {
  expect(hoursTables([hours('○ ○ ○ ○ ○ ○ ○ ○')], type)[0]!.caption).toBe(caption);
});

test('a week of which nothing could be read shows the text of the source instead of a table', () => {
  const text = '午前のみ\n元のデータ：「応相談」';
  const [table] = hoursTables([hours('? ? ? ? ? ? ? ?', { text, exceptions: 'お盆' })], hospital);
  expect(table!.rows).toEqual([]);
  expect(table!.source).toBe('午前のみ');
  expect(table!.notes).toEqual([
    '曜日ごとの時間は、この一覧ではわかりません。電話で確認してください。',
    '休み：お盆',
    '元のデータ：「応相談」',
  ]);
});

test('weeks of a month and hidden breaks are said below', () => {
  const more = { closedNth: [{ day: 'sat' as const, weeks: [2, 4] }], breaksStated: false };
  const [table] = hoursTables([hours('09:00-17:00 休 休 休 休 ○ 休 休', more)], hospital);
  expect(table!.notes).toEqual(['第2・第4土曜日は休み', '昼休みは、この表ではわかりません。']);
});

test.each(['09:00-13:00', '13:00-17:00', '00:00-24:00'])('%s hides no lunch break', span => {
  const [table] = hoursTables([hours(`${span} 休 休 休 休 休 休 休`, { breaksStated: false })], hospital);
  expect(table!.notes).toEqual([]);
});

test('what the source’s own words say is not said twice', () => {
  const text = '年始年末（12月30日から1月3日）はお休みです。';
  const exceptions = '年始年末(12月30日から1月3日)はお休みです';
  const [table] = hoursTables([hours('○ 休 休 休 休 休 休 休', { text, exceptions })], hospital);
  expect(table!.notes).toEqual([]);
  expect(table!.source).toBe(text);
});

test('a week alike every day is one line, not eight rows', () => {
  const always =
    '00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00 00:00-24:00';
  const [table] = hoursTables([hours(always)], hospital);
  expect(table).toMatchObject({ everyDay: '毎日24時間', rows: [] });
});

test('a day the remark touches shows its written times; the note of them is not repeated', () => {
  const text = '元のデータ：「土 9:00～18:00」\n土曜午後休診';
  const nine = '09:00-18:00';
  const [table] = hoursTables([hours(`${nine} ${nine} ${nine} ${nine} ${nine} ? 休 休`, { text })], hospital);
  expect(table!.rows.slice(4, 7).map(({ cells }) => cells[0]!.text)).toEqual([
    '9:00～18:00',
    '9:00～18:00（電話で確認）',
    '休み',
  ]);
  expect(table!.notes).toEqual(['「電話で確認」とある時間は、「元の表記」のため ちがうことがあります。']);
  expect(table!.source).toBe('土曜午後休診');
});

test('what closes the whole hospital is said once, not below each 診療科', () => {
  const closing = { exceptions: '12月29日～1月3日', closedNth: [{ day: 'sat' as const, weeks: [2] }] };
  const week = '09:00-12:00 休 休 休 休 09:00-12:00 休 休';
  const notes = hoursTables(
    [hours(week, closing), hours(week, { ...closing, speciality: '内科', text: '予約制' })],
    hospital,
  );
  expect(notes.map(table => table.notes)).toEqual([['第2土曜日は休み', '休み：12月29日～1月3日'], []]);
});

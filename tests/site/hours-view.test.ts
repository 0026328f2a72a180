import { expect, test } from 'vitest';
import { dayText, hoursTables } from '../../src/components/hours-view.ts';
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
  [{ state: 'open', spans: [{ start: '00:00', end: '24:00' }] } as const, '0:00～24:00'],
])('a day is said in words', (day, text) => {
  expect(dayText(structuredClone(day) as Parameters<typeof dayText>[0])).toBe(text);
});

test('診療科 with the same week share one table', () => {
  const week = '09:00-12:00 休 休 休 休 休 休 休';
  const tables = hoursTables([
    hours(week, { speciality: '内科' }),
    hours('? 休 休 休 休 休 休 休', { speciality: '外科' }),
    hours(week, { speciality: '皮膚科' }),
  ]);
  expect(tables.map(({ caption }) => caption)).toEqual([
    '診療・営業時間（内科・皮膚科）',
    '診療・営業時間（外科）',
  ]);
});

test('a week of which nothing could be read shows the text of the source instead of a table', () => {
  const [table] = hoursTables([hours('? ? ? ? ? ? ? ?', { text: '午前のみ', exceptions: 'お盆' })]);
  expect(table!.rows).toEqual([]);
  expect(table!.source).toBe('午前のみ');
  expect(table!.notes.join()).toContain('お盆');
});

test('weeks of a month, hidden breaks and holidays are said below', () => {
  const [table] = hoursTables([
    hours('09:00-17:00 休 休 休 休 ○ 休 休', {
      closedNth: [{ day: 'sat', weeks: [2, 4] }],
      breaksStated: false,
    }),
  ]);
  expect(table!.notes).toEqual([
    '第2・4土曜日は休み',
    '昼休みは、この表ではわかりません。',
    '祝日は「祝日」の行を見てください。',
  ]);
});

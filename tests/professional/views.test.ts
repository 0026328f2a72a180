import { expect, it } from 'vitest';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { viewsOf } from '../../src/professional/views.ts';
import { records } from './records.ts';

const views = viewsOf(records, japaneseHolidays(2026, 2027));
const all = records.all().map((_, place) => place);
const moment = { date: '2026-05-11', minutes: 9 * 60 };

it('窓口一覧 of one purpose holds its windows and what was revised of them, of every office that has one', () => {
  const { offices, count, kinds } = views.contacts(all, { kind: 'opinion', shown: 1000, moment });
  expect(kinds).toContain('discharge');
  expect([count, offices.length]).toEqual([1, 1]);
  expect(offices[0]).toMatchObject({ name: 'ゑびす病院', municipality: '村上市' });
  expect(offices[0]?.windows.map(({ kind }) => kind)).toEqual(['opinion']);
  expect(offices[0]?.history.map(({ text }) => text)).toEqual(['番号が変わりました', 'はじめて載せました']);
});

it('a page of it is no more than asked for, and says of how many', () => {
  const { offices, count } = views.contacts(all, { kind: null, shown: 2, moment });
  expect([offices.length, count]).toEqual([2, 3]);
});

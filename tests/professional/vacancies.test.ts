import { expect, it } from 'vitest';
import { vacancyRows, vacancyView } from '../../src/professional/vacancies.ts';
import { records } from './records.ts';

const line = { when: null, days: [], count: 2, text: '2', remark: null };

it.each([
  ['2026-05-01', 0, false],
  ['2026-04-17', 14, false],
  ['2026-04-16', 15, true],
  ['2026-05', 0, false],
  ['2026-04', 30, true],
  [null, null, true],
  ['2026-06-01', null, true],
])('of %s, on 2026-05-01: %s days, ask by telephone: %s', (asOf, ageInDays, isOld) => {
  expect(vacancyView({ ...line, asOf }, '2026-05-01')).toMatchObject({ ageInDays, isOld });
});

it('none is not the same as words nobody can count', () => {
  const state = (count: number | null) => vacancyView({ ...line, count, asOf: null }, '2026-05-01').state;
  expect([state(2), state(0), state(null)]).toEqual(['free', 'none', 'told']);
});

it('every service that says something, with the survey’s own line', () => {
  const rows = vacancyRows(records.all(), '2026-04-21');
  expect(
    rows.map(({ facility, service, lines, survey }) => [
      `${facility.id} ${service.type}`,
      lines.map(({ when, text, isOld }) => [when, text, isOld]),
      survey && [survey.text, survey.ageInDays],
    ]),
  ).toEqual([
    ['b-hp hospital', [], ['地域包括ケア 2床', 11]],
    [
      'n-st visiting-nursing',
      [
        ['火・金の午前', '2', false],
        ['土', '0', false],
      ],
      ['なし（4月20日）', 1],
    ],
    ['n-st day-service', [[null, '要相談', true]], null],
  ]);
});

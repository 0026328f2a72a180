import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Age, ageOf, isOld, monthsFor, oldFrom } from '../../src/dataset/decay.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import { parseYamlConfig } from '../../src/issues/yaml.ts';
import { siteSchema } from '../../src/model/site.ts';
import { regionOf } from './region.ts';

const site = (more: object = {}) => siteSchema.parse({ name: 'みほん', ...more });

describe('how many months a value is fresh', () => {
  it('受け入れ for 3, all else as long as the region says; never longer than that by itself', () => {
    expect(monthsFor('acceptance', 'survey', site())).toBe(3);
    expect(monthsFor('hours', 'survey', site())).toBe(12);
    expect(monthsFor('acceptance', 'survey', site({ staleAfterMonths: 2 }))).toBe(2);
    expect(monthsFor('hours', 'survey', site({ staleAfterMonths: 18 }))).toBe(18);
  });

  it('as the region says for the kind, and for all that official lists say', () => {
    const said = site({ staleAfterMonthsOf: { acceptance: 6, phones: 36, official: 8 } });
    expect(monthsFor('acceptance', 'survey', said)).toBe(6);
    expect(monthsFor('phones', 'survey', said)).toBe(36);
    expect(monthsFor('phones', 'official', said)).toBe(8);
    expect(monthsFor('hours', 'survey', said)).toBe(12);
  });

  it('a kind nobody knows and a number that is none are told with their line', () => {
    const text = 'name: x\nstaleAfterMonthsOf:\n  aceptance: 3\n  hours: 0\n  phones: 一年\n';
    expect(
      parseYamlConfig('site.yaml', text, siteSchema).issues.map(formatIssue).join('\n'),
    ).toMatchInlineSnapshot(`
      "site.yaml 3行目 「aceptance」：この項目名は使えません。「acceptance」のまちがいではありませんか。
      site.yaml 4行目 「hours」：「0」は使える範囲の外です。0より大きい数で書いてください。
      site.yaml 5行目 「phones」：「一年」はここでは使えません。数字（例：「12」）で書いてください。"
    `);
  });
});

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

it('is old from the very day that the page’s script is told', () => {
  const on = fc.oneof(
    day,
    day.map(text => text.slice(0, 7)),
    day.map(text => text.slice(0, 4)),
  );
  fc.assert(
    fc.property(on, fc.integer({ min: 1, max: 40 }), day, (date, months, at) => {
      const age = { on: date, months };
      expect(isOld(age, at)).toBe(Date.parse(at) / 86_400_000 >= oldFrom(age));
    }),
  );
});

describe('the age of a value', () => {
  const { publicDataset } = regionOf({
    'site.yaml':
      'name: みほん\nsources:\n  - { file: a.csv, title: 公表一覧, kind: official, asOf: 2025-12-31 }\n  - { file: b.csv, title: 調査, asOf: 2026-05 }\n  - { file: c.csv, title: 日付のない表 }\n',
    'a.csv':
      'ID,名称,種別,住所,電話番号,月\na,みほん訪問看護,訪問看護,みほ野市本町1,0254-00-0001,9:00-12:00\n',
    'b.csv':
      'ID,名称,種別,住所,新規の受け入れ,新規の受け入れ可,24時間対応,確認日\na,みほん訪問看護,訪問看護,みほ野市本町1,受けられます,○,○,2026-02-10\nb,あおば訪問看護,訪問看護,みほ野市本町2,受けられます,○,,\n',
    'c.csv': 'ID,名称,種別,住所,料金\nb,あおば訪問看護,訪問看護,みほ野市本町2,1回 500円\n',
  });
  const [second, first] = publicDataset.facilities;
  const age = (field: string, facility = first!): Age | null =>
    ageOf(publicDataset, facility, facility.services[0]!, field);

  it('is its own confirmation, else the date of its list; each value has one of its own', () => {
    expect(age('acceptance')).toEqual({ on: '2026-02-10', months: 3, from: 'survey' });
    expect(age('capability accepting-new performs')).toEqual({ on: '2026-02-10', months: 3, from: 'survey' });
    expect(age('capability available-24h performs')).toEqual({
      on: '2026-02-10',
      months: 12,
      from: 'survey',
    });
    expect(age('hours')).toEqual({ on: '2025-12-31', months: 12, from: 'official' });
    expect(age('acceptance', second)).toEqual({ on: '2026-05', months: 3, from: 'survey' });
  });

  it('is not known where nothing says a date, nor asked of what does not grow old', () => {
    expect(age('fees', second)).toBeNull();
    expect(age('specialities')).toBeNull();
    expect(age('kana')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { accountFaults, oneFile } from '../dataset/region.ts';

const header = '名称,種別,住所,電話番号,定員';
const office = 'みほんデイ,通所介護,新潟県新発田市西町1,025-000-0001,20';

describe('a row that is no record', () => {
  it.each([
    ['合　計,,,,20'],
    ['総合計,,,,20'],
    ['合計（1件）,,,,20'],
    ['計2件,,,,'],
    [',,,合計,20'],
    ['令和8年4月1日現在,,,,'],
    ['出典：みほん市 介護事業所一覧,,,,'],
    ['・定員は令和8年4月の数,,,,'],
    ['【医科】,,,,'],
    ['■薬局,,,,'],
    ['※ 休止中を除く,,,,'],
    [header],
  ])('%s is skipped and told', line => {
    const region = oneFile([header, office, line, office.replace('みほん', 'べつの')]);
    expect(region.facilities).toHaveLength(2);
    expect(region.account).toMatchObject({ read: 3, skipped: 1, rejected: 0 });
    expect(region.codes).toContain('row-not-a-record');
    expect(accountFaults(region.account)).toEqual([]);
  });

  it.each([
    ['・みほんの家,通所介護,新潟県新発田市西町2,025-000-0002,10'],
    ['計算の家,通所介護,新潟県新発田市西町2,,'],
    ['【公式】みほんの家,通所介護,,,'],
    ['★みほんの家,通所介護,,,'],
    ['注連寺診療所,診療所,,,'],
  ])('but %s is an office', line => {
    expect(oneFile([header, office, line]).facilities).toHaveLength(2);
  });

  it.each([['みほんの家,,,,'], ['計算の家,,,,20']])('and %s is told as an office without a type', line => {
    expect(oneFile([header, office, line]).codes).toContain('type-missing');
  });
});

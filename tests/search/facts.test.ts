import { describe, expect, test } from 'vitest';
import { conditionsOf } from '../../src/search/clauses.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { levelsIn, readAcceptance } from '../../src/search/facts.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { knownState } from '../../src/search/known-state.ts';
import { emptyState, type SearchState, toggleDoubt, toggleFact } from '../../src/search/state.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

test.each<[string | null, ReturnType<typeof readAcceptance>]>([
  ['可', ['yes']],
  ['○', ['yes']],
  ['受け入れ可（4月24日時点）', ['yes']],
  ['新規受入可', ['yes']],
  ['要相談', ['ask']],
  ['△', ['ask']],
  ['不可', ['']],
  ['満員', ['']],
  ['新規の受付停止中', ['']],
  ['5件まで可（4月24日時点）', null],
  ['週2回までなら可', null],
  ['初診は約3週間お待ちいただきます', null],
  ['会員登録が必要です', null],
  ['', null],
  [null, null],
])('新規の受け入れ 「%s」', (text, expected) => {
  expect(readAcceptance(text)).toEqual(expected);
});

test.each([
  ['要支援1～要介護2', ['要支援1', '要支援2', '要介護1', '要介護2']],
  ['要介護1〜5', ['要介護1', '要介護2', '要介護3', '要介護4', '要介護5']],
  ['要介護４以上', ['要介護4', '要介護5']],
  ['要介護3', ['要介護3']],
  ['自立', ['自立']],
  ['要介護5～要介護3', ['要介護5~要介護3']],
])('要介護度 「%s」', (text, expected) => {
  expect(levelsIn(text)).toEqual(expected);
});

describe('what services state', () => {
  const dataset = sampleDataset();
  const index = buildIndex(
    searchDataOf({
      ...dataset,
      filterFields: [{ key: '駐車場', label: '駐車場' }],
      facilities: [
        facility('both', 'あ', [service('visiting-nursing', { insurance: ['医療保険', '介護保険'] })], {
          custom: [{ key: '駐車場', label: '駐車場', value: 'あり' }],
        }),
        facility('care', 'い', [
          service('visiting-nursing', {
            insurance: ['介護保険（居宅療養管理指導）'],
            acceptance: '可',
            languages: ['英語（翻訳機）'],
            confirmed: { on: '2026-03-01', by: null, method: null },
          }),
        ]),
        facility('silent', 'う', [
          service('visiting-nursing', { confirmed: { on: '2025', by: null, method: null } }),
        ]),
        facility(
          'full',
          'え',
          [service('visiting-nursing', { acceptance: '不可', insurance: ['医療保険'], confirmed: null })],
          { custom: [{ key: '駐車場', label: '駐車場', value: 'なし' }] },
        ),
      ],
    }),
  );
  const outcome = (state: SearchState) => find(index, state, conditionsOf(index, state));
  const ids = (state: SearchState) => outcome(state).facilities.map(n => index.data.facilities[n]!.id);

  test('any of the chosen; those that do not say are counted apart', () => {
    const care = toggleFact(emptyState, 'insurance', '介護保険');
    expect(ids(care)).toEqual(['both', 'care']);
    expect(outcome(care).aside).toEqual([{ doubt: 'insurance', count: 1 }]);
    expect(ids(toggleFact(care, 'insurance', '医療保険'))).toEqual(['both', 'care', 'full']);
    expect(ids(toggleDoubt(care, 'insurance'))).toEqual(['both', 'care', 'silent']);
  });

  test('nobody can ask for a refusal, and a refusal is no silence', () => {
    const facets = facetsOf(index, emptyState).facts;
    const acceptance = facets.find(({ fact }) => fact === 'acceptance')!;
    expect(acceptance.options.map(({ id }) => id)).toEqual(['yes']);
    const accepting = toggleFact(emptyState, 'acceptance', 'yes');
    expect(ids(toggleDoubt(accepting, 'acceptance'))).not.toContain('full');
    expect(knownState(index, toggleFact(emptyState, 'acceptance', 'no'))).toEqual(emptyState);
  });

  test("the region's own columns, where it marked them", () => {
    expect(ids(toggleFact(emptyState, 'custom.駐車場', 'あり'))).toEqual(['both']);
    expect(facetsOf(index, emptyState).facts.at(-1)).toMatchObject({
      label: '駐車場',
      options: [{ id: 'あり', count: 1 }],
    });
    expect(facetsOf(index, emptyState).facts.at(-1)?.options).toHaveLength(1);
    const parking = toggleFact(emptyState, 'custom.駐車場', 'あり');
    expect(ids(toggleDoubt(parking, 'custom.駐車場'))).not.toContain('full');
  });

  test('an addition in brackets makes no option of its own', () => {
    expect(ids(toggleFact(emptyState, 'languages', '英語'))).toEqual(['care']);
  });

  test('confirmed within so many months: strict', () => {
    // 時点 2026-05-01. A year alone is its beginning; never confirmed is not confirmed.
    expect(ids({ ...emptyState, months: 6 })).toEqual(['both', 'care']);
    expect(ids({ ...emptyState, months: 12 })).toEqual(['both', 'care']);
    expect(ids({ ...emptyState, months: 24 })).toEqual(['both', 'care', 'silent']);
    expect(outcome({ ...emptyState, months: 6 }).aside).toEqual([]);
  });
});

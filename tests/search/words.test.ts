/** What people type, with the vocabulary as shipped. */
import { expect, test } from 'vitest';
import { searchDataOf } from '../../src/search/data.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { emptyState } from '../../src/search/state.ts';
import { answer, facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';
import { vocabulary } from '../vocabulary/shipped.ts';

const at = (text: string) => ({ address: { ...facility('x', 'x', []).address, text } });
const index = buildIndex(
  searchDataOf(
    sampleDataset({
      vocabulary,
      facilities: [
        facility('eye', '青葉クリニック', [
          service('clinic', { specialities: [{ code: null, name: '眼科' }] }),
        ]),
        facility('teeth', '白井デンタル', [
          service('dental-clinic', { capabilities: [answer('dental-denture-home', 'yes')] }),
        ]),
        facility('nurse', 'ステーション花', [
          service('visiting-nursing', { capabilities: [answer('proc-pain-opioid', 'yes')] }),
        ]),
        facility('aji', '高橋薬局', [service('pharmacy')], at('福岡県飯塚市鯰田1')),
        facility('kai', '海野薬局', [service('pharmacy')], at('福岡県飯塚市頴田鯵坂1')),
        facility('day', 'あかね', [service('day-service')]),
      ],
    }),
  ),
);
const found = (text: string) => {
  const { facilities, near } = find(index, { ...emptyState, text });
  return { ids: facilities.map(n => index.data.facilities[n]!.id), near: near.length };
};

test.each([
  ['目医者', 'eye'],
  ['がんか', 'eye'],
  ['しか', 'teeth'],
  ['ほうもんかんご', 'nurse'],
  ['穎田', 'kai'],
  ['鰺坂', 'kai'],
  ['デイ', 'day'],
])('「%s」', (text, id) => {
  expect(found(text)).toEqual({ ids: [id], near: 0 });
});

test.each([
  ['入れ歯', 'teeth'],
  ['義歯', 'teeth'],
  ['モルヒネ', 'nurse'],
])('「%s」 finds who offers it', (text, id) => {
  expect(found(text)).toEqual({ ids: [id], near: 0 });
});

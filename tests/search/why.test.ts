import { expect, test } from 'vitest';
import { answererOf } from '../../src/search/answer.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { buildIndex } from '../../src/search/index.ts';
import { emptyState, type SearchState } from '../../src/search/state.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const [city, town] = sampleDataset().areas;
const answerer = answererOf(
  buildIndex(
    searchDataOf(
      sampleDataset({
        areas: [
          { ...city!, id: 'city', name: 'みほん市', kind: 'municipality' },
          { ...city!, id: 'north', name: '北圏域', kind: 'sphere', parent: 'city' },
          { ...town!, id: 'nishi', name: '西町', parent: 'north' },
        ],
        facilities: [
          facility('a', 'あ薬局', [service('pharmacy')], { areas: ['city', 'north', 'nishi'] }),
          facility('i', 'い薬局', [service('pharmacy')], { areas: ['city'] }),
        ],
      }),
    ),
  ),
);
const said = (more: Partial<SearchState>) =>
  answerer
    .ask({ state: { ...emptyState, ...more }, shown: 9, selected: [], moment: null })
    .items.map(({ id, areas }) => [id, areas]);

test('a result says that it lies in an area asked for, chosen or typed, where its address does not', () => {
  expect(said({ areas: ['north'] })).toEqual([['a', ['北圏域']]]);
  expect(said({ text: '北圏域' })).toEqual([['a', ['北圏域']]]);
  expect(said({ areas: ['north', 'nishi'] })).toEqual([['a', ['北圏域']]]);
});

test('nothing of areas that stand in the address, or that nobody asked for', () => {
  expect(said({ areas: ['city'] })).toEqual([
    ['a', []],
    ['i', []],
  ]);
  expect(said({ areas: ['nishi'] })).toEqual([['a', []]]);
  expect(said({})).toEqual([
    ['a', []],
    ['i', []],
  ]);
});

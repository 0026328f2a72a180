import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchExample } from '../../src/components/directory.ts';
import { readRegion } from '../../src/files/load-region.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { emptyState } from '../../src/search/state.ts';
import { goldenRows, goldenTests, indexOfRegion } from './golden/read.ts';

test('the example of the home page joins what an office is, can do and comes to, and finds it', () => {
  const { publicDataset } = readRegion(join(import.meta.dirname, '../../data')).value!;
  const example = searchExample(publicDataset);
  expect(example).toBe('例：訪問看護 24時間 西町');
  const index = buildIndex(searchDataOf(publicDataset));
  const { facilities } = find(index, { ...emptyState, text: example.replace('例：', '') });
  expect(facilities.map(n => index.data.facilities[n]!.name)).toContain('ステーションはな');
});

describe('the demo region', () => {
  goldenTests('demo', () => indexOfRegion(join(import.meta.dirname, '../../data')));
});

test('the golden set is as large as it was', () => {
  const count = ['demo', 'oyama', 'iizuka'].flatMap(goldenRows).length;
  expect(count).toBeGreaterThanOrEqual(560);
});

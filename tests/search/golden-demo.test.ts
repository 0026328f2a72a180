import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goldenRows, goldenTests, indexOfRegion } from './golden/read.ts';

describe('the demo region', () => {
  goldenTests('demo', () => indexOfRegion(join(import.meta.dirname, '../../data')));
});

test('the golden set is as large as it was', () => {
  const count = ['demo', 'oyama', 'iizuka'].flatMap(goldenRows).length;
  expect(count).toBeGreaterThanOrEqual(560);
});

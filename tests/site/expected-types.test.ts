import { expect, it } from 'vitest';
import { expectedByDefault } from '../../src/components/site-index.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';

it('the types a home page names as missing are types of the vocabulary', () => {
  const { types } = shippedVocabulary();
  expect(expectedByDefault.filter(id => !types.has(id))).toEqual([]);
});

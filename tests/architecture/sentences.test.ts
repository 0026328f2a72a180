import { expect, test } from 'vitest';
import { catalogue, type IssueCode } from '../../src/issues/catalogue.ts';

const codes = Object.keys(catalogue) as IssueCode[];
/** Every detail a sentence could ask for is there. */
const anyDetail = new Proxy<Record<string, string>>({}, { get: () => '12' });

test('codes are kebab-case: they are permanent names for other programs', () => {
  expect(codes.filter(code => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test('every code has one whole Japanese sentence', () => {
  const sentences = codes.map(code => [code, catalogue[code].sentence(anyDetail, '値')] as const);
  const bad = sentences.filter(
    ([, text]) => !/[ぁ-ん]/.test(text) || !/[。）？]$/.test(text) || /undefined|\bnull\b|NaN/.test(text),
  );
  expect(bad).toEqual([]);
});

test('sentences are written for a clerk: です・ます, no doubled or half-width punctuation', () => {
  const sentences = codes.map(code => [code, catalogue[code].sentence(anyDetail, '値')] as const);
  const bad = sentences.filter(([, text]) => /。。|、、|[、。]\s|[ぁ-ん][,.](?!\w)/.test(text));
  expect(bad).toEqual([]);
});

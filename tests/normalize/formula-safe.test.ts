import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../src/normalize/formula-safe.ts';

const settings = { seed: 20260401, numRuns: 2000 };

test.each([
  ['=1+1', "'=1+1"],
  ['+81-3-0000-0000', "'+81-3-0000-0000"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝HYPERLINK("x")', '\'＝HYPERLINK("x")'],
  ["'=1", "''=1"],
  ["'平日のみ", "'平日のみ"],
  ['訪問看護', '訪問看護'],
  ['', ''],
])('%s is written %s', (text, written) => {
  expect(escapeFormula(text)).toBe(written);
});

test('every text comes back as it was', () => {
  const risky = fc.string({ unit: fc.constantFrom("'", '=', '-', '＋', '\t', 'a', '1', '休') });
  fc.assert(
    fc.property(fc.oneof(fc.string(), risky), text => unescapeFormula(escapeFormula(text)) === text),
    settings,
  );
});

test('no written cell begins with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '@', '\r', 'x') }),
      text => !/^[=+\-@\t\r\n]/.test(escapeFormula(text)),
    ),
    settings,
  );
});

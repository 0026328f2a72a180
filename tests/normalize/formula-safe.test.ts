import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeFormula, keepAsTyped, unescapeFormula } from '../../src/normalize/formula-safe.ts';

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

test.each([
  ['0160600002', 'a number that begins with zero'],
  ['０１６０６００００２', 'one in full width'],
  ['1234567890123', '法人番号'],
  ['12E4567890', '事業所番号 that reads as a power'],
  ['1-2', '番地'],
  ['1-2-3', '番地'],
  ['3/4', 'a fraction or a day'],
  ['1月2日', 'a day'],
  ['2026-04-01', 'a date'],
  ['R8.4.1', 'a date'],
  ['令和8年4月1日', 'a date'],
  ['(1)', 'minus one'],
])('Excel leaves %s alone (%s)', text => {
  expect(keepAsTyped(text)).toBe(`="${text}"`);
  expect(unescapeFormula(keepAsTyped(text))).toBe(text);
});

test.each(['1570600161', '09:00', '37.95', '0', '', '01B1400014', '本町1-2', '0254-00-0001'])(
  '%s needs nothing',
  text => {
    expect(keepAsTyped(text)).toBe(text);
  },
);

test('every text kept as typed comes back as it was', () => {
  const risky = fc.string({ unit: fc.constantFrom("'", '=', '"', '-', '0', '1', '/', '月', '日') });
  fc.assert(
    fc.property(fc.oneof(fc.string(), risky), text => unescapeFormula(keepAsTyped(text)) === text),
    settings,
  );
});

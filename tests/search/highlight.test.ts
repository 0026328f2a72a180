import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchDataOf } from '../../src/search/data.ts';
import { phoneRanges, rangesOf } from '../../src/search/highlight.ts';
import { buildIndex } from '../../src/search/index.ts';
import { toSearchWord } from '../../src/search/text-index.ts';
import { syntheticDataset } from './synthetic.ts';

const data = searchDataOf(syntheticDataset(3));
const variants = { exact: [['髙', '高']], loose: [['嶋', '島']] } satisfies typeof data.words.variants;
const index = buildIndex({ ...data, words: { ...data.words, variants } });

/** `[` and `]` around what is marked. */
function marked(text: string, ...typed: string[]): string {
  const words = typed.map(word => toSearchWord(index, word));
  return rangesOf(index, text, words).reduceRight(
    (out, [from, to]) => `${out.slice(0, from)}[${out.slice(from, to)}]${out.slice(to)}`,
    text,
  );
}

describe('a word is marked as it is written, however it was typed', () => {
  test.each([
    ['髙嶋皮フ科クリニック', '高島', '[髙嶋]皮フ科クリニック'],
    ['タカシマヒフカクリニック', 'たかしま', '[タカシマ]ヒフカクリニック'],
    ['ケアプランことのは', 'ｹｱﾌﾟﾗﾝ', '[ケアプラン]ことのは'],
    ['ｹｱﾌﾟﾗﾝことのは', 'ケアプラン', '[ｹｱﾌﾟﾗﾝ]ことのは'],
    ['ケアセンターひまわり', 'センター', 'ケア[センター]ひまわり'],
    ['デイサービス ゆみ', 'デイ', '[デイ]サービス ゆみ'],
    ['さくら・訪問 看護', 'さくら訪問', '[さくら・訪問] 看護'],
    ['「はな」の家', 'はな', '「[はな]」の家'],
    ['辻󠄀内科', '辻', '[辻󠄀]内科'],
    ['みほ野市西町二丁目3番4号', '西町2-3', 'みほ野市[西町二丁目3番]4号'],
    ['みほ野市水車1-1', '水車１－１', 'みほ野市[水車1-1]'],
    ['はなとはな', 'はな', '[はな]と[はな]'],
    ['ステーションはな', 'みずぐるま', 'ステーションはな'],
    ['<b>はな</b>', 'b', '<[b]>はな</[b]>'],
  ])('%s ← %s', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  test('marks that touch are one', () => {
    expect(marked('訪問看護はな', '訪問', '看護')).toBe('[訪問看護]はな');
  });

  test('a telephone number, however it is hyphenated', () => {
    expect(phoneRanges('0254-00-0004', toSearchWord(index, '0254000'))).toEqual([[0, 9]]);
    expect(phoneRanges('0254-00-0004', toSearchWord(index, 'はな'))).toEqual([]);
  });
});

test('in any text: ranges lie in it, in order, on whole letters', () => {
  const letters = fc.constantFrom(...'はなハﾅﾞー髙嶋ヶ丘三二丁目番1１-、 「A\u{E0100}😀');
  const text = fc.array(letters, { maxLength: 20 }).map(all => all.join(''));
  fc.assert(
    fc.property(text, text, (written, typed) => {
      let last = 0;
      for (const [from, to] of rangesOf(index, written, [toSearchWord(index, typed)])) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(written.slice(from, to).isWellFormed()).toBe(true);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(written.length);
    }),
    { seed: 7, numRuns: 1000 },
  );
});

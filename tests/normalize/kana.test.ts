import { describe, expect, test } from 'vitest';
import { gojuonKey, hiragana } from '../../src/normalize/kana.ts';

/** Sorts by key only, as a page does. */
function sorted(readings: string[]): string[] {
  return readings.toSorted((a, b) => (gojuonKey(a) < gojuonKey(b) ? -1 : 1));
}

describe('五十音順', () => {
  test.each([
    ['清音・濁音・半濁音', ['ハイ', 'バイ', 'パイ', 'ハウ']],
    ['小さい文字は大きい文字の前', ['キャク', 'キヤク', 'キュウ']],
    ['長音は前の母音として並ぶ', ['カア', 'カイ', 'コート', 'コオリ', 'コカ']],
    ['長音だけがちがうとき', ['サート', 'サアト']],
    ['短い言葉が先', ['アイ', 'アイウ', 'アウ']],
    ['空白や中黒は数えない', ['アイ・ウ', 'アイ　エ', 'アイオ']],
    ['五十音のあとに英数字、漢字、なし', ['ワタナベ', 'ンダ', '山田', '1番', 'ABC', '']],
    ['ヴはウの濁音', ['ウイ', 'ヴイ', 'ウエ']],
    ['ひらがなも半角も同じ', ['あい', 'ｱｳ', 'アエ']],
    ['繰り返しの記号', ['ミスシ', 'ミスヾ', 'ミスセ']],
  ])('%s', (_, expected) => {
    expect(sorted(expected.toReversed())).toEqual(expected);
  });
});

test('カタカナだけがひらがなになる', () => {
  expect(hiragana('ミホンー・ヴィラ 医院 ＡＢ')).toBe('みほんー・ゔぃら 医院 ＡＢ');
});

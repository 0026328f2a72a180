import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/issues/nearest.ts';

describe('the word that was probably meant', () => {
  it.each([
    ['titel', ['name', 'title'], 'title'],
    ['電話番', ['電話番号', '内線番号'], '電話番号'],
    ['ＦＡＸ 番号', ['内線番号', 'FAX番号'], 'FAX番号'],
    ['所在地連結標記', ['所在地_連結表記', '所在地_町字'], '所在地_連結表記'],
    ['名称カナ', ['名称', '名称_カナ'], '名称_カナ'],
    ['色', ['名', '種別'], null],
    ['避難所', ['電話番号', '住所'], null],
    ['', ['住所'], null],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

import { expect, test } from 'vitest';
import { aroundName, rubyParts, withoutRuby } from '../../src/text/ruby.ts';

test('a reading belongs to the kanji before it', () => {
  expect(rubyParts('この 病院《びょういん》へ 行《い》く')).toEqual([
    { text: 'この ' },
    { text: '病院', reading: 'びょういん' },
    { text: 'へ ' },
    { text: '行', reading: 'い' },
    { text: 'く' },
  ]);
});

test('or to everything after ｜', () => {
  expect(rubyParts('4月《がつ》｜1日《ついたち》')).toEqual([
    { text: '4' },
    { text: '月', reading: 'がつ' },
    { text: '1日', reading: 'ついたち' },
  ]);
});

test('a sentence without readings is one piece, and brackets alone stay', () => {
  expect(rubyParts('ふつうの文《ぶん')).toEqual([{ text: 'ふつうの文《ぶん' }]);
  expect(rubyParts('')).toEqual([]);
});

test('titles and attributes hold no ruby', () => {
  expect(withoutRuby('種類《しゅるい》から さがす')).toBe('種類から さがす');
});

test('a region’s word stands between', () => {
  expect(aroundName('Map of {name}.')).toEqual(['Map of ', '.']);
  expect(aroundName('Map')).toEqual(['Map', '']);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { machineRandom } from '../../src/secure/cipher.ts';
import { makePhrase, normalizePhrase } from '../../src/secure/phrase.ts';
import { checkTypedWords } from '../../src/secure/typed-words.ts';
import { phraseWords } from '../../src/secure/words.ts';
import { countingRandom, phrases } from './edition.ts';

const words = phrases.hospital;
const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ん]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0x60));

test('eight words are 80 bits and more, also as they are heard', () => {
  const heard = new Set(phraseWords.map(normalizePhrase));
  expect(heard.size).toBe(phraseWords.length);
  expect(8 * Math.log2(heard.size)).toBeGreaterThan(87.4);
});

test('SECURITY.md counts the words that there are', () => {
  const page = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
  const count = phraseWords.length.toLocaleString('en');
  expect(page).toContain(
    `eight words of a list of ${count} (${Math.floor(8 * Math.log2(phraseWords.length))} bits)`,
  );
});

test('no two words differ only by a voiced mark', () => {
  const plain = phraseWords.map(word => word.normalize('NFD').replace(/[\u3099\u309a]/g, ''));
  expect(new Set(plain).size).toBe(phraseWords.length);
});

test('words are drawn from random bytes, evenly: numbers beyond the last whole multiple are drawn again', () => {
  expect(makePhrase(countingRandom()).split(' ')).toHaveLength(8);
  expect(makePhrase(() => Uint8Array.of(0, 3))).toBe(Array(8).fill(phraseWords[3]).join(' '));
  const bytes = [Uint8Array.of(0xff, 0xff), ...Array(8).fill(Uint8Array.of(0, 1))];
  expect(makePhrase(() => bytes.shift() ?? new Uint8Array(2))).toBe(Array(8).fill(phraseWords[1]).join(' '));
});

test.each([
  ['katakana', toKatakana(words)],
  ['half-width katakana', 'ｻｸﾗ ﾐｶﾝ ﾊﾁﾐﾂ ﾕﾋﾞﾜ ｿﾖｶｾﾞ ｺﾄﾘ ｶﾏﾎﾞｺ ﾄﾓﾀﾞﾁ'],
  ['no spaces', words.replaceAll(' ', '')],
  ['full-width spaces, line ends, marks', words.replace(' ', '　\n').replace(' ', '、').replace(' ', '・')],
  ['hyphens between the words', words.replaceAll(' ', '-')],
  ['letters with a mark apart', words.normalize('NFD')],
  ['spaces within words', words.replace('かまぼこ', 'かま ぼこ')],
])('typed otherwise, it is the same phrase: %s', (_, typed) => {
  expect(normalizePhrase(typed)).toBe(normalizePhrase(words));
  expect(checkTypedWords(typed)).toBeNull();
});

test.each([
  ['とうだい', 'とーだい'],
  ['とうだい', 'とおだい'],
  ['けいさつ', 'ケーサツ'],
  ['けいさつ', 'け—さつ'],
  ['つづく', 'つずく'],
  ['がっこう', 'がつこう'],
  ['きょうりゅう', 'きようりゆう'],
])('as it is heard: %s is %s', (word, typed) => {
  expect(normalizePhrase(typed)).toBe(normalizePhrase(word));
});

test('a word that is in no list is told by its place', () => {
  expect(checkTypedWords(words.replace('はちみつ', 'はちみち'))).toEqual({
    count: 8,
    unknown: [{ position: 3, word: 'はちみち' }],
    isNoRow: false,
  });
});

test('too few words are counted; letters without spaces only said to be none', () => {
  expect(checkTypedWords('さくら みかん')).toEqual({ count: 2, unknown: [], isNoRow: false });
  expect(checkTypedWords('さくらみかんぬぬぬ')).toEqual({ count: null, unknown: [], isNoRow: true });
});

test('every phrase that is made can be typed with and without spaces, and no word of it is called unknown', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (spaced, kata) => {
      const phrase = makePhrase(machineRandom);
      const typed = spaced ? phrase : phrase.replaceAll(' ', '');
      const wanted = normalizePhrase(phrase);
      expect(normalizePhrase(kata ? toKatakana(typed) : typed)).toBe(wanted);
      expect(checkTypedWords(kata ? toKatakana(typed) : typed)).toBeNull();
    }),
    { numRuns: 200 },
  );
});

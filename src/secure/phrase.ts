import type { Bytes } from './base64.ts';
import type { Random } from './cipher.ts';
import { phraseWords } from './words.ts';

/** Eight words of `phraseWords`: more than 87 bits. */
export const wordsPerPhrase = 8;

/** A phrase of words drawn evenly, separated by spaces. */
export function makePhrase(random: Random): string {
  return Array.from(
    { length: wordsPerPhrase },
    () => phraseWords[drawBelow(phraseWords.length, random)],
  ).join(' ');
}

/** An even draw from 0 to `limit` − 1: numbers beyond the last whole multiple are drawn again. */
function drawBelow(limit: number, random: Random): number {
  const even = Math.floor(0x10000 / limit) * limit;
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < even) return drawn % limit;
  }
}

/**
 * What a phrase is made of, however it was heard and typed: in katakana, half or full width, with or without spaces or
 * marks between the words, with づ for ず, a large つ for っ, and long vowels as おー, おお, おう or short. The same on
 * both sides; the words need not be known. No two of `phraseWords` become one.
 */
export function normalizePhrase(typed: string): string {
  return Array.from(lettersOf(typed)).reduce((text, letter) => text + asHeard(letter, text.at(-1)), '');
}

/** The bytes a key is derived from. */
export function phraseBytes(typed: string): Bytes {
  return new TextEncoder().encode(normalizePhrase(typed));
}

/** Hiragana without anything between; `ー` and whatever else looks like a dash only lengthens or separates. */
export function lettersOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{P}\p{Sm}\p{Pd}ー─━~]+/gu, '')
    .replace(/[ァ-ヶ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .normalize('NFC');
}

const alike: Readonly<Record<string, string>> = {
  ...{ ぢ: 'じ', づ: 'ず', を: 'お', ゃ: 'や', ゅ: 'ゆ', ょ: 'よ', っ: 'つ' },
  ...{ ぁ: 'あ', ぃ: 'い', ぅ: 'う', ぇ: 'え', ぉ: 'お' },
};

/** Letters, and the vowels that only lengthen them. */
const lengthened: readonly (readonly [letters: string, vowels: string])[] = [
  ['あかさたなはまやらわがざだばぱ', 'あ'],
  ['いきしちにひみりぎじびぴ', 'い'],
  ['うくすつぬふむゆるぐずぶぷ', 'う'],
  ['えけせてねへめれげぜでべぺ', 'えい'],
  ['おこそとのほもよろごぞどぼぽ', 'おう'],
];

/** What a letter adds after another: きょう, きょお and きょー are one. */
function asHeard(letter: string, before: string | undefined): string {
  const plain = alike[letter] ?? letter;
  const isLong =
    before !== undefined &&
    lengthened.some(([letters, vowels]) => letters.includes(before) && vowels.includes(plain));
  return isLong ? '' : plain;
}

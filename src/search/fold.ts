import { searchKey } from '../normalize/keys.ts';
import type { SearchWords } from './data.ts';
import { lastFor } from './remember.ts';

/** Text → search key. */
export type Fold = (text: string) => string;

/**
 * Both sides of every comparison are folded by this: at the level that forgives most, but for short words, of which
 * that level leaves too little (デイ becomes で).
 */
export function foldFor({ exact, loose }: SearchWords['variants'], level: 'loose' | 'exact'): Fold {
  const variants = { exact: new Map(exact), loose: new Map(loose) };
  return text => searchKey(numbersAlike(text), { level, variants });
}

/** Remembers: pieces of a text are folded again with every letter typed. */
export const foldAgain = lastFor(
  4000,
  (text: string) => text,
  (fold: Fold, text) => fold(text),
);

const digit = '[0-9０-９]';
const kanji = '[一二三四五六七八九十]+';
const chome = new RegExp(`(${kanji}|${digit}+)丁目の?`, 'g');
const ordinal = new RegExp(`(?<=第)${kanji}`, 'g');
const block = new RegExp(`(?<=${digit})(?:番地?の?|の)(?=${digit})`, 'g');
const lastBlock = new RegExp(`(?<=${digit})(?:番地|番(?=\\s|$)|号(?![室館棟車線店]))`, 'g');

/**
 * Numbers in one writing: `二丁目1番2号`, `2丁目1番地の2` and `2の1の2` as `2-1-2` (`二丁目` alone as `2-`), 第二 as 第2,
 * without 大字. Kanji are numbers only before 丁目 and after 第: 三田 and 八王子 are names.
 */
export function numbersAlike(text: string): string {
  if (!/[丁番号第の大]/.test(text)) return text;
  return text
    .replace(chome, (_, number: string) => `${arabic(number)}-`)
    .replace(ordinal, arabic)
    .replace(block, '-')
    .replace(lastBlock, '')
    .replaceAll('大字', '');
}

/** 二十一 → 21; digits stay. Below a hundred: no 丁目 has more. */
function arabic(number: string): string {
  if (!/^[一二三四五六七八九十]/.test(number)) return number;
  const [tens, ones] = number.includes('十') ? number.split('十') : ['', number];
  const value = (kanji: string | undefined, empty: number) =>
    kanji ? '一二三四五六七八九'.indexOf(kanji) + 1 : empty;
  return String((number.includes('十') ? value(tens, 1) * 10 : 0) + value(ones, 0));
}

/** Where words that were compared folded stand in a text as it is written. */
import { type Fold, foldAgain } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { lastFor } from './remember.ts';
import type { SearchWord } from './text-index.ts';

/** UTF-16 offsets, the end not included. */
export type Range = readonly [from: number, to: number];

/** A text by code points: where each begins (and the end), and how long the folded text is up to there. */
interface Folded {
  key: string;
  starts: readonly number[];
  lengths: readonly number[];
}

/** Sorted, and none touches another. Empty where the word is not in the text. */
export function rangesOf(index: SearchIndex, text: string, words: readonly SearchWord[]): Range[] {
  const found = words.flatMap(({ key, level }) =>
    rangesOfKey(text, key, foldOf(index, level), index.foldExact),
  );
  return joined(found);
}

/** わたなべ医院 may be half in the reading, half in the name: its runs of kana and of other letters. */
export function runsOf({ key, level }: SearchWord): SearchWord[] {
  const runs = key.match(/\p{Script=Hiragana}+|\P{Script=Hiragana}+/gu) ?? [];
  return runs.length > 1 && runs.every(run => run.length > 1) ? runs.map(run => ({ key: run, level })) : [];
}

/** A telephone number, however either is hyphenated. */
export function phoneRanges(phone: string, { key }: SearchWord): Range[] {
  if (!/^[\d-]*\d[\d-]*$/.test(key)) return [];
  return rangesOfKey(phone, digits(key), digits, digits);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function foldOf({ fold, foldExact }: SearchIndex, level: SearchWord['level']): Fold {
  return level === 'loose' ? fold : foldExact;
}

function rangesOfKey(text: string, key: string, fold: Fold, foldExact: Fold): Range[] {
  const folded = foldedText(fold, text);
  const ranges: Range[] = [];
  for (let at = key === '' ? -1 : folded.key.indexOf(key); at >= 0; at = folded.key.indexOf(key, at + 1)) {
    const range = rangeAt(folded, text, at, at + key.length, foldExact);
    // Folding looks at the letters around as well: what does not fold to the word is not shown as the word.
    if (fold(text.slice(...range)).includes(key)) ranges.push(range);
  }
  return ranges;
}

function rangeAt(
  { starts, lengths }: Folded,
  text: string,
  from: number,
  to: number,
  foldExact: Fold,
): Range {
  const first = lengths.findLastIndex(length => length <= from);
  let end = lengths.findIndex(length => length >= to);
  const isTail = (at: number) => {
    const letter = text.slice(starts[at], starts[at + 1]);
    return lengths[at + 1] === lengths[at] && (/^[\p{M}ﾞﾟ]/u.test(letter) || foldExact(letter) !== '');
  };
  while (end < starts.length - 1 && isTail(end)) end += 1;
  return [starts[first]!, starts[end]!];
}

const foldedText = lastFor(2000, (text: string) => text, foldInSteps);

function foldInSteps(fold: Fold, text: string): Folded {
  const letters = [...text];
  const key = fold(text);
  const starts = sums(letters.map(letter => letter.length));
  const alone = letters.map(letter => foldAgain(fold, letter));
  // Of most texts each letter folds alone as it does among the others.
  if (alone.join('') === key) return { key, starts, lengths: sums(alone.map(letter => letter.length)) };
  const lengths = starts.map(end => Math.min(key.length, fold(text.slice(0, end)).length));
  // 丁目 and 番地 are one sign only when the last letter of them is there.
  for (let i = lengths.length - 2; i >= 0; i--) lengths[i] = Math.min(lengths[i]!, lengths[i + 1]!);
  return { key, starts, lengths };
}

function sums(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push(all.at(-1)! + length);
  return all;
}

function joined(ranges: readonly Range[]): Range[] {
  const all: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

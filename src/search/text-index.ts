/**
 * Where words are looked for: what a facility or service is called, where it is, its numbers and remarks, all folded.
 * Made in the browser: nothing of it has to be shipped.
 */
import { addBit, type Bits } from './bits.ts';
import { dictionaryOf } from './dictionary.ts';
import type { Fold } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { officeName } from './office-name.ts';
import { lastFor, onceFor } from './remember.ts';
import { holds, type ScanText, toScanText } from './scan-text.ts';

/** A typed word as it is compared. */
export interface SearchWord {
  key: string;
  level: 'loose' | 'exact';
}

export interface TextIndex {
  /** Of each facility, folded. */
  names: readonly string[];
  kanas: readonly string[];
  /** Folded names, with and without the corporation, and readings. */
  exact: ReadonlyMap<string, readonly number[]>;
  /** By facility. Without the corporation, then the whole name. */
  nameText: ScanText;
  kanaText: ScanText;
  addressText: ScanText;
  remarksText: ScanText;
  /** By service: own names, and digits of the telephone. */
  serviceText: ScanText;
  phoneText: ScanText;
}

/** Made at the first call: folding is most of the work of loading, and the first list needs none of it. */
const textIndexes = {
  loose: onceFor((index: SearchIndex) => buildTextIndex(index, index.fold, 'loose')),
  exact: onceFor((index: SearchIndex) => buildTextIndex(index, index.foldExact, 'exact')),
};

export function textIndexOf(index: SearchIndex, level: SearchWord['level'] = 'loose'): TextIndex {
  return textIndexes[level](index);
}

/** A word of which the forgiving key leaves less than two letters is compared as it was typed. */
export function toSearchWord(index: SearchIndex, typed: string): SearchWord {
  const { fold, foldExact } = dictionaryOf(index);
  const [loose, exact] = [fold(typed), foldExact(typed)];
  return loose.length < 2 && exact.length > loose.length
    ? { key: exact, level: 'exact' }
    : { key: loose, level: 'loose' };
}

/** Short words (タイ) are looked for in names and readings only: there the difference that a long vowel makes is one. */
function buildTextIndex(
  { data: { facilities }, services }: SearchIndex,
  fold: Fold,
  level: SearchWord['level'],
): TextIndex {
  const elsewhere = (texts: readonly (string | null)[]) =>
    toScanText(texts.map(text => (text && level === 'loose' ? fold(text) : '')));
  const names = facilities.map(({ name }) => fold(name));
  const kanas = facilities.map(({ kana }) => (kana ? fold(kana) : ''));
  const offices = facilities.map(({ name }) => officeName(name)).map(name => (name ? fold(name) : ''));
  const exact = new Map<string, number[]>();
  facilities.forEach((_, i) => {
    for (const key of new Set([names[i]!, kanas[i]!, offices[i]!])) if (key !== '') addTo(exact, key, i);
  });
  return {
    names,
    kanas,
    exact,
    nameText: toScanText(names.map((name, i) => (offices[i] === '' ? name : `${offices[i]}\n${name}`))),
    kanaText: toScanText(kanas),
    addressText: elsewhere(facilities.map(({ address }) => address)),
    remarksText: elsewhere(facilities.map(({ remarks }) => remarks)),
    serviceText: toScanText(services.map(({ name }) => (name ? fold(name) : ''))),
    phoneText: toScanText(services.map(({ phone }) => (phone ?? '').replace(/\D/g, ''))),
  };
}

function addTo(lists: Map<string, number[]>, key: string, n: number): void {
  const list = lists.get(key);
  if (list) list.push(n);
  else lists.set(key, [n]);
}

/** Is the folded text part of a name, reading or address? Asked again for every word while the next one is typed. */
export const isWritten = lastFor(
  500,
  (key: string) => key,
  (index: SearchIndex, key) => {
    const { nameText, kanaText, addressText } = textIndexOf(index);
    return [nameText, kanaText, addressText].some(text => holds(text, key));
  },
);

export function addServices(bits: Bits, { firstService }: SearchIndex, facility: number): void {
  for (let n = firstService[facility]!; n < firstService[facility + 1]!; n++) addBit(bits, n);
}

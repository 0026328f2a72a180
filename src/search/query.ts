import { addAll, type Bits, fullBits, keepOnly } from './bits.ts';
import type { SearchIndex } from './index.ts';
import {
  isKnownWord,
  optionsWithWord,
  type SearchWord,
  servicesWithWord,
  textIndexOf,
  toSearchWord,
} from './text-index.ts';
import { findNear } from './typo.ts';

/** What a text found. */
export interface TextMatch {
  /** Services that match every word. */
  services: Bits;
  /** What was looked for. */
  words: readonly SearchWord[];
  /** Capability options that the words speak of. */
  options: readonly string[];
  /** Words found nowhere as typed, and what was taken for them. */
  near: readonly NearWord[];
}

export interface NearWord {
  /** As typed. */
  typed: string;
  /** Names or terms that come near it, nearest first. */
  taken: readonly string[];
  /** Facility → edits between the word and its name. */
  distance: ReadonlyMap<number, number>;
}

/** Null when the text holds nothing to look for. */
export function matchText(index: SearchIndex, text: string): TextMatch | null {
  const typed = typedWords(index, text);
  if (typed.length === 0) return null;
  const services = fullBits(index.services.length);
  const near: NearWord[] = [];
  for (const word of typed) {
    const key = toSearchWord(index, word);
    const found = servicesWithWord(index, key);
    // A word of the vocabulary that nobody here stands for is no typing error.
    if (found.every(bits => bits === 0) && !isKnownWord(index, key)) {
      const match = findNear(index, key.key);
      if (match) {
        addAll(found, match.services);
        near.push({ typed: word, taken: match.labels, distance: match.distance });
      }
    }
    keepOnly(services, found);
  }
  const words = typed.map(word => toSearchWord(index, word));
  return {
    services,
    words,
    options: [...new Set(words.flatMap(word => optionsWithWord(index, word)))],
    near,
  };
}

/** The words of a text, as typed, that hold something to look for. */
export function typedWords(index: SearchIndex, text: string): string[] {
  return wordsOf(text).filter(word => index.fold(word) !== '');
}

/** Words of the vocabulary that stand for nobody in this data. */
export function unlistedWords(index: SearchIndex, text: string): string[] {
  return typedWords(index, text).filter(typed => {
    const word = toSearchWord(index, typed);
    return isKnownWord(index, word) && servicesWithWord(index, word).every(bits => bits === 0);
  });
}

/** Words are parted by spaces (also U+3000) and commas. More than 20 are not looked for. */
function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s、,，]+/u))].filter(word => word !== '').slice(0, 20);
}

/**
 * How well the text matches each facility: exact name, beginning of the name, part of it, reading, anything else;
 * several words add up. Lower is better. For words found only nearly, by edits.
 */
export function rankText(index: SearchIndex, match: TextMatch, facility: number): number {
  const whole = match.words.map(({ key }) => key).join('');
  if (textIndexOf(index).names[facility] === whole) return 0;
  const ranks = match.words.map(({ key, level }) => {
    const { names, kanas } = textIndexOf(index, level);
    const name = names[facility]!;
    if (name.startsWith(key)) return 1;
    if (name.includes(key)) return 2;
    return kanas[facility]!.includes(key) ? 3 : 4;
  });
  const edits = match.near.map(({ distance }) => distance.get(facility) ?? 0);
  return [...ranks, ...edits].reduce((sum, rank) => sum + rank, 0);
}

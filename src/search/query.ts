import { addAll, type Bits, fullBits, keepOnly } from './bits.ts';
import type { SearchIndex } from './index.ts';
import {
  isKnownWord,
  optionsOf,
  optionsWithWord,
  type SearchWord,
  servicesMeant,
  servicesUnanswered,
  servicesWithWord,
  textIndexOf,
  toSearchWord,
} from './text-index.ts';
import { findNear } from './typo.ts';
import { type Part, understand } from './understand.ts';

/** What a text found. */
export interface TextMatch {
  /** Services that match every part. */
  services: Bits;
  /** The same, with services that have not answered the capabilities it speaks of. */
  lenient: Bits;
  /** What it was understood to say. */
  parts: readonly Part[];
  /** What was looked for. */
  words: readonly SearchWord[];
  /** Capability options that it speaks of. */
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
  const parts = understand(index, text);
  if (parts.length === 0) return null;
  const [services, lenient] = [fullBits(index.services.length), fullBits(index.services.length)];
  const near: NearWord[] = [];
  for (const part of parts) {
    const found = servicesOfPart(index, part, near);
    const open = servicesUnanswered(index, part.meanings);
    addAll(open, found);
    keepOnly(services, found);
    keepOnly(lenient, open);
  }
  const words = parts.map(({ typed }) => toSearchWord(index, typed));
  const options = parts.flatMap(({ meanings }, i) =>
    meanings.length > 0 ? optionsOf(meanings) : optionsWithWord(index, words[i]!),
  );
  return { services, lenient, parts, words, options: [...new Set(options)], near };
}

/** A word that is found nowhere and is no word of the vocabulary may be a typing error. */
function servicesOfPart(index: SearchIndex, { typed, meanings }: Part, near: NearWord[]): Bits {
  const word = toSearchWord(index, typed);
  if (meanings.length > 0) return servicesMeant(index, word, meanings);
  const found = servicesWithWord(index, word);
  if (found.some(bits => bits !== 0) || isKnownWord(index, word)) return found;
  const match = findNear(index, word.key);
  if (!match) return found;
  addAll(found, match.services);
  near.push({ typed, taken: match.labels, distance: match.distance });
  return found;
}

/** Parts of the text that stand for nobody in this data, though the vocabulary knows them. */
export function unlistedWords(index: SearchIndex, text: string): string[] {
  return understand(index, text).flatMap(({ typed, meanings }) => {
    const word = toSearchWord(index, typed);
    const found = meanings.length > 0 ? servicesMeant(index, word, meanings) : servicesWithWord(index, word);
    return found.every(bits => bits === 0) && isKnownWord(index, word) ? [typed] : [];
  });
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

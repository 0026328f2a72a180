import { lettersOf, normalizePhrase, wordsPerPhrase } from './phrase.ts';
import { phraseWords } from './words.ts';

/** What of a typed phrase cannot be right. It follows from the public list of words alone, so telling it gives no key away. */
export interface TypedWords {
  /** How many words were typed; null when they stand without spaces. */
  count: number | null;
  /** Of the words that are in no list: which one (from 1) and as typed. */
  unknown: readonly { position: number; word: string }[];
  /** Letters without spaces that are no row of words of the list. */
  isNoRow: boolean;
}

const known: ReadonlySet<string> = new Set(phraseWords.map(normalizePhrase));

/** Null when the phrase may well be one: eight words of the list, whatever stands between them. */
export function checkTypedWords(typed: string): TypedWords | null {
  if (isRow(lettersOf(typed))) return null;
  const words = typed
    .normalize('NFKC')
    .split(/[\s、。,.・/]+/)
    .filter(word => lettersOf(word) !== '');
  if (words.length <= 1) return { count: null, unknown: [], isNoRow: true };
  const unknown = words.flatMap((word, index) => (isKnown(word) ? [] : [{ position: index + 1, word }]));
  return { count: words.length, unknown, isNoRow: false };
}

function isKnown(word: string): boolean {
  return known.has(normalizePhrase(word));
}

/** Can the letters be cut into eight words? */
function isRow(letters: string): boolean {
  let ends = [0];
  for (let count = 0; count < wordsPerPhrase; count++)
    ends = [...new Set(ends.flatMap(start => endsFrom(letters, start)))];
  return ends.includes(letters.length);
}

/** The longest word of the list, with two lengthened vowels more than it needs. */
const longest = 9;

function endsFrom(letters: string, start: number): number[] {
  const last = Math.min(letters.length, start + longest);
  const ends = Array.from({ length: Math.max(0, last - start) }, (_, index) => start + index + 1);
  return ends.filter(end => isKnown(letters.slice(start, end)));
}

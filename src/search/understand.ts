/**
 * What a typed text means: `24時間の訪看 西新町` is a capability, a type and an area. A word of the region is a
 * condition, said back as such and removable; what is no such word stays text.
 */
import type { SearchIndex } from './index.ts';
import type { FacetName } from './state.ts';
import { type Concept, textIndexOf } from './text-index.ts';

/** One thing that the text says. */
export interface Part {
  /** As typed. */
  typed: string;
  /** What it stands for; empty when it is only looked for as it is. Any of them is meant. */
  meanings: readonly Concept[];
}

/** A part as it is shown: plain data. */
export interface SpokenPart {
  typed: string;
  meanings: readonly Pick<Concept, 'facet' | 'option' | 'label'>[];
}

/** Joins words and adds nothing to what is asked. Folded. */
const particles: ReadonlySet<string> = new Set([
  'のできるところ',
  'ができるところ',
  'のできる',
  'ができる',
  'してくれる',
  'にきてくれる',
  'できる',
  'のある',
  'がある',
  'ちかくの',
  'ちかく',
  'へん',
  'から',
  'まで',
  'で',
  'の',
  'と',
  'に',
  'を',
  'が',
  'は',
  'も',
  'や',
]);

const maxParts = 20;
/** Longer words are no compound of known ones, and longer pieces no word of the region. */
const maxCompound = 24;
const maxPiece = 14;

export function understand(index: SearchIndex, text: string): Part[] {
  const dictionary = dictionaryOf(index);
  const typed = text.split(/[\s、,，]+/u).filter(word => index.fold(word) !== '');
  const parts: Part[] = [];
  for (let at = 0; at < typed.length && parts.length < maxParts; at += 1) {
    const word = typed[at]!;
    const pair = typed[at + 1] === undefined ? undefined : `${word}${typed[at + 1]}`;
    const joined =
      pair !== undefined && !dictionary.has(index.fold(word)) && dictionary.get(index.fold(pair));
    if (joined) {
      parts.push({ typed: `${word} ${typed[at + 1]}`, meanings: joined });
      at += 1;
    } else parts.push(...partsOfWord(index, dictionary, word));
  }
  return distinct(parts);
}

type Dictionary = ReadonlyMap<string, readonly Concept[]>;

function partsOfWord(index: SearchIndex, dictionary: Dictionary, word: string): Part[] {
  const known = dictionary.get(index.fold(word));
  if (known) return [{ typed: word, meanings: known }];
  const isWritten = textIndexOf(index).facilityText.text.includes(index.fold(word));
  const pieces = isWritten || word.length > maxCompound ? null : segment(index, dictionary, word);
  return pieces ?? [{ typed: word, meanings: [] }];
}

/**
 * A word made of known words and particles only, or of known words, a particle and one unknown rest
 * (西町の田中医院). Null when it is not: half of an unknown name must not become a condition.
 */
function segment(index: SearchIndex, dictionary: Dictionary, word: string): Part[] | null {
  const letters = [...word];
  const parts: Part[] = [];
  let after: 'start' | 'known' | 'particle' = 'start';
  for (let at = 0; at < letters.length; ) {
    const known = longest(letters, at, piece => dictionary.get(index.fold(piece)));
    if (known) {
      parts.push({ typed: known.piece, meanings: known.found });
      [at, after] = [at + known.length, 'known'];
      continue;
    }
    const particle: Piece<true> | null =
      after === 'known' ? longest(letters, at, piece => particles.has(index.foldExact(piece)) || null) : null;
    if (particle) {
      [at, after] = [at + particle.length, 'particle'];
      continue;
    }
    if (after !== 'particle') return null;
    return [...parts, { typed: letters.slice(at).join(''), meanings: [] }];
  }
  return parts;
}

interface Piece<T> {
  piece: string;
  length: number;
  found: T;
}

/** The longest piece from a place on that `find` knows. */
function longest<T>(
  letters: readonly string[],
  at: number,
  find: (piece: string) => T | null | undefined,
): Piece<T> | null {
  for (let end = Math.min(letters.length, at + maxPiece); end > at; end -= 1) {
    const piece = letters.slice(at, end).join('');
    const found = find(piece);
    if (found) return { piece, length: end - at, found };
  }
  return null;
}

const dictionaries = new WeakMap<SearchIndex, Dictionary>();

/** Folded words of the region, and what the synonyms add: each with everything it stands for. */
function dictionaryOf(index: SearchIndex): Dictionary {
  const known = dictionaries.get(index);
  if (known) return known;
  const { concepts, synonyms } = textIndexOf(index);
  const own = Map.groupBy(concepts, ({ key }) => key);
  const made = new Map<string, readonly Concept[]>(own);
  for (const [word, also] of synonyms) {
    const meant = [...(own.get(word) ?? []), ...also.flatMap(other => own.get(other) ?? [])];
    if (meant.length > 0) made.set(word, [...new Set(meant)]);
  }
  // Single kana are no words: め is not 目.
  for (const key of made.keys()) if (key.length < 2 && /^\p{Script=Hiragana}$/u.test(key)) made.delete(key);
  dictionaries.set(index, made);
  return made;
}

function distinct(parts: readonly Part[]): Part[] {
  const seen = new Set<string>();
  return parts.filter(({ typed }) => !seen.has(typed) && seen.add(typed));
}

/** The facets a part speaks of, each once. */
export function facetsMeant({ meanings }: SpokenPart): FacetName[] {
  return [...new Set(meanings.map(({ facet }) => facet))];
}

/** The text that says the other parts only. */
export function withoutPart(parts: readonly SpokenPart[], part: SpokenPart): string {
  return parts
    .filter(other => other !== part)
    .map(({ typed }) => typed)
    .join(' ');
}

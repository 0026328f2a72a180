/** The words of a region as they are typed: each with everything it stands for. */
import { type Concept, conceptsOf } from './concepts.ts';
import type { SearchTerm } from './data.ts';
import { type Fold, foldAgain } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { onceFor } from './remember.ts';
import { type ScanText, toScanText } from './scan-text.ts';

export interface Dictionary {
  concepts: readonly Concept[];
  /** Their keys. */
  conceptText: ScanText;
  /** What the word stands for; undefined when it is no word of the region. */
  meaning: (word: string) => readonly Concept[] | undefined;
  /** Folded words that mean it too. */
  also: (word: string) => readonly string[];
  /** The term of the glossary that the word is, or stands for. */
  term: (word: string) => SearchTerm | undefined;
  /** As the index folds, remembered. */
  fold: Fold;
  foldExact: Fold;
}

export const dictionaryOf = onceFor(buildDictionary);

type Synonyms = ReadonlyMap<string, readonly string[]>;

function buildDictionary(index: SearchIndex): Dictionary {
  const fold: Fold = text => foldAgain(index.fold, text);
  const foldExact: Fold = text => foldAgain(index.foldExact, text);
  const keyOf = (word: string) => wordKey(fold(word), foldExact(word));
  const concepts = conceptsOf(index);
  const synonyms = synonymsOf(index, keyOf);
  const meanings = meaningsOf(concepts, synonyms, keyOf);
  const terms = new Map(
    index.data.words.terms.flatMap(term =>
      [term.term, ...term.words].map(word => [keyOf(word), term] as const),
    ),
  );
  return {
    concepts,
    conceptText: toScanText(concepts.map(({ keys }) => keys.join('\n'))),
    meaning: word => meanings.get(keyOf(word)),
    also: word => synonyms.get(keyOf(word)) ?? [],
    term: word => [keyOf(word), ...(synonyms.get(keyOf(word)) ?? [])].flatMap(key => terms.get(key) ?? [])[0],
    fold,
    foldExact,
  };
}

/** Of a short word the forgiving key leaves too little: デイ would be で. A single kana is no word: め is not 目. */
function wordKey(loose: string, exact: string): string {
  if (/^\p{Script=Hiragana}$/u.test(exact)) return '';
  return loose.length < 2 && exact.length > loose.length ? `=${exact}` : loose;
}

function meaningsOf(
  concepts: readonly Concept[],
  synonyms: Synonyms,
  keyOf: Fold,
): Map<string, readonly Concept[]> {
  const own = new Map<string, Set<Concept>>();
  for (const concept of concepts)
    for (const word of concept.words) own.set(keyOf(word), (own.get(keyOf(word)) ?? new Set()).add(concept));
  const meanings = new Map<string, readonly Concept[]>();
  for (const key of new Set([...own.keys(), ...synonyms.keys()])) {
    const words = [key, ...(synonyms.get(key) ?? [])];
    // Words of words, once: とこずれ → 床ずれ → 褥瘡.
    const all = new Set([...words, ...words.flatMap(word => synonyms.get(word) ?? [])]);
    const found = new Set([...all].flatMap(word => [...(own.get(word) ?? [])]));
    if (key !== '' && found.size > 0) meanings.set(key, [...found]);
  }
  return meanings;
}

/** Those of the vocabulary, and the readings and spellings of the glossary for its terms. */
function synonymsOf({ data: { words } }: SearchIndex, keyOf: Fold): Synonyms {
  const spellings = words.terms.flatMap(({ term, words: spelt }) =>
    spelt.map(word => [word, [term]] as const),
  );
  const synonyms = new Map<string, readonly string[]>();
  for (const [word, also] of [...words.synonyms, ...spellings]) {
    const key = keyOf(word);
    const all = new Set([...(synonyms.get(key) ?? []), ...also.map(keyOf)]);
    synonyms.set(
      key,
      [...all].filter(other => other !== '' && other !== key),
    );
  }
  return synonyms;
}

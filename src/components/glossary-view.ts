import type { GlossaryTerm, Vocabulary } from '../model/vocabulary.ts';
import { gojuonKey } from '../normalize/kana.ts';

export interface GlossaryRow {
  /** For links within the page: `row-ka`. */
  id: string;
  /** Its first kana: か. */
  kana: string;
  terms: GlossaryTerm[];
}

const rows = [
  ['row-a', 'あいうえお'],
  ['row-ka', 'かきくけこ'],
  ['row-sa', 'さしすせそ'],
  ['row-ta', 'たちつてと'],
  ['row-na', 'なにぬねの'],
  ['row-ha', 'はひふへほ'],
  ['row-ma', 'まみむめも'],
  ['row-ya', 'やゆよ'],
  ['row-ra', 'らりるれろ'],
  ['row-wa', 'わゐゑをん'],
] as const;

/** The glossary in the order of its readings, by rows of the 五十音; rows without a word are left out. */
export function glossaryRows(glossary: readonly GlossaryTerm[]): GlossaryRow[] {
  const keyed = glossary.map(term => ({ term, key: gojuonKey(term.reading) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return rows.flatMap(([id, kana]) => {
    const terms = keyed.filter(({ key }) => kana.includes(key.charAt(0))).map(({ term }) => term);
    return terms.length === 0 ? [] : [{ id, kana: kana.charAt(0), terms }];
  });
}

/** The word of the glossary a label is about, the longest it holds: 訪問看護 of 訪問看護事業所. */
export function termOfLabel(label: string, glossary: readonly GlossaryTerm[]): GlossaryTerm | undefined {
  let found: GlossaryTerm | undefined;
  let longest = 0;
  for (const term of glossary) {
    for (const word of [term.term, ...term.aliases]) {
      if (word.length <= longest || !label.includes(word)) continue;
      found = term;
      longest = word.length;
    }
  }
  return found;
}

/** Needs that lead to the capabilities or types a word is about. */
export function needsOfTerm(
  { types, capabilities }: GlossaryTerm,
  { needs }: Vocabulary,
): Vocabulary['needs'] {
  return needs.filter(
    need =>
      need.types.some(id => types.includes(id)) || need.capabilities.some(id => capabilities.includes(id)),
  );
}

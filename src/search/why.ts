/** Why a result is in the list: where the words stand in it, and what it states of what was asked. */
import type { SearchFacility, SearchService } from './data.ts';
import { holdsWord, type Range, rangesOf, runsOf } from './highlight.ts';
import type { SearchIndex } from './index.ts';
import type { TextMatch } from './query.ts';
import type { Fact, SearchState } from './state.ts';
import { type SearchWord, toSearchWord } from './text-index.ts';

export interface ItemMarks {
  name: Range[];
  address: Range[];
  /** The reading, where it holds a word that the name does not. */
  kana: { text: string; ranges: Range[] } | null;
  /** Words, as typed, that nothing holds but the remarks, which are not shown. */
  remarks: string[];
}

/** Null where no text was typed. */
export function marksOf(
  index: SearchIndex,
  { name, kana, address, remarks }: SearchFacility,
  text: Pick<TextMatch, 'parts' | 'near'> | null,
): ItemMarks | null {
  if (!text) return null;
  const words = text.parts.map(({ word }) => word);
  const taken = text.near.flatMap(near => near.taken.map(label => toSearchWord(index, label)));
  const all = [...words, ...words.flatMap(runsOf), ...taken];
  const names = [...all.filter(word => holdsWord(index, name, word))];
  const read = kana === null ? [] : all.filter(word => !names.includes(word) && holdsWord(index, kana, word));
  const isElsewhere = (word: SearchWord) =>
    names.includes(word) || read.includes(word) || holdsWord(index, address, word);
  const said = text.parts.filter(
    ({ word, meanings }) =>
      meanings.length === 0 && !isElsewhere(word) && holdsWord(index, remarks ?? '', word),
  );
  return {
    name: rangesOf(index, name, names),
    address: rangesOf(index, address, words),
    kana: kana === null || read.length === 0 ? null : { text: kana, ranges: rangesOf(index, kana, read) },
    remarks: said.map(({ typed }) => typed),
  };
}

/** As the office wrote it, of the facts that are asked for. */
export function statedOf(
  { data: { words } }: SearchIndex,
  { custom }: SearchFacility,
  service: SearchService,
  { facts }: Pick<SearchState, 'facts'>,
): { fact: Fact; text: string }[] {
  return (Object.keys(facts) as Fact[]).flatMap(fact => {
    const own = words.fields.findIndex(({ key }) => fact === `custom.${key}`);
    const stated = own >= 0 ? custom[own] : service[fact as Exclude<Fact, `custom.${string}`>];
    const text = Array.isArray(stated) ? stated.join('、') : stated;
    return text ? [{ fact, text }] : [];
  });
}

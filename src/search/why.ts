/** Why a result is in the list: where the words stand in it, and what it states of what was asked. */
import type { SearchFacility, SearchService } from './data.ts';
import { type Range, rangesOf, runsOf } from './highlight.ts';
import type { SearchIndex } from './index.ts';
import type { TextMatch } from './query.ts';
import { recordHolds } from './scan-text.ts';
import type { Fact, SearchState } from './state.ts';
import { type SearchWord, textIndexOf, toSearchWord } from './text-index.ts';
import type { Part } from './understand.ts';

export interface ItemMarks {
  name: Range[];
  address: Range[];
  /** The reading, where it holds a word that the name does not. */
  kana: { text: string; ranges: Range[] } | null;
  /** Words, as typed, that nothing holds but the remarks, which are not shown. */
  remarks: string[];
}

/** What to mark in every result of a text. */
export interface Sought {
  parts: readonly Part[];
  /** The words, their halves that may be in the name and in the reading, and what was taken for others. */
  names: readonly SearchWord[];
}

/** Null where no text was typed. */
export function soughtBy(index: SearchIndex, text: Pick<TextMatch, 'parts' | 'near'> | null): Sought | null {
  if (!text) return null;
  const words = text.parts.map(({ word }) => word);
  const taken = text.near.flatMap(near => near.taken.map(label => toSearchWord(index, label)));
  return { parts: text.parts, names: [...words, ...words.flatMap(runsOf), ...taken] };
}

export function marksOf(index: SearchIndex, facility: number, { parts, names }: Sought): ItemMarks {
  const { name, kana, address } = index.data.facilities[facility]!;
  const holdsIn = (field: 'nameText' | 'kanaText' | 'addressText' | 'remarksText') => (word: SearchWord) =>
    recordHolds(textIndexOf(index, word.level)[field], facility, word.key);
  const named = names.filter(holdsIn('nameText'));
  const read = names.filter(word => !named.includes(word)).filter(holdsIn('kanaText'));
  const located = parts.map(({ word }) => word).filter(holdsIn('addressText'));
  const seen = new Set([...named, ...read, ...located]);
  const said = parts.filter(
    ({ word, meanings }) => meanings.length === 0 && !seen.has(word) && holdsIn('remarksText')(word),
  );
  return {
    name: rangesOf(index, name, named),
    address: rangesOf(index, address, located),
    kana: kana === null || read.length === 0 ? null : { text: kana, ranges: rangesOf(index, kana, read) },
    remarks: said.map(({ typed }) => typed),
  };
}

/** Names of the areas asked for in which it lies though its address does not say so (圏域, 地区). */
export function areasOf(
  { data: { words } }: SearchIndex,
  { address, areas }: SearchFacility,
  asked: readonly string[],
): string[] {
  if (asked.length === 0) return [];
  const names = words.areas.flatMap(({ id, name }) => (asked.includes(id) && areas.includes(id) ? name : []));
  return [...new Set(names)].filter(name => !address.includes(name));
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

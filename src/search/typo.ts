/**
 * Typing errors. Only for words that the exact scan finds nowhere, or hardly anywhere: hashes of letters and of pairs of
 * letters over the distinct names pick a few hundred candidates, those within the allowed edits stay (a swap is
 * one), and Fuse.js orders what is equally near. Fuse over all names would be a hundred times slower and find less.
 */
import Fuse from 'fuse.js/basic';
import { addAll, addBit, type Bits, eachBit, emptyBits } from './bits.ts';
import { dictionaryOf } from './dictionary.ts';
import type { SearchIndex } from './index.ts';
import { lastFor, onceFor } from './remember.ts';
import { addServices, textIndexOf } from './text-index.ts';

export interface NearMatch {
  services: Bits;
  labels: string[];
  /** Facility → how far its name is: edits first, then what else the name holds. */
  distance: Map<number, number>;
}

interface Entry {
  key: string;
  label: string;
  facilities: number[];
  services: Bits | null;
}

interface TypoIndex {
  entries: Entry[];
  /** By hash of a letter or of two: the entries that hold it. */
  holders: readonly Bits[];
}

interface Near {
  entry: Entry;
  edits: number;
  /** Letters of the name that were not typed. */
  more: number;
}

const maxCandidates = 300;
const hashes = 256;
const typoIndexOf = onceFor(buildTypoIndex);

/** Null when nothing comes near enough: one edit up to 4 letters, two up to 8, three beyond. */
export function findNear(index: SearchIndex, word: string): NearMatch | null {
  const near = nearest(index, word, word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3);
  return near.length === 0 ? null : toMatch(index, near);
}

const maxPerhaps = 3;

/** Names and terms one edit away that do not hold the word. */
export function nearLabels(index: SearchIndex, word: string): string[] {
  const near = nearest(index, word, 1).filter(({ edits }) => edits > 0);
  return [...new Set(near.map(({ entry }) => entry.label))].slice(0, maxPerhaps);
}

const nearest = lastFor(
  16,
  (word: string, allowed: number) => `${allowed} ${word}`,
  (index: SearchIndex, word, allowed): readonly Near[] => {
    if (word.length < 3 || word.length > 40 || /^[\d-]+$/.test(word)) return [];
    const near = candidatesFor(typoIndexOf(index), word).flatMap((entry): Near[] => {
      const edits = editsWithin(word, entry.key);
      return edits > allowed ? [] : [{ entry, edits, more: Math.abs(entry.key.length - word.length) }];
    });
    return inOrder(word, near);
  },
);

/** By edits, then by what else the name holds, then as Fuse scores. */
function inOrder(word: string, near: readonly Near[]): Near[] {
  const fuse = new Fuse(near, {
    keys: ['entry.key'],
    threshold: 1,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  const place = new Map(fuse.search(word).map(({ item }, i) => [item, i]));
  const last = near.length;
  return near.toSorted(
    (a, b) => a.edits - b.edits || a.more - b.more || (place.get(a) ?? last) - (place.get(b) ?? last),
  );
}

const mostMore = 15;

function toMatch(index: SearchIndex, near: readonly Near[]): NearMatch {
  const services = emptyBits(index.services.length);
  const distance = new Map<number, number>();
  for (const { entry, edits, more } of near) {
    if (entry.services) addAll(services, entry.services);
    for (const facility of entry.facilities) {
      addServices(services, index, facility);
      if (!distance.has(facility)) distance.set(facility, edits * (mostMore + 1) + Math.min(more, mostMore));
    }
  }
  return { services, distance, labels: [...new Set(near.map(({ entry }) => entry.label))] };
}

function buildTypoIndex(index: SearchIndex): TypoIndex {
  const { names, kanas } = textIndexOf(index);
  const byKey = new Map<string, Entry>();
  const entryFor = (key: string, label: string): Entry => {
    const entry = byKey.get(key) ?? { key, label, facilities: [], services: null };
    byKey.set(key, entry);
    return entry;
  };
  for (const { keys, label, services } of dictionaryOf(index).concepts) {
    if (services.every(bits => bits === 0)) continue;
    for (const key of keys) {
      const entry = entryFor(key, label);
      entry.services ??= emptyBits(index.services.length);
      addAll(entry.services, services);
    }
  }
  index.data.facilities.forEach(({ name }, facility) => {
    for (const key of new Set([names[facility]!, kanas[facility]!]))
      if (key !== '') entryFor(key, name).facilities.push(facility);
  });
  const entries = [...byKey.values()];
  const holders = Array.from({ length: hashes }, () => emptyBits(entries.length));
  entries.forEach(({ key }, i) => {
    for (const hash of hashesIn(key)) addBit(holders[hash]!, i);
  });
  return { entries, holders };
}

/** The entries that share most letters and pairs of letters with the word. */
function candidatesFor({ entries, holders }: TypoIndex, word: string): Entry[] {
  const wanted = hashesIn(word);
  const shared = new Uint8Array(entries.length);
  for (const hash of wanted) eachBit(holders[hash]!, entry => (shared[entry]! += 1));
  const sharing = new Uint32Array(wanted.size + 1);
  for (const count of shared) sharing[count]! += 1;
  let least = wanted.size + 1;
  for (let all = 0; least > 1 && all + sharing[least - 1]! <= maxCandidates; all += sharing[least]!)
    least -= 1;
  const candidates: Entry[] = [];
  shared.forEach((count, entry) => {
    if (count >= least) candidates.push(entries[entry]!);
  });
  return candidates;
}

function hashesIn(key: string): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < key.length; i++) {
    found.add(hashOf(key.charCodeAt(i)));
    if (i > 0) found.add(hashOf(key.charCodeAt(i - 1) * 31 + key.charCodeAt(i)));
  }
  return found;
}

/** Less than `hashes`. */
function hashOf(value: number): number {
  return Math.imul(value, 0x9e3779b1) >>> 24;
}

const maxText = 100;
// One set for all comparisons: a keystroke makes some hundred of them.
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(maxText + 1),
  new Uint8Array(maxText + 1),
  new Uint8Array(maxText + 1),
];

/** Fewest insertions, deletions, replacements and swaps of neighbours that turn the word into some part of `text`. */
export function editsWithin(word: string, text: string): number {
  const width = Math.min(text.length, maxText) + 1;
  let [before, last, row] = rows;
  last.fill(0, 0, width);
  for (let i = 1; i <= word.length; i++) {
    row[0] = i;
    for (let j = 1; j < width; j++) {
      const same = word[i - 1] === text[j - 1];
      let edits = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row[j] = edits;
    }
    [before, last, row] = [last, row, before];
  }
  let least = word.length;
  for (let j = 0; j < width; j++) least = Math.min(least, last[j]!);
  return least;
}

/**
 * Typing errors. Only for words that the exact scan finds nowhere: signatures of letters and pairs of letters over
 * the distinct names pick at most 300 candidates, Fuse.js scores those, and the order is by edits (a swap is one).
 * Fuse over all names would be a hundred times slower and find less.
 */
import Fuse from 'fuse.js';
import { addAll, type Bits, emptyBits } from './bits.ts';
import type { SearchIndex } from './index.ts';
import { addServices, textIndexOf } from './text-index.ts';

export interface NearMatch {
  services: Bits;
  labels: string[];
  /** Facility → edits. */
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
  /** 8 words (256 bits) per entry. */
  signatures: Uint32Array;
}

const maxCandidates = 300;
const signatureWords = 8;
const typoIndexes = new WeakMap<SearchIndex, TypoIndex>();

/** Null when nothing comes near enough: one edit up to 4 letters, two up to 8, three beyond. */
export function findNear(index: SearchIndex, word: string): NearMatch | null {
  if (word.length < 3 || word.length > 40) return null;
  const allowed = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  const typos = typoIndexes.get(index) ?? buildTypoIndex(index);
  typoIndexes.set(index, typos);
  const fuse = new Fuse(candidatesFor(typos, word), {
    keys: ['key'],
    threshold: 0.6,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  const near = fuse
    .search(word)
    .map(({ item }) => ({ entry: item, edits: editsWithin(word, item.key) }))
    .filter(({ edits }) => edits <= allowed)
    .sort((a, b) => a.edits - b.edits);
  return near.length === 0 ? null : toMatch(index, near);
}

function toMatch(index: SearchIndex, near: readonly { entry: Entry; edits: number }[]): NearMatch {
  const services = emptyBits(index.services.length);
  const distance = new Map<number, number>();
  for (const { entry, edits } of near) {
    if (entry.services) addAll(services, entry.services);
    for (const facility of entry.facilities) {
      addServices(services, index, facility);
      if (!distance.has(facility)) distance.set(facility, edits);
    }
  }
  return { services, distance, labels: [...new Set(near.map(({ entry }) => entry.label))] };
}

function buildTypoIndex(index: SearchIndex): TypoIndex {
  const { concepts, names, kanas } = textIndexOf(index);
  const byKey = new Map<string, Entry>();
  const entryFor = (key: string, label: string): Entry => {
    const entry = byKey.get(key) ?? { key, label, facilities: [], services: null };
    byKey.set(key, entry);
    return entry;
  };
  for (const { key, label, services } of concepts) {
    if (services.every(bits => bits === 0)) continue;
    const entry = entryFor(key, label);
    entry.services ??= emptyBits(index.services.length);
    addAll(entry.services, services);
  }
  index.data.facilities.forEach(({ name }, facility) => {
    for (const key of new Set([names[facility]!, kanas[facility]!]))
      if (key !== '') entryFor(key, name).facilities.push(facility);
  });
  const entries = [...byKey.values()];
  const signatures = new Uint32Array(entries.length * signatureWords);
  entries.forEach((entry, i) => {
    sign(entry.key, signatures.subarray(i * signatureWords));
  });
  return { entries, signatures };
}

/** The entries that share most letters and pairs of letters with the word. */
function candidatesFor({ entries, signatures }: TypoIndex, word: string): Entry[] {
  const wanted = new Uint32Array(signatureWords);
  sign(word, wanted);
  const shared = Uint8Array.from(entries, (_, i) => {
    let bits = 0;
    for (let w = 0; w < signatureWords; w++)
      bits += popcount(signatures[i * signatureWords + w]! & wanted[w]!);
    return bits;
  });
  const most = Math.max(0, ...new Set(shared));
  const picked: Entry[] = [];
  for (let score = most; score > 0 && picked.length < maxCandidates; score--)
    for (let i = 0; i < entries.length && picked.length < maxCandidates; i++)
      if (shared[i] === score) picked.push(entries[i]!);
  return picked;
}

function sign(key: string, into: Uint32Array): void {
  for (let i = 0; i < key.length; i++) {
    setHash(into, key.charCodeAt(i));
    if (i > 0) setHash(into, key.charCodeAt(i - 1) * 31 + key.charCodeAt(i));
  }
}

function setHash(into: Uint32Array, value: number): void {
  const hash = Math.imul(value, 0x9e3779b1) >>> 24;
  into[hash >>> 5]! |= 1 << (hash & 31);
}

function popcount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Fewest insertions, deletions, replacements and swaps of neighbours that turn the word into some part of `text`. */
export function editsWithin(word: string, text: string): number {
  let before: number[] = [];
  let last = new Array<number>(text.length + 1).fill(0);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= text.length; j++) {
      const same = word[i - 1] === text[j - 1];
      let edits = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return Math.min(...last);
}

/**
 * Words are looked for in two places: what a facility or service is called and where it is (one long folded string,
 * scanned with indexOf: at 10,000 facilities faster than any index, and nothing has to be shipped), and the words of
 * the region (types, capabilities, specialities, areas), each of which stands for a set of services.
 */
import { addAll, addBit, type Bits, emptyBits } from './bits.ts';
import type { Fold } from './fold.ts';
import type { SearchIndex } from './index.ts';
import type { FacetName } from './state.ts';

/** A word of the region and the services it stands for. */
export interface Concept {
  key: string;
  label: string;
  services: Bits;
  facet: FacetName;
  /** The option of that facet. */
  option: string;
}

/** A typed word as it is compared. */
export interface SearchWord {
  key: string;
  level: 'loose' | 'exact';
}

export interface TextIndex {
  /** `\n name \t kana \t address` of each facility, folded. */
  facilityText: ScanText;
  /** `\n own name \t phone digits` of each service, folded. */
  serviceText: ScanText;
  names: string[];
  kanas: string[];
  concepts: Concept[];
  /** Folded word → folded words it also means. */
  synonyms: ReadonlyMap<string, readonly string[]>;
}

interface ScanText {
  text: string;
  /** Where each record begins, and the end. */
  starts: Uint32Array;
}

const textIndexes = {
  loose: new WeakMap<SearchIndex, TextIndex>(),
  exact: new WeakMap<SearchIndex, TextIndex>(),
};

/** Made at the first call: folding is most of the work of loading, and the first list needs none of it. */
export function textIndexOf(index: SearchIndex, level: SearchWord['level'] = 'loose'): TextIndex {
  const known = textIndexes[level].get(index) ?? buildTextIndex(index, foldOf(index, level));
  textIndexes[level].set(index, known);
  return known;
}

/** A word of which the forgiving key leaves less than two letters is compared as it was typed. */
export function toSearchWord(index: SearchIndex, typed: string): SearchWord {
  const loose = index.fold(typed);
  const exact = index.foldExact(typed);
  return loose.length < 2 && exact.length > loose.length
    ? { key: exact, level: 'exact' }
    : { key: loose, level: 'loose' };
}

function foldOf({ fold, foldExact }: SearchIndex, level: SearchWord['level']): Fold {
  return level === 'loose' ? fold : foldExact;
}

function buildTextIndex(index: SearchIndex, fold: Fold): TextIndex {
  const { data, services } = index;
  const names = data.facilities.map(facility => fold(facility.name));
  const kanas = data.facilities.map(facility => fold(facility.kana ?? ''));
  return {
    names,
    kanas,
    facilityText: toScanText(data.facilities.map((f, i) => `${names[i]}\t${kanas[i]}\t${fold(f.address)}`)),
    serviceText: toScanText(
      services.map(s => `${s.name ? fold(s.name) : ''}\t${(s.phone ?? '').replace(/\D/g, '')}`),
    ),
    concepts: conceptsOf(index, fold),
    synonyms: foldSynonyms(index, fold),
  };
}

/** Services for which the folded word, or a word it also means, is in a name, reading, address, number or concept. */
export function servicesWithWord(index: SearchIndex, word: SearchWord): Bits {
  const text = textIndexOf(index, word.level);
  const found = emptyBits(index.services.length);
  for (const variant of [...meanings(text, word), ...phoneDigits(word.key)]) {
    addWritten(found, index, text, variant);
    for (const concept of text.concepts) if (concept.key.includes(variant)) addAll(found, concept.services);
  }
  return found;
}

/** Services whose name, reading, address or number holds the folded word. */
function addWritten(found: Bits, index: SearchIndex, text: TextIndex, word: string): void {
  scan(text.facilityText, word, facility => addServices(found, index, facility));
  scan(text.serviceText, word, service => addBit(found, service));
}

/**
 * Services that a word of the region stands for. Places and 診療科 are also believed where they are only written in
 * a name or an address; a type or a capability is what the data says, never what a name sounds like.
 */
export function servicesMeant(index: SearchIndex, word: SearchWord, concepts: readonly Concept[]): Bits {
  const found = emptyBits(index.services.length);
  for (const { services } of concepts) addAll(found, services);
  const isWritten = concepts.some(({ facet }) => facet === 'areas' || facet === 'specialities');
  if (isWritten) addWritten(found, index, textIndexOf(index, word.level), word.key);
  return found;
}

/** Services of the asked types that have not answered what the concepts speak of. */
export function servicesUnanswered(
  { capabilities, services }: SearchIndex,
  concepts: readonly Concept[],
): Bits {
  const found = emptyBits(services.length);
  for (const option of optionsOf(concepts)) addAll(found, capabilities.get(option)!.unanswered);
  return found;
}

/** A typed number finds a phone however either is hyphenated. */
function phoneDigits(word: string): string[] {
  return /^\d[\d-]*-\d+$/.test(word) ? [word.replaceAll('-', '')] : [];
}

export function addServices(bits: Bits, { firstService }: SearchIndex, facility: number): void {
  for (let n = firstService[facility]!; n < firstService[facility + 1]!; n++) addBit(bits, n);
}

/** Is the word, or one it also means, a word of the region? */
export function isKnownWord(index: SearchIndex, word: SearchWord): boolean {
  return conceptsWithWord(index, word).length > 0;
}

/** Capability options that the word, or one it also means, speaks of. */
export function optionsWithWord(index: SearchIndex, word: SearchWord): string[] {
  return optionsOf(conceptsWithWord(index, word));
}

export function optionsOf(concepts: readonly Concept[]): string[] {
  const spoken = concepts.filter(({ facet }) => facet === 'capabilities');
  return [...new Set(spoken.map(({ option }) => option))];
}

function conceptsWithWord(index: SearchIndex, word: SearchWord): Concept[] {
  const text = textIndexOf(index, word.level);
  const variants = meanings(text, word);
  return text.concepts.filter(({ key }) => variants.some(variant => key.includes(variant)));
}

function meanings({ synonyms }: TextIndex, { key }: SearchWord): string[] {
  return [key, ...(synonyms.get(key) ?? [])];
}

/** Calls `visit` once for each record that contains the word. */
function scan({ text, starts }: ScanText, word: string, visit: (record: number) => void): void {
  for (let at = text.indexOf(word); at >= 0; ) {
    const record = recordAt(starts, at);
    visit(record);
    at = text.indexOf(word, starts[record + 1]);
  }
}

function recordAt(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function toScanText(records: readonly string[]): ScanText {
  const starts = new Uint32Array(records.length + 1);
  records.forEach((record, i) => {
    starts[i + 1] = starts[i]! + record.length + 1;
  });
  return { text: records.map(record => `\n${record}`).join(''), starts };
}

function conceptsOf(index: SearchIndex, fold: Fold): Concept[] {
  const { data, capabilities } = index;
  const concepts: Concept[] = [];
  const add = (facet: FacetName, option: string, label: string, terms: readonly string[]) => {
    const keys = new Set([label, ...terms].map(fold).filter(key => key !== ''));
    const services = facet === 'capabilities' ? capabilities.get(option)?.offered : index[facet].get(option);
    if (services) for (const key of keys) concepts.push({ key, label, services, facet, option });
  };
  for (const { id, label, terms } of data.words.types) add('types', id, label, terms);
  for (const { id, name } of data.words.areas) add('areas', id, name, []);
  for (const { label, terms } of data.words.specialities) add('specialities', label, label, terms);
  for (const { id, label, acceptsLabel, terms } of data.words.capabilities) {
    add('capabilities', id, label, terms);
    if (acceptsLabel !== null) add('capabilities', `${id}.accepts`, acceptsLabel, terms);
  }
  return concepts;
}

function foldSynonyms({ data }: SearchIndex, fold: Fold): Map<string, string[]> {
  const synonyms = new Map<string, string[]>();
  for (const [word, also] of data.words.synonyms) {
    const key = fold(word);
    const known = synonyms.get(key) ?? [];
    synonyms.set(
      key,
      [...new Set([...known, ...also.map(fold)])].filter(other => other !== '' && other !== key),
    );
  }
  return synonyms;
}

/** Which services a word leads to, and how well it matches each facility. */
import { addAll, addBit, type Bits, eachBit, emptyBits, fullBits, keepOnly, membersOf } from './bits.ts';
import { type Concept, optionsOf } from './concepts.ts';
import { dictionaryOf } from './dictionary.ts';
import type { SearchIndex } from './index.ts';
import { lastFor, onceFor } from './remember.ts';
import { scan } from './scan-text.ts';
import { addServices, type SearchWord, type TextIndex, textIndexOf } from './text-index.ts';

/** Lower is better; added up over the words of a text. */
export const rank = {
  exactName: 0,
  nameBegins: 1,
  name: 2,
  readingBegins: 3,
  reading: 4,
  /** By a type, capability, speciality or area, or by a number. */
  said: 5,
  address: 6,
  remarks: 7,
  /** And one more for each edit. */
  near: 8,
} as const;
const unranked = 255;

/** Shared: read only. */
export interface Looked {
  services: Bits;
  /** By facility; null where the word is a condition and orders nothing. */
  ranks: Uint8Array | null;
}

type Found = Looked & { ranks: Uint8Array };

/** The words before the one that is being typed are looked for again with each letter of it. */
const mostWords = 16;

/** A word that is no word of the region, wherever it is written, and in parts of words of the region. */
export const lookForText = lastFor(
  mostWords,
  (word: SearchWord, typed: string) => `${word.level} ${word.key} ${typed}`,
  (index: SearchIndex, word, typed): Looked => {
    const found = nothingFound(index);
    const text = textIndexOf(index, word.level);
    addNamed(index, text, word.key, found);
    scan(text.addressText, word.key, facility => addFacility(index, found, facility, rank.address));
    scan(text.remarksText, word.key, facility => addFacility(index, found, facility, rank.remarks));
    addNumbered(index, text, word.key, found);
    for (const key of dictionaryOf(index).also(typed)) addWritten(index, text, key, found);
    for (const { services } of conceptsWithWord(index, word, typed)) addSaid(index, found, services);
    if (!isFound(found.services)) addMixed(index, word, found);
    return found;
  },
);

/** わたなべ医院 is 渡邉医院: the kana are in the reading, the rest is in the name. */
function addMixed(index: SearchIndex, { key, level }: SearchWord, found: Found): void {
  const runs = key.match(/\p{Script=Hiragana}+|\P{Script=Hiragana}+/gu) ?? [];
  const isTold = runs.every(run => run.length > 1);
  if (runs.length < 2 || !isTold) return;
  const words = runs.map(run => ({ key: run, level }));
  for (const facility of facilitiesNamed(index, words)) addFacility(index, found, facility, rank.reading);
}

/**
 * What a word of the region stands for. A place is also believed where a name holds it, and an address where the
 * facility lies in no known area of that kind; a 診療科 in a name where the service states none. A type or capability
 * is what the data says, never what a name sounds like: it is a condition, and orders nothing.
 */
export const lookForMeanings = lastFor(
  mostWords,
  (word: SearchWord, concepts: readonly Concept[]) =>
    `${word.level} ${word.key} ${concepts.map(({ facet, option, strict }) => `${facet} ${option} ${strict ?? ''}`)}`,
  (index: SearchIndex, word, concepts): Looked => {
    const found = nothingFound(index);
    for (const { services } of concepts) addSaid(index, found, services);
    const facets = new Set(concepts.map(({ facet }) => facet));
    if (facets.has('specialities')) addAll(found.services, servicesNamed(index, word));
    if (isPlainWord(word, concepts)) addAll(found.services, named(index, word));
    if (!facets.has('areas')) return { services: found.services, ranks: null };
    const text = textIndexOf(index, word.level);
    addNamed(index, text, word.key, found);
    const isElsewhere = placesElsewhere(index, concepts);
    scan(text.addressText, word.key, facility => {
      if (!isElsewhere(facility)) addFacility(index, found, facility, rank.address);
    });
    return found;
  },
);

/** A word that only stands for others (ホスピス, こころ) may as well be part of a name. */
function isPlainWord({ key }: SearchWord, concepts: readonly Concept[]): boolean {
  return key.length > 2 && !concepts.some(({ keys }) => keys.includes(key));
}

/** Services whose name, or facility's name, holds the word. */
function named(index: SearchIndex, word: SearchWord): Bits {
  const { nameText, serviceText } = textIndexOf(index, word.level);
  const services = emptyBits(index.services.length);
  scan(nameText, word.key, facility => addServices(services, index, facility));
  scan(serviceText, word.key, service => addBit(services, service));
  return services;
}

/** Of these, services that state no 診療科, of types that do. */
function servicesNamed(index: SearchIndex, word: SearchWord): Bits {
  const silent = emptyBits(index.services.length);
  eachBit(named(index, word), n => {
    const { specialities, type } = index.services[n]!;
    if (specialities.length === 0 && typesWithSpecialities(index).has(type)) addBit(silent, n);
  });
  return silent;
}

const typesWithSpecialities = onceFor(
  ({ services }: SearchIndex): ReadonlySet<string> =>
    new Set(services.flatMap(({ specialities, type }) => (specialities.length > 0 ? type : []))),
);

/** Does a facility lie in another area of the same kind (町丁, 圏域 …)? */
function placesElsewhere({ data }: SearchIndex, concepts: readonly Concept[]): (facility: number) => boolean {
  const kinds = new Map(data.words.areas.map(({ id, kind }) => [id, kind]));
  const asked = new Set(
    concepts.flatMap(({ facet, option }) => (facet === 'areas' ? (kinds.get(option) ?? []) : [])),
  );
  return facility => data.facilities[facility]!.areas.some(area => asked.has(kinds.get(area)!));
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

/** Words of the region that hold the word, or one it also means. A single kana is part of everything. */
export const conceptsWithWord = lastFor(
  mostWords,
  ({ key }: SearchWord, typed: string) => `${key} ${typed}`,
  (index: SearchIndex, { key }, typed): readonly Concept[] => {
    const { concepts, conceptText, also } = dictionaryOf(index);
    const held = new Set<number>();
    for (const variant of [key, ...also(typed)])
      if (!/^\p{Script=Hiragana}$/u.test(variant)) scan(conceptText, variant, concept => held.add(concept));
    return concepts.filter((_, n) => held.has(n));
  },
);

/** Facilities of which every word is in the name or the reading. */
export function facilitiesNamed(index: SearchIndex, words: readonly SearchWord[]): number[] {
  const size = index.data.facilities.length;
  const named = fullBits(size);
  for (const { key, level } of words) {
    const { nameText, kanaText } = textIndexOf(index, level);
    const held = emptyBits(size);
    for (const text of [nameText, kanaText]) scan(text, key, facility => addBit(held, facility));
    keepOnly(named, held);
  }
  return membersOf(named);
}

function nothingFound(index: SearchIndex): Found {
  return {
    services: emptyBits(index.services.length),
    ranks: new Uint8Array(index.data.facilities.length).fill(unranked),
  };
}

function addNamed(index: SearchIndex, text: TextIndex, key: string, found: Found): void {
  const { facilityOf } = index;
  scan(text.nameText, key, (facility, first) =>
    addFacility(index, found, facility, first ? rank.nameBegins : rank.name),
  );
  scan(text.serviceText, key, (service, first) => {
    addBit(found.services, service);
    lower(found.ranks, facilityOf[service]!, first ? rank.nameBegins : rank.name);
  });
  scan(text.kanaText, key, (facility, first) =>
    addFacility(index, found, facility, first ? rank.readingBegins : rank.reading),
  );
}

/** A telephone number however either is hyphenated, a postal code, an official number that is an id. */
function addNumbered(index: SearchIndex, text: TextIndex, key: string, found: Found): void {
  if (/^[\da-z-]{8,}$/.test(key))
    index.data.facilities.forEach(({ id }, i) => {
      if (id === key) addFacility(index, found, i, rank.exactName);
    });
  if (!/^[\d-]*\d[\d-]*$/.test(key)) return;
  const digits = key.replaceAll('-', '');
  scan(text.phoneText, digits, service => {
    addBit(found.services, service);
    lower(found.ranks, index.facilityOf[service]!, rank.said);
  });
  if (isPostalCode(key))
    index.data.facilities.forEach(({ postalCode }, i) => {
      if (postalCode === digits) addFacility(index, found, i, rank.address);
    });
}

export function isPostalCode(key: string): boolean {
  return /^\d{3}-?\d{4}$/.test(key);
}

function addWritten(index: SearchIndex, text: TextIndex, key: string, found: Found): void {
  for (const field of [text.nameText, text.kanaText])
    scan(field, key, facility => addFacility(index, found, facility, rank.said));
}

function addSaid(index: SearchIndex, found: Found, services: Bits): void {
  addAll(found.services, services);
  eachBit(services, n => lower(found.ranks, index.facilityOf[n]!, rank.said));
}

function addFacility(index: SearchIndex, found: Found, facility: number, value: number): void {
  addServices(found.services, index, facility);
  lower(found.ranks, facility, value);
}

function lower(ranks: Uint8Array, facility: number, value: number): void {
  if (value < ranks[facility]!) ranks[facility] = value;
}

export function isFound(services: Bits): boolean {
  return services.some(bits => bits !== 0);
}

/** Ranks of facilities by how many edits lie between them and the word. */
export function ranksOfNear(index: SearchIndex, distance: ReadonlyMap<number, number>): Uint8Array {
  const { ranks } = nothingFound(index);
  for (const [facility, edits] of distance) ranks[facility] = Math.min(rank.near + edits, unranked - 1);
  return ranks;
}

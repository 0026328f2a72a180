import { addAll, type Bits, fullBits, keepOnly } from './bits.ts';
import { optionsOf } from './concepts.ts';
import { countFacilities, type SearchIndex } from './index.ts';
import {
  conceptsWithWord,
  facilitiesNamed,
  isFound,
  isPostalCode,
  type Looked,
  lookForMeanings,
  lookForText,
  rank,
  ranksOfNear,
  servicesUnanswered,
} from './look.ts';
import { lastFor } from './remember.ts';
import { scan } from './scan-text.ts';
import { addServices, type SearchWord, textIndexOf, toSearchWord } from './text-index.ts';
import { findNear, nearLabels } from './typo.ts';
import { type Explained, explainedIn, type Part, understand } from './understand.ts';

/** What a text found. */
export interface TextMatch {
  /** Services that match every part. */
  services: Bits;
  /** The same, with services that have not answered the capabilities it speaks of. */
  lenient: Bits;
  /** What it was understood to say. */
  parts: readonly Part[];
  /** What was looked for. */
  words: readonly SearchWord[];
  /** Capability options that it speaks of. */
  options: readonly string[];
  /** Words found nowhere as typed, and what was taken for them. */
  near: readonly NearWord[];
  /** Terms of the glossary that it names. */
  explained: readonly Explained[];
  /** What each part found. */
  looked: readonly NearFound[];
}

export interface NearWord {
  /** As typed. */
  typed: string;
  /** Names or terms that come near it, nearest first. */
  taken: readonly string[];
}

/** Null when the text holds nothing to look for. */
export const matchText = lastFor(
  8,
  (text: string) => text,
  (index: SearchIndex, text): TextMatch | null => matchParts(index, partsToMatch(index, text)),
);

/** A postal code that no record states says nothing beside other words: a whole address may have been pasted. */
function partsToMatch(index: SearchIndex, text: string): readonly Part[] {
  const parts = understand(index, text);
  const isSilent = ({ word, typed }: Part) =>
    isPostalCode(word.key) && !isFound(lookForText(index, word, typed).services);
  const telling = parts.length > 1 ? parts.filter(part => !isSilent(part)) : parts;
  return telling.length > 0 ? telling : parts;
}

type NearFound = Looked & { near: NearWord | null };

function matchParts(index: SearchIndex, parts: readonly Part[]): TextMatch | null {
  if (parts.length === 0) return null;
  const [services, lenient] = [fullBits(index.services.length), fullBits(index.services.length)];
  const looked = parts.map(part => lookForPart(index, part));
  for (const [i, { services: found }] of looked.entries()) {
    keepOnly(services, found);
    const open = servicesUnanswered(index, parts[i]!.meanings);
    addAll(open, found);
    keepOnly(lenient, open);
  }
  for (const facility of facilitiesMeant(index, parts)) {
    addServices(services, index, facility);
    addServices(lenient, index, facility);
  }
  return {
    services,
    lenient,
    parts,
    words: parts.map(({ word }) => word),
    options: optionsIn(index, parts),
    near: looked.flatMap(({ near }) => near ?? []),
    explained: explainedIn(index, parts),
    looked,
  };
}

/** A word that is found nowhere and is no word of the vocabulary may be a typing error. */
function lookForPart(index: SearchIndex, { typed, meanings, word }: Part): NearFound {
  if (meanings.length > 0) return { ...lookForMeanings(index, word, meanings), near: null };
  const found = lookForText(index, word, typed);
  if (isFound(found.services) || conceptsWithWord(index, word, typed).length > 0)
    return { ...found, near: null };
  const match = findNear(index, word.key);
  if (!match) return { ...found, near: null };
  return {
    services: match.services,
    ranks: ranksOfNear(index, match.distance),
    near: { typed, taken: match.labels },
  };
}

const fewFacilities = 3;

/** Where little was found: names near a word, which are not in the list. もしかして. */
export function perhapsMeant(
  index: SearchIndex,
  { services, parts, looked }: TextMatch,
): { typed: string; names: readonly string[] }[] {
  if (countFacilities(index, services) > fewFacilities) return [];
  return parts.flatMap(({ typed, meanings, word }, i) => {
    const isText = meanings.length === 0 && looked[i]!.near === null && isFound(looked[i]!.services);
    const names = isText ? nearLabels(index, word.key) : [];
    return names.length > 0 ? [{ typed, names }] : [];
  });
}

/**
 * Facilities whose name is what was typed: all of it, or every word where one of them is no word of the region
 * (デイサービス ゆみ), whatever their type.
 */
function facilitiesMeant(index: SearchIndex, parts: readonly Part[]): readonly number[] {
  const whole = wholeWord(index, parts);
  const exact = textIndexOf(index, whole.level).exact.get(whole.key) ?? [];
  const isName = parts.some(({ meanings }) => meanings.length === 0);
  const isMixed = isName && parts.some(({ meanings }) => meanings.length > 0);
  const words = parts.map(({ word }) => word);
  return isMixed ? [...exact, ...facilitiesNamed(index, words)] : exact;
}

function wholeWord(index: SearchIndex, parts: readonly Part[]): SearchWord {
  const [only] = parts;
  return parts.length === 1 ? only!.word : toSearchWord(index, parts.map(({ typed }) => typed).join(''));
}

function optionsIn(index: SearchIndex, parts: readonly Part[]): string[] {
  const options = parts.flatMap(({ meanings, word, typed }) =>
    optionsOf(meanings.length > 0 ? meanings : conceptsWithWord(index, word, typed)),
  );
  return [...new Set(options)];
}

/**
 * By facility, lower is better: how well the words match, added up; a name that is, begins with or holds the whole text
 * stands before that. Null where nothing in the text orders the list.
 */
export function textRanks(index: SearchIndex, { parts, looked }: TextMatch): Uint16Array | null {
  const whole = wholeWord(index, parts);
  const { exact, nameText } = textIndexOf(index, whole.level);
  const exactly = exact.get(whole.key) ?? [];
  const ranked = looked.flatMap(({ ranks }) => ranks ?? []);
  if (ranked.length === 0 && exactly.length === 0) return null;
  const total = new Uint16Array(index.data.facilities.length);
  for (const ranks of ranked) for (let i = 0; i < total.length; i++) total[i]! += ranks[i]!;
  if (ranked.length === 0) total.fill(rank.said);
  else if (parts.length > 1)
    scan(nameText, whole.key, (facility, first) => {
      total[facility] = first ? rank.nameBegins : rank.name;
    });
  for (const facility of exactly) total[facility] = rank.exactName;
  return total;
}

/** Parts of the text that stand for nobody in this data, though the vocabulary knows them. */
export function unlistedWords(index: SearchIndex, text: string): string[] {
  return understand(index, text).flatMap(({ typed, meanings, word }) => {
    const isKnown = meanings.length > 0 || conceptsWithWord(index, word, typed).length > 0;
    if (!isKnown) return [];
    const { services } =
      meanings.length > 0 ? lookForMeanings(index, word, meanings) : lookForText(index, word, typed);
    return isFound(services) ? [] : [typed];
  });
}

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
import { namesEmergency } from './needs.ts';
import { lastFor } from './remember.ts';
import { scan } from './scan-text.ts';
import { type AnswerLevel, levelOf, type SearchState } from './state.ts';
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
  /** Facilities that are named so, whatever they offer. */
  named: readonly number[];
}

export interface NearWord {
  /** As typed. */
  typed: string;
  /** Names or terms that come near it, nearest first. */
  taken: readonly string[];
}

type Levels = SearchState['levels'];

/** Null when the text holds nothing to look for. Its capabilities are asked for as strictly as the levels say. */
export function matchText(index: SearchIndex, text: string, levels: Levels = {}): TextMatch | null {
  const match = matchUsual(index, text);
  return match && Object.keys(levels).length > 0 ? atLevels(index, match, levels) : match;
}

const matchUsual = lastFor(
  8,
  (text: string) => text,
  (index: SearchIndex, text): TextMatch | null =>
    // Near the words of an emergency nothing is guessed: they are no name mistyped.
    matchParts(index, partsToMatch(index, text), !namesEmergency(index, text)),
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

function matchParts(index: SearchIndex, parts: readonly Part[], guesses: boolean): TextMatch | null {
  if (parts.length === 0) return null;
  const looked = parts.map(part => lookForPart(index, part, guesses));
  const named = facilitiesMeant(index, parts);
  return {
    ...servicesOf(index, { parts, looked, named }, {}),
    parts,
    words: parts.map(({ word }) => word),
    options: optionsIn(index, parts),
    near: looked.flatMap(({ near }) => near ?? []),
    explained: explainedIn(index, parts),
    looked,
    named,
  };
}

/** The match where the capabilities it speaks of are asked for at other levels. */
export function atLevels(index: SearchIndex, match: TextMatch, levels: Levels): TextMatch {
  return { ...match, ...servicesOf(index, match, levels) };
}

/** Services that match every part, and with those that have not answered. */
function servicesOf(
  index: SearchIndex,
  { parts, looked, named }: Pick<TextMatch, 'parts' | 'looked' | 'named'>,
  levels: Levels,
): Pick<TextMatch, 'services' | 'lenient'> {
  const [services, lenient] = [fullBits(index.services.length), fullBits(index.services.length)];
  for (const [i, part] of parts.entries()) {
    const unanswered = servicesUnanswered(index, part.meanings);
    const found = servicesAtLevels(index, part, looked[i]!.services, levels);
    keepOnly(services, found);
    addAll(unanswered, found);
    keepOnly(lenient, unanswered);
  }
  for (const facility of named) {
    addServices(services, index, facility);
    addServices(lenient, index, facility);
  }
  return { services, lenient };
}

function servicesAtLevels(index: SearchIndex, { word, meanings }: Part, usual: Bits, levels: Levels): Bits {
  const at = (level: AnswerLevel) =>
    meanings.filter(({ facet, option }) => facet === 'capabilities' && levelOf({ levels }, option) === level);
  const [strict, open] = [at('yes'), at('all')];
  if (strict.length + open.length === 0) return usual;
  const sure = meanings.map(concept =>
    strict.includes(concept)
      ? { ...concept, strict: true, services: index.capabilities.get(concept.option)!.sure }
      : concept,
  );
  const found = servicesUnanswered(index, open);
  addAll(found, strict.length > 0 ? lookForMeanings(index, word, sure).services : usual);
  return found;
}

/** A word that is found nowhere and is no word of the vocabulary may be a typing error. */
function lookForPart(index: SearchIndex, { typed, meanings, word }: Part, guesses: boolean): NearFound {
  if (meanings.length > 0) return { ...lookForMeanings(index, word, meanings), near: null };
  const found = lookForText(index, word, typed);
  if (isFound(found.services) || conceptsWithWord(index, word, typed).length > 0)
    return { ...found, near: null };
  const match = guesses ? findNear(index, word.key) : null;
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

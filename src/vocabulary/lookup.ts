import { nearest } from '../issues/nearest.ts';
import type { Capability, FacilityType, Relation, Speciality, Vocabulary } from '../model/vocabulary.ts';
import { foldLabel } from './fold.ts';

export interface CapabilityMatch {
  ids: string[];
  /** What the words themselves say; null leaves it to the type of the office. */
  relation: Relation | null;
  /** The words cannot say which of the capabilities: an ○ may only be read as △ of each. */
  conditionalOnly: boolean;
}

/** Finds the vocabulary's entries by the words people write. Folding is the same everywhere. */
export interface VocabularyLookup {
  /** By id, label, short label or alias. Null when unknown, or when the word means several types (グループホーム). */
  findType(text: string): FacilityType | null;
  /** All types a word may mean: two for グループホーム (認知症, 障害福祉). */
  typesNamed(text: string): FacilityType[];
  /** Facts for the sentence about an unknown type: the nearest label, or what an ambiguous word may mean. */
  nearestType(text: string): Record<string, string>;
  /** By header: id, former id, label, alias, ambiguous term; `（受け入れ）` or `（実施）` at its end sets the relation. */
  findCapability(header: string): CapabilityMatch | null;
  /** By name, code, abbreviation of official lists (整外). */
  findSpeciality(text: string): Speciality | null;
  /** 介護サービス情報公表 3-digit code. */
  typeOfKaigoCode(code: string): FacilityType | null;
  /** サービスの種類 of 介護サービス情報公表; words shared with other systems mean the care service here. */
  typeOfKaigoLabel(text: string): FacilityType | null;
  /** GIF POIコード. */
  typeOfPoi(code: string): FacilityType | null;
  /** 医療情報ネット 機関区分. */
  typeOfNavii(code: string): FacilityType | null;
  /** WAM NET file number. */
  typeOfWam(code: string): FacilityType | null;
}

const built = new WeakMap<Vocabulary, VocabularyLookup>();

/** The lookup of a vocabulary; its indexes are built once. */
export function lookupOf(vocabulary: Vocabulary): VocabularyLookup {
  const existing = built.get(vocabulary);
  if (existing) return existing;
  const lookup = buildLookup(vocabulary);
  built.set(vocabulary, lookup);
  return lookup;
}

function buildLookup(vocabulary: Vocabulary): VocabularyLookup {
  const fold = (text: string) => foldLabel(text, vocabulary.characterVariants);
  const types = [...vocabulary.types.values()];
  const typeWords = indexTypes(types, fold);
  const typesNamed = (text: string) => typeWords.get(fold(text)) ?? [];
  const code = (codesOf: (type: FacilityType) => readonly string[]) => {
    const index = new Map(types.flatMap(type => codesOf(type).map(each => [each, type] as const)).reverse());
    return (text: string) => index.get(text.normalize('NFKC').trim()) ?? null;
  };
  return {
    typesNamed,
    findType: text => only(typesNamed(text)),
    nearestType: text => nearestType(typesNamed, text, types),
    findCapability: capabilityFinder(vocabulary, fold),
    findSpeciality: specialityFinder(vocabulary, fold),
    typeOfKaigoCode: code(type => type.kaigo),
    typeOfKaigoLabel: text => only(typesNamed(text).filter(type => type.kaigo.length > 0)),
    typeOfPoi: code(type => type.poi),
    typeOfNavii: code(type => (type.navii === undefined ? [] : [type.navii])),
    typeOfWam: code(type => type.wam),
  };
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A word that is one type's own name means that type, whatever other types list it as an alias. */
function indexTypes(
  types: readonly FacilityType[],
  fold: (text: string) => string,
): Map<string, FacilityType[]> {
  const names = new Map<string, FacilityType[]>();
  const aliases = new Map<string, FacilityType[]>();
  for (const type of types) {
    for (const word of [type.id, type.label]) add(names, fold(word), type);
    for (const word of [type.short ?? type.label, ...type.aliases]) add(aliases, fold(word), type);
  }
  return new Map([...aliases, ...names]);
}

const betweenTypes = /[・、,，;；/／+＋&＆\n]+/;

function nearestType(
  typesNamed: (text: string) => readonly FacilityType[],
  text: string,
  types: readonly FacilityType[],
): Record<string, string> {
  const meant = typesNamed(text);
  if (meant.length > 1) return { candidates: meant.map(type => type.label).join('\n') };
  const parts = text.split(betweenTypes).map(part => part.trim());
  if (parts.length > 1 && parts.every(part => typesNamed(part).length > 0))
    return { several: parts.join('\n') };
  const words = types.flatMap(type => [type.label, ...type.aliases]);
  const close = nearest(text, words);
  return close === null ? {} : { nearest: close };
}

const relationSuffix = /[（(［[]?(受け?入れ?|実施|管理|実施・管理)[）)\]］]$/;

function capabilityFinder(
  vocabulary: Vocabulary,
  fold: (text: string) => string,
): VocabularyLookup['findCapability'] {
  const index = indexCapabilities(vocabulary, fold);
  return header => {
    const text = header.normalize('NFKC').trim();
    const whole = index.get(fold(text));
    if (whole) return whole;
    const suffix = relationSuffix.exec(text);
    const base = suffix ? index.get(fold(text.slice(0, suffix.index))) : undefined;
    if (!suffix || !base) return null;
    return { ...base, relation: suffix[1]?.startsWith('受') ? 'accepts' : 'performs' };
  };
}

/** Stronger words first: an id is never taken for another's alias. A word of two capabilities is ambiguous. */
function indexCapabilities(
  vocabulary: Vocabulary,
  fold: (text: string) => string,
): Map<string, CapabilityMatch> {
  const index = new Map<string, CapabilityMatch>();
  const capabilities = [...vocabulary.capabilities.values()];
  const layer = (wordsOf: (capability: Capability) => readonly string[], relation: Relation | null) => {
    const meant = new Map<string, Set<string>>();
    for (const capability of capabilities) {
      for (const word of wordsOf(capability)) {
        const key = fold(word);
        if (key !== '') meant.set(key, (meant.get(key) ?? new Set()).add(capability.id));
      }
    }
    for (const [key, ids] of meant) {
      if (!index.has(key)) index.set(key, { ids: [...ids], relation, conditionalOnly: ids.size > 1 });
    }
  };
  layer(capability => [capability.id], null);
  layer(capability => [capability.label], null);
  layer(capability => (capability.acceptsLabel ? [capability.acceptsLabel] : []), 'accepts');
  layer(capability => capability.formerIds, null);
  for (const { terms, capabilities: ids } of vocabulary.ambiguous) {
    for (const term of terms) index.set(fold(term), { ids: [...ids], relation: null, conditionalOnly: true });
  }
  layer(capability => capability.aliases, null);
  return index;
}

function specialityFinder(
  vocabulary: Vocabulary,
  fold: (text: string) => string,
): VocabularyLookup['findSpeciality'] {
  const labels = new Map<string, Speciality>();
  const aliases = new Map<string, Speciality[]>();
  for (const speciality of vocabulary.specialities.values()) {
    labels.set(fold(speciality.label), speciality);
    for (const alias of speciality.aliases) add(aliases, fold(alias), speciality);
  }
  return text => {
    const key = fold(text);
    return vocabulary.specialities.get(key) ?? labels.get(key) ?? only(aliases.get(key) ?? []);
  };
}

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (!values) index.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

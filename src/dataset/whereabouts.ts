import type { Whereabouts } from '../formats/format.ts';
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import type { Source } from '../model/site.ts';
import { prefectureCode, prefectures, readMunicipalityCode } from '../normalize/codes.ts';
import { namesMunicipality, placeKey } from '../normalize/place-key.ts';

/** Which offices are of interest: to a source (`only:`), or to the whole region (`municipalities:`). */
export interface PlaceFilter {
  /** What the region wrote → what it means. */
  words: ReadonlyMap<string, Word>;
  /** Words that a row has matched; filled while rows are read. */
  found: Set<string>;
}

/** Words of one group are alternatives; a row must match a word of every group that it says something of. */
type Word = { group: 'municipality' | 'prefecture' | 'area' } & (
  | { code: string }
  | { name: string }
  | { prefecture: string }
  | { area: Area | null }
);

/** Outlines of GeoJSON files by their path, where `only:` names some; one that could not be read has none. */
export type Outlines = ReadonlyMap<string, Area>;

/** Reads the words of `only:` and `municipalities:`: codes of 5 or 6 digits, 2-digit prefecture codes, or names. */
export function placeFilter(
  only: Source['only'],
  areas: readonly Area[],
  outlines: Outlines = new Map(),
): PlaceFilter {
  const given = Array.isArray(only) ? { municipality: only } : (only ?? {});
  const words = new Map<string, Word>();
  for (const word of given.municipality ?? []) words.set(word, municipalityWord(word));
  for (const word of given.prefecture ?? [])
    words.set(word, { group: 'prefecture', prefecture: prefectures.get(word) ?? word });
  for (const word of given.area ?? [])
    words.set(word, {
      group: 'area',
      area: areas.find(area => area.id === word || area.name === word) ?? null,
    });
  for (const path of given.polygon ?? [])
    words.set(path, { group: 'area', area: outlines.get(path) ?? null });
  return { words, found: new Set() };
}

function municipalityWord(word: string): Word {
  const group = 'municipality';
  if (/^\d{2}$/.test(word)) return { group, prefecture: prefectures.get(word) ?? word };
  if (/^\d{5,6}$/.test(word)) return { group, code: readMunicipalityCode(word).value ?? word };
  return prefectureCode(word) ? { group, prefecture: word } : { group, name: word };
}

/** Words of the filter that no row has matched: misspelt, or a place the data does not have. */
export function unmatchedWords(filter: PlaceFilter): string[] {
  return [...filter.words.keys()].filter(word => !filter.found.has(word));
}

/**
 * Is the office outside? Only what the row states can put it there: a row that says nothing of where it is, or an
 * address that names no municipality, stays. A ward counts as its city (`札幌市` takes `札幌市中央区`). City names
 * alone are not unique in Japan (府中市, 伊達市): where the row has a code and the filter too, the code decides.
 */
export function isOutside(where: Whereabouts, filter: PlaceFilter): boolean {
  const groups = new Map<Word['group'], boolean>();
  for (const [word, meaning] of filter.words) {
    const matches = matchesWord(where, meaning);
    if (matches) filter.found.add(word);
    if (matches !== null) groups.set(meaning.group, matches || groups.get(meaning.group) === true);
  }
  return [...groups.values()].includes(false);
}

/** Null when the row does not say. */
function matchesWord(where: Whereabouts, word: Word): boolean | null {
  if ('area' in word) return null;
  if ('code' in word) return where.municipalityCode === null ? null : where.municipalityCode === word.code;
  if ('prefecture' in word) {
    const stated = where.prefecture ?? where.address;
    return stated === '' ? null : stated.startsWith(word.prefecture);
  }
  const text = where.municipality ?? (statesMunicipality(where.address) ? where.address : '');
  return text === '' ? null : namesMunicipality(placeKey(text), placeKey(word.name));
}

/** 「西町1-2」 names none; 「新潟県新発田市…」, 「新発田市…」 and 「北蒲原郡聖籠町…」 do. */
function statesMunicipality(address: string): boolean {
  return /^(?:.{2,3}[都道府県]|.{1,6}[市区]|.{1,5}郡.{1,5}[町村])/.test(address);
}

/** For `only: { area: … }`: a position outside all of the areas' polygons is outside; without one the row stays. */
export function isOutsideAreas(
  position: Position | undefined,
  filter: PlaceFilter,
  within: (position: Position, areas: readonly Area[]) => boolean,
): boolean {
  const tests = [...filter.words].flatMap(([word, meaning]): boolean[] => {
    if (!('area' in meaning) || position === undefined) return [];
    const isWithin = meaning.area !== null && within(position, [meaning.area]);
    if (isWithin) filter.found.add(word);
    return [isWithin];
  });
  return tests.length > 0 && !tests.some(Boolean);
}

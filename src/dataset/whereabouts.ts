import type { Whereabouts } from '../formats/format.ts';
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import type { Source } from '../model/site.ts';
import { prefectureCode, prefectures, readMunicipalityCode } from '../normalize/codes.ts';

/** Which offices are of interest: to a source (`only:`), or to the whole region (`municipalities:`). */
export interface PlaceFilter {
  codes: ReadonlySet<string>;
  names: readonly string[];
  prefectures: readonly string[];
  /** Areas whose polygon must hold the position. */
  areas: readonly Area[];
}

/** Reads the words of `only:` and `municipalities:`: codes of 5 or 6 digits, 2-digit prefecture codes, or names. */
export function placeFilter(only: Source['only'], areas: readonly Area[]): PlaceFilter {
  const municipalities = Array.isArray(only) ? only : (only?.municipality ?? []);
  const codes = new Set<string>();
  const names: string[] = [];
  const inPrefectures: string[] = [];
  for (const word of municipalities) {
    if (/^\d{2}$/.test(word)) inPrefectures.push(prefectures.get(word) ?? word);
    else if (/^\d{5,6}$/.test(word)) codes.add(readMunicipalityCode(word).value ?? word);
    else if (prefectureCode(word)) inPrefectures.push(word);
    else names.push(word);
  }
  for (const word of Array.isArray(only) ? [] : (only?.prefecture ?? [])) {
    inPrefectures.push(/^\d{2}$/.test(word) ? (prefectures.get(word) ?? word) : word);
  }
  const areaIds = Array.isArray(only) ? [] : (only?.area ?? []);
  return { codes, names, prefectures: inPrefectures, areas: areas.filter(area => areaIds.includes(area.id)) };
}

export function isOpenFilter(filter: PlaceFilter): boolean {
  return filter.codes.size + filter.names.length + filter.prefectures.length + filter.areas.length === 0;
}

/**
 * Is the office outside? Only what the row states can put it there: a row that says nothing of where it is stays.
 * A ward counts as its city (`札幌市` takes `札幌市中央区`). City names alone are not unique in Japan (府中市,
 * 伊達市): where the row has a code and the filter too, the code decides.
 */
export function isOutside(where: Whereabouts, filter: PlaceFilter): boolean {
  if (isOpenFilter(filter) || filter.areas.length > 0) return false;
  const tests: boolean[] = [];
  if (filter.prefectures.length > 0 && (where.prefecture ?? where.address) !== '') {
    tests.push(filter.prefectures.some(name => where.prefecture === name || where.address.startsWith(name)));
  }
  if (filter.codes.size > 0 && where.municipalityCode) tests.push(filter.codes.has(where.municipalityCode));
  if (filter.names.length > 0) {
    const text = where.municipality ?? where.address;
    if (text !== '' && text !== null) tests.push(filter.names.some(name => text.includes(name)));
  }
  return tests.length > 0 && !tests.some(Boolean);
}

/** For `only: { area: … }`: a position outside all of the areas' polygons is outside; without one the row stays. */
export function isOutsideAreas(
  position: Position | undefined,
  filter: PlaceFilter,
  within: (position: Position, areas: readonly Area[]) => boolean,
): boolean {
  return filter.areas.length > 0 && position !== undefined && !within(position, filter.areas);
}

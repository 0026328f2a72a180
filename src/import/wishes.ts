/** What the officer asks for in words → a filter. */
import type { Area } from '../model/dataset.ts';
import type { Source } from '../model/site.ts';
import { readMunicipalityCode } from '../normalize/codes.ts';
import { foldCode } from './filter.ts';

export interface PlaceWords {
  municipality: readonly string[];
  prefecture: readonly string[];
  area: readonly string[];
  /** Paths from the region's folder. */
  polygon?: readonly string[];
}

/** As `only:` of a source; undefined when no place was asked for. A list alone is of municipalities. */
export function onlyOf({
  municipality,
  prefecture,
  area,
  polygon = [],
}: PlaceWords): Source['only'] | undefined {
  const named = Object.entries({ municipality, prefecture, area }).map(
    ([group, words]): [string, string[]] => [group, words.flatMap(splitWords)],
  );
  const asked: [string, string[]][] = [...named, ['polygon', [...polygon]]];
  const groups = asked.filter(([, words]) => words.length > 0);
  if (groups.length === 0) return undefined;
  const only: Record<string, string[]> = Object.fromEntries(groups);
  return groups.length === 1 && only.municipality ? only.municipality : only;
}

function splitWords(text: string): string[] {
  return text
    .split(/[、,，;；\s]+/)
    .map(word => word.normalize('NFKC'))
    .filter(word => word !== '');
}

/** Paths of outlines. */
export function polygonsOf(only: Source['only'] | undefined): readonly string[] {
  return only === undefined || Array.isArray(only) ? [] : (only.polygon ?? []);
}

/** Words that are no area of the region. */
export function unknownAreas(only: Source['only'] | undefined, areas: readonly Area[]): string[] {
  if (only === undefined || Array.isArray(only)) return [];
  return (only.area ?? []).filter(word => !areas.some(({ id, name }) => id === word || name === word));
}

/** The codes of a list, wherever they stand in it: of municipalities, 事業所番号, 医療機関コード, ナビイID. */
export function codesIn(text: string): ReadonlySet<string> {
  const typed = text.normalize('NFKC').match(/(?<![\w-])[\dA-Za-z](?:[\dA-Za-z-]{3,15})(?![\w-])/g) ?? [];
  const codes = typed.filter(code => (code.match(/\d/g) ?? []).length >= 4);
  return new Set(codes.flatMap(code => [code, readMunicipalityCode(code).value ?? code]).map(foldCode));
}

/** Which rows of a nationwide list are the region's. */
import type { RowReader } from '../columns/row-reader.ts';
import {
  isOutside,
  isOutsideAreas,
  type Outlines,
  type PlaceFilter,
  placeFilter,
  unmatchedWords,
} from '../dataset/whereabouts.ts';
import type { Format } from '../formats/format.ts';
import { areasContaining } from '../geo/areas.ts';
import type { Area } from '../model/dataset.ts';
import type { Site, Source } from '../model/site.ts';
import { readPosition } from '../normalize/coordinates.ts';

export interface ImportFilter {
  places: PlaceFilter;
  /** Folded codes of municipalities and of offices; null when none were asked for. */
  codes: ReadonlySet<string> | null;
  /** Rows are told apart by their position, too: then one without a position must say its municipality. */
  byPosition: boolean;
}

/** What a person wants of a list; absent, the region's own places count. */
export interface Wish {
  only: Source['only'] | undefined;
  codes: ReadonlySet<string> | null;
}

/** Null when nothing says which rows are the region's. */
export function filterOf(
  { only, codes }: Wish,
  site: Pick<Site, 'municipalities'>,
  areas: readonly Area[],
  outlines: Outlines = new Map(),
): ImportFilter | null {
  const wanted = only ?? (codes ? [] : placesOfRegion(site, areas));
  const places = placeFilter(withMunicipalities(wanted, site, areas), areas, outlines);
  if (places.words.size === 0 && !codes) return null;
  return { places, codes, byPosition: [...places.words.values()].some(word => 'area' in word) };
}

function placesOfRegion({ municipalities }: Pick<Site, 'municipalities'>, areas: readonly Area[]) {
  if (municipalities.length > 0) return municipalities;
  const named = areas.filter(area => area.kind === 'municipality');
  if (named.length > 0) return named.map(wordOf);
  return { area: areas.filter(area => area.polygon !== null).map(({ id }) => id) };
}

/** A code where the area's id is one, since names of municipalities are not unique in Japan. */
function wordOf({ id, name }: Area): string {
  return /^\d{5,6}$/.test(id) ? id : name;
}

/**
 * An office without a position is the area's only when it lies in the area's municipality; of an outline's, where the
 * region says which they are, in one of the region's.
 */
function withMunicipalities(
  only: Source['only'],
  site: Pick<Site, 'municipalities'>,
  areas: readonly Area[],
): Source['only'] {
  if (only === undefined || Array.isArray(only) || only.municipality) return only;
  if (only.polygon && !only.prefecture) {
    const places = placesOfRegion(site, areas);
    return Array.isArray(places) ? { ...only, municipality: places } : only;
  }
  if (!only.area) return only;
  const byId = new Map(areas.map(area => [area.id, area]));
  const municipalityOf = (area: Area | undefined): Area | undefined =>
    !area || area.kind === 'municipality' ? area : municipalityOf(byId.get(area.parent ?? ''));
  const named = only.area.map(word => areas.find(({ id, name }) => id === word || name === word));
  const municipalities = named.flatMap(area => municipalityOf(area) ?? []).map(wordOf);
  if (municipalities.length === 0) return only;
  return { ...only, municipality: [...new Set(municipalities)] };
}

/** The filter of each layer: what is asked for now, else what was asked for when it was imported before, else the region. */
export class LayerFilters {
  /** A nationwide list was met, and nothing says which of its rows are the region's. */
  isUnclear = false;
  readonly #filters = new Map<string, ImportFilter | null>();
  readonly #wish: Wish;
  readonly #site: Site;
  readonly #areas: readonly Area[];
  readonly #outlines: Outlines;

  constructor(wish: Wish, site: Site, areas: readonly Area[], outlines: Outlines) {
    this.#wish = wish;
    this.#site = site;
    this.#areas = areas;
    this.#outlines = outlines;
  }

  /** `file`: the layer's path from the region's folder. */
  of(file: string, format: Format): ImportFilter | null {
    const known = this.#filters.get(file);
    if (known !== undefined) return known;
    const { only, codes } = this.#wish;
    const before = this.#site.sources?.find(source => source.file === file)?.only;
    const wish = { only: only ?? (codes ? undefined : before), codes };
    const filter = filterOf(wish, this.#site, this.#areas, this.#outlines);
    this.#filters.set(file, filter);
    if (filter === null && format.publication) this.isUnclear = true;
    return filter;
  }

  /** Words for places that no row matched: misspelt, or of a place the lists do not have. */
  notFound(): string[] {
    const filters = [...this.#filters.values()].filter(filter => filter !== null);
    const found = new Set(filters.flatMap(({ places }) => [...places.found]));
    const missed = filters.flatMap(({ places }) => unmatchedWords(places));
    return [...new Set(missed)].filter(word => !found.has(word));
  }
}

/** Only what the row states can put its office outside; where positions decide, a row must state something. */
export function isWanted(row: RowReader, format: Format, filter: ImportFilter): boolean {
  const { places, codes, byPosition } = filter;
  if (codes && !codesOf(row, format).some(code => codes.has(foldCode(code)))) return false;
  const where = format.whereabouts(row);
  if (isOutside(where, places)) return false;
  if (!byPosition) return true;
  const position = readPosition(row.text('latitude'), row.text('longitude')).value ?? undefined;
  if (position === undefined && !saysPlace(places)) return false;
  const isSomewhere = position ?? where.municipalityCode ?? where.municipality;
  const within: Parameters<typeof isOutsideAreas>[2] = (at, among) => areasContaining(at, among).length > 0;
  return isSomewhere !== null && isSomewhere !== undefined && !isOutsideAreas(position, places, within);
}

/** Are there words for places that a row without a position can be measured by? */
function saysPlace({ words }: PlaceFilter): boolean {
  return [...words.values()].some(({ group }) => group !== 'area');
}

function codesOf(row: RowReader, format: Format): string[] {
  const { municipalityCode } = format.whereabouts(row);
  const typed = (['officeNumber', 'medicalCode', 'naviiId', 'id'] as const).map(field => row.text(field));
  return [...typed, municipalityCode ?? '', format.codeOf?.(row) ?? ''].filter(code => code !== '');
}

/** Width, hyphens and the zeros that Excel eats do not tell codes apart, nor does a check digit that was left out. */
export function foldCode(code: string): string {
  const bare = code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  return bare.replace(/^0+/, '');
}

/** May the rows of a table that only names prefectures by itself (診療時間票) be told apart without knowing its offices? */
export function isByPrefecture({ places, codes }: ImportFilter): boolean {
  return codes === null && [...places.words.values()].every(word => 'prefecture' in word);
}

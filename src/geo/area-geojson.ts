import type { Position as Coordinate, Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { IssueCode } from '../issues/catalogue.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import type { Area } from '../model/dataset.ts';
import { checkDigitOfMunicipality } from '../normalize/codes.ts';

/** One entry of `areas:` in `site.yaml`: which properties of the features mean what. */
export interface AreaFile {
  kind: Area['kind'];
  id: string;
  name: string;
  parent?: string | undefined;
  population?: string | undefined;
  population65?: string | undefined;
  population75?: string | undefined;
  /** Only features whose id begins with one of these. */
  only?: readonly string[] | undefined;
}

type Tell = (code: IssueCode, value: string, detail?: Record<string, string>) => void;

/**
 * Areas of a GeoJSON file in degrees. Features of one id become one area (islands, exclaves). A municipality's
 * five-digit code (国土数値情報 N03_007) gets its check digit. An area whose geometry is broken stays, without
 * polygon: it still has a name, a list and figures.
 */
export function readAreaGeojson(file: string, text: string, options: AreaFile): Read<Area[]> {
  const issues: Issue[] = [];
  const tell: Tell = (code, value, detail) => issues.push(issue(code, { file }, value, detail));
  const features = parseFeatures(text);
  if (!features) tell('geojson-unreadable', '');
  const areas = new Map<string, Area>();
  for (const [index, feature] of (features ?? []).entries()) {
    const area = readFeature(feature, index + 1, options, tell);
    if (area) areas.set(area.id, joinAreas(areas.get(area.id), area));
  }
  return { value: [...areas.values()], issues };
}

/**
 * All polygons of a GeoJSON file as one area, whatever its features are called; null, with the reason, when there are
 * none.
 */
export function readOutline(file: string, text: string): Read<Area | null> {
  const issues: Issue[] = [];
  const tell: Tell = (code, value, detail) => issues.push(issue(code, { file }, value, detail));
  const features = parseFeatures(text);
  if (!features) tell('geojson-unreadable', '');
  const drawn = (features ?? []).map((feature, index): Area => {
    const polygon = readPolygon(ownValue(feature, 'geometry'), `${index + 1}番目の図形`, tell);
    const figures = { population: null, population65: null, population75: null };
    return { id: file, name: file, kind: 'town', parent: null, ...figures, polygon };
  });
  const whole = drawn.filter(({ polygon }) => polygon !== null);
  const value = whole.reduce<Area | null>((before, next) => (before ? joinAreas(before, next) : next), null);
  return { value, issues };
}

function parseFeatures(text: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const features = ownValue(parsed, 'features');
    if (Array.isArray(features)) return features;
    return ownValue(parsed, 'type') === 'Feature' ? [parsed] : null;
  } catch {
    return null;
  }
}

function ownValue(object: unknown, key: string | undefined): unknown {
  if (key === undefined || typeof object !== 'object' || object === null) return undefined;
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

function ownText(object: unknown, key: string | undefined): string {
  const value = ownValue(object, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function readFeature(feature: unknown, number: number, options: AreaFile, tell: Tell): Area | null {
  const properties = ownValue(feature, 'properties');
  const typed = ownText(properties, options.id) || (options.id === 'id' ? ownText(feature, 'id') : '');
  if (options.only && !options.only.some(start => typed.startsWith(start))) return null;
  if (typed === '') {
    tell('area-id-missing', '', { number: String(number), property: options.id });
    return null;
  }
  if (!/^[\w.-]+$/.test(typed)) {
    tell('area-id-not-ascii', typed);
    return null;
  }
  const name = ownText(properties, options.name);
  if (name === '') tell('area-name-missing', typed, { property: options.name });
  const figure = (key: string | undefined) => readFigure(properties, key, tell);
  return {
    id: options.kind === 'municipality' ? withCheckDigit(typed) : typed,
    name: name || typed,
    kind: options.kind,
    parent: ownText(properties, options.parent) || null,
    population: figure(options.population),
    population65: figure(options.population65),
    population75: figure(options.population75),
    polygon: readPolygon(ownValue(feature, 'geometry'), name || typed, tell),
  };
}

function withCheckDigit(code: string): string {
  return /^\d{5}$/.test(code) ? code + checkDigitOfMunicipality(code) : code;
}

function readFigure(properties: unknown, key: string | undefined, tell: Tell): number | null {
  const typed = ownText(properties, key).normalize('NFKC').replaceAll(',', '');
  if (key === undefined || /^[-*xX]?$/.test(typed)) return null;
  if (/^\d+(?:\.\d+)?$/.test(typed)) return Number(typed);
  tell('area-figure-unreadable', typed, { property: key });
  return null;
}

function readPolygon(geometry: unknown, name: string, tell: Tell): Polygon | MultiPolygon | null {
  const type = ownValue(geometry, 'type');
  const coordinates = ownValue(geometry, 'coordinates');
  const parts = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  const polygons = Array.isArray(parts) ? parts.map(readRings) : [];
  if (polygons.length === 0 || polygons.some(rings => rings === null)) {
    tell('area-geometry-broken', name);
    return null;
  }
  const rings = polygons as Rings[];
  if (rings.some(each => each.wasOpen)) tell('area-ring-closed', name);
  return asGeometry(rings.map(each => each.rings));
}

interface Rings {
  rings: Coordinate[][];
  wasOpen: boolean;
}

/** A ring needs three corners, in degrees. */
function readRings(value: unknown): Rings | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const read: Rings = { rings: [], wasOpen: false };
  for (const ring of value) {
    if (!Array.isArray(ring) || ring.length < 3 || !ring.every(isCoordinate)) return null;
    const [first, last] = [ring[0]!, ring.at(-1)!];
    const isOpen = first[0] !== last[0] || first[1] !== last[1];
    const closed = isOpen ? [...ring, first] : ring;
    if (closed.length < 4) return null;
    read.wasOpen ||= isOpen;
    read.rings.push(closed);
  }
  return read;
}

function isCoordinate(value: unknown): value is Coordinate {
  if (!Array.isArray(value)) return false;
  const [lng, lat] = value as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function asGeometry(polygons: Coordinate[][][]): Polygon | MultiPolygon {
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function joinAreas(before: Area | undefined, next: Area): Area {
  if (!before) return next;
  const polygons = [...polygonsOf(before.polygon), ...polygonsOf(next.polygon)];
  return {
    ...before,
    polygon: polygons.length > 0 ? asGeometry(polygons) : null,
    population: before.population ?? next.population,
    population65: before.population65 ?? next.population65,
    population75: before.population75 ?? next.population75,
  };
}

function polygonsOf(geometry: Feature['geometry'] | Geometry | null): Coordinate[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

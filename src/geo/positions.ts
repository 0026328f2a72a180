import { type Issue, issue, type Place, type Read } from '../issues/issue.ts';
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import { contains } from './areas.ts';
import { boundsOfPolygon, isWithin } from './bounds.ts';
import { distanceKm, distanceToEdgeKm } from './distance.ts';

export interface LocatedRecord {
  id: string;
  at: Place;
  position: Position;
  /** Folded address without the building, so that one building is one key; empty when not known. */
  addressKey: string;
  /** 6-digit code. */
  municipalityCode: string | null;
}

export type PositionVerdict = 'ok' | 'zero' | 'outside-japan' | 'fallback' | 'outside-region' | 'shared';

/** Where geocoders put an address they cannot find: the centre of Japan, and an 'IE' read as Ireland. */
const fallbacks: readonly Position[] = [
  { lat: 36.204824, lng: 138.252924 },
  { lat: 53.41291, lng: -8.24389 },
];
const japan = { south: 20, west: 122, north: 46, east: 154 };
/** Published boundaries are simplified, and offices stand across the border: nearer than this is no error. */
const tolerated = 5;
/** Without polygons: farther than this from where the region's offices are is doubted. */
const farFromOthers = 60;
const enoughToJudge = 5;
const manyAddresses = 3;
const moreThanACampus = 200;

/**
 * Which positions may be drawn. A position that cannot be true does not make the record wrong: it stays in the list
 * as 「地図上の位置は未確認」. Not checked: whether a believable point is the right building.
 */
export function checkPositions(
  records: readonly LocatedRecord[],
  areas: readonly Area[],
): Read<Map<string, PositionVerdict>> {
  const value = new Map<string, PositionVerdict>();
  const issues: Issue[] = [];
  const shared = sharedPoints(records);
  const middle = areas.some(area => area.polygon !== null) ? null : middleOf(records);
  for (const record of records) {
    const found = doubtOf(record, areas, shared, middle);
    value.set(record.id, found?.verdict ?? 'ok');
    if (found)
      issues.push(issue(found.code, record.at, '', { ...degrees(record.position), ...found.detail }));
  }
  return { value, issues };
}

type Code =
  | 'coordinates-zero'
  | 'coordinates-outside-japan'
  | 'position-geocoder-fallback'
  | 'position-outside-region'
  | 'position-far-from-others'
  | 'position-shared';
interface Doubt {
  verdict: PositionVerdict;
  code: Code;
  detail?: Record<string, string>;
}

function doubtOf(
  record: LocatedRecord,
  areas: readonly Area[],
  shared: ReadonlyMap<string, number>,
  middle: Middle | null,
): Doubt | null {
  const { position } = record;
  if (position.lat === 0 && position.lng === 0) return { verdict: 'zero', code: 'coordinates-zero' };
  if (fallbacks.some(point => distanceKm(point, position) < 0.05)) {
    return { verdict: 'fallback', code: 'position-geocoder-fallback' };
  }
  if (!isWithin(position, japan)) return { verdict: 'outside-japan', code: 'coordinates-outside-japan' };
  const far = distanceFromOwnArea(record, areas);
  if (far) return { verdict: 'outside-region', code: 'position-outside-region', detail: far };
  const km = middle ? distanceKm(middle.position, position) : 0;
  if (middle && km > middle.limit) {
    const detail = { km: String(Math.round(km)) };
    return { verdict: 'outside-region', code: 'position-far-from-others', detail };
  }
  const count = shared.get(pointKey(position)) ?? 0;
  if (count < manyAddresses) return null;
  return { verdict: 'shared', code: 'position-shared', detail: { count: String(count) } };
}

interface Middle {
  position: Position;
  limit: number;
}

/**
 * Where the region's offices are when nobody has drawn it: the median of their positions. Half of them decide how wide
 * the region is, so a prefecture of islands is not doubted for its size; a handful decides nothing.
 */
function middleOf(records: readonly LocatedRecord[]): Middle | null {
  const positions = records.map(record => record.position).filter(position => isWithin(position, japan));
  if (positions.length < enoughToJudge) return null;
  const position = { lat: median(positions.map(one => one.lat)), lng: median(positions.map(one => one.lng)) };
  const usual = median(positions.map(one => distanceKm(position, one)));
  return { position, limit: Math.max(farFromOthers, 4 * usual) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/**
 * A record is looked for in the polygon of its own municipality; without a code, in any of the region's. An office
 * of a municipality that the region has no polygon of is not judged: lists do name offices beyond their border.
 */
function distanceFromOwnArea(
  { position, municipalityCode }: LocatedRecord,
  areas: readonly Area[],
): Record<string, string> | null {
  const drawn = areas.filter(area => area.polygon !== null);
  const own = drawn.find(area => area.kind === 'municipality' && area.id === municipalityCode);
  const hasMunicipalities = areas.some(area => area.kind === 'municipality');
  if (!own && municipalityCode && hasMunicipalities) {
    if (!areas.some(area => area.id === municipalityCode)) return null;
  }
  const among = own ? [own] : drawn;
  if (among.length === 0) return null;
  let nearest = Infinity;
  for (const { polygon } of among) {
    if (contains(polygon!, position)) return null;
    nearest = Math.min(
      nearest,
      atLeastKm(position, polygon!) > nearest ? Infinity : distanceToEdgeKm(position, polygon!),
    );
    if (nearest <= tolerated) return null;
  }
  return { km: String(Math.round(nearest)), ...(own ? { area: own.name } : {}) };
}

/** A lower bound that needs no edge: most towns of a region are far from most points. */
function atLeastKm(position: Position, polygon: NonNullable<Area['polygon']>): number {
  const bounds = boundsOfPolygon(polygon);
  if (!bounds) return Infinity;
  const lat = Math.min(Math.max(position.lat, bounds.south), bounds.north);
  const lng = Math.min(Math.max(position.lng, bounds.west), bounds.east);
  return distanceKm(position, { lat, lng });
}

/** How many different addresses stand at each point. */
function sharedPoints(records: readonly LocatedRecord[]): Map<string, number> {
  const addresses = new Map<string, Set<string>>();
  for (const { position, addressKey, municipalityCode } of records) {
    if (addressKey === '') continue;
    const key = pointKey(position);
    const set = addresses.get(key) ?? new Set();
    addresses.set(key, set.add(`${municipalityCode ?? ''} ${addressKey}`));
  }
  return new Map([...addresses].map(([key, set]) => [key, countPlaces([...set])]));
}

/**
 * Places behind the addresses of one point. An address with a room or a branch number added is the same place, and
 * so are neighbouring lots of one 大字 (1941-1, 1945-1, 1947-3): a campus is entered by one gate.
 */
function countPlaces(keys: readonly string[]): number {
  if (keys.length > moreThanACampus) return keys.length;
  const places: string[] = [];
  for (const key of [...keys].sort()) if (!places.some(place => isSamePlace(place, key))) places.push(key);
  return places.length;
}

function isSamePlace(shorter: string, key: string): boolean {
  if (key.startsWith(shorter) && !/^\d/.test(key.slice(shorter.length))) return true;
  const [before, after] = [lotOf(shorter), lotOf(key)];
  return before.town === after.town && before.lot >= 100 && Math.abs(before.lot - after.lot) <= 6;
}

/** 住居表示 numbers are small; lots of several hundred are 地番, where near numbers are near places. */
function lotOf(key: string): { town: string; lot: number } {
  const [, town = key, lot = '0'] = /^(.*?\D)(\d+)(?:-\d+)*$/.exec(key) ?? [];
  return { town, lot: Number(lot) };
}

function pointKey({ lat, lng }: Position): string {
  return `${lat.toFixed(6)},${lng.toFixed(6)}`;
}

function degrees({ lat, lng }: Position): Record<string, string> {
  return { lat: String(lat), lng: String(lng) };
}

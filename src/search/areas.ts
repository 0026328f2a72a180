/** Outlines of areas, small enough for a map of a region. Fetched only when a map shows them. */
import type { Position as Coordinate, Feature, MultiPolygon, Polygon } from 'geojson';
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';

/** Area id → rings of [lat, lng] in 1e-5 degrees, each polygon its outer ring then its holes. */
export type AreaShapes = Record<string, [number, number][][][]>;

/** About 8 m: not seen below zoom 17. */
const tolerance = 8;

/** Areas of one id (pieces of a town) are drawn as one. */
export function areaShapes(areas: readonly Pick<Area, 'id' | 'polygon'>[]): AreaShapes {
  const shapes: AreaShapes = Object.create(null);
  for (const { id, polygon } of areas) {
    const polygons = polygonsOf(polygon).map(rings =>
      rings.map(simplifyRing).filter(ring => ring.length > 3),
    );
    const drawn = polygons.filter(rings => rings.length > 0);
    if (drawn.length > 0) shapes[id] = [...(shapes[id] ?? []), ...drawn];
  }
  return shapes;
}

function polygonsOf(geometry: Feature['geometry'] | null): Coordinate[][][] {
  if (geometry?.type === 'Polygon') return [(geometry as Polygon).coordinates];
  if (geometry?.type === 'MultiPolygon') return (geometry as MultiPolygon).coordinates;
  return [];
}

function simplifyRing(ring: readonly Coordinate[]): [number, number][] {
  const points = ring.map(([lng = 0, lat = 0]): [number, number] => [
    Math.round(lat * 1e5),
    Math.round(lng * 1e5),
  ]);
  if (points.length < 5) return points;
  const keep = new Uint8Array(points.length);
  // A ring begins where it ends: cut it at its farthest point, so that both halves have a direction.
  const far = farthest(points, points[0]!);
  keep[0] = keep[far] = keep[points.length - 1] = 1;
  markBends(points, keep, 0, far);
  markBends(points, keep, far, points.length - 1);
  return points.filter((_, i) => keep[i] === 1);
}

/** Douglas–Peucker without recursion: rings of coasts have tens of thousands of points. */
function markBends(points: readonly [number, number][], keep: Uint8Array, from: number, to: number): void {
  const open: [number, number][] = [[from, to]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [start, end] = part;
    let widest = 0;
    let at = -1;
    for (let i = start + 1; i < end; i++) {
      const off = distanceToLine(points[i]!, points[start]!, points[end]!);
      if (off > widest) [widest, at] = [off, i];
    }
    if (widest <= tolerance) continue;
    keep[at] = 1;
    open.push([start, at], [at, end]);
  }
}

function distanceToLine(
  [y, x]: [number, number],
  [y1, x1]: [number, number],
  [y2, x2]: [number, number],
): number {
  const length = Math.hypot(y2 - y1, x2 - x1);
  if (length === 0) return Math.hypot(y - y1, x - x1);
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
}

function farthest(points: readonly [number, number][], from: [number, number]): number {
  let best = 0;
  let widest = -1;
  points.forEach(([y, x], i) => {
    const off = Math.hypot(y - from[0], x - from[1]);
    if (off > widest) [widest, best] = [off, i];
  });
  return best;
}

/** Is the point in one of the polygons, and in none of its holes? */
export function holdsPoint(shape: AreaShapes[string] | undefined, { lat, lng }: Position): boolean {
  const [y, x] = [lat * 1e5, lng * 1e5];
  return (shape ?? []).some(([outer, ...holes]) => {
    return outer !== undefined && isInRing(outer, y, x) && !holes.some(hole => isInRing(hole, y, x));
  });
}

/** Even–odd: a line from the point to the east crosses the ring an odd number of times. */
function isInRing(ring: readonly [number, number][], y: number, x: number): boolean {
  let isIn = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [y1, x1] = ring[i]!;
    const [y2, x2] = ring[j]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn;
  }
  return isIn;
}

/** Outlines of areas, small enough for a map of a region. Fetched only when a map shows them. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Area } from '../model/dataset.ts';

/** Area id → rings of [lat, lng] in 1e-5 degrees, each polygon its outer ring then its holes. */
export type AreaShapes = Record<string, [number, number][][][]>;

/** About 8 m: not seen below zoom 17. */
const tolerance = 8;

export function areaShapes(areas: readonly Area[]): AreaShapes {
  const shapes: AreaShapes = Object.create(null);
  for (const { id, polygon } of areas) {
    const polygons = polygonsOf(polygon).map(rings =>
      rings.map(simplifyRing).filter(ring => ring.length > 3),
    );
    const drawn = polygons.filter(rings => rings.length > 0);
    if (drawn.length > 0) shapes[id] = drawn;
  }
  return shapes;
}

function polygonsOf(geometry: Feature['geometry'] | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [(geometry as Polygon).coordinates];
  if (geometry?.type === 'MultiPolygon') return (geometry as MultiPolygon).coordinates;
  return [];
}

function simplifyRing(ring: readonly Position[]): [number, number][] {
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

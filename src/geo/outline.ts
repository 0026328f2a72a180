/** Outlines of areas for small drawings: simplified, clipped to a frame, on a grid of whole numbers. */
import type { Geometry } from 'geojson';
import type { Bounds } from './bounds.ts';

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** All rings of a polygon, holes too, in degrees; without what is smaller than a hundredth of the whole. */
export function outlineOf(geometry: Geometry | null): Ring[] {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const rings = polygons.flat().map((ring): Ring => ring.map(([lng = 0, lat = 0]) => [lng, lat]));
  const whole = spanOf(boxOf(rings.flat()));
  const large = rings.filter(ring => spanOf(boxOf(ring)) >= whole / 100);
  return large.map(ring => simplified(ring, whole / 400));
}

export function boxOf(points: readonly Point[]): Bounds {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

export function joinedBox(boxes: readonly Bounds[]): Bounds {
  return boxOf(
    boxes.flatMap(({ west, south, east, north }): Point[] => [
      [west, south],
      [east, north],
    ]),
  );
}

export function touches(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

function spanOf({ west, south, east, north }: Bounds): number {
  return Math.hypot(east - west, north - south);
}

/**
 * A closed ring with no more corners than it takes to stay within `tolerance` of all of them
 * (Douglas & Peucker 1973), divided where it is farthest from its beginning.
 */
export function simplified(ring: Ring, tolerance: number): Ring {
  const open = isClosed(ring) ? ring.slice(0, -1) : ring;
  const first = open[0];
  if (!first || open.length < 5) return open;
  const distances = open.map(([x, y]) => Math.hypot(x - first[0], y - first[1]));
  const far = distances.indexOf(Math.max(...distances));
  const there = simplifiedLine(open.slice(0, far + 1), tolerance);
  const back = simplifiedLine([...open.slice(far), first], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function simplifiedLine(line: Ring, tolerance: number): Ring {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const waiting: [from: number, to: number][] = [[0, line.length - 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [from, to] = next;
    let [worst, at] = [tolerance, -1];
    for (let i = from + 1; i < to; i += 1) {
      const distance = distanceToSegment(line[i]!, line[from]!, line[to]!);
      if (distance > worst) [worst, at] = [distance, i];
    }
    if (at === -1) continue;
    keep[at] = 1;
    waiting.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** What of a ring lies in the box (Sutherland & Hodgman 1974); where it was cut it follows the box's edge. */
export function clipped(ring: Ring, { west, south, east, north }: Bounds): Ring {
  const sides: [axis: 0 | 1, edge: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  return sides.reduce<Ring>((left, [axis, edge, sign]) => clippedAt(left, axis, edge, sign), ring);
}

function clippedAt(ring: Ring, axis: 0 | 1, edge: number, sign: 1 | -1): Ring {
  const inside = (point: Point) => sign * (point[axis] - edge) >= 0;
  if (ring.every(inside)) return ring;
  return ring.flatMap((point, i): Point[] => {
    const before = ring.at(i - 1)!;
    if (inside(point) === inside(before)) return inside(point) ? [point] : [];
    const along = (edge - before[axis]) / (point[axis] - before[axis]);
    const cut: Point = [
      before[0] + along * (point[0] - before[0]),
      before[1] + along * (point[1] - before[1]),
    ];
    return inside(point) ? [cut, point] : [cut];
  });
}

/** `M12 5l3-2 1 4z`: corners on whole numbers, each said by its step from the one before. '' for less than a triangle. */
export function pathOf(ring: Ring): string {
  const grid: Point[] = [];
  for (const [x, y] of ring) {
    const point: Point = [Math.round(x), Math.round(y)];
    const last = grid.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) grid.push(point);
  }
  if (isClosed(grid)) grid.pop();
  const [first] = grid;
  if (!first || grid.length < 3) return '';
  const steps = grid.slice(1).map((point, i) => numbers([point[0] - grid[i]![0], point[1] - grid[i]![1]]));
  return `M${numbers(first)}l${steps.reduce((path, step) => path + (step.startsWith('-') || path === '' ? step : ` ${step}`), '')}z`;
}

function numbers([x, y]: Point): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

/** The middle of a ring by area. */
export function middleOf(ring: Ring): Point | null {
  let [sum, x, y] = [0, 0, 0];
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1)!;
    const cross = ax * by - bx * ay;
    sum += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  return sum === 0 ? null : [x / (3 * sum), y / (3 * sum)];
}

/** By the number of sides a ray to the east crosses. */
export function isInside([x, y]: Point, ring: Ring): boolean {
  const crossed = ring.filter(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1)!;
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
  });
  return crossed.length % 2 === 1;
}

/** Twice the area. */
export function sizeOf(ring: Ring): number {
  return Math.abs(
    ring.reduce((sum, [bx, by], i) => sum + ring.at(i - 1)![0] * by - bx * ring.at(i - 1)![1], 0),
  );
}

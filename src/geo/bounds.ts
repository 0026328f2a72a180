import type { Position as Coordinate, Geometry } from 'geojson';
import type { Position } from '../model/facility.ts';

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** The smallest box around points and polygons; null when there is nothing to put a box around. */
export function boundsOf(shapes: Iterable<Position | Geometry | null>): Bounds | null {
  const box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity };
  const add = (lat: number, lng: number) => {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
  };
  for (const shape of shapes) {
    if (!shape) continue;
    if ('lat' in shape) add(shape.lat, shape.lng);
    else for (const ring of ringsOf(shape)) for (const [lng, lat] of ring) add(lat!, lng!);
  }
  return box.south === Infinity ? null : box;
}

/** Outlines and holes of a polygon; other geometries have none. */
export function ringsOf(geometry: Geometry): Coordinate[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
}

const known = new WeakMap<Geometry, Bounds | null>();

/** Bounds of one polygon, worked out once: thousands of points are asked against the same areas. */
export function boundsOfPolygon(geometry: Geometry): Bounds | null {
  const found = known.get(geometry);
  if (found !== undefined) return found;
  const bounds = boundsOf([geometry]);
  known.set(geometry, bounds);
  return bounds;
}

export function isWithin({ lat, lng }: Position, bounds: Bounds): boolean {
  return lat >= bounds.south && lat <= bounds.north && lng >= bounds.west && lng <= bounds.east;
}

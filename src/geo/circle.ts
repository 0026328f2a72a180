import type { Geometry } from 'geojson';
import type { Position } from '../model/facility.ts';
import { boundsOf, ringsOf } from './bounds.ts';
import { distanceKm } from './distance.ts';

/** A middle, and how far from it the farthest corner lies. */
export interface Circle {
  lat: number;
  lng: number;
  km: number;
}

/** A circle that holds all of the shapes, to within 10 m; null when there is no shape. */
export function circleAround(shapes: readonly (Geometry | null)[]): Circle | null {
  const bounds = boundsOf(shapes);
  if (!bounds) return null;
  const middle: Position = {
    lat: Math.round((bounds.south + bounds.north) * 5e4) / 1e5,
    lng: Math.round((bounds.west + bounds.east) * 5e4) / 1e5,
  };
  let km = 0;
  for (const shape of shapes)
    for (const ring of shape ? ringsOf(shape) : [])
      for (const [lng, lat] of ring) km = Math.max(km, distanceKm(middle, { lat: lat!, lng: lng! }));
  return { ...middle, km: Math.ceil(km * 100) / 100 };
}

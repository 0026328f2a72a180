import type { Position as Coordinate, Geometry } from 'geojson';
import type { Position } from '../model/facility.ts';
import { ringsOf } from './bounds.ts';

/** Mean radius of the earth. */
const earthKm = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine). Straight, not by road. */
export function distanceKm(a: Position, b: Position): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2);
  const lng = Math.sin(radians(b.lng - a.lng) / 2);
  const chord = lat * lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lng * lng;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** From a point to the nearest edge of a polygon, as on a flat map around the point: good to tens of kilometres. */
export function distanceToEdgeKm(from: Position, polygon: Geometry): number {
  const perLat = radians(1) * earthKm;
  const perLng = perLat * Math.cos(radians(from.lat));
  const flat = ([lng, lat]: Coordinate): [number, number] => [
    (lng! - from.lng) * perLng,
    (lat! - from.lat) * perLat,
  ];
  let nearest = Infinity;
  for (const ring of ringsOf(polygon)) {
    for (let at = 1; at < ring.length; at += 1) {
      nearest = Math.min(nearest, distanceFromOrigin(flat(ring[at - 1]!), flat(ring[at]!)));
    }
  }
  return nearest;
}

function distanceFromOrigin([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

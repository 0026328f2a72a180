import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry } from 'geojson';
import type { Area } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import { boundsOfPolygon, isWithin } from './bounds.ts';

/** Edge included. A geometry that is no polygon contains nothing. */
export function contains(polygon: Geometry, position: Position): boolean {
  const bounds = boundsOfPolygon(polygon);
  if (!bounds || !isWithin(position, bounds)) return false;
  if (polygon.type !== 'Polygon' && polygon.type !== 'MultiPolygon') return false;
  return booleanPointInPolygon([position.lng, position.lat], polygon);
}

/** The areas whose polygon holds the point, in their own order. Areas without a polygon hold none. */
export function areasContaining(position: Position, areas: readonly Area[]): Area[] {
  return areas.filter(area => area.polygon !== null && contains(area.polygon, position));
}

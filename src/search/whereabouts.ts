/** A place as it lies among the areas of the region. */

import { distanceKm } from '../geo/distance.ts';
import type { Position } from '../model/facility.ts';
import { placeKey } from '../normalize/place-key.ts';
import { type AreaShapes, holdsPoint } from './areas.ts';
import type { SearchPlace } from './data.ts';
import type { Place } from './state.ts';

export interface Whereabouts {
  /** Areas that hold the whole place; null = not known yet (the outlines have not come). */
  within: ReadonlySet<string> | null;
  /** Areas that are a part of it. */
  inside: ReadonlySet<string>;
  /** Areas that may hold it or a part of it: the data does not say. */
  perhaps: ReadonlySet<string>;
  /** Is it surely in the region? */
  inRegion: boolean;
  /** Holds the place; null = nobody knows where it is. */
  circle: { center: Position; km: number } | null;
  /** Folded names by which an office may call it, its own first, and of what holds it. */
  names: readonly string[];
}

/** Null when the region has no such area. */
export function whereaboutsOf(
  place: Place,
  places: readonly SearchPlace[],
  shapes: AreaShapes | null,
): Whereabouts | null {
  if (place.kind === 'area') return whereaboutsOfArea(place.id, places);
  if (place.kind === 'town') return { ...unknownPlace(places), names: [placeKey(place.name)] };
  return whereaboutsOfPoint(place, places, shapes);
}

function whereaboutsOfArea(id: string, places: readonly SearchPlace[]): Whereabouts | null {
  const byId = new Map(places.map(each => [each.id, each]));
  const self = byId.get(id);
  if (!self) return null;
  const within = chainOf(id, byId);
  const inside = places.filter(each => each.id !== id && chainOf(each.id, byId).includes(id));
  const perhaps = places.filter(each => mayOverlap(self, each, byId));
  return {
    within: new Set(within),
    inside: new Set(inside.map(each => each.id)),
    perhaps: new Set(perhaps.map(each => each.id)),
    inRegion: true,
    circle: self.circle && { center: self.circle, km: self.circle.km },
    names: within.map(each => placeKey(byId.get(each)!.name)),
  };
}

function whereaboutsOfPoint(
  point: Position,
  places: readonly SearchPlace[],
  shapes: AreaShapes | null,
): Whereabouts {
  const byId = new Map(places.map(each => [each.id, each]));
  const holding = shapes === null ? [] : places.filter(({ id }) => holdsPoint(shapes[id], point));
  const within = [...new Set(holding.flatMap(({ id }) => chainOf(id, byId)))];
  const unsure = places.filter(each =>
    shapes === null ? true : !shapes[each.id] && holding.some(held => mayOverlap(held, each, byId)),
  );
  const undrawn = places.filter(
    ({ id, parent }) => !shapes?.[id] && parent !== null && within.includes(parent),
  );
  const narrowFirst = within.toSorted((a, b) => chainOf(b, byId).length - chainOf(a, byId).length);
  return {
    within: shapes === null ? null : new Set(within),
    inside: new Set(),
    perhaps: new Set([...unsure, ...undrawn].map(({ id }) => id).filter(id => !within.includes(id))),
    inRegion: within.length > 0,
    circle: { center: point, km: 0 },
    names: narrowFirst.map(each => placeKey(byId.get(each)!.name)),
  };
}

/** A name that is no area: it may lie in any of them. */
function unknownPlace(places: readonly SearchPlace[]): Whereabouts {
  return {
    within: new Set(),
    inside: new Set(),
    perhaps: new Set(places.map(({ id }) => id)),
    inRegion: false,
    circle: null,
    names: [],
  };
}

/** The area and what holds it, narrowest first. */
function chainOf(id: string, byId: ReadonlyMap<string, SearchPlace>): string[] {
  const chain: string[] = [];
  for (let at = byId.get(id); at && !chain.includes(at.id); at = byId.get(at.parent ?? '')) chain.push(at.id);
  return chain;
}

/**
 * 圏域 and 町丁 of one municipality that the region has not put into one another: the one may hold the other. Not
 * where the outlines are too far apart.
 */
function mayOverlap(a: SearchPlace, b: SearchPlace, byId: ReadonlyMap<string, SearchPlace>): boolean {
  if (a.kind === b.kind || a.kind === 'municipality' || b.kind === 'municipality') return false;
  const [town, sphere] = a.kind === 'town' ? [a, b] : [b, a];
  const chain = chainOf(town.id, byId);
  if (chain.some(id => byId.get(id)!.kind === 'sphere')) return false;
  const root = chainOf(sphere.id, byId).at(-1)!;
  if (sphere.parent !== null && town.parent !== null && chain.at(-1) !== root) return false;
  if (!a.circle || !b.circle) return true;
  return distanceKm(a.circle, b.circle) <= a.circle.km + b.circle.km;
}

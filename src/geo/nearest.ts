import type { Position } from '../model/facility.ts';
import { distanceKm } from './distance.ts';

export interface Near<T> {
  item: T;
  km: number;
}

/**
 * The `count` nearest of many places, nearest first, as the crow flies; equally near ones in the order given. Items
 * without a position are none. From south to north, a search need not go on where the latitude alone is too far.
 */
export function nearestAmong<T extends { position: Position | null }>(
  items: readonly T[],
): (from: Position, count: number) => Near<T>[] {
  const placed = items
    .flatMap((item, order) => (item.position ? [{ item, order, position: item.position }] : []))
    .sort((a, b) => a.position.lat - b.position.lat);
  return (from, count) => {
    const found: { item: T; order: number; km: number }[] = [];
    const isTooFar = ({ lat }: Position): boolean =>
      found.length === count && distanceKm(from, { lat, lng: from.lng }) > found[count - 1]!.km;
    const offer = ({ item, order, position }: (typeof placed)[number]): void => {
      const km = distanceKm(from, position);
      const at = found.findIndex(each => km < each.km || (km === each.km && order < each.order));
      found.splice(at === -1 ? found.length : at, 0, { item, order, km });
      found.length = Math.min(found.length, count);
    };
    const start = firstNorthOf(from.lat, placed);
    for (let i = start; i < placed.length && !isTooFar(placed[i]!.position); i += 1) offer(placed[i]!);
    for (let i = start - 1; i >= 0 && !isTooFar(placed[i]!.position); i -= 1) offer(placed[i]!);
    return found.map(({ item, km }) => ({ item, km }));
  };
}

/** Where in a list sorted by latitude those at or north of `lat` begin. */
function firstNorthOf(lat: number, placed: readonly { position: Position }[]): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.position.lat < lat) low = middle + 1;
    else high = middle;
  }
  return low;
}

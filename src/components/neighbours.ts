/** The nearest offices that do the same: what a person tries next when one has no room. */
import { distanceKm } from '../geo/distance.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import { siteIndex } from './site-index.ts';

export interface Neighbour {
  facility: PublicFacility;
  km: number;
}

/** Up to five of a type, nearest first, as the crow flies. Records without a position have and are none. */
export function neighbours(facility: PublicFacility, type: string, dataset: PublicDataset): Neighbour[] {
  const { position } = facility;
  if (!position) return [];
  const others = (siteIndex(dataset).byType.get(type) ?? []).filter(({ id }) => id !== facility.id);
  return others
    .flatMap(other => (other.position ? [{ facility: other, km: distanceKm(position, other.position) }] : []))
    .sort((a, b) => a.km - b.km)
    .slice(0, 5);
}

/** The nearest offices that do the same: what a person tries next when one has no room. */
import { nearestAmong } from '../geo/nearest.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import { siteIndex } from './site-index.ts';

export interface Neighbour {
  facility: PublicFacility;
  km: number;
}

type Finder = ReturnType<typeof nearestAmong<PublicFacility>>;

const finders = new WeakMap<readonly PublicFacility[], Finder>();

/** Up to five of a type, nearest first, as the crow flies. Records without a position have and are none. */
export function neighbours(facility: PublicFacility, type: string, dataset: PublicDataset): Neighbour[] {
  const { position } = facility;
  const ofType = siteIndex(dataset).byType.get(type);
  if (!position || !ofType) return [];
  const find = finders.get(ofType) ?? nearestAmong(ofType);
  finders.set(ofType, find);
  return find(position, 6)
    .filter(({ item }) => item.id !== facility.id)
    .slice(0, 5)
    .map(({ item, km }) => ({ facility: item, km }));
}

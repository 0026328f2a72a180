/** A part of the published data that is a file of its own. */
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';

/** The services of one type only: an office with two services is in two of these lists, with one of them each. */
export function partOfType(dataset: PublicDataset, type: string): PublicDataset {
  const facilities = dataset.facilities.flatMap(facility => {
    const services = facility.services.filter(service => service.type === type);
    return services.length === 0 ? [] : [{ ...facility, services }];
  });
  return { ...dataset, facilities };
}

/** Some of the records, whole and in the published order. */
export function partOf(dataset: PublicDataset, facilities: readonly PublicFacility[]): PublicDataset {
  return { ...dataset, facilities };
}

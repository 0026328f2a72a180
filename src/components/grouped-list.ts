import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility, PublicService } from '../model/facility.ts';
import { ja } from '../text/ja.ts';
import { append } from './group-by.ts';
import { typeLabel } from './site-index.ts';

export interface ListGroup {
  /** For links within the page. */
  id: string;
  label: string;
  facilities: readonly PublicFacility[];
}

/** A list by municipality, in the order of their codes; records whose municipality is unknown come last. */
export function byMunicipality(facilities: readonly PublicFacility[]): ListGroup[] {
  const groups = new Map<string, PublicFacility[]>();
  for (const facility of facilities) {
    const { municipality, municipalityCode } = facility.address;
    const key = municipality === null ? '' : `${municipalityCode ?? '999999'} ${municipality}`;
    append(groups, key, facility);
  }
  const keys = [...groups.keys()].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  return keys.map((key, i) => ({
    id: `place-${i + 1}`,
    label: key.slice(7) || ja.list.otherPlace,
    facilities: groups.get(key)!,
  }));
}

/** A record and those of its services the list is about. */
export interface ListedServices {
  facility: PublicFacility;
  services: readonly PublicService[];
}

/** A list by type, in the vocabulary's order. A record with two services stands under both. */
export function byType(listed: readonly ListedServices[], { vocabulary }: PublicDataset): ListGroup[] {
  const groups = new Map<string, PublicFacility[]>();
  for (const { facility, services } of listed)
    for (const id of new Set(services.map(service => service.type))) append(groups, id, facility);
  return [...vocabulary.types.values()].flatMap(type => {
    const here = groups.get(type.id);
    return here ? [{ id: type.id, label: typeLabel(type), facilities: here }] : [];
  });
}

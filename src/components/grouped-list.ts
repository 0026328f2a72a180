import type { Area, PublicDataset } from '../model/dataset.ts';
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

/** A list by municipality, in the order of the areas, then by code; records whose municipality is unknown come last. */
export function byMunicipality(
  facilities: readonly PublicFacility[],
  dataset: Pick<PublicDataset, 'areas'>,
): ListGroup[] {
  const known = dataset.areas.filter(({ kind }) => kind === 'municipality');
  const groups = new Map<string, { rank: string; label: string; facilities: PublicFacility[] }>();
  for (const facility of facilities) {
    const { key, rank, label } = municipalityOf(facility, known);
    if (!groups.has(key)) groups.set(key, { rank, label, facilities: [] });
    groups.get(key)!.facilities.push(facility);
  }
  const ordered = [...groups.values()].sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return ordered.map(({ label, facilities: here }, i) => ({ id: `place-${i + 1}`, label, facilities: here }));
}

/** The area it lies in tells, so that a town whose code only some rows state stays one; else what the address says. */
function municipalityOf(facility: PublicFacility, known: readonly Area[]) {
  const { municipality, municipalityCode } = facility.address;
  const lying = known.filter(({ id }) => facility.areas.includes(id));
  const area =
    lying.find(({ name }) => name === municipality) ?? (municipality === null ? lying[0] : undefined);
  if (area)
    return { key: area.id, rank: `0 ${String(known.indexOf(area)).padStart(6, '0')}`, label: area.name };
  if (municipality === null) return { key: '', rank: '2', label: ja.list.otherPlace };
  return {
    key: municipality,
    rank: `1 ${municipalityCode ?? '999999'} ${municipality}`,
    label: municipality,
  };
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

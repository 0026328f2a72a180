/** Lists by area and type: of every municipality, and of smaller areas too tall for one page of a phone. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import type { AreaCount } from './directory.ts';
import { append } from './group-by.ts';
import { siteIndex } from './site-index.ts';

/** About 200 KB of HTML. */
const longList = 300;

export function isLong(facilities: readonly PublicFacility[]): boolean {
  return isLongCount(facilities.length);
}

export function isLongCount(count: number): boolean {
  return count > longList;
}

/** More than some 12 screens of a phone. */
const tallList = 30;

/** Whether an area's page leads to its lists by type instead of showing them all. */
export function isTall(facilities: readonly PublicFacility[]): boolean {
  return isTallCount(facilities.length);
}

export function isTallCount(count: number): boolean {
  return count > tallList;
}

export interface AreaTypePage {
  area: Area;
  type: FacilityType;
  facilities: readonly PublicFacility[];
}

const pages = new WeakMap<PublicDataset, AreaTypePage[]>();

/** The lists of one type in one area; those of a municipality are what its long lists are cut into. */
export function areaTypePages(dataset: PublicDataset): AreaTypePage[] {
  const known = pages.get(dataset);
  if (known) return known;
  const { areas, byArea, byType } = siteIndex(dataset);
  const made = [...areas.values()].flatMap(area => {
    const here = byArea.get(area.id) ?? [];
    const ofType = new Map<string, PublicFacility[]>();
    for (const facility of here)
      for (const id of new Set(facility.services.map(service => service.type)))
        if (area.kind === 'municipality' || isTall(here)) append(ofType, id, facility);
    return [...byType.keys()].flatMap(id => {
      const facilities = ofType.get(id);
      return facilities ? [{ area, type: dataset.vocabulary.types.get(id)!, facilities }] : [];
    });
  });
  pages.set(dataset, made);
  return made;
}

/** Null when the list of a type is short enough, or would not become shorter. */
export function splitByMunicipality(
  type: string,
  dataset: PublicDataset,
): { areas: AreaCount[]; elsewhere: PublicFacility[] } | null {
  const { byType } = siteIndex(dataset);
  const all = byType.get(type) ?? [];
  if (!isLong(all)) return null;
  const lists = areaTypePages(dataset).filter(
    page => page.area.kind === 'municipality' && page.type.id === type,
  );
  if (lists.length === 0) return null;
  const listed = new Set(lists.flatMap(({ facilities }) => facilities));
  return {
    areas: lists.map(({ area, facilities }) => ({ area, count: facilities.length })),
    elsewhere: all.filter(facility => !listed.has(facility)),
  };
}

/** Which areas have a page, and what it lists. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import { comersTo } from './comers.ts';
import { siteIndex } from './site-index.ts';

export interface AreaPage {
  area: Area;
  /** What lies in it; nothing, where somebody only comes to it. */
  facilities: readonly PublicFacility[];
}

const pages = new WeakMap<PublicDataset, AreaPage[]>();

/**
 * The areas something lies in, and the municipalities and 生活圏域 somebody comes to. A 町・丁目 without an office has
 * none: a region may have thousands of them, and each would repeat the page of its 圏域.
 */
export function areaPages(dataset: PublicDataset): AreaPage[] {
  const known = pages.get(dataset);
  if (known) return known;
  const { areas, byArea } = siteIndex(dataset);
  const made = [...areas.values()].flatMap(area => {
    const facilities = byArea.get(area.id) ?? [];
    const isReached = () => area.kind !== 'town' && comersTo(area, dataset).groups.length > 0;
    return facilities.length > 0 || isReached() ? [{ area, facilities }] : [];
  });
  pages.set(dataset, made);
  return made;
}

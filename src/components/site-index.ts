/** What the pages of one build share: lists by type and area, made once per dataset. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import type { Site } from '../model/site.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { ja } from '../text/ja.ts';
import { append } from './group-by.ts';

export interface SiteIndex {
  /** Types the data has, in the vocabulary's order; each record once per type, in the dataset's order. */
  byType: ReadonlyMap<string, readonly PublicFacility[]>;
  byArea: ReadonlyMap<string, readonly PublicFacility[]>;
  areas: ReadonlyMap<string, Area>;
  /** Records that lie in no known area. */
  withoutArea: readonly PublicFacility[];
  /** Types a resident would expect here and the data does not have. */
  missingTypes: readonly FacilityType[];
  /** Records confirmed within `site.staleAfterMonths` of `asOf`; null when nothing says a date. */
  confirmedLately: number | null;
}

/** Types named on the home page when the data has none, unless `site.yaml` names others. */
export const expectedByDefault: readonly string[] = [
  'hospital',
  'clinic',
  'dental-clinic',
  'pharmacy',
  'visiting-nursing',
  'care-management',
  'community-support-center',
  'home-care',
  'home-bathing',
  'day-service',
  'short-stay-care',
];

const indexes = new WeakMap<PublicDataset, SiteIndex>();

export function siteIndex(dataset: PublicDataset): SiteIndex {
  const known = indexes.get(dataset);
  if (known) return known;
  const made = makeIndex(dataset);
  indexes.set(dataset, made);
  return made;
}

function makeIndex(dataset: PublicDataset): SiteIndex {
  const { site, vocabulary, facilities } = dataset;
  const byType = groupBy(facilities, facility => facility.services.map(service => service.type));
  const ordered = [...vocabulary.types.keys()].filter(id => byType.has(id));
  const areas = new Map(dataset.areas.map(area => [area.id, area]));
  const expected = site.expectedTypes ?? expectedByDefault;
  return {
    byType: new Map(ordered.map(id => [id, byType.get(id)!])),
    byArea: groupBy(facilities, facility => facility.areas),
    areas,
    withoutArea: facilities.filter(facility => !facility.areas.some(id => areas.has(id))),
    missingTypes: expected.flatMap(id => (byType.has(id) ? [] : (vocabulary.types.get(id) ?? []))),
    confirmedLately: countConfirmedLately(dataset),
  };
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of new Set(keysOf(item))) append(groups, key, item);
  return groups;
}

function countConfirmedLately({ asOf, facilities, site }: PublicDataset): number | null {
  if (asOf === null || facilities.every(facility => facility.confirmed === null)) return null;
  const since = monthsBefore(asOf, site.staleAfterMonths);
  return facilities.filter(facility => facility.confirmed !== null && facility.confirmed.on >= since).length;
}

/** `2026-05-01`, 12 → `2025-05`: text that sorts before every later day or month. */
function monthsBefore(day: string, months: number): string {
  const [year = '0', month = '01'] = day.split('-');
  const total = Number(year) * 12 + Number(month) - 1 - months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

export function siteTitle(site: Site): string {
  return site.title ?? ja.site.title(site.name);
}

/** The word a resident reads for a type. */
export function typeLabel(type: FacilityType): string {
  return type.short ?? type.label;
}

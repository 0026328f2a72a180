/** What the pages of one build share: lists by type and area, made once per dataset. */
import { monthsBefore } from '../calendar/months.ts';
import { townsInOne } from '../geo/towns-in-one.ts';
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
  /** Areas as a resident knows them: the pieces of one town are one area, under the id of the first. */
  areas: ReadonlyMap<string, Area>;
  /** The area of any id, of a piece too. */
  areaOf: ReadonlyMap<string, Area>;
  /** All ids of an area of `areas`. */
  pieces: ReadonlyMap<string, readonly string[]>;
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
  const areaOf = townsInOne(dataset.areas);
  const areas = new Map([...areaOf].filter(([id, area]) => id === area.id));
  const pieces = groupBy([...areaOf.keys()], id => [areaOf.get(id)!.id]);
  const expected = site.expectedTypes ?? expectedByDefault;
  return {
    byType: new Map(ordered.map(id => [id, byType.get(id)!])),
    byArea: groupBy(facilities, facility => facility.areas.map(id => areaOf.get(id)?.id ?? id)),
    areas,
    areaOf,
    pieces,
    withoutArea: facilities.filter(facility => !facility.areas.some(id => areaOf.has(id))),
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

export function siteTitle(site: Site): string {
  return site.title ?? ja.site.title(site.name);
}

/** The word a resident reads for a type. */
export function typeLabel(type: FacilityType): string {
  return type.short ?? type.label;
}

/** 相談窓口: the region's own desks and the offices one may simply call, residents' first. */
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility, ServiceArea } from '../model/facility.ts';
import type { Desk } from '../model/site.ts';
import { ja } from '../text/ja.ts';
import { append } from './group-by.ts';
import type { ListGroup } from './grouped-list.ts';
import { siteIndex, typeLabel } from './site-index.ts';

/** Types whose work is to be asked by anyone. A care manager is chosen, not asked: no desk. */
const residentTypes = [
  'community-support-center',
  'health-center',
  'welfare-office',
  'core-consultation-center',
  'disability-consultation',
  'medical-care-child-center',
] as const;

/** 在宅医療・介護連携推進事業（ウ）: 地域の医療・介護関係者からの相談を受ける窓口 (介護保険法施行規則140条の62の8). */
const professionalTypes = ['coordination-hub'] as const;

export interface DeskSection {
  audience: 'residents' | 'professionals';
  own: readonly Desk[];
  groups: ListGroup[];
}

/** Sections that hold something. A desk for both stands with the residents'. */
export function deskSections(dataset: PublicDataset): DeskSection[] {
  const { desks } = dataset.site;
  const sections: DeskSection[] = [
    {
      audience: 'residents',
      own: desks.filter(desk => desk.for !== 'professionals'),
      groups: deskGroups(residentTypes, dataset),
    },
    {
      audience: 'professionals',
      own: desks.filter(desk => desk.for === 'professionals'),
      groups: deskGroups(professionalTypes, dataset),
    },
  ];
  return sections.filter(({ own, groups }) => own.length > 0 || groups.length > 0);
}

function deskGroups(types: readonly string[], dataset: PublicDataset): ListGroup[] {
  const { byType } = siteIndex(dataset);
  return types.flatMap(id => {
    const type = dataset.vocabulary.types.get(id);
    const facilities = byType.get(id);
    return type && facilities ? [{ id, label: typeLabel(type), facilities }] : [];
  });
}

export interface DeskOfArea {
  area: string;
  facilities: readonly PublicFacility[];
}

/** 地域包括 by 担当地域: areas in the region's order, then towns as written; and those that state none. */
export function desksByArea(dataset: PublicDataset): { areas: DeskOfArea[]; without: PublicFacility[] } {
  const [type] = residentTypes;
  const centers = siteIndex(dataset).byType.get(type) ?? [];
  const nameOf = new Map(dataset.areas.map(({ id, name }) => [id, name]));
  const places = new Map<string, PublicFacility[]>();
  const without: PublicFacility[] = [];
  for (const facility of centers) {
    const served = facility.services.flatMap(each =>
      each.type === type && each.serviceArea ? each.serviceArea : [],
    );
    if (!served.some(isStated)) without.push(facility);
    for (const name of new Set(served.flatMap(area => servedNames(area, nameOf))))
      append(places, name, facility);
  }
  const order = new Map(dataset.areas.map(({ name }, i) => [name, i] as const).reverse());
  const rank = (name: string) => order.get(name) ?? order.size + dataset.areas.length;
  const areas = [...places].map(([area, facilities]) => ({ area, facilities }));
  return { areas: areas.sort((a, b) => rank(a.area) - rank(b.area)), without };
}

/** 全域, areas by name, then towns. */
function servedNames(
  { everywhere, areas, towns }: ServiceArea,
  nameOf: ReadonlyMap<string, string>,
): string[] {
  return [
    ...(everywhere ? [ja.facility.everywhere] : []),
    ...areas.map(id => nameOf.get(id) ?? id),
    ...towns,
  ];
}

function isStated({ everywhere, areas, towns, radiusKm, remark }: ServiceArea): boolean {
  return everywhere || areas.length > 0 || towns.length > 0 || radiusKm !== null || remark !== null;
}

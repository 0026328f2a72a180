/** Lists of links to the lists: types by heading, areas by kind, desks to call. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { PublicFacility, PublicService } from '../model/facility.ts';
import type { Capability, FacilityType, Relation, Vocabulary } from '../model/vocabulary.ts';
import { ja } from '../text/ja.ts';
import { areaPages } from './area-pages.ts';
import { shortLabel } from './list-columns.ts';
import { siteIndex, typeLabel } from './site-index.ts';

export type TypeGroup = FacilityType['group'];

export interface TypeCount {
  type: FacilityType;
  count: number;
}

/** Types the data has, under the headings of the vocabulary. */
export function typesByGroup(
  dataset: PublicDataset,
): { group: TypeGroup; label: string; types: TypeCount[] }[] {
  const { byType } = siteIndex(dataset);
  const types = [...byType].map(([id, list]) => ({
    type: dataset.vocabulary.types.get(id)!,
    count: list.length,
  }));
  return (Object.keys(ja.types.groups) as TypeGroup[]).flatMap(group => {
    const here = types.filter(({ type }) => type.group === group);
    return here.length === 0 ? [] : [{ group, label: ja.types.groups[group], types: here }];
  });
}

/** 訪問入浴・薬局 */
export function missingTypeWords(dataset: PublicDataset): string {
  return siteIndex(dataset).missingTypes.map(typeLabel).join('・');
}

export interface AreaCount {
  area: Area;
  count: number;
}

/** Names that a list has twice say where they are: みほ野市 本町. */
function toldApart(counted: readonly AreaCount[], areas: ReadonlyMap<string, Area>): AreaCount[] {
  const times = (name: string) => counted.filter(({ area }) => area.name === name).length;
  return counted.map(({ area, count }) => {
    const parent = times(area.name) > 1 ? areas.get(area.parent ?? '') : undefined;
    return { area: parent ? { ...area, name: `${parent.name} ${area.name}` } : area, count };
  });
}

const kinds: readonly Area['kind'][] = ['municipality', 'sphere', 'town'];

/** Areas that have a page, widest kind first, each kind in the region's order. */
export function areasByKind(dataset: PublicDataset): { kind: Area['kind']; areas: AreaCount[] }[] {
  const { areas } = siteIndex(dataset);
  return kinds.flatMap(kind => {
    const here = areaPages(dataset).filter(({ area }) => area.kind === kind);
    const counted = here.map(({ area, facilities }) => ({ area, count: facilities.length }));
    return counted.length === 0 ? [] : [{ kind, areas: toldApart(counted, areas) }];
  });
}

/** The kind the home page offers: the widest that leaves a choice, unless that would be a list of hundreds. */
export function homeAreas(dataset: PublicDataset): { kind: Area['kind']; areas: AreaCount[] } | undefined {
  const all = areasByKind(dataset);
  return all.find(({ areas }) => areas.length > 1 && areas.length <= 60) ?? all[0];
}

/** Where a resident may simply ask. */
export function consultationDesks(dataset: PublicDataset): readonly PublicFacility[] {
  const { byType } = siteIndex(dataset);
  return [...new Set(deskTypes.flatMap(id => byType.get(id) ?? []))];
}

/** Whether a page can send a resident to a number that stands on it. */
export function hasDeskPhone(dataset: PublicDataset): boolean {
  const hasPhone = (facility: PublicFacility) => facility.services.some(({ phones }) => phones.length > 0);
  return (
    Boolean(dataset.site.contact?.phone) ||
    dataset.site.desks.some(desk => desk.for !== 'professionals' && desk.phone) ||
    consultationDesks(dataset).slice(0, shownDesks).some(hasPhone)
  );
}

/** How many desks a page names before it leads to their list. */
export const shownDesks = 6;

export const deskTypes = ['community-support-center', 'coordination-hub'] as const;

/** An example that finds something in this region: what one of its offices is, can do and comes to. */
export function searchExample(dataset: PublicDataset): string {
  const { byType, byArea, areas, areaOf } = siteIndex(dataset);
  const { types, capabilities } = dataset.vocabulary;
  const known = [...types.values()].filter(type => byType.has(type.id));
  const nursing = known.filter(({ id }) => id === 'visiting-nursing');
  const visiting = [...nursing, ...known.filter(({ mode }) => mode === 'visits')];
  for (const type of new Set(visiting)) {
    const offices = (byType.get(type.id) ?? []).flatMap(facility =>
      facility.services.filter(service => service.type === type.id).map(service => ({ facility, service })),
    );
    for (const capability of wantedFirst(offices, type, capabilities))
      for (const { facility, service } of offices) {
        const place = facility.areas.findLast(id => service.serviceArea?.areas.includes(id));
        if (place !== undefined && offers(service, capability, type.relation))
          return ja.home.searchExample([
            typeLabel(type),
            spokenWord(capability),
            areaOf.get(place)?.name ?? '',
          ]);
      }
  }
  const [type = null] = [...visiting, ...known];
  const isOfType = (facility: PublicFacility) => facility.services.some(service => service.type === type?.id);
  const [place = ''] = [...byArea].find(([id, here]) => areas.has(id) && here.some(isOfType)) ?? [];
  return ja.home.searchExample([
    type ? typeLabel(type) : ja.types.groups.medical,
    ...[areas.get(place)?.name ?? []].flat(),
  ]);
}

/** Capabilities that everyone is shown: those the lists of the type have a column for, then by how many offer them. */
function wantedFirst(
  offices: readonly { service: PublicService }[],
  { columns = [], relation }: FacilityType,
  capabilities: Vocabulary['capabilities'],
): Capability[] {
  const wanted = columns.flatMap(id => capabilities.get(id) ?? []);
  const count = (capability: Capability) =>
    offices.filter(({ service }) => offers(service, capability, relation)).length;
  const others = [...capabilities.values()]
    .filter(capability => capability.prominence === 'everyone' && !wanted.includes(capability))
    .map(capability => ({ capability, count: count(capability) }))
    .sort((a, b) => b.count - a.count);
  return [...wanted, ...others.map(({ capability }) => capability)];
}

function offers({ capabilities }: PublicService, { id }: Capability, relation: Relation): boolean {
  return capabilities.some(
    answer => answer.id === id && answer.value === 'yes' && answer.relation === relation,
  );
}

/** 24時間対応（利用者・登録者） as people type it: 24時間. */
function spokenWord({ label, aliases }: Capability): string {
  const words = [shortLabel(label), ...aliases].filter(word => /\p{Script=Han}|\p{Script=Kana}/u.test(word));
  return words.toSorted((a, b) => a.length - b.length)[0] ?? label;
}

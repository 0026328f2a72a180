/** Who comes to an area, by type: what each visiting service states, judged as the search judges it. */
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { PublicFacility, PublicService } from '../model/facility.ts';
import type { FacilityType } from '../model/vocabulary.ts';
import { comesToPeople, coverageOf } from '../search/coverage.ts';
import { searchDataOf } from '../search/data.ts';
import { buildIndex, type SearchIndex } from '../search/index.ts';
import { serviceAreaText } from './facility-view.ts';

export interface ComerGroup {
  type: FacilityType;
  /** They say that they come to the whole area, without a condition. */
  sure: PublicFacility[];
  /** To a part of it, or under a condition that they state in words. */
  ask: PublicFacility[];
  /** Where each of both says that it comes to. */
  stated: Map<PublicFacility, string[]>;
}

export interface Comers {
  /** In the vocabulary's order. Offices keep the order of the dataset. */
  groups: ComerGroup[];
  /** Offices that come to people and say nothing of where. */
  unstated: number;
}

const indexes = new WeakMap<PublicDataset, SearchIndex>();

function indexOf(dataset: PublicDataset): SearchIndex {
  const index = indexes.get(dataset) ?? buildIndex(searchDataOf(dataset));
  indexes.set(dataset, index);
  return index;
}

/** 送迎 is no visit: who only fetches people is not among them. */
export function comersTo(area: Area, dataset: PublicDataset): Comers {
  const index = indexOf(dataset);
  const coverage = coverageOf(index, { kind: 'area', id: area.id }, null);
  const groups = new Map<string, ComerGroup>();
  const unstated = new Set<PublicFacility>();
  const areas = new Map(dataset.areas.map(each => [each.id, each]));
  for (const { n, facility, service } of servicesOf(dataset)) {
    const cover = coverage?.of(n);
    if (cover?.by !== 'visit' || !comesToPeople(index, index.services[n]!)) continue;
    if (cover.why === 'unstated' || cover.why === 'ceiling') unstated.add(facility);
    else if (cover.state === 'covered') note(groupOf(service, groups, dataset), 'sure', facility);
    else if (cover.state === 'ask') note(groupOf(service, groups, dataset), 'ask', facility);
    else continue;
    if (service.serviceArea) groups.get(service.type)?.stated.set(facility, statedOf(service, areas));
  }
  const inOrder = [...dataset.vocabulary.types.keys()].flatMap(id => groups.get(id) ?? []);
  return { groups: inOrder, unstated: unstated.size };
}

/** As the index numbers them. */
function servicesOf({ facilities }: PublicDataset) {
  const all = facilities.flatMap(facility => facility.services.map(service => ({ facility, service })));
  return all.map((each, n) => ({ ...each, n }));
}

function groupOf(
  { type }: PublicService,
  groups: Map<string, ComerGroup>,
  dataset: PublicDataset,
): ComerGroup {
  const group = groups.get(type) ?? {
    type: dataset.vocabulary.types.get(type)!,
    sure: [],
    ask: [],
    stated: new Map(),
  };
  groups.set(type, group);
  return group;
}

/** Of two services of one type the surer one counts. */
function note(group: ComerGroup, state: 'sure' | 'ask', facility: PublicFacility): void {
  if (group.sure.includes(facility)) return;
  if (state === 'sure') group.ask = group.ask.filter(each => each !== facility);
  if (!group[state].includes(facility)) group[state].push(facility);
}

function statedOf({ serviceArea }: PublicService, areas: ReadonlyMap<string, Area>): string[] {
  const said = serviceArea ? [serviceAreaText(serviceArea, areas), serviceArea.remark ?? ''] : [];
  return said.filter(line => line !== '');
}

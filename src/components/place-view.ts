/** The drawings of a facility's page, with what they show in words. */
import { aroundMap, type Outlines, outlinesOf, type PlaceMap, serviceMap } from '../geo/place-map.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility, PublicService, ServiceArea } from '../model/facility.ts';
import { placeMapText as text } from '../text/place-map.ts';
import { serviceAreaText } from './facility-view.ts';
import { type SiteIndex, siteIndex } from './site-index.ts';

export interface DrawnArea {
  kind: 'served' | 'transfer';
  map: PlaceMap;
  words: string;
  remark: string | null;
  alt: string;
}

export interface PlaceView {
  /** What is drawn of each service, in their order; an area already drawn further up is left to words. */
  services: DrawnArea[][];
  /** For print, where nothing else is drawn: the areas around the place. */
  around: { map: PlaceMap; alt: string } | null;
}

const known = new WeakMap<PublicDataset, Outlines>();

function outlines(dataset: PublicDataset): Outlines {
  const found = known.get(dataset) ?? outlinesOf(dataset.areas);
  known.set(dataset, found);
  return found;
}

export function placeView(facility: PublicFacility, dataset: PublicDataset): PlaceView {
  const index = siteIndex(dataset);
  const shapes = outlines(dataset);
  const drawn = new Set<string>();
  const draw = (service: PublicService, kind: DrawnArea['kind']): DrawnArea[] => {
    const area = kind === 'served' ? service.serviceArea : service.transferArea;
    const map = area && serviceMap(withPieces(area, index), facility.position, shapes);
    if (!map || drawn.has(JSON.stringify(map))) return [];
    drawn.add(JSON.stringify(map));
    const words = serviceAreaText(area, index.areaOf);
    return [{ kind, map, words, remark: area.remark, alt: text.servedAlt(text[kind], words) }];
  };
  const services = facility.services.map(service => [
    ...draw(service, 'served'),
    ...draw(service, 'transfer'),
  ]);
  const map = drawn.size === 0 && facility.position ? aroundMap(facility.position, shapes) : null;
  const names = map?.names.map(name => name.text).join('、') ?? '';
  return { services, around: map && names !== '' ? { map, alt: text.aroundAlt(names) } : null };
}

/** A town that the border file draws in several pieces is served whole. */
function withPieces(area: ServiceArea, { areaOf, pieces }: SiteIndex): ServiceArea {
  const ids = area.areas.flatMap(id => pieces.get(areaOf.get(id)?.id ?? id) ?? [id]);
  return { ...area, areas: ids };
}

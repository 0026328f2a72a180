/** The lists that other sites may show in a frame. */
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import { embedText as text } from '../text/downloads.ts';
import { ja } from '../text/ja.ts';
import { areaDataLists, typeDataLists } from './data-lists.ts';
import { consultationDesks } from './directory.ts';

export interface EmbedList {
  /** `/embed/type/clinic/` */
  path: string;
  title: string;
  /** Of the page that shows the same list. */
  full: string;
  /** Set where all records are of one type: its own number comes first. */
  type?: string;
  facilities: readonly PublicFacility[];
}

export function typeEmbeds(dataset: PublicDataset): (EmbedList & { id: string })[] {
  return typeDataLists(dataset).map(({ id, label, path, part }) => ({
    ...{ id, path: `/embed/type/${id}/`, full: path, type: id },
    title: text.type(label, dataset.site.name),
    facilities: part.facilities,
  }));
}

export function areaEmbeds(dataset: PublicDataset): (EmbedList & { id: string })[] {
  return areaDataLists(dataset).map(({ id, label, path, part }) => ({
    ...{ id, path: `/embed/area/${id}/`, full: path },
    title: ja.areas.pageTitle(label),
    facilities: part.facilities,
  }));
}

/** Null where the region has no desk. */
export function deskEmbed(dataset: PublicDataset): EmbedList | null {
  const facilities = consultationDesks(dataset);
  if (facilities.length === 0) return null;
  return { path: '/embed/desk/', full: '/desk/', title: text.deskTitle(dataset.site.name), facilities };
}

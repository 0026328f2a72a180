/** Which parts of the data are files of their own. */
import { partOf, partOfType } from '../export/part.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { siteIndex, typeLabel } from './site-index.ts';

export interface DataList {
  id: string;
  label: string;
  /** Of the page that shows the same list. */
  path: string;
  /** The region with the records of this list only. */
  part: PublicDataset;
}

/** One for each type the data has, in the vocabulary's order. */
export function typeDataLists(dataset: PublicDataset): DataList[] {
  return [...siteIndex(dataset).byType.keys()].map(id => ({
    id,
    label: typeLabel(dataset.vocabulary.types.get(id)!),
    path: `/type/${id}/`,
    part: partOfType(dataset, id),
  }));
}

/** One for each municipality and 生活圏域 that has records; 町丁 can be hundreds, and few records each. */
export function areaDataLists(dataset: PublicDataset): DataList[] {
  const { areas, byArea } = siteIndex(dataset);
  return [...areas.values()].flatMap(({ id, name, kind }) => {
    const facilities = byArea.get(id);
    if (!facilities || kind === 'town') return [];
    return [{ id, label: name, path: `/area/${id}/`, part: partOf(dataset, facilities) }];
  });
}

/** Every file below `/data/`, for those who ask what there is. */

import type { DescribedFile } from '../export/data-package.ts';
import { type StandardFile, standardFiles } from '../export/municipal.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { downloadsText as text } from '../text/downloads.ts';
import { ja } from '../text/ja.ts';
import { areaDataLists, type DataList, typeDataLists } from './data-lists.ts';

const csv = 'text/csv';
const geojson = 'application/geo+json';

/** In the order of the downloads page. */
export function dataFiles(dataset: PublicDataset): DescribedFile[] {
  return [
    { path: 'facilities.csv', title: ja.downloads.csv, mediaType: csv },
    { path: 'facilities.geojson', title: ja.downloads.geojson, mediaType: geojson },
    { path: 'facilities.json', title: ja.downloads.json, mediaType: 'application/json' },
    ...typeDataLists(dataset).flatMap(list => filesOf('type', list)),
    ...areaDataLists(dataset).flatMap(list => filesOf('area', list)),
    ...standardFiles(dataset).map(file => ({
      path: `standard/${file.name}`,
      title: standardTitle(file),
      mediaType: csv,
    })),
  ];
}

function filesOf(folder: string, { id, label }: DataList): DescribedFile[] {
  return [
    { path: `${folder}/${id}.csv`, title: `${label} ${text.csv}`, mediaType: csv },
    { path: `${folder}/${id}.geojson`, title: `${label} ${text.geojson}`, mediaType: geojson },
  ];
}

function standardTitle({ municipality, list, generation }: StandardFile): string {
  return `${text.ofMunicipality(municipality)} ${text.standardLists[list]}（${text.generations[generation]}）`;
}

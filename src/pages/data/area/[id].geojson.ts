import type { APIContext } from 'astro';
import { areaDataLists, type DataList } from '../../../components/data-lists.ts';
import { currentDataset } from '../../../dataset/current.ts';
import { facilitiesToGeoJson } from '../../../export/geojson.ts';

export function getStaticPaths() {
  return areaDataLists(currentDataset()).map(list => ({ params: { id: list.id }, props: list }));
}

export function GET({ props }: APIContext<DataList>): Response {
  return new Response(JSON.stringify(facilitiesToGeoJson(props.part)), {
    headers: { 'content-type': 'application/geo+json' },
  });
}

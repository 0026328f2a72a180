import type { APIContext } from 'astro';
import { areaDataLists, type DataList } from '../../../components/data-lists.ts';
import { currentDataset } from '../../../dataset/current.ts';
import { facilitiesToCsv } from '../../../export/csv.ts';

export function getStaticPaths() {
  return areaDataLists(currentDataset()).map(list => ({ params: { id: list.id }, props: list }));
}

export function GET({ props }: APIContext<DataList>): Response {
  return new Response(facilitiesToCsv(props.part), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}

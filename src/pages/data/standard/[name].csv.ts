import type { APIContext } from 'astro';
import { currentDataset } from '../../../dataset/current.ts';
import { type StandardFile, standardCsv, standardFiles } from '../../../export/municipal.ts';

export function getStaticPaths() {
  return standardFiles(currentDataset()).map(file => ({
    params: { name: file.name.replace(/\.csv$/, '') },
    props: file,
  }));
}

export function GET({ props: { list, generation, part } }: APIContext<StandardFile>): Response {
  return new Response(standardCsv(list, generation, part), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentDataset } from '../../dataset/current.ts';
import { type PublishedFile, packed, searchFiles } from '../../search/published.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const files = await searchFiles(currentDataset());
  return files.map(file => ({ params: { file: file.name }, props: { file } }));
};

export const GET: APIRoute<{ file: PublishedFile }> = ({ props }) =>
  new Response(packed(props.file), { headers: { 'content-type': 'application/gzip' } });

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentDataset } from '../../dataset/current.ts';
import { searchFiles } from '../../search/published.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const files = await searchFiles(currentDataset());
  return files.map(({ name, text }) => ({ params: { file: name }, props: { text } }));
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });

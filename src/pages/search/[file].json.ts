import type { APIRoute, GetStaticPaths } from 'astro';
import { currentDataset } from '../../dataset/current.ts';
import { publishedSearch } from '../../search/published.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { payload, areas } = await publishedSearch(currentDataset());
  return [payload, areas].flatMap(file =>
    file ? [{ params: { file: file.name }, props: { text: file.text } }] : [],
  );
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });

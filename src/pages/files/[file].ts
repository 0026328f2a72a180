import type { APIContext } from 'astro';
import { currentDataset } from '../../dataset/current.ts';

/** The pictures and documents that the region's own pages name. */
export function getStaticPaths() {
  return [...currentDataset().files].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}

export function GET({ props }: APIContext): Response {
  return new Response(props.bytes);
}

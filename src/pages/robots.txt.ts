import type { APIContext } from 'astro';
import { href } from '../components/href.ts';

export function GET({ site }: APIContext): Response {
  const sitemap = site ? `Sitemap: ${new URL(href('/sitemap.xml'), site).href}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
}

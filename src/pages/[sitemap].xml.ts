import type { APIContext } from 'astro';
import { areaPages } from '../components/area-pages.ts';
import { articlePaths } from '../components/articles.ts';
import { canLists } from '../components/can-lists.ts';
import { editionsOf } from '../components/editions.ts';
import { href } from '../components/href.ts';
import { kanaRows } from '../components/kana-rows.ts';
import { areaTypePages, isLong } from '../components/long-lists.ts';
import { siteIndex } from '../components/site-index.ts';
import { currentDataset } from '../dataset/current.ts';

/**
 * The pages of the site. Lists for other sites' frames are not among them; no page has a `lastmod`, because nothing in
 * the data says when a page last changed. A sitemap holds whole addresses, so there is one only when the site's address is known.
 */
export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { sitemap: 'sitemap' } }] : [];
}

export function GET({ site }: APIContext): Response {
  const dataset = currentDataset();
  const { byType } = siteIndex(dataset);
  const paths = [
    '/',
    '/search/',
    '/type/',
    '/area/',
    '/about/',
    '/words/',
    '/downloads/',
    '/dictionary/',
    '/embed/',
    ...[...byType.keys()].map(id => `/type/${id}/`),
    ...areaPages(dataset).map(({ area }) => `/area/${area.id}/`),
    ...areaTypePages(dataset).map(({ area, type }) => `/area/${area.id}/${type.id}/`),
    ...(dataset.vocabulary.needs.length > 0 ? ['/need/'] : []),
    ...(dataset.vocabulary.scenes.length > 0 ? ['/scene/'] : []),
    ...dataset.vocabulary.needs.map(({ id }) => `/need/${id}/`),
    ...dataset.vocabulary.scenes.map(({ id }) => `/scene/${id}/`),
    '/can/',
    ...canLists(dataset).map(({ capability }) => `/can/${capability.id}/`),
    '/kana/',
    ...(isLong(dataset.facilities) ? kanaRows(dataset).map(({ id }) => `/kana/${id}/`) : []),
    '/desk/',
    ...articlePaths(dataset),
    ...(dataset.changes ? ['/changes/'] : []),
    ...dataset.facilities.map(({ id }) => `/f/${id}/`),
  ];
  const inAll = paths.flatMap(path => editionsOf(path).map(each => each.path));
  const urls = inAll.map(path => `<url><loc>${new URL(href(path), site).href}</loc></url>\n`).join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { builtDemo, type Demo, isEmbedded, mapReady, resultsOf, searchReady } from './demo.ts';
import { describeInBrowser, openPage, siteOrigin, withSite } from './harness.ts';

/** Addresses in the attributes of a page; of those an island gets, whatever stands in its props as well. */
function addressesIn(html: string): string[] {
  const plain = [...html.matchAll(/\s(?:href|src|action|component-url|renderer-url)="([^"]+)"/g)];
  const props = [...html.matchAll(/&quot;(\/[^&\s]*\.json)&quot;/g)];
  return [...plain, ...props].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}

describe.each(['/', '/map/'])('the site under %s', base => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo(base);
    site = await withSite(demo.folder, { base });
  });
  afterAll(() => site.close());

  /** Every address a page, style sheet or the sitemap names, and where. */
  const named = () => {
    const places = new Map<string, string>();
    const add = (from: string, address: string) => {
      const url = new URL(address, new URL(from, `${siteOrigin}${base}`));
      if (url.origin === siteOrigin && !places.has(url.href)) places.set(url.href, from);
    };
    for (const page of demo.pages)
      for (const address of addressesIn(demo.html(page)))
        if (!/^(?:tel|mailto|data):/.test(address)) add(page, address);
    for (const name of readdirSync(join(demo.folder, '_astro')).filter(file => file.endsWith('.css')))
      for (const [, address = ''] of readFileSync(join(demo.folder, '_astro', name), 'utf8').matchAll(
        /url\(["']?([^"')]+)/g,
      ))
        if (!address.startsWith('data:') && !address.startsWith('#')) add(`_astro/${name}`, address);
    for (const [, address = ''] of readFileSync(join(demo.folder, 'sitemap.xml'), 'utf8').matchAll(
      /<loc>([^<]+)<\/loc>/g,
    ))
      add('sitemap.xml', address);
    return places;
  };

  test('every address it names is answered, and every fragment is there', async () => {
    const broken: string[] = [];
    const answers = new Map<string, string | null>();
    for (const [address, from] of named()) {
      const { pathname, search, hash } = new URL(address);
      if (!answers.has(pathname)) {
        const response = await fetch(new URL(pathname + search, site.url), { redirect: 'manual' });
        answers.set(pathname, response.status === 200 ? await response.text() : null);
      }
      const text = answers.get(pathname) ?? null;
      if (text === null || !pathname.startsWith(base)) broken.push(`${from}: ${address}`);
      else if (hash && !text.includes(` id="${decodeURIComponent(hash.slice(1))}"`) && pathname.endsWith('/'))
        if (!pathname.endsWith('/search/')) broken.push(`${from}: ${address} (no such fragment)`);
    }
    expect(answers.size).toBeGreaterThan(demo.facilities.length + 40);
    expect(broken).toEqual([]);
  });

  test('every page and facility can be reached from home by links alone', () => {
    const reached = new Set(['']);
    for (const page of reached) {
      for (const [, address = ''] of demo.html(page).matchAll(/<a\b[^>]*?\shref="([^"#?]+)/g)) {
        const { origin, pathname } = new URL(address, new URL(page, `${siteOrigin}${base}`));
        const target = decodeURIComponent(pathname.slice(base.length));
        if (origin === siteOrigin && demo.pages.includes(target)) reached.add(target);
      }
    }
    expect(demo.pages.filter(page => !reached.has(page) && page !== '404.html')).toEqual([]);
  });

  test('the sitemap lists every page but the one for wrong addresses and those for frames of other sites', () => {
    const listed = readFileSync(join(demo.folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g);
    const paths = [...listed].map(([, address = '']) =>
      decodeURI(new URL(address).pathname).slice(base.length),
    );
    // Pages of closed records ask not to be listed.
    const isAsked = (page: string): boolean => !demo.html(page).includes('content="noindex"');
    const wanted = demo.pages.filter(page => page !== '404.html' && !isEmbedded(page) && isAsked(page));
    expect(paths.sort()).toEqual(wanted.sort());
  });
});

describeInBrowser('under a base path', () => {
  let site: Served;
  beforeAll(async () => {
    site = await withSite((await builtDemo('/map/')).folder, { base: '/map/' });
  });
  afterAll(() => site.close());

  test('searching from home, the map, a facility and back stay under it', async () => {
    const page = await openPage(site, '');
    await page.getByRole('searchbox').fill('ステーションはな');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/map\/search\/\?q=/);
    await searchReady(page);
    await page.getByRole('button', { name: /番 ステーションはな/ }).waitFor();
    await resultsOf(page).links.first().click();
    await page.waitForURL(/\/map\/f\/mihono-201\/$/);
    await page.goBack();
    await searchReady(page);
    await page.getByRole('searchbox').fill('');
    await mapReady(page);
  });
});

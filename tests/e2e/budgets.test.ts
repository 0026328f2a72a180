import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { searchTexts } from '../../src/text/search.ts';
import { builtDemo, type Demo, mapReady, searchReady } from './demo.ts';
import { describeInBrowser, openPage, pageLog, printToPdf, withSite } from './harness.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await builtDemo();
});

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

describe('facility pages', () => {
  const facilityPages = () => demo.pages.filter(page => page.startsWith('f/'));

  test('are at most 14 KB each, compressed', () => {
    const sizes = facilityPages().map(page => [page, gzipSync(demo.html(page)).length] as const);
    const [page, largest] = sizes.reduce((a, b) => (b[1] > a[1] ? b : a));
    console.log(`largest facility page: ${page} ${kilobytes(largest)} KB gzip`);
    expect(largest).toBeLessThanOrEqual(14 * 1024);
  });

  test('carry at most one script, inline and below 1 KB', () => {
    const wrong = facilityPages().flatMap(page => {
      const scripts = [...demo.html(page).matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(
        ([, attributes = '']) => !attributes.includes('application/ld+json'),
      );
      const bad = scripts.filter(
        ([, attributes = '', text = '']) => attributes.includes('src=') || text.length >= 1024,
      );
      const loads = /rel="modulepreload"|\son[a-z]+="/.test(demo.html(page));
      return scripts.length > 1 || bad.length > 0 || loads ? [page] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('other pages without a search carry only the lines that keep the choices of display', () => {
    const isFrame = (page: string) => /^embed\/./.test(page);
    const withIslands = ['search/', 'pro/'];
    const others = demo.pages.filter(
      page => !page.startsWith('f/') && !withIslands.includes(page) && !isFrame(page),
    );
    const scriptsOf = (page: string) => demo.html(page).match(/<script\b(?![^>]*ld\+json)[^>]*>/g) ?? [];
    expect(others.filter(page => scriptsOf(page).join() !== '<script>')).toEqual([]);
    // Lists in the frames of other sites run nothing.
    expect(demo.pages.filter(isFrame).flatMap(scriptsOf)).toEqual([]);
    const [, code = ''] = /<script>([^<]*)<\/script>/.exec(demo.html('about/')) ?? [];
    expect(code.length).toBeLessThan(400);
  });
});

describeInBrowser('what is loaded', () => {
  let site: Served;
  beforeAll(async () => {
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  /** The scripts the page has asked for, as paths below the site. */
  const scriptsOf = async (page: Page): Promise<string[]> => {
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    return [...new Set(names.filter(name => /\.m?js(\?|$)/.test(name)))].map(name =>
      new URL(name).pathname.slice(1),
    );
  };
  const weight = (scripts: readonly string[]) =>
    scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(demo.folder, name)), { level: 9 }).length,
      0,
    );

  test('search with its map: at most 170 KB of scripts, compressed', async () => {
    const page = await openPage(site, 'search/');
    await searchReady(page);
    await mapReady(page);
    await page.waitForLoadState('networkidle');
    const scripts = await scriptsOf(page);
    expect(scripts.some(name => name.includes('leaflet'))).toBe(true);
    const inline = [...demo.html('search/').matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
    const all = weight(scripts) + gzipSync(inline.map(([, text]) => text).join('')).length;
    console.log(`search page scripts: ${kilobytes(all)} KB gzip`);
    expect(all).toBeLessThanOrEqual(170 * 1024);
  });

  test('on a phone the map’s script and tiles are asked for only when the map is', async () => {
    const page = await openPage(site, 'search/', { width: 375 });
    await searchReady(page);
    await page.waitForLoadState('networkidle');
    expect((await scriptsOf(page)).filter(name => name.includes('leaflet'))).toEqual([]);
    expect(pageLog(page).outside).toEqual([]);
    await page.getByRole('button', { name: searchTexts.map, exact: true }).click();
    await mapReady(page);
    expect((await scriptsOf(page)).some(name => name.includes('leaflet'))).toBe(true);
  });

  test('a facility prints on two sheets at most, with its phone number and without buttons', async () => {
    const byLength = (page: string) => demo.html(page).length;
    const pages = demo.facilities.map(({ id }) => `f/${id}/`).sort((a, b) => byLength(b) - byLength(a));
    const fullest = pages.slice(0, 3);
    const usual = pages[Math.floor(pages.length / 2)] ?? '';
    for (const path of [...fullest, usual, ...pages.slice(-1)]) {
      const page = await openPage(site, path);
      const facility = demo.facilities.find(({ id }) => path === `f/${id}/`);
      const { sheets } = await printToPdf(page);
      expect(sheets, path).toBeLessThanOrEqual(2);
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      for (const phone of facility?.services.flatMap(service => service.phones) ?? [])
        expect(text, path).toContain(phone.text);
      expect(text).toContain(facility?.name);
      expect(await page.locator('nav:visible, button:visible, form:visible').count(), path).toBe(0);
      await page.context().close();
    }
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { searchTexts } from '../../src/text/search.ts';
import { builtDemo, type Demo, eventually, mapReady, resultsOf, searchReady } from './demo.ts';
import { axeViolations, describeInBrowser, openPage, pageLog, withSite } from './harness.ts';

describeInBrowser('when something does not come', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  /** The list answers to what is typed. */
  const listWorks = async (page: Awaited<ReturnType<typeof openPage>>) => {
    await page.getByRole('searchbox').fill('ステーションはな');
    await eventually(async () => (await resultsOf(page).names())[0]).toBe('ステーションはな');
  };

  test('tiles: the map says so, pins and list go on', async () => {
    const page = await openPage(site, 'search/', { blockTiles: true });
    await searchReady(page);
    await mapReady(page);
    await page.getByText(searchTexts.tilesFailed).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await listWorks(page);
    await page.getByRole('button', { name: /番 ステーションはな/ }).waitFor();
    expect(pageLog(page).outside.length).toBeGreaterThan(0);
  });

  test('tiles that come are not spoken of', async () => {
    const page = await openPage(site, 'search/');
    await searchReady(page);
    await mapReady(page);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(searchTexts.tilesFailed).count()).toBe(0);
  });

  test.each([375, 1280])(
    'the script of the map at %i px: said in words, the list goes on, and it can be tried again',
    async width => {
      let broken = true;
      const page = await openPage(site, 'search/?view=map', {
        width,
        block: address => broken && /leaflet[^/]*\.js$/.test(address),
        expected: [/leaflet/, /dynamically imported module/],
      });
      await searchReady(page);
      await page.getByRole('alert').getByText(searchTexts.mapFailed).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      broken = false;
      await page.getByRole('button', { name: searchTexts.retry }).click();
      await mapReady(page);
      if (width < 700) await page.getByRole('button', { name: searchTexts.list, exact: true }).click();
      await listWorks(page);
    },
  );

  test('the data of the search: the first list stays, it is said, and it can be tried again', async () => {
    let broken = true;
    const page = await openPage(site, 'search/', {
      width: 375,
      block: address => broken && /\/search\/list-[^/]*\.json(\.gz)?$/.test(address),
      expected: [/list-[^/]*\.json/, /Failed to fetch/],
    });
    await page.getByRole('alert').getByText(searchTexts.loadFailed).waitFor();
    expect(await resultsOf(page).names()).toHaveLength(10);
    expect(await axeViolations(page)).toEqual([]);
    const said = page.getByRole('alert');
    expect(await said.getByRole('link', { name: searchTexts.byType }).getAttribute('href')).toBe('/type/');
    expect(await said.locator('a[href^="tel:"]').count()).toBe(1);
    broken = false;
    await page.getByRole('button', { name: searchTexts.retry }).click();
    await searchReady(page);
    await listWorks(page);
  });

  test('the data of the search: who types an emergency is told 119 all the same', async () => {
    const page = await openPage(site, `search/?q=${encodeURIComponent('息ができない')}`, {
      width: 375,
      block: address => /\/search\/(?:list|details)-[^/]*\.json(\.gz)?$/.test(address),
      expected: [/(?:list|details)-[^/]*\.json/, /Failed to fetch/],
    });
    await page.getByRole('alert').getByText(searchTexts.loadFailed).waitFor();
    const box = page.locator('.status__urgent');
    expect(await box.getByRole('link', { name: searchTexts.urgent.call }).getAttribute('href')).toBe(
      'tel:119',
    );
    expect(await axeViolations(page)).toEqual([]);
  });

  test('every script: the first list and the ways to the other lists are there', async () => {
    const page = await openPage(site, 'search/', {
      width: 375,
      block: address => /\.js$/.test(address),
      expected: [/\.js/, /dynamically imported module/, /\[astro-island\]/],
    });
    await expect.poll(() => resultsOf(page).names()).toHaveLength(10);
    expect(await page.getByRole('link', { name: '種類から' }).first().isVisible()).toBe(true);
    const said = page.getByText(searchTexts.stuck);
    await said.waitFor({ timeout: 30_000 });
    expect(await said.locator('..').locator('a[href^="tel:"]').count()).toBe(1);
  });

  test('the outlines of the areas: the map is whole without them', async () => {
    const page = await openPage(site, 'search/', {
      block: address => /\/areas-[^/]*\.json(\.gz)?$/.test(address),
      expected: [/areas-/],
    });
    await searchReady(page);
    await mapReady(page);
    await listWorks(page);
  });
});

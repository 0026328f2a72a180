import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { searchTexts } from '../../src/text/search.ts';
import { builtDemo, type Demo, eventually, resultsOf, searchReady } from './demo.ts';
import { describeInBrowser, openPage, withSite } from './harness.ts';

describeInBrowser('the data files of the search', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  type Page = Awaited<ReturnType<typeof openPage>>;
  const finds = async (page: Page) => {
    await page.reload();
    await searchReady(page);
    await page.getByRole('searchbox').fill('ステーションはな');
    await eventually(async () => (await resultsOf(page).names())[0]).toBe('ステーションはな');
  };
  const dataAsked = (page: Page) => {
    const asked: string[] = [];
    page.on('request', request => {
      const [file] = /(?:list|details)-[0-9a-f]+\.json(?:\.gz)?$/.exec(request.url()) ?? [];
      if (file) asked.push(file.replace(/-[0-9a-f]+/, ''));
    });
    return asked;
  };

  test('packed, on a host that sends files as they are', async () => {
    const page = await openPage(site, 'search/');
    const asked = dataAsked(page);
    await finds(page);
    expect([...new Set(asked)].sort()).toEqual(['details.json.gz', 'list.json.gz']);
  });

  test('packed, on a host that has the browser unpack them', async () => {
    const page = await openPage(site, 'search/');
    await page.route(/\.json\.gz$/, async route => {
      const plain = await route.fetch({ url: route.request().url().replace(/\.gz$/, '') });
      await route.fulfill({ response: plain });
    });
    await finds(page);
  });

  test('plain, in a browser that cannot unpack', async () => {
    const page = await openPage(site, 'search/');
    await page.addInitScript('delete globalThis.DecompressionStream');
    const asked = dataAsked(page);
    await finds(page);
    expect(asked).toContain('list.json');
    expect(asked).toContain('details.json');
  });

  test('plain, on a host that answers with a page of its own for what it does not know', async () => {
    const page = await openPage(site, 'search/');
    await page.route(/\.json\.gz$/, route => route.fulfill({ contentType: 'text/html', body: '<p>404' }));
    await finds(page);
  });

  test('the first file alone lists by type and area; the rest says that it is on its way', async () => {
    const page = await openPage(site, 'search/');
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await page.route(/details-[^/]*$/, async route => {
      await held;
      await route.continue();
    });
    await page.goto(new URL('search/?type=clinic', site.url).href);
    const { count, region } = resultsOf(page);
    await searchReady(page);
    await eventually(count).toBeLessThan(demo.facilities.length);
    const clinics = await count();
    expect(await region.getByText(searchTexts.noPhone).count()).toBe(0);
    await page.getByRole('searchbox').fill('ステーションはな');
    await region.getByText(searchTexts.searching).first().waitFor();
    await page.getByRole('searchbox').fill('');
    release();
    await region.locator('a[href^="tel:"]').first().waitFor();
    expect(await count()).toBe(clinics);
  });

  test('of an older build: it is said, and trying again opens the new page', async () => {
    let gone = true;
    const page = await openPage(site, 'search/', {
      expected: [/\.json/, /404/, /MissingFile/, /Failed to load/],
    });
    await page.route(/(?:list|details)-[^/]*$/, route =>
      gone ? route.fulfill({ status: 404, body: '' }) : route.continue(),
    );
    await page.reload();
    await page.getByRole('alert').getByText(searchTexts.loadFailed).waitFor();
    gone = false;
    const again = page.waitForEvent('load');
    await page.getByRole('button', { name: searchTexts.retry }).click();
    await again;
    await searchReady(page);
  });
});

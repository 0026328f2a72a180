import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { ja } from '../../src/text/ja.ts';
import { searchTexts } from '../../src/text/search.ts';
import { builtDemo, type Demo } from './demo.ts';
import { describeInBrowser, openPage, withSite } from './harness.ts';

describeInBrowser('without JavaScript', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const open = (path: string) => openPage(site, path, { width: 375, javaScript: false });

  test('from home by links only: a type, its list, a facility with its phone number', async () => {
    const page = await open('');
    await page
      .getByRole('link', { name: /訪問看護/ })
      .first()
      .click();
    await page.waitForURL(/\/type\/visiting-nursing\/$/);
    const nurses = demo.facilities.filter(({ services }) =>
      services.some(({ type }) => type === 'visiting-nursing'),
    );
    for (const { name } of nurses)
      expect(await page.getByRole('link', { name, exact: true }).count(), name).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'ステーションはな', exact: true }).click();
    await page.waitForURL(/\/f\/mihono-201\/$/);
    expect(await page.locator('main a[href="tel:0254000004"]').first().isVisible()).toBe(true);
  });

  test('from home by links only: an area and its list', async () => {
    const page = await open('');
    await page.getByRole('link', { name: ja.home.areasAll }).click();
    await page.waitForURL(/\/area\/$/);
    await page
      .getByRole('link', { name: /あかね沢町/ })
      .first()
      .click();
    await page.waitForURL(/\/area\/akanezawa[^/]*\/$/);
    expect(await page.locator('main a[href*="/f/"]').count()).toBeGreaterThan(3);
  });

  test('the search page shows its first list, hides what cannot work, and points to the lists', async () => {
    const page = await open('search/');
    // By its element: Playwright never looks for words or roles within <noscript>.
    const advice = page.locator('main noscript');
    expect(await advice.locator('p').first().isVisible()).toBe(true);
    expect(await advice.locator('p').first().innerText()).toBe(searchTexts.noScript);
    // Cards are laid out one after another, by CSS alone.
    await expect.poll(() => page.locator('main a[href*="/f/"]:visible').count()).toBe(10);
    expect(await page.locator('main :is(button, input, select):visible').count()).toBe(0);
    for (const [name, path] of [
      [searchTexts.byType, /\/type\/$/],
      [searchTexts.byArea, /\/area\/$/],
    ] as const) {
      await page.goto(new URL('search/', site.url).href);
      await page.locator('main noscript a', { hasText: name }).click();
      await page.waitForURL(path);
    }
  });

  test('the search box of home leads to the search page, which says what to do', async () => {
    const page = await open('');
    await page.getByRole('searchbox').fill('訪問看護');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    expect(await page.locator('main noscript p').first().isVisible()).toBe(true);
  });

  test('a facility is complete: every phone number, answer and hour of its services', async () => {
    const facility = demo.facilities.find(({ id }) => id === 'mihono-201');
    const page = await open('f/mihono-201/');
    const text = await page.getByRole('main').innerText();
    for (const { phones, capabilities } of facility?.services ?? []) {
      for (const phone of phones) expect(text).toContain(phone.text);
      expect(capabilities.length).toBeGreaterThan(0);
    }
    const answers = (text.match(/[○△×]/g) ?? []).length;
    const folded = await page.locator('main details').evaluateAll(all => all.map(each => each.textContent));
    const inFolds = (folded.join('').match(/[○△×]/g) ?? []).length;
    const all = facility?.services.flatMap(({ capabilities }) => capabilities) ?? [];
    expect(answers + inFolds).toBeGreaterThanOrEqual(all.filter(({ value }) => value !== 'planned').length);
    expect(await page.getByRole('table').first().isVisible()).toBe(true);
  });
});

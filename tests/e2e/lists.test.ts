import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { listTexts } from '../../src/text/lists.ts';
import { builtDemo, type Demo } from './demo.ts';
import { describeInBrowser, openPage, withSite } from './harness.ts';

const lists = ['type/clinic/', 'can/available-24h/', 'need/leaving-hospital/', 'desk/', 'kana/'];

describeInBrowser('a list', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const displayOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(element => getComputedStyle(element).display);

  test('is rows with named facts on a phone, a table with a head on a desk, and a table to a reader in both', async () => {
    const page = await openPage(site, 'type/clinic/', { width: 375 });
    expect(await displayOf(page, '.list tr')).toBe('block');
    const label = page.locator('.list td[data-label]').first();
    const said = await label.evaluate(cell => getComputedStyle(cell, '::before').content);
    expect(said).toContain(listTexts.facts.hours);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await displayOf(page, '.list tr')).toBe('table-row');
    expect(await page.getByRole('rowheader').count()).toBeGreaterThan(2);
    const heads = await page.getByRole('columnheader').allInnerTexts();
    expect(heads).toEqual(expect.arrayContaining([listTexts.name, listTexts.phone, listTexts.facts.hours]));
  });

  test('says on every printed sheet whose it is and of when, repeats its head and cuts no row', async () => {
    for (const path of lists) {
      const page = await openPage(site, path, { width: 1280 });
      await page.emulateMedia({ media: 'print' });
      const sheet = await page.locator('html').getAttribute('data-sheet');
      expect(sheet, path).toContain('五十音順');
      expect(sheet, path).toMatch(/\d{4}年\d+月/);
      expect(await displayOf(page, '.list thead'), path).toBe('table-header-group');
      const row = page.locator('.list tbody tr').first();
      expect(await row.evaluate(element => getComputedStyle(element).breakInside), path).toBe('avoid');
      const phone = page.locator('.list .tel').first();
      const size = await phone.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(size, path).toBeGreaterThanOrEqual(15);
      expect(await page.locator('.demo-notice').isVisible(), path).toBe(true);
      await page.context().close();
    }
  });

  test('never lists a refusal as a place to ask', () => {
    const refused = demo.facilities.find(({ services }) =>
      services.every(({ capabilities }) =>
        capabilities.some(({ id, value }) => id === 'available-24h' && value === 'no'),
      ),
    );
    const others = demo.facilities.filter(({ services }) =>
      services.some(({ capabilities }) =>
        capabilities.some(({ id, value }) => id === 'available-24h' && value !== 'no'),
      ),
    );
    const html = demo.html('can/available-24h/');
    expect(others.filter(({ id }) => !html.includes(`/f/${id}/`))).toEqual([]);
    if (refused) expect(html).not.toContain(`/f/${refused.id}/`);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { displayTexts } from '../../src/text/display.ts';
import { builtDemo, type Demo, eventually } from './demo.ts';
import { axeViolations, describeInBrowser, openPage, withSite } from './harness.ts';
import { layoutProblems, smallTargets } from './layout-checks.ts';

const text = displayTexts.ja;

describeInBrowser('text size and colours', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const controls = (page: Page) => page.locator('header details');
  const button = (page: Page, group: string, name: string) =>
    page.getByRole('group', { name: group }).getByRole('button', { name, exact: true });
  const open = async (page: Page) => {
    await controls(page).locator('summary').click();
    // The code of the controls has come.
    await page.locator('script[src$="/display.js"]').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
  };
  const rootSize = (page: Page) =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test('a choice holds at once, is told, and is there before the next page is painted', async () => {
    const page = await openPage(site, '', { width: 375 });
    await open(page);
    expect(await button(page, text.size, text.sizes.normal).getAttribute('aria-pressed')).toBe('true');
    await button(page, text.size, text.sizes.larger).click();
    expect(await rootSize(page)).toBe(24);
    expect(await button(page, text.size, text.sizes.larger).getAttribute('aria-pressed')).toBe('true');
    expect(await button(page, text.size, text.sizes.normal).getAttribute('aria-pressed')).toBe('false');
    await eventually(() => controls(page).getByRole('status').textContent()).toBe(
      text.now(text.size, text.sizes.larger),
    );
    await button(page, text.colours, text.colourSets.dark).click();
    const dark = await background(page);
    expect(dark).not.toBe('rgb(255, 255, 255)');

    const path = `f/${demo.facilities[0]?.id}/`;
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        const { size, theme } = document.documentElement.dataset;
        if (document.readyState === 'interactive') sessionStorage.setItem('early', `${size} ${theme}`);
      });
    });
    await page.goto(new URL(path, site.url).href);
    expect(await page.evaluate(() => sessionStorage.getItem('early'))).toBe('larger dark');
    expect([await rootSize(page), await background(page)]).toEqual([24, dark]);

    await open(page);
    await controls(page).getByRole('button', { name: text.reset }).click();
    expect([await rootSize(page), await background(page)]).toEqual([16, 'rgb(255, 255, 255)']);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('white paper is to be had on a dark device, and a page is printed from here', async () => {
    const page = await openPage(site, '', { width: 375 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page);
    await button(page, text.colours, text.colourSets.light).click();
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => {
      window.print = () => sessionStorage.setItem('printed', 'yes');
    });
    await controls(page).getByRole('button', { name: text.print }).click();
    expect(await page.evaluate(() => sessionStorage.getItem('printed'))).toBe('yes');
  });

  test('the open controls: axe, targets, layout; by keyboard, Escape leads back', async () => {
    const page = await openPage(site, '', { width: 375 });
    await open(page);
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await rootSize(page)).toBe(20);
    await page.keyboard.press('Escape');
    expect(await controls(page).evaluate(element => (element as HTMLDetailsElement).open)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });

  test('without scripts they are not there', async () => {
    const page = await openPage(site, '', { javaScript: false });
    expect(await controls(page).isVisible()).toBe(false);
  });
});

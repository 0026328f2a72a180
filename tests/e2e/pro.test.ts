import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { proTexts } from '../../src/text/pro.ts';
import { searchTexts } from '../../src/text/search.ts';
import { builtDemo, type Demo, eventually } from './demo.ts';
import { axeViolations, describeInBrowser, openPage, printToPdf, withSite } from './harness.ts';
import { layoutProblems, smallTargets } from './layout-checks.ts';
import { keptForOffline, openedPro } from './opened-pro.ts';
import { demoPhrase, everythingKept, field, proReady, typePhrase, view } from './pro-page.ts';

let demo: Demo;
let site: Served;
beforeAll(async () => {
  demo = await builtDemo();
  site = await withSite(demo.folder);
});
afterAll(() => site.close());

const { problems, kept, band, why } = proTexts;

describeInBrowser('the lock of the professional edition', () => {
  test('the phrase opens it, also without spaces and in katakana; the lock leads back to an empty field', async () => {
    const page = await openPage(site, 'pro/');
    const katakana = demoPhrase
      .replaceAll(' ', '')
      .replace(/[ぁ-ゖ]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0x60));
    await typePhrase(page, katakana);
    await proReady(page);
    await page.getByRole('button', { name: band.lock, exact: true }).click();
    await page.getByText(why.asked).waitFor();
    expect(await field(page).inputValue()).toBe('');
    expect(await page.locator('.results__list').count()).toBe(0);
  });

  test('a wrong phrase is told in words, and which word cannot be right', async () => {
    const page = await openPage(site, 'pro/', { width: 375 });
    await typePhrase(page, demoPhrase.replace(/^\S+/, '櫻'));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(problems['wrong-phrase']);
    expect(await alert.innerText()).toContain('1番目の「櫻」');
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    await eventually(() => field(page).evaluate(box => box === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
  });

  test('a file that was changed is refused, and nothing of it is shown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shigen-map-pro-'));
    cpSync(demo.folder, folder, { recursive: true });
    const list = readdirSync(join(folder, 'pro')).find(name => /^list-.*\.bin$/.test(name)) ?? '';
    const bytes = readFileSync(join(folder, 'pro', list));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(folder, 'pro', list), bytes);
    const changed = await withSite(folder);
    const page = await openPage(changed, 'pro/');
    await typePhrase(page, demoPhrase);
    await page.getByText(problems.tampered).waitFor();
    expect(await page.locator('.results__list').count()).toBe(0);
    await changed.close();
    rmSync(folder, { recursive: true });
  });

  test('kept on the device, it opens by itself until it is forgotten or has ended', async () => {
    const page = await openPage(site, 'pro/');
    await page.getByRole('checkbox').check();
    await typePhrase(page, demoPhrase);
    await proReady(page);
    const reload = () => page.goto(new URL('pro/', site.url).href);
    await reload();
    await proReady(page);
    await page.getByRole('button', { name: kept.forget }).click();
    await eventually(() => page.getByRole('button', { name: kept.forget }).count()).toBe(0);
    await reload();
    await field(page).waitFor();
    expect(await page.getByRole('button', { name: kept.open }).count()).toBe(0);

    await page.getByRole('checkbox').check();
    await typePhrase(page, demoPhrase);
    await proReady(page);
    await page.clock.setFixedTime(Date.now() + 31 * 86_400_000);
    await reload();
    await field(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: kept.open }).count()).toBe(0);
  });

  test('over plain http it says that https is needed, and why', async () => {
    const page = await openPage(site, '404.html', { expected: [/./] });
    await page.addInitScript(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));
    await page.goto(new URL('pro/', site.url).href);
    await page.getByText(proTexts.insecure).waitFor();
    expect(await page.getByRole('link', { name: proTexts.insecureLink }).getAttribute('href')).toMatch(
      /^https:/,
    );
    expect(await field(page).count()).toBe(0);
  });

  test('without a script it says so and leads to the public lists', async () => {
    const page = await openPage(site, 'pro/', { javaScript: false });
    // By its element: Playwright never looks for words within <noscript>.
    expect(await page.locator('main noscript p').innerText()).toBe(proTexts.noScript);
    expect(await field(page).isVisible()).toBe(false);
  });
});

describeInBrowser('the opened edition', () => {
  test('keeps nothing of what was typed, opened or found, in no address and no storage', async () => {
    const page = await openedPro(site, { serviceWorker: true, width: 375 });
    await page.getByRole('searchbox').fill('ひみつのことば');
    await page.waitForTimeout(600);
    await page.getByRole('searchbox').fill('');
    await page.locator('.results__list h3 a').first().click();
    await page.getByRole('heading', { level: 2, name: /./ }).first().waitFor();
    const name = await page.locator('#record-name').innerText();
    await eventually(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(1);
    const all = await everythingKept(page);
    const canaries = ['ひみつのことば', demoPhrase, name, 'facilities"', '"professional"'];
    const pageHtml = demo.html('pro/');
    expect(canaries.filter(text => all.replaceAll(pageHtml, '').includes(text))).toEqual([]);
    expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe(
      '/pro/',
    );
  });

  test('once opened it works without a connection', async () => {
    const page = await openedPro(site, { serviceWorker: true });
    await keptForOffline(page);
    await page.context().setOffline(true);
    await page.goto(new URL('pro/', site.url).href);
    await typePhrase(page, demoPhrase);
    await proReady(page);
    expect(await page.getByText(band.offline).isVisible()).toBe(true);
    await page.context().setOffline(false);
  });

  test('a record opens in the page; 戻る leads to the name it was opened by', async () => {
    const page = await openedPro(site);
    const link = page.locator('.results__list h3 a').nth(2);
    const name = (await link.innerText()).trim();
    await link.focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 2, name });
    await heading.waitFor();
    await eventually(() => heading.evaluate(node => node === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.goBack();
    await eventually(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(name);
  });

  test('on a phone 戻る folds the filters and keeps what was chosen; the next takes that back', async () => {
    const page = await openedPro(site, { width: 375 });
    const count = async () => {
      await page.locator('.results__list:not([aria-busy])').waitFor({ state: 'attached' });
      return page.locator('.results__list > li').count();
    };
    const all = await count();
    await page.getByRole('button', { name: new RegExp(`^${searchTexts.openFilters}`) }).click();
    const option = page.getByRole('checkbox', { name: /^病院/ }).first();
    await option.click();
    await page.goBack();
    await eventually(() => option.isVisible()).toBe(false);
    await eventually(count).toBeLessThan(all);
    expect(await page.getByRole('button', { name: /病院.*を外す$/ }).isVisible()).toBe(true);
    await page.goBack();
    await eventually(count).toBe(all);
    expect(await page.locator('.pro__main').isVisible()).toBe(true);
  });

  test.each([375, 1280])('every view at %i px: axe, layout, targets', async width => {
    const page = await openedPro(site, { width });
    const found: string[] = [];
    for (const name of ['matrix', 'contacts', 'now', 'vacancy', 'list'] as const) {
      await view(page, name).click();
      if (name !== 'list') await page.locator('.view :is(li, td)').first().waitFor();
      for (const look of [axeViolations, smallTargets] as const)
        for (const problem of await look(page)) found.push(`${name}: ${problem}`);
      for (const problem of await layoutProblems(page, width < 700 ? [320, 375] : [1280]))
        found.push(`${name}: ${problem}`);
    }
    expect(found).toEqual([]);
  });

  test('一覧表 is reached and scrolled by keyboard; its cells are said in words under their heads', async () => {
    const page = await openedPro(site);
    await view(page, 'matrix').click();
    const table = page.getByRole('region', { name: proTexts.matrix.region });
    await table.focus();
    await page.keyboard.press('End');
    expect(await table.getByRole('columnheader').count()).toBeGreaterThan(4);
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(20);
    const words: string[] = Object.values(proTexts.matrix.values).map(({ word }) => word);
    const cells = await table.locator('td[data-value] .visually-hidden').allInnerTexts();
    expect(cells.filter(text => !words.includes(text))).toEqual([]);
  });

  test('prints: the matrix, the windows, and a FAX送付状 on one sheet', async () => {
    const page = await openedPro(site);
    await view(page, 'matrix').click();
    await page.locator('.matrix td').first().waitFor();
    expect((await printToPdf(page)).sheets).toBeGreaterThan(0);
    await view(page, 'contacts').click();
    await page
      .getByRole('button', { name: new RegExp(proTexts.contacts.fax) })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: proTexts.fax.title }).waitFor();
    expect((await printToPdf(page)).sheets).toBe(1);
    expect(await page.locator('.fax :is(input, textarea)').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });
});

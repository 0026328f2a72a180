import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { proTexts } from '../../src/text/pro.ts';
import { searchTexts } from '../../src/text/search.ts';
import { builtDemo, type Demo, eventually } from './demo.ts';
import { axeViolations, describeInBrowser, openPage, printToPdf, withSite } from './harness.ts';
import { layoutProblems } from './layout-checks.ts';
import { openedPro } from './opened-pro.ts';
import { demoPhrase, view } from './pro-page.ts';

let demo: Demo;
let site: Served;
beforeAll(async () => {
  demo = await builtDemo();
  site = await withSite(demo.folder);
});
afterAll(() => site.close());

const { contacts, matrix, sheet, phrase, fax, print: printLabel } = proTexts;
const hospitals = () =>
  demo.facilities.filter(({ services }) => services.some(({ type }) => type === 'hospital')).length;
const option = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
const filtersButton = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^${searchTexts.openFilters}`) });
const chip = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}.*を外す$`) });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
/** Goes on with the Tab key, as far as somebody would, until the focus is on what has that name. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const isThere = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let n = 0; n < 120; n += 1) {
    await page.keyboard.press(key);
    if (isThere(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))) return;
  }
  throw new Error(`the Tab key does not lead to ${name}`);
}

describeInBrowser('the views of the opened edition', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openedPro(site);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      Object.assign(globalThis, { print: () => document.body.setAttribute('data-printed', '') });
    });
  });

  test('conditions are seen and changed in each view, and how many are found is said', async () => {
    await view(page, 'contacts').click();
    await option(page, '病院').check();
    await chip(page, '病院').waitFor();
    const status = page.locator('.status__count');
    await eventually(() => status.innerText()).toContain(`${hospitals()}件`);
    await eventually(() => page.locator('.office').count()).toBe(hospitals());

    await view(page, 'matrix').click();
    await eventually(() => page.locator('.matrix tbody tr').count()).toBeLessThan(20);
    expect(await option(page, '病院').isVisible()).toBe(false);
    await filtersButton(page).click();
    await option(page, '診療所').check();
    await eventually(() => page.locator('.matrix tbody tr').count()).toBeGreaterThan(20);
    await chip(page, '診療所').click();
    await eventually(() => page.locator('.matrix tbody tr').count()).toBeLessThan(20);
    await filtersButton(page).click();
    await eventually(() => option(page, '病院').isVisible()).toBe(false);
  });

  test('what only professionals filter by has its name in the conditions and in the results', async () => {
    await view(page, 'list').click();
    await page.locator('.filters summary', { hasText: /^病棟$/ }).click();
    await option(page, '回復期リハビリテーション').check();
    await chip(page, '病棟：回復期リハビリテーション').waitFor();
    await eventually(() => page.locator('.results__list').innerText()).toContain(
      '病棟：回復期リハビリテーション 60',
    );
    await chip(page, '病棟：回復期リハビリテーション').click();
  });

  test('一覧表 has the columns of what is asked for, typed too', async () => {
    await view(page, 'matrix').click();
    await page.getByRole('searchbox').fill('人工呼吸器');
    const heads = page.locator('.matrix__head');
    await eventually(() => heads.allInnerTexts()).toContain('人工呼吸器の管理（気管切開下）');
    expect(await heads.count()).toBeLessThan(4);
    await page.getByRole('searchbox').fill('');
    await eventually(() => heads.count()).toBe(8);
  });

  test('一覧表: a cell is said as a word, and the sort by its name', async () => {
    expect(await page.getByRole('cell', { name: matrix.values.yes.word }).count()).toBeGreaterThan(3);
    const sort = page.getByLabel(matrix.sort);
    await sort.selectOption({ label: matrix.sorts.area });
    expect(await page.locator('.pro-tabs [aria-current="page"]').innerText()).toBe(proTexts.views.matrix);
  });

  test('一覧表 is copied for Excel: lines with tabs and a table, with what the marks mean', async () => {
    await page.getByRole('button', { name: matrix.copy }).click();
    await page.getByText(/行をコピーしました/).waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    const lines = copied.text.split(/\r?\n/);
    const rows = await page.locator('.matrix tbody tr').count();
    expect(lines[0]?.split('\t').slice(0, 4)).toEqual([
      ...[matrix.name, matrix.type, matrix.municipality, matrix.phone],
    ]);
    expect(lines).toHaveLength(1 + rows + 2);
    expect(lines.at(-1)).toContain(`未 ${matrix.values.unanswered.word}`);
    expect(copied.html).toContain('<table>');
  });

  test('in forced colours the view that is open and the conditions still stand out', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const tab = page.locator('.pro-tabs [aria-current="page"]');
    expect(await tab.evaluate(each => getComputedStyle(each).textDecorationLine)).toBe('underline');
    expect(await chip(page, '病院').evaluate(each => getComputedStyle(each).borderTopStyle)).toBe('solid');
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
  });

  test('窓口一覧: every window of what is found, then the revisions; it prints, and leads back', async () => {
    await view(page, 'contacts').click();
    await chip(page, '病院').click();
    await page.getByRole('button', { name: contacts.sheet }).click();
    await eventually(() => focused(page)).toBe('sheet-title');
    await page.getByRole('button', { name: printLabel }).waitFor();
    const said = /(\d+)か所、窓口 (\d+)/.exec(await page.locator('.window-sheet').innerText());
    expect(await page.locator('.sheet-table [scope="rowgroup"]').count()).toBe(Number(said?.[1]));
    expect(await page.locator('.sheet-table tbody td:nth-child(7)').count()).toBe(Number(said?.[2]));
    expect(Number(said?.[1])).toBeGreaterThan(40);
    expect(
      await page.getByRole('region', { name: sheet.revisions }).getByRole('row').count(),
    ).toBeGreaterThan(5);
    expect(await axeViolations(page)).toEqual([]);
    expect((await printToPdf(page)).sheets).toBeGreaterThan(3);
    await page.getByRole('button', { name: sheet.back }).click();
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(contacts.sheet);
  });

  test('一覧表 prints when all of its rows stand there', async () => {
    await view(page, 'matrix').click();
    const rows = page.locator('.matrix tbody tr');
    await eventually(() => rows.count()).toBe(100);
    await page.getByRole('button', { name: printLabel }).click();
    await page.locator('body[data-printed]').waitFor();
    const said = await page.locator('.view-head__said').innerText();
    expect(`${await rows.count()}行`).toBe(said.replace(/（.*/, ''));
  });
});

describeInBrowser('the professional edition by other ways', () => {
  test('on a phone the filters open from 連絡先, take its place, and lead back to its heading', async () => {
    const page = await openedPro(site, { width: 375 });
    await view(page, 'contacts').click();
    await page.locator('.office').first().waitFor();
    await filtersButton(page).click();
    await option(page, '病院').check();
    expect(await page.locator('.view').isVisible()).toBe(false);
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
    await page.getByRole('button', { name: `${hospitals()}件を見る` }).click();
    await eventually(() => focused(page)).toBe('pro-view');
    await eventually(() => page.locator('.office').count()).toBe(hospitals());
    await page.getByRole('button', { name: contacts.sheet }).click();
    await eventually(() => focused(page)).toBe('sheet-title');
    expect(await axeViolations(page)).toEqual([]);
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
  });

  test('the keyboard alone leads from the lock to a FAX送付状 and back', async () => {
    const page = await openPage(site, 'pro/');
    const field = page.getByRole('textbox', { name: phrase.label });
    for (let n = 0; n < 40 && !(await field.evaluate(each => each === document.activeElement)); n += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type(demoPhrase);
    await page.keyboard.press('Enter');
    await page.locator('.pro .results__list h3').first().waitFor();
    await tabTo(page, proTexts.views.contacts);
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toBe('pro-view');
    await page.locator('.office').first().waitFor();
    await tabTo(page, new RegExp(`^${contacts.fax}`));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: fax.title }).waitFor();
    await eventually(() => focused(page)).toBe('fax-title');
    await tabTo(page, fax.back, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.office').first().waitFor();
  });
});

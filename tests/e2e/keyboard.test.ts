import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { ja } from '../../src/text/ja.ts';
import { searchTexts } from '../../src/text/search.ts';
import {
  builtDemo,
  type Demo,
  eventually,
  mapReady,
  pageKinds,
  resultsOf,
  searchReady,
  topOf,
} from './demo.ts';
import { describeInBrowser, openPage, withSite } from './harness.ts';

/** What the keyboard is on: its name, and what about its being seen is wrong. */
interface Stop {
  tag: string;
  name: string;
  /** Empty when a person sees where the keyboard is. */
  problem: string;
  /** The region (section, header, …) it lies in. */
  region: string;
}

/** Reads the focused element as a person with a keyboard meets it. */
function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = element.closest('label') ?? document.querySelector(`label[for="${element.id || '-'}"]`);
    const name = element.getAttribute('aria-label') || element.innerText || label?.textContent || '';
    const marks = [element, ...element.children].map(each => getComputedStyle(each));
    const ringed = marks.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    );
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const isPage = element === document.body;
    const at = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
    );
    const covered = !(at && (element.contains(at) || at.contains(element)));
    const problem = isPage ? '' : !ringed ? 'no ring' : !inView ? 'out of sight' : covered ? 'covered' : '';
    const region = element.closest('section[aria-label], header, footer, .search__bar, .results');
    return {
      tag: element.tagName,
      name: name.trim().replaceAll(/\s+/g, ' '),
      problem,
      region: region?.getAttribute('aria-label') ?? region?.tagName ?? '',
    };
  });
}

/** Presses the key until the keyboard is on something that fits; fails after `most` presses. */
async function goTo(page: Page, wanted: (stop: Stop) => boolean, key = 'Tab', most = 200): Promise<Stop> {
  const passed: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    const stop = await stopOf(page);
    if (wanted(stop)) return stop;
    passed.push(stop.name);
  }
  throw new Error(`not reached with ${most} × ${key}; passed: ${passed.slice(-20).join(' | ')}`);
}

const named =
  (name: string | RegExp) =>
  (stop: Stop): boolean =>
    typeof name === 'string' ? stop.name === name : name.test(stop.name);

describeInBrowser('with the keyboard alone', () => {
  let demo: Demo;
  let site: Served;
  beforeAll(async () => {
    demo = await builtDemo();
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const openSearch = async (address: string, width = 1280) => {
    const page = await openPage(site, address, { width });
    await searchReady(page);
    return page;
  };

  test('the first stop leads past the header to the content', async () => {
    for (const [kind, path] of pageKinds(demo).filter(([kind]) =>
      /^(?:home|search|type list|404)$/.test(kind),
    )) {
      const page = await openPage(site, path, { expected: path === '404.html' ? [/404/] : [] });
      await page.keyboard.press('Tab');
      expect(await stopOf(page), kind).toMatchObject({ name: ja.site.skip, problem: '' });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inMain = await page.evaluate(() => {
        const main = document.querySelector('main');
        const after = (document.activeElement?.compareDocumentPosition(main as Node) ?? 0) & 2;
        return main?.contains(document.activeElement) || after > 0;
      });
      expect(inMain, kind).toBe(true);
      await page.context().close();
    }
  });

  test.each([
    ['home', '', 375],
    ['search', 'search/', 1280],
    ['search', 'search/', 375],
    ['facility', 'f/mihono-201/', 375],
    ['type list', 'type/clinic/', 375],
  ])(
    '%s (/%s) at %i px: every stop is seen, has a name, and the last one lets go',
    async (_kind, path, width) => {
      const page = await openPage(site, path, { width });
      if (path === 'search/') await searchReady(page);
      if (path === 'search/' && width > 700) await mapReady(page);
      const problems: string[] = [];
      let stops = 0;
      for (; stops < 400; stops++) {
        await page.keyboard.press('Tab');
        const stop = await stopOf(page);
        if (stop.tag === 'BODY' || (stops > 0 && stop.name === ja.site.skip)) break;
        if (stop.problem || stop.name === '') problems.push(`${stop.tag} ${stop.name}: ${stop.problem}`);
      }
      expect(problems).toEqual([]);
      expect(stops).toBeGreaterThan(8);
      expect(stops).toBeLessThan(400);
      await goTo(page, named(ja.footer.downloads), 'Shift+Tab', 10);
    },
  );

  test('「/」 leads to the search box from anywhere, and is a letter within it', async () => {
    const page = await openSearch('search/');
    await goTo(page, stop => stop.tag === 'INPUT' && /病院/.test(stop.name));
    await page.keyboard.press('/');
    expect(await stopOf(page)).toMatchObject({ name: searchTexts.label, problem: '' });
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
  });

  test('filter, list, facility and back: the same list, and the keyboard goes on where it was', async () => {
    const page = await openSearch('search/');
    const results = resultsOf(page);
    await goTo(page, stop => stop.tag === 'INPUT' && /診療所・クリニック/.test(stop.name));
    await page.keyboard.press('Space');
    const wanted = demo.facilities.filter(({ services }) => services.some(({ type }) => type === 'clinic'));
    await eventually(results.count).toBe(wanted.length);
    expect(await stopOf(page)).toMatchObject({ tag: 'INPUT' });
    // They come a few at a time.
    await eventually(async () => (await results.names()).length).toBe(Math.min(wanted.length, 20));
    const names = await results.names();
    const tenth = names[9] ?? '';
    await goTo(page, stop => stop.tag === 'A' && stop.name === tenth);
    const link = results.links.nth(9);
    const y = await topOf(link);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/f\//);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(tenth);
    // The browser's own key (Alt+←) does not reach a headless browser.
    await page.goBack();
    expect(page.url()).toContain('type=clinic');
    await searchReady(page);
    await eventually(results.names).toEqual(names);
    await eventually(async () => Math.abs((await topOf(link)) - y)).toBeLessThan(60);
  });

  test('Enter in the search box leads to the results', async () => {
    const page = await openSearch('search/');
    await page.keyboard.press('/');
    await page.keyboard.type('ステーションはな');
    await eventually(async () => (await resultsOf(page).names())[0]).toBe('ステーションはな');
    await page.keyboard.press('Enter');
    await goTo(page, named('ステーションはな'), 'Tab', 3);
  });

  test('chosen conditions, 「もっと見る」 and 未回答: after each the keyboard is still in the search', async () => {
    const page = await openSearch('search/?type=clinic#can=proc-gastrostomy');
    for (const button of [searchTexts.showLeftOut, searchTexts.hideUnanswered, /を外す$/]) {
      await goTo(page, named(button));
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
      await page.keyboard.press('Tab');
      const { region, name } = await stopOf(page);
      expect(['HEADER', ''].includes(region) && name === ja.site.skip, String(button)).toBe(false);
    }
  });

  test('the map: zoom and pins have names and work; it is no trap', async () => {
    const page = await openSearch('search/');
    await mapReady(page);
    await page.getByRole('region', { name: searchTexts.mapLabel }).focus();
    await goTo(page, named(/^\d+番 |まとまり/), 'Tab', 5);
    await goTo(page, named(/まとまり、拡大する$/), 'Tab', 20);
    const pins = () =>
      page.locator('.map-mark').evaluateAll(all => all.map(each => each.ariaLabel).join('|'));
    const before = await pins();
    await page.keyboard.press('Enter');
    await eventually(pins).not.toBe(before);
    const zoomIn = await goTo(page, named(searchTexts.zoomIn), 'Tab', 60);
    expect(zoomIn.problem).toBe('');
    const zoomed = await pins();
    await page.keyboard.press('Enter');
    await eventually(pins).not.toBe(zoomed);
    await goTo(page, named(searchTexts.zoomOut), 'Tab', 2);
    await goTo(page, ({ region }) => region === 'FOOTER', 'Tab', 5);
    await goTo(page, named(searchTexts.zoomOut), 'Shift+Tab', 5);
  });

  test('a pin opens with Enter and leads to its result', async () => {
    const page = await openSearch('search/?q=ステーションはな');
    await page.getByRole('button', { name: /番 ステーションはな/ }).focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await stopOf(page)).name).toBe('ステーションはな');
    expect((await stopOf(page)).tag).toBe('A');
  });

  test('on a phone with a keyboard: filters fold out, a condition is set, list and map change places', async () => {
    const page = await openSearch('search/', 375);
    await goTo(page, named(searchTexts.openFilters));
    await page.keyboard.press('Enter');
    // They are drawn a moment after the window has changed.
    await page.getByRole('checkbox', { name: /病院/ }).first().waitFor();
    await goTo(page, stop => stop.tag === 'INPUT' && /病院/.test(stop.name), 'Tab', 9);
    await page.keyboard.press('Space');
    const hospitals = demo.facilities.filter(({ services }) =>
      services.some(({ type }) => type === 'hospital'),
    ).length;
    await goTo(page, named(`${hospitals}件を見る`));
    await page.keyboard.press('Enter');
    await eventually(resultsOf(page).names).toHaveLength(hospitals);
    const map = page.getByRole('button', { name: searchTexts.map, exact: true });
    await map.focus();
    await page.keyboard.press('Enter');
    expect(await map.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: /番 みほ野総合病院/ }).waitFor();
    await goTo(page, named(/^\d番 /), 'Tab', 6);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: searchTexts.selected }).waitFor();
    await goTo(page, named(/病院$/), 'Tab', 3);
    await page.getByRole('button', { name: searchTexts.list, exact: true }).focus();
    await page.keyboard.press('Space');
    await eventually(() => resultsOf(page).links.first().isVisible()).toBe(true);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { findBrowser } from './browser.ts';
import { launchBrowser, openWatched, type PageOptions, pageLog } from './harness-page.ts';

export { axeViolations, colourRules, htmlErrors } from './harness-checks.ts';
export { type PageOptions, pageLog, printToPdf, screenshot } from './harness-page.ts';
export { builtSite, runShigenMap, siteOrigin, withSite } from './harness-site.ts';

/*
 * Browser tests are written as
 *
 *   describeInBrowser('the search page', () => {
 *     let site: Served;
 *     beforeAll(async () => { site = await withSite(await builtSite('data')); });
 *     afterAll(() => site.close());
 *     test('…', async () => { const page = await openPage(site, 'search/', { width: 375 }); … });
 *   });
 *
 * A test fails on its own when a page it opened logged an error, threw, asked the site for something that is
 * not there, or asked another host for anything but a picture. Pages close themselves after their test.
 */

const path = findBrowser();

/** `describe` where there is a browser. Without one the tests are skipped, but in CI they fail. */
export const describeInBrowser: typeof describe | typeof describe.skip =
  path || process.env.CI ? describe : describe.skip;

let browser: Promise<Browser> | undefined;
const shared: Page[] = [];
let opened: Page[] = shared;

/** Opens a page of the site; `to` is relative to its base (`''`, `search/?q=x`). */
export async function openPage(site: Served, to: string, options: PageOptions = {}): Promise<Page> {
  if (!path) throw new Error('no browser: set CHROME_PATH, or run `npm test`, which installs one');
  browser ??= launchBrowser(path);
  const page = await openWatched(await browser, new URL(to, site.url).href, options);
  opened.push(page);
  return page;
}

beforeEach(() => {
  opened = [];
});

afterEach(async () => {
  const mine = opened;
  opened = shared;
  const problems = [...shared, ...mine].flatMap(page => pageLog(page).problems.splice(0));
  await Promise.all(mine.map(page => page.context().close()));
  if (problems.length > 0) throw new Error(`the page had problems:\n- ${problems.join('\n- ')}`);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

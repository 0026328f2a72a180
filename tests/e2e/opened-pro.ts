import type { Page } from 'playwright-core';
import type { Served } from '../../src/cli/serve.ts';
import { eventually } from './demo.ts';
import { openPage, type PageOptions } from './harness.ts';
import { demoPhrase, proReady, typePhrase } from './pro-page.ts';

/** The professional edition of the demo, opened with its phrase. */
export async function openedPro(site: Served, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(site, 'pro/', options);
  await typePhrase(page, demoPhrase);
  await proReady(page);
  return page;
}

/** Its worker has kept all that it needs: only then is it in force. */
export async function keptForOffline(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)),
  ).toBe(true);
}

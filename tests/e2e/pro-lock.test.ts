import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { idleMinutes } from '../../src/professional/unlock.ts';
import { proTexts } from '../../src/text/pro.ts';
import { builtDemo } from './demo.ts';
import { describeInBrowser, openPage, withSite } from './harness.ts';
import { demoPhrase, everythingKept, field, proReady, typePhrase } from './pro-page.ts';

let site: Served;
beforeAll(async () => {
  site = await withSite((await builtDemo()).folder);
});
afterAll(() => site.close());

const { kept, band } = proTexts;

/** Opened, with the key kept on the device. */
async function openedAndKept() {
  const page = await openPage(site, 'pro/', { width: 375 });
  await page.getByRole('checkbox').check();
  await typePhrase(page, demoPhrase);
  await proReady(page);
  const reload = () => page.goto(new URL('pro/', site.url).href, { waitUntil: 'networkidle' });
  return { page, reload };
}

describeInBrowser('ロック on a device that keeps the key', () => {
  test('holds when the page is loaded again, until somebody asks the device to open; then it opens by itself again', async () => {
    const { page, reload } = await openedAndKept();
    await page.getByRole('button', { name: band.lock, exact: true }).click();
    await reload();
    await page.getByRole('button', { name: kept.open }).waitFor();
    expect(await field(page).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: kept.forget }).isVisible()).toBe(true);
    expect(await page.locator('.results__list').count()).toBe(0);

    await page.getByRole('button', { name: kept.open }).click();
    await proReady(page);
    await reload();
    await proReady(page);
  });

  test('of a page that nobody used holds as well, and the phrase opens it without forgetting the key', async () => {
    const { page, reload } = await openedAndKept();
    await page.clock.install();
    await reload();
    await proReady(page);
    await page.clock.fastForward((idleMinutes + 1) * 60_000);
    await page.locator('.pro-lock__said').waitFor();
    await reload();
    await page.getByRole('button', { name: kept.open }).waitFor();
    await typePhrase(page, demoPhrase);
    await proReady(page);
    await reload();
    await proReady(page);
  });

  test('in one tab locks the others, and what one forgets all forget; a tab that nobody used locks alone', async () => {
    const { page, reload } = await openedAndKept();
    const other = await page.context().newPage();
    await other.goto(new URL('pro/', site.url).href);
    await proReady(other);
    await page.getByRole('button', { name: band.lock, exact: true }).click();
    await other.getByText(proTexts.why.asked).waitFor();
    expect(await other.locator('.results__list').count()).toBe(0);

    await other.getByRole('button', { name: kept.open }).click();
    await proReady(other);
    await page.clock.install();
    await reload();
    await proReady(page);
    await page.clock.fastForward((idleMinutes + 1) * 60_000);
    await page.locator('.pro-lock__said').waitFor();
    expect(await other.locator('.results__list').count()).toBe(1);

    await page.getByRole('button', { name: kept.forget }).click();
    await page.getByText(kept.forgotten).waitFor();
    await other.getByRole('button', { name: band.lock, exact: true }).click();
    await field(other).waitFor();
    expect(await other.getByRole('button', { name: kept.open }).count()).toBe(0);
    await other.close();
  });

  test('leaves nothing in clear on the device, and what is forgotten takes the lock with it', async () => {
    const { page, reload } = await openedAndKept();
    const name = (await page.locator('.results__list h3').first().innerText()).trim();
    await page.getByRole('button', { name: band.lock, exact: true }).click();
    await page.getByText(proTexts.why.asked).waitFor();
    const all = await everythingKept(page);
    expect([name, demoPhrase].filter(text => all.includes(text))).toEqual([]);
    await page.getByRole('button', { name: kept.forget }).click();
    await page.getByText(kept.forgotten).waitFor();
    await reload();
    await field(page).waitFor();
    expect(await page.getByRole('button', { name: kept.open }).count()).toBe(0);
  });
});

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { proTexts } from '../../src/text/pro.ts';
import { builtDemo, eventually } from './demo.ts';
import { describeInBrowser, withSite } from './harness.ts';
import { keptForOffline, openedPro } from './opened-pro.ts';
import { demoPhrase, proReady, typePhrase, view } from './pro-page.ts';

/** Two builds of the demo region, whose editions open with one phrase; the first is the older. */
let builds: [older: string, newer: string];
beforeAll(async () => {
  const folders = [(await builtDemo()).folder, (await builtDemo('/map/')).folder];
  const [a = '', b = ''] = folders.sort((one, other) => madeAt(one).localeCompare(madeAt(other)));
  builds = [a, b];
});

const editionOf = (folder: string): { madeAt: string; build: string; files: { name: string }[] } =>
  JSON.parse(readFileSync(join(folder, 'pro/edition.json'), 'utf8'));
const madeAt = (folder: string) => editionOf(folder).madeAt;

/** Puts the edition of `from` in the place of the one that is served. */
function publish(from: string, to: string, version: string): void {
  const isSealed = (name: string) => name === 'edition.json' || name.endsWith('.bin');
  for (const name of readdirSync(join(to, 'pro')).filter(isSealed)) rmSync(join(to, 'pro', name));
  for (const name of readdirSync(join(from, 'pro')).filter(isSealed))
    cpSync(join(from, 'pro', name), join(to, 'pro', name));
  const worker = readFileSync(join(to, 'pro/sw.js'), 'utf8');
  writeFileSync(join(to, 'pro/sw.js'), worker.replace(/"[^"]*"\);\s*$/, `"${version}");\n`));
}

/** Names of the sealed files that the device keeps. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find(each => each.endsWith(' edition')) ?? '';
    const kept = await (await caches.open(name)).keys();
    return kept.flatMap(({ url }) => /[^/]+\.bin$/.exec(url)?.[0] ?? []).sort();
  });

const namesOf = (folder: string) =>
  editionOf(folder)
    .files.map(({ name }) => name)
    .sort();

describeInBrowser('the professional edition as it is published', () => {
  let folder: string;
  let site: Served;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shigen-map-editions-'));
    const whole = (await builtDemo()).folder;
    cpSync(whole, folder, { recursive: true });
    publish(builds[0], folder, 'first');
    site = await withSite(folder);
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  test('an open page works on when another edition is published; loaded again it has the new one, and tells an older', async () => {
    const page = await openedPro(site, { serviceWorker: true });
    const reopen = async () => {
      await page.goto(new URL('pro/', site.url).href);
      await typePhrase(page, demoPhrase);
      await proReady(page);
    };
    await eventually(() => keptFiles(page)).toEqual(namesOf(builds[0]));

    publish(builds[1], folder, 'second');
    await view(page, 'contacts').click();
    await page.locator('.office').first().waitFor();
    await reopen();
    expect(await page.getByRole('alert').count()).toBe(0);
    await eventually(() => keptFiles(page)).toEqual(namesOf(builds[1]));
    await view(page, 'matrix').click();
    await page.locator('.matrix td').first().waitFor();
    await eventually(() =>
      page.evaluate(async () => (await caches.keys()).filter(name => name.includes(' page ')).join()),
    ).toMatch(/second$/);

    publish(builds[0], folder, 'third');
    await reopen();
    const told = proTexts.band.older.split('{date}')[1]?.trim() ?? '';
    expect(await page.getByRole('alert').innerText()).toContain(told);
  });
});

describeInBrowser('the professional edition under a base path', () => {
  test('opens, shows a record and works without a connection, all below it', async () => {
    const site = await withSite((await builtDemo('/map/')).folder, { base: '/map/' });
    const page = await openedPro(site, { serviceWorker: true });
    await page.locator('.results__list h3 a').first().click();
    await page.locator('#record-name').waitFor();
    expect(new URL(page.url()).pathname).toBe('/map/pro/');
    await keptForOffline(page);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(2);
    await page.context().setOffline(true);
    await page.goto(new URL('pro/', site.url).href);
    await typePhrase(page, demoPhrase);
    await proReady(page);
    await page.context().setOffline(false);
    await site.close();
  });
});

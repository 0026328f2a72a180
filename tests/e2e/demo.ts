import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { searchTexts } from '../../src/text/search.ts';
import { builtSite } from './harness.ts';

export interface DemoFacility {
  id: string;
  name: string;
  positionState: string;
  services: {
    type: string;
    phones: { text: string; digits: string }[];
    hours: { days: Record<string, { state: string }> }[];
    capabilities: { id: string; value: string; relation: string }[];
  }[];
}

/** The demo region as built, with what its own published file says: what the pages are held against. */
export interface Demo {
  folder: string;
  facilities: DemoFacility[];
  /** Every page, as an address relative to the base: `''`, `type/clinic/`, `404.html`. */
  pages: string[];
  /** Former addresses of facilities, which only lead on: no link or sitemap names them. */
  moved: string[];
  html: (page: string) => string;
}

export async function builtDemo(base = '/'): Promise<Demo> {
  const folder = await builtSite('data', base);
  const { facilities } = JSON.parse(readFileSync(join(folder, 'data/facilities.json'), 'utf8'));
  const html = (page: string) => readFileSync(join(folder, fileOf(page)), 'utf8');
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.html'))
    .map(name => name.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
  const isMoved = (page: string) => page.startsWith('f/') && html(page).includes('http-equiv="refresh"');
  const [moved, pages] = [all.filter(isMoved), all.filter(page => !isMoved(page))];
  return { folder, facilities, pages, moved, html };
}

export function fileOf(page: string): string {
  return page === '' || page.endsWith('/') ? `${page}index.html` : page;
}

/** A list for another site's frame: without header, footer or anything but the list. */
export function isEmbedded(page: string): boolean {
  return /^embed\/./.test(page);
}

/** One page of every kind: what is looked at in the browser. */
export function pageKinds({ pages, facilities }: Demo): [kind: string, page: string][] {
  const facility = (kind: string, wanted: (facility: DemoFacility) => boolean): [string, string] => {
    const found = facilities.find(wanted);
    if (!found) throw new Error(`the demo region has no facility of this kind: ${kind}`);
    return [kind, `f/${found.id}/`];
  };
  const first = (kind: string, shape: RegExp): [string, string][] => {
    const found = pages.find(page => shape.test(page));
    return found === undefined ? [] : [[kind, found]];
  };
  return [
    ['home', ''],
    ['search', 'search/'],
    ['type index', 'type/'],
    ...first('type list', /^type\/clinic\/$/),
    ['area index', 'area/'],
    ...first('area list', /^area\/[^/]+\/$/),
    ...first('area and type list', /^area\/[^/]+\/[^/]+\/$/),
    ['need index', 'need/'],
    ['scene index', 'scene/'],
    ...first('need list', /^need\/[^/]+\/$/),
    ...first('scene', /^scene\/emergency\/$/),
    ['capability index', 'can/'],
    ...first('capability list', /^can\/available-24h\/$/),
    ['kana index', 'kana/'],
    ['desks', 'desk/'],
    facility('facility with one service', ({ services, positionState }) =>
      Boolean(services.length === 1 && services[0]?.capabilities.length && positionState === 'stated'),
    ),
    facility('facility with several services', ({ services }) => services.length > 2),
    facility('facility with an unconfirmed position', ({ positionState }) => positionState === 'unconfirmed'),
    facility('facility without a position', ({ positionState }) => positionState === 'missing'),
    facility('facility with unknown hours', ({ services }) =>
      services.some(({ hours }) =>
        hours.some(({ days }) => Object.values(days).some(day => day.state === 'unknown')),
      ),
    ),
    ...first('article', /^page\/taiin\/$/),
    ...first('article list', /^page\/$/),
    ...first('news', /^news\/$/),
    ...first('changes', /^changes\/$/),
    ...first('closed record', /^f\/mihono-closed-1\/$/),
    ['about', 'about/'],
    ['words', 'words/'],
    ...['easy', 'en'].flatMap(edition =>
      ['', 'type/', 'type/clinic/', 'area/', 'need/night-worry/', 'words/', 'about/'].map(
        (page): [string, string] => [`${edition} ${page || 'home'}`, `${edition}/${page}`],
      ),
    ),
    ['downloads', 'downloads/'],
    ['professional edition, locked', 'pro/'],
    ['dictionary', 'dictionary/'],
    ['how to embed', 'embed/'],
    ...first('embedded list', /^embed\/type\/clinic\/$/),
    ...first('embedded desks', /^embed\/desk\/$/),
    ['404', '404.html'],
  ];
}

/** `expect.poll` with the patience a busy machine needs. */
export function eventually<T>(read: () => T | Promise<T>, message?: string) {
  return expect.poll(read, { timeout: 10_000, ...(message === undefined ? {} : { message }) });
}

/** The search page answers: its data has come and the address was read. */
export async function searchReady(page: Page): Promise<void> {
  await page.locator('.results:not([aria-busy]) [role=status]').first().waitFor({ state: 'attached' });
}

/** Pins stand on the map. */
export async function mapReady(page: Page): Promise<void> {
  await page.getByRole('region', { name: searchTexts.mapLabel }).getByRole('button').nth(2).waitFor();
}

/** Where it stands in the window. */
export function topOf(element: Locator): Promise<number> {
  return element.evaluate(each => each.getBoundingClientRect().top);
}

/** Pressed once it stands still, as a hand would: what a jump brings into sight takes its height a frame later. */
export async function pressAtRest(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  await topAtRest(button);
  await button.click();
}

/** What comes a part to a frame has come: nothing of the page changes in some frames, however long a frame takes. */
export async function drawnWhole(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let changes = 0;
    const watch = new MutationObserver(() => {
      changes += 1;
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let still = 0, seen = 0; still < 8; seen = changes) {
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      still = changes === seen ? still + 1 : 0;
    }
    watch.disconnect();
  });
}

/** Where it stands once what came into sight around it has taken its height. */
export async function topAtRest(element: Locator): Promise<number> {
  let top = await topOf(element);
  for (let still = 0; still < 5; ) {
    await element.page().waitForTimeout(100);
    const now = await topOf(element);
    still = now === top ? still + 1 : 0;
    top = now;
  }
  return top;
}

export function resultsOf(page: Page) {
  const region = page.getByRole('region', { name: searchTexts.results });
  const links = region.locator('ol').getByRole('heading', { level: 3 }).getByRole('link');
  return {
    region,
    links,
    /** Of the list once it stands whole: it is drawn a few at a time. */
    names: async () => {
      await region.locator('.results__list:not([aria-busy])').waitFor({ state: 'attached' });
      return (await links.allTextContents()).map(name => name.trim());
    },
    /** The number the page says. */
    count: async () => Number((await region.locator('.status__count strong').innerText()).replace(/\D/g, '')),
  };
}

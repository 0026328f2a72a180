import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { searchTexts } from '../../src/text/search.ts';
import { shellTexts } from '../../src/text/shell.ts';
import { builtDemo, type Demo, isEmbedded, mapReady, pageKinds, searchReady } from './demo.ts';
import {
  axeViolations,
  colourRules,
  describeInBrowser,
  htmlErrors,
  openPage,
  pageLog,
  withSite,
} from './harness.ts';
import { layoutProblems, smallTargets } from './layout-checks.ts';
import { pagesOfAllMarkup } from './markup.ts';
import { type Look, walk } from './walk.ts';

/** The only other host: 地理院タイル 淡色地図. */
const tiles = 'https://cyberjapandata.gsi.go.jp/xyz/pale/';

let demo: Demo;
beforeAll(async () => {
  demo = await builtDemo();
});

/** Of every page what is wrong with it, as lines that begin with the page. */
const wrongPages = (check: (html: string, page: string) => string[]) =>
  demo.pages.flatMap(page => check(demo.html(page), page).map(problem => `${page || 'home'}: ${problem}`));

describe('every built page', () => {
  test('is valid HTML, in the pages that together hold all markup', () => {
    const pages = new Set([
      ...pagesOfAllMarkup([...demo.pages, ...demo.moved], demo.html),
      ...pageKinds(demo).map(([, page]) => page),
    ]);
    expect(
      [...pages].flatMap(page => htmlErrors(demo.html(page)).map(error => `${page || 'home'}: ${error}`)),
    ).toEqual([]);
  });

  test('names each part of itself once', () => {
    const twice = wrongPages(html => {
      const ids = [...html.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(([, id = '']) => id);
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    });
    expect(twice).toEqual([]);
  });

  test('has the language of its edition, says that the region is fictional, and can be read by a phone', () => {
    const isMissing = (html: string, page: string) =>
      [
        `<html lang="${page.startsWith('en/') ? 'en' : 'ja'}"`,
        page.startsWith('easy/') ? '見本<rp>' : shellTexts[page.startsWith('en/') ? 'en' : 'ja'].demo,
        'name="viewport" content="width=device-width',
      ].filter(must => !html.includes(must));
    expect(wrongPages(isMissing)).toEqual([]);
  });

  test('begins with the way past its header', () => {
    const skip = '<body> <a class="skip-link" href="#main">';
    const wrong = wrongPages((html, page) =>
      isEmbedded(page) || (html.includes(skip) && html.includes('<main id="main"')) ? [] : ['none'],
    );
    expect(wrong).toEqual([]);
  });

  test('has a title of its own', () => {
    const titles = demo.pages.map(page => /<title>([^<]*)<\/title>/.exec(demo.html(page))?.[1] ?? '');
    expect(titles.filter((title, i) => title === '' || titles.indexOf(title) !== i)).toEqual([]);
  });

  test('has one first heading and a policy that begins with nothing allowed', () => {
    const problems = wrongPages(html => {
      const policies = html.match(
        /<meta http-equiv="content-security-policy" content="default-src 'none'; /g,
      );
      const loose = /script-src [^;]*('unsafe|\*|https?:)/.exec(html);
      return [
        ...(policies?.length === 1 ? [] : ['no policy']),
        ...(loose ? [loose[0]] : []),
        ...(html.match(/<h1[\s>]/g)?.length === 1 ? [] : ['not one h1']),
      ];
    });
    expect(problems).toEqual([]);
  });
});

/** Colours are tokens, whose contrast is tested by itself: these pages together use all of them. */
const isColoured = (kind: string) =>
  /^(?:home|search|type list|area list|need list|capability list|desks|facility with several services|article|changes|easy home|en home)$/.test(
    kind,
  );

/** Pages a wide window lays out otherwise than a phone, one of each layout. */
const isLaidOutAnew = (kind: string) =>
  isColoured(kind) ||
  /^(?:type index|area index|kana index|downloads|dictionary|words|embedded list|404)$/.test(kind);

/** Only the search page has a map. */
const otherHosts: Look = (page, kind) =>
  pageLog(page).outside.filter(address => kind !== 'search' || !address.startsWith(tiles));

const otherColours: Look = async (page, kind) => {
  if (!isColoured(kind)) return [];
  const problems: string[] = [];
  for (const choice of [{ theme: 'dark' }, { contrast: 'high' }]) {
    await page.evaluate(wanted => Object.assign(document.documentElement.dataset, wanted), choice);
    problems.push(...(await axeViolations(page, colourRules)));
  }
  await page.evaluate(() => {
    for (const name of ['theme', 'contrast']) delete document.documentElement.dataset[name];
  });
  return problems;
};

const largestText: Look = async page => {
  await page.evaluate(() => {
    document.documentElement.dataset['size'] = 'larger';
  });
  return layoutProblems(page, [320]);
};

const onPhone = {
  axe: (page: Page) => axeViolations(page),
  otherColours,
  targets: smallTargets,
  layout: (page: Page) => layoutProblems(page, [375, 320, 640]),
  largestText,
  otherHosts,
};

const onDesk = {
  axe: (page: Page) => axeViolations(page),
  layout: (page: Page) => layoutProblems(page, [1280]),
  otherHosts,
};

describeInBrowser('a page of every kind', () => {
  let site: Served;
  let phone: Record<keyof typeof onPhone, string[]>;
  let desk: Record<keyof typeof onDesk, string[]>;
  beforeAll(async () => {
    site = await withSite(demo.folder);
    const kinds = pageKinds(demo);
    phone = await walk(site, kinds, 375, onPhone);
    desk = await walk(
      site,
      kinds.filter(([kind]) => isLaidOutAnew(kind)),
      1280,
      onDesk,
    );
  });
  afterAll(() => site.close());

  test('kinds are there', () => {
    const kinds = pageKinds(demo).map(([kind]) => kind);
    expect(kinds.length).toBeGreaterThan(40);
    expect(kinds.filter(isColoured)).toHaveLength(12);
    expect(kinds.filter(isLaidOutAnew)).toHaveLength(20);
  });

  test('asks no other host but that of the tiles', () => {
    expect([...phone.otherHosts, ...desk.otherHosts]).toEqual([]);
  });

  test('on a phone: axe finds nothing', () => expect(phone.axe).toEqual([]));
  test('on a phone: targets a finger can hit', () => expect(phone.targets).toEqual([]));
  test('on a phone, at 320 px and at 200 % zoom: nothing is cut or sideways', () =>
    expect(phone.layout).toEqual([]));
  test('the largest text loses nothing at 320 px', () => expect(phone.largestText).toEqual([]));
  test('dark and high contrast: axe finds nothing on the pages that use every colour', () =>
    expect(phone.otherColours).toEqual([]));
  test('on a desk: axe finds nothing', () => expect(desk.axe).toEqual([]));
  test('on a desk: nothing is cut or sideways', () => expect(desk.layout).toEqual([]));
});

describeInBrowser('the search page', () => {
  let site: Served;
  beforeAll(async () => {
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const states: [string, string, number][] = [
    ['results of a text', 'search/?q=訪問看護', 375],
    ['chosen conditions', 'search/?type=clinic&type=hospital&area=mihono-shi#can=proc-gastrostomy', 1280],
    ['unanswered shown', 'search/#can=proc-gastrostomy&unanswered=1', 375],
    ['nothing found', 'search/?q=ステーションはな&type=hospital', 375],
    ['the map tab', 'search/?view=map', 375],
  ];
  test.each(states)('with %s: axe, layout and targets', async (_state, address, width) => {
    const page = await openPage(site, address, { width });
    await searchReady(page);
    if (address.includes('view=map')) await mapReady(page);
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    if (width > 700) return;
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
  });

  test('with open filters on a phone: axe, layout and targets', async () => {
    const page = await openPage(site, 'search/', { width: 375 });
    await searchReady(page);
    await page.getByRole('button', { name: searchTexts.openFilters }).click();
    const filters = page.getByRole('region', { name: searchTexts.filters });
    for (const facet of ['areas', 'specialities', 'capabilities'] as const)
      await filters.getByText(searchTexts.facets[facet], { exact: true }).click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
  });
});

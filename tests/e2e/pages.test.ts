import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import { searchTexts } from '../../src/text/search.ts';
import { shellTexts } from '../../src/text/shell.ts';
import { builtDemo, type Demo, isEmbedded, mapReady, pageKinds, searchReady } from './demo.ts';
import { axeViolations, describeInBrowser, htmlErrors, openPage, pageLog, withSite } from './harness.ts';
import { layoutProblems, smallTargets } from './layout-checks.ts';
import { pagesOfAllMarkup } from './markup.ts';

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

describeInBrowser('a page of every kind', () => {
  let site: Served;
  beforeAll(async () => {
    site = await withSite(demo.folder);
  });
  afterAll(() => site.close());

  const kinds = () =>
    pageKinds(demo).map(([kind, page]) => ({
      kind,
      page,
      options: page === '404.html' ? { expected: [/404/] } : {},
    }));

  test('kinds are there', () => {
    expect(kinds().length).toBeGreaterThanOrEqual(14);
  });

  /** Looks at a page of every kind, two at a time, and gathers what is wrong with them. */
  const problemsOfKinds = async (
    width: number,
    look: (page: Page) => Promise<string[]>,
    isWanted: (kind: string) => boolean = () => true,
  ) => {
    const problems: string[] = [];
    const waiting = kinds().filter(({ kind }) => isWanted(kind));
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const page = await openPage(site, next.page, { ...next.options, width });
        if (next.kind === 'search') await searchReady(page);
        if (next.kind === 'search' && width > 1000) await mapReady(page);
        for (const problem of await look(page)) problems.push(`${next.kind}: ${problem}`);
        const foreign = pageLog(page).outside.filter(address => !address.startsWith(tiles));
        for (const address of foreign) problems.push(`${next.kind}: asks ${address}`);
        if (next.kind !== 'search' && pageLog(page).outside.length > 0)
          problems.push(`${next.kind}: asks for tiles`);
        await page.context().close();
      }
    };
    await Promise.all([worker(), worker()]);
    return problems;
  };

  test('on a phone: no other host, axe, targets a finger can hit, nothing cut or sideways at 320 px and at 200 % zoom', async () => {
    const problems = await problemsOfKinds(375, async page => [
      ...(await axeViolations(page)),
      ...(await smallTargets(page)),
      ...(await layoutProblems(page, [375, 320, 640])),
    ]);
    expect(problems).toEqual([]);
  }, 400_000);

  test('on a desk: no other host but that of the tiles, axe, nothing cut or sideways', async () => {
    const look = async (page: Page) => [
      ...(await axeViolations(page)),
      ...(await layoutProblems(page, [1280])),
    ];
    // The pages of another edition are laid out by the same components as the Japanese ones.
    const isWanted = (kind: string) => !/^(?:easy|en) (?!home$)/.test(kind);
    expect(await problemsOfKinds(1280, look, isWanted)).toEqual([]);
  }, 400_000);

  const states: [string, string, number][] = [
    ['results of a text', 'search/?q=訪問看護', 375],
    ['chosen conditions', 'search/?type=clinic&type=hospital&area=mihono-shi#can=proc-gastrostomy', 1280],
    ['unanswered shown', 'search/#can=proc-gastrostomy&unanswered=1', 375],
    ['nothing found', 'search/?q=ステーションはな&type=hospital', 375],
    ['the map tab', 'search/?view=map', 375],
  ];
  test.each(states)('the search page with %s: axe, layout and targets', async (_state, address, width) => {
    const page = await openPage(site, address, { width });
    await searchReady(page);
    if (address.includes('view=map')) await mapReady(page);
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    if (width > 700) return;
    expect(await layoutProblems(page, [375, 320])).toEqual([]);
  });

  test('the open filters on a phone: axe, layout and targets', async () => {
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

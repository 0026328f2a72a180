import { beforeAll, describe, expect, test } from 'vitest';
import { builtDemo, type Demo } from '../e2e/demo.ts';
import { siteOrigin } from '../e2e/harness-site.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await builtDemo();
});

const inEdition = (edition: string) => demo.pages.filter(page => page.startsWith(`${edition}/`));
const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');

/** The body without what is marked as Japanese; the innermost elements first. */
function withoutJapanese(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const marked = /<(\w+)\b[^>]*\slang="ja"[^>]*>(?:(?!<\1\b)[\s\S])*?<\/\1>/g;
  let rest = body;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(marked, '');
  }
  return rest;
}

describe('the editions', () => {
  test('have the same pages, and none of facilities', () => {
    const names = (edition: string) => inEdition(edition).map(page => page.slice(edition.length + 1));
    expect(names('easy')).toEqual(names('en'));
    expect(names('en').filter(page => page.startsWith('f/'))).toEqual([]);
    for (const page of ['', 'type/', 'area/', 'words/', 'about/', 'type/clinic/', 'need/night-worry/'])
      expect(names('en')).toContain(page);
    expect(names('en').filter(page => !demo.pages.includes(page))).toEqual([]);
  });

  test('English pages hold Japanese only where it is marked as such', () => {
    const mixed = inEdition('en').flatMap(page => {
      const found = withoutTags(withoutJapanese(demo.html(page))).match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u,
      );
      return found && !/^(予定)$/.test(found[0]) ? [`${page}: ${found[0]}`] : [];
    });
    expect(mixed).toEqual([]);
  });

  test('every page leads to the other two editions, in their own languages', () => {
    const wrong = demo.pages.flatMap(page => {
      const list = /<ul class="languages"[\s\S]*?<\/ul>/.exec(demo.html(page))?.[0] ?? '';
      const langs = [...list.matchAll(/lang="(ja|en)" hreflang="([a-z-]+)"/g)].map(match => match[2]);
      const own = page.startsWith('en/') ? 'en' : page.startsWith('easy/') ? 'ja-simple' : 'ja';
      const expected = ['ja', 'ja-simple', 'en'].filter(each => each !== own);
      return langs.join() === expected.join() ? [] : [`${page}: ${langs.join()}`];
    });
    expect(wrong.filter(each => !each.startsWith('embed/'))).toEqual([]);
  });

  test('a page names its other editions to search engines, each way', () => {
    const alternates = (page: string) =>
      [...demo.html(page).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(match =>
        match.slice(1, 3).join(' '),
      );
    const expected = ['ja /words/', 'ja-simple /easy/words/', 'en /en/words/'].map(each =>
      each.replace(' ', ` ${siteOrigin}`),
    );
    for (const page of ['words/', 'easy/words/', 'en/words/'])
      expect(alternates(page), page).toEqual(expected);
    expect(alternates(demo.pages.find(page => page.startsWith('f/'))!)).toEqual([]);
  });

  test('links of the editions to Japanese pages say so', () => {
    const silent = [...inEdition('easy'), ...inEdition('en')].flatMap(page =>
      [...demo.html(page).matchAll(/<a\b[^>]*href="\/(?:f|search|area|downloads)\/[^"]*"[^>]*>/g)]
        .filter(([link]) => !link.includes('hreflang="ja"'))
        .map(([link]) => `${page}: ${link}`),
    );
    expect(silent).toEqual([]);
  });

  test('やさしい日本語 has furigana on the words of the site', () => {
    for (const page of ['easy/', 'easy/type/', 'easy/need/leaving-hospital/'])
      expect(demo.html(page).match(/<rt>/g)?.length ?? 0, page).toBeGreaterThan(30);
    const headings = inEdition('easy').flatMap(page =>
      [...demo.html(page).matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)].map(([, heading = '']) => ({
        page,
        heading,
      })),
    );
    const bare = headings.filter(
      ({ page, heading }) =>
        /\p{Script=Han}/u.test(withoutTags(heading.replace(/<ruby[^>]*>[\s\S]*?<\/ruby>/g, ''))) &&
        page !== 'easy/',
    );
    expect(bare).toEqual([]);
  });
});

describe('words of the glossary', () => {
  test('are explained once on a page, at their first use outside of links and headings', () => {
    const pages = demo.pages.filter(page => /^(f|need)\//.test(page));
    const twice = pages.flatMap(page => {
      const told = [...demo.html(page).matchAll(/<span class="explain">（([^）]*)）/g)].map(
        match => match[1],
      );
      return told.filter((brief, at) => told.indexOf(brief) !== at).map(brief => `${page}: ${brief}`);
    });
    expect(twice).toEqual([]);
    expect(pages.some(page => demo.html(page).includes('class="explain"'))).toBe(true);
    const inLink = pages.filter(page =>
      /<(a|h[1-6]|button)\b[^>]*>(?:(?!<\/\1>)[\s\S])*class="explain"/.test(demo.html(page)),
    );
    expect(inLink).toEqual([]);
  });
});

test('the numbers to call at night are whole, and links, in every edition', () => {
  for (const page of ['', 'easy/', 'en/']) {
    const html = demo.html(`${page}need/night-worry/`);
    expect(html).toContain('<a class="tel-link" href="tel:119">119</a>');
    expect(html).toContain('<a class="tel-link" href="tel:%237119">#7119</a>');
    expect(html).toContain('<a class="tel-link" href="tel:%238000">#8000</a>');
  }
});

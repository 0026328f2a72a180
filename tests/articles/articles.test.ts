import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../src/articles/html.ts';
import { readArticles } from '../../src/articles/read.ts';
import { regionOf } from '../dataset/region.ts';

const list = '名称,種別,住所,電話番号\nみほん薬局,薬局,新発田市西町0-1,0254-00-0001\n';
const fixtures = join(import.meta.dirname, '../fixtures/bad');
const png = readFileSync(join(fixtures, 'article-alt-missing/files/a.png'));
const jpeg = readFileSync(join(fixtures, 'article-place-in-picture/files/a.jpg'));

type Files = Record<string, string | Uint8Array>;
const regionWith = (pages: Files, more: Files = {}) => {
  const named = Object.entries(pages).map(([name, text]) => [`pages/${name}`, text]);
  return regionOf({ 'facilities/a.csv': list, ...Object.fromEntries(named), ...more });
};
/** The HTML of one article under the base path `/map/`. */
const htmlOf = (text: string | Uint8Array, more: Files = {}) => {
  const region = regionWith({ 'annai.md': text }, more);
  const [article] = region.publicDataset.articles;
  const html = article ? articleHtml(article.body, path => `/map${path}`) : '';
  const told = region.issues.filter(({ code }) => code.startsWith('article-')).map(({ code }) => code);
  return { region, article, html, told };
};

describe('an article', () => {
  it('takes its title, day, order and address from its head', () => {
    const { article } = htmlOf('---\ntitle: あんない\ndate: 令和8年5月1日\nid: guide\n---\n\nほんぶん\n');
    expect(article).toMatchObject({ slug: 'guide', title: 'あんない', date: '2026-05-01', kind: 'news' });
  });

  it('needs no head: title from the first heading, address from the file', () => {
    const { article, html } = htmlOf('# あんない\n\nほんぶん\n');
    expect(article).toMatchObject({ slug: 'annai', title: 'あんない', date: null, kind: 'article' });
    expect(html).toBe('<p>ほんぶん</p>');
  });

  it('reads what a Notepad of Windows saved (CP932, UTF-8 with a mark, UTF-16)', () => {
    const cp932 = Buffer.from('232082a082f182c882a20d0a0d0a82d982f182d482f10d0a', 'hex');
    const utf16 = Buffer.from('\uFEFF# あんない\r\n\r\nほんぶん\r\n', 'utf16le');
    for (const bytes of [cp932, utf16, '\uFEFF# あんない\r\n\r\nほんぶん\r\n'])
      expect(htmlOf(bytes)).toMatchObject({ html: '<p>ほんぶん</p>', told: [] });
  });

  it('says the line of a slip in its head, and stays out', () => {
    const { region, article } = htmlOf('---\ntitle: あんない\ndaet: 2026-05-01\n---\n\nほんぶん\n');
    expect(article).toBeUndefined();
    expect(region.sentences('config-unknown-key')).toEqual([
      'pages/annai.md 3行目 「daet」：この項目名は使えません。「date」のまちがいではありませんか。',
    ]);
  });

  it('keeps headings below the page’s own and skips none', () => {
    const { html } = htmlOf('---\ntitle: だい\n---\n\n# いち\n\n#### に\n\n## さん\n');
    expect(html.match(/<h\d/g)).toEqual(['<h2', '<h3', '<h3']);
  });

  it('joins lines of Japanese without a gap, and of English with one', () => {
    expect(htmlOf('# あ\n\nいち。\n**に**。\nさん\n\nwe\nare\n').html).toBe(
      '<p>いち。<strong>に</strong>。さん</p>\n<p>we\nare</p>',
    );
  });

  it('puts a table in a box that scrolls, with headings that say what they head', () => {
    const { html } = htmlOf('# あ\n\n| いつ | 円 |\n| --- | ---: |\n| きょう | 100 |\n');
    expect(html).toContain('<section class="article__table" tabindex="0" aria-label="表1"><table>');
    expect(html).toContain('<th scope="col">いつ</th>');
    expect(html).toContain('<td class="article__right">100</td>');
  });
});

describe('HTML in an article', () => {
  it('is dropped and told with its line, but for line breaks and comments', () => {
    const { html, region } = htmlOf(
      '# あ\n\nいち<br>に <b onclick="x()">さん</b>\n\n<!-- めも -->\n\n<script>alert(1)</script>\n',
    );
    expect(html).not.toMatch(/<script|onclick|めも|<b[ >]/);
    expect(html).toContain('いち<br>');
    expect(region.sentences('article-html-dropped').map(text => text.split('：')[0])).toEqual([
      'pages/annai.md 3行目',
      'pages/annai.md 3行目',
      'pages/annai.md 7行目',
    ]);
  });

  it('never comes out, whatever is written', () => {
    const piece = fc.constantFrom(
      ...['<script>', '</script>', '<img src=x onerror=a()>', '[a](javascript:a)', '![a](data:text/html,a)'],
      ...[
        '[a][b]',
        '\n\n[b]: javascript:a\n\n',
        '<http://a.example>',
        '&lt;script&gt;',
        '`',
        '\n\n',
        '| a |\n| - |\n',
      ],
      ...['"><script>', 'www.example.jp', '[^1]', '\n[^1]: <b>\n', '# ', '> ', '- [ ] ', '](', '![', 'あ'],
      ...['[a](vbscript:a "\' onclick=a")', '[a](&#106;avascript:a)', '[a](//evil.example)', '[a](\\\\evil)'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = new TextEncoder().encode(`# あ\n\n${pieces.join('')}`);
        const folder = { list: (of: string) => (of === 'pages' ? ['pages/a.md'] : []), read: () => text };
        const [article] = readArticles(folder, { addresses: new Set() }).value.articles;
        const html = article ? articleHtml(article.body, path => `/map${path}`) : '';
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.filter(tag => /^<(?:script|style|iframe|svg)|\son[a-z]+=/i.test(tag))).toEqual([]);
        const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
        expect(
          addresses.filter(address => !/^(?:https?:\/\/|mailto:|tel:|#|\/map\/)/i.test(address)),
        ).toEqual([]);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('a link', () => {
  const links = (text: string, more: Files = {}) => {
    const { html, told } = htmlOf(`# あ\n\n${text}\n`, { 'pages/hoka.md': '# ほかの ページ\n', ...more });
    return { to: [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address), told };
  };

  it('leads to pages of the site, other articles, files, other sites, mail and telephones', () => {
    const { to, told } = links(
      '[1](/type/pharmacy) [2](hoka.md) [3](page:ほかの%20ページ) [4](files/図.pdf) [5](https://www.example.jp/) [6](tel:0254000001) [7](mailto:a@example.jp)',
      { 'files/図.pdf': '%PDF-1.4' },
    );
    expect(told).toEqual([]);
    expect(to).toEqual([
      ...[
        '/map/type/pharmacy/',
        '/map/page/hoka/',
        '/map/page/hoka/',
        expect.stringMatching(/^\/map\/files\/x-\w+\.pdf$/),
      ],
      ...['https://www.example.jp/', 'tel:0254000001', 'mailto:a@example.jp'],
    ]);
  });

  it('to nothing becomes text, with the address that was probably meant', () => {
    const { region, html } = htmlOf('# あ\n\n[薬局](/type/pharmcy/) [ここ](#nai)\n');
    expect(html).toBe('<p>薬局 <span>ここ</span></p>');
    expect(region.sentences('article-link-unknown')[0]).toContain(
      '「/type/pharmacy/」のまちがいではありませんか',
    );
  });

  it('to a record that is not public leads nowhere', () => {
    const hidden = 'ID,名称,種別,掲載区分\nh-1,ひみつ薬局,薬局,非公開\n';
    const { html } = htmlOf('# あ\n\n[1](/f/h-1/)\n', { 'facilities/b.csv': hidden });
    expect(html).toBe('<p>1</p>');
  });
});

describe('a picture', () => {
  it('has its size, its words and a name every server can hold', () => {
    const { html, told, region } = htmlOf('# あ\n\n![会場の入口](入口.PNG)\n', { 'files/入口.png': png });
    expect(html).toMatch(
      /^<p><img src="\/map\/files\/x-\w+\.png" alt="会場の入口" width="2" height="1" loading="lazy"><\/p>$/,
    );
    expect(told).toEqual([]);
    expect([...region.publicDataset.files.keys()]).toEqual([expect.stringMatching(/^x-\w+\.png$/)]);
  });

  it('of a camera held upright is as high as it is seen, and says that it knows the place', () => {
    const { html, told } = htmlOf('# あ\n\n![入口](a.jpg)\n', { 'files/a.jpg': jpeg });
    expect(html).toContain('width="20" height="30"');
    expect(told).toEqual(['article-place-in-picture']);
  });

  it('that no page names is not published', () => {
    const { region, told } = htmlOf('# あ\n', { 'files/a.png': png });
    expect(region.publicDataset.files.size).toBe(0);
    expect(told).toEqual(['article-file-unused']);
  });
});

it('news stand newest first, articles by their order, then title', () => {
  const page = (head: string) => `---\n${head}\n---\n\nほんぶん\n`;
  const { publicDataset } = regionWith({
    'a.md': page('title: い'),
    'b.md': page('title: あ'),
    'c.md': page('title: う\norder: 1'),
    'd.md': page('title: ふるい\ndate: 2025-12'),
    'e.md': page('title: あたらしい\ndate: 2026-05-01'),
  });
  expect(publicDataset.articles.map(({ title }) => title)).toEqual([
    'う',
    'あ',
    'い',
    'あたらしい',
    'ふるい',
  ]);
});

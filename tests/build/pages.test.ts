import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAddress, linkTargets } from '../../src/articles/targets.ts';
import { buildTurn } from '../build-turn.ts';
import { pagesOfAllMarkup } from '../e2e/markup.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';

const root = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'shigen-map-pages-'));
const site = join(home, 'site');

/** The sample dataset as a site under a base path. */
async function build(): Promise<void> {
  const release = await buildTurn();
  const run = spawnSync(join(root, 'node_modules/.bin/astro'), ['build'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      SHIGEN_SAMPLE: '1',
      SHIGEN_OUT: site,
      SHIGEN_BASE: '/map/',
      SHIGEN_SITE: 'https://example.jp',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
  release();
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .sort();
}

const read = (name: string) => readFileSync(join(site, name), 'utf8');
const pages = () => filesBelow(site).filter(name => name.endsWith('.html'));
const page = (path: string) => read(`${path}index.html`);

beforeAll(build);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the built site', () => {
  test('every link and file it names exists under the base path', () => {
    const known = new Set(filesBelow(site));
    const broken = pages().flatMap(name =>
      [...read(name).matchAll(/(?:href|src|action)="(\/[^"#?]*)/g)].flatMap(([, address = '']) => {
        if (!address.startsWith('/map/')) return [`${name}: ${address}`];
        const file = address.slice('/map/'.length);
        return known.has(file === '' || file.endsWith('/') ? `${file}index.html` : file)
          ? []
          : [`${name}: ${address}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('links within a page lead to something', () => {
    const lost = pages().flatMap(name => {
      const html = read(name);
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      return [...html.matchAll(/href="#([^"]+)"/g)].flatMap(([, id]) =>
        ids.has(id) ? [] : [`${name}: #${id}`],
      );
    });
    expect(lost).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
        'long-title': 'off',
        'tel-non-breaking': 'off',
      },
    });
    const reports = await Promise.all(
      pagesOfAllMarkup(
        pages().filter(name => !name.startsWith('search/')),
        name => read(name),
      ).map(async name => ({ name, report: await validator.validateString(read(name)) })),
    );
    const wrong = reports.flatMap(({ name, report }) =>
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${name}:${line}:${column} ${ruleId} ${message}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('asks no other host for anything but what a person taps', () => {
    const foreign = pages().flatMap(name =>
      [
        ...read(name).matchAll(/<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)="(https?:[^"]+)"/g),
      ].flatMap(([tag, address]) =>
        /rel="(?:canonical|alternate)"/.test(tag) ? [] : [`${name}: ${address}`],
      ),
    );
    expect(foreign).toEqual([]);
  });

  test('every page has a policy, a language, a way to the content and the notice of a fictional region', () => {
    for (const name of pages()) {
      const html = read(name);
      expect(html, name).toContain(`http-equiv="content-security-policy" content="default-src 'none'`);
      expect(html, name).toContain(`<html lang="${name.startsWith('en/') ? 'en' : 'ja'}"`);
      if (!/^embed\/[^/]+\//.test(name)) expect(html, name).toContain('href="#main"');
      expect(html, name).toContain('class="demo-notice"');
      expect(html, name).not.toContain('island-scripts');
    }
  });
});

describe('a facility page', () => {
  test('is small, and its only script is the allowed line', () => {
    const html = page('f/hp-mihon/');
    expect(gzipSync(html).length).toBeLessThan(14_000);
    const scripts = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, code = '']) => code,
    );
    expect(scripts).toHaveLength(1);
    expect(scripts[0]!.length).toBeLessThan(1024);
    expect(html).toContain(
      `script-src 'sha256-${createHash('sha256').update(scripts[0]!).digest('base64')}'`,
    );
    expect(html).not.toContain('<script src');
  });

  test('says the four answers in words, and the unanswered in one line', () => {
    const text = page('f/st-hana/')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('○ 対応あり 24時間対応');
    expect(text).toContain('△ 要相談 胃ろうの管理 退院前に連絡を');
    expect(text).toContain('予定 これから 在宅酸素療法');
    expect(text).toContain('× 対応なし 人工呼吸器の管理（気管切開下）');
    expect(text).toContain('電話で確認してください');
    expect(text).toContain('2026年5月1日に確認（電話・みほん市）');
  });

  test('shows hostile text as text, and no script: address', () => {
    const html = page('f/hostile/');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const outsideAttributes = html.replace(/="[^"]*"/g, '');
    expect(outsideAttributes).not.toContain('<script>alert');
    expect(outsideAttributes).not.toContain('<img');
    expect(html).not.toMatch(/href="javascript:/i);
  });

  test('a former address leads to it', () => {
    const html = page('f/old-hana/');
    expect(html).toContain('content="0; url=/map/f/st-hana/"');
    expect(html).toContain('rel="canonical" href="https://example.jp/map/f/st-hana/"');
    expect(html).toContain('href="/map/f/st-hana/"');
  });

  test('says that a position is unconfirmed', () => {
    expect(page('f/dc-shiro/')).toContain('地図上の位置は未確認');
  });
});

describe('the other files', () => {
  test('few style sheets for a page without islands, together at most 20 KB gzip', () => {
    const sheets = new Set(
      [...page('').matchAll(/href="\/map\/(_astro\/[^"]+\.css)"/g)].map(([, file]) => file!),
    );
    expect(sheets.size).toBeLessThan(4);
    const bytes = [...sheets].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
    expect(bytes).toBeLessThan(20_000);
  });

  test('the sitemap names every facility by its whole address, and no former one', () => {
    const xml = read('sitemap.xml');
    expect(xml).toContain('<loc>https://example.jp/map/f/st-hana/</loc>');
    expect(xml).not.toContain('old-hana');
    expect(read('robots.txt')).toContain('Sitemap: https://example.jp/map/sitemap.xml');
  });

  test('an article may link to every page of the sitemap but those of other editions, and to none that is not there', () => {
    const targets = linkTargets(sampleDataset());
    const built = new Set(filesBelow(site));
    const fileOf = (address: string) => (address.endsWith('/') ? `${address}index.html` : address).slice(1);
    expect([...targets.addresses].filter(address => !built.has(fileOf(address)))).toEqual([]);
    const listed = [...read('sitemap.xml').matchAll(/<loc>https:\/\/example\.jp\/map(\/[^<]*)/g)].map(
      ([, path = '']) => path,
    );
    const own = listed.filter(path => !/^\/(?:easy|en|page|news)\/./.test(path));
    expect(own.filter(path => findAddress(path, targets) === null)).toEqual([]);
  });

  test('home says 119, the counts and what the data lacks', () => {
    const text = page('')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('119に電話');
    expect(text).toContain('12件のうち 10件を、2026年5月1日までの1年のあいだに確認しています。');
    expect(text).toContain('（訪問入浴の情報は まだ ありません）');
  });

  test('the downloads are the data of the pages', () => {
    expect(read('data/facilities.csv')).toContain('ステーションはな');
    expect(JSON.parse(read('data/facilities.json')).facilities).toHaveLength(12);
    expect(JSON.parse(read('data/facilities.geojson')).features).toHaveLength(12);
  });

  test('the page about it aims at a level and claims none', () => {
    const html = page('about/');
    expect(html).toContain('JIS X 8341-3:2016 のレベルAAを目標');
    expect(html).not.toContain('準拠');
  });
});

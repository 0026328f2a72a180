import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import {
  axeViolations,
  describeInBrowser,
  htmlErrors,
  openPage,
  pageLog,
  printToPdf,
  screenshot,
  withSite,
} from './harness.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>みほん</title>${head}</head><body><main><h1>みほん</h1>${body}</main></body></html>`;
const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' https://tiles.example">`;

const files: Record<string, string> = {
  'index.html': page('<p>本文</p><p id="js">なし</p><script src="/x/app.js"></script>', csp),
  'app.js': `document.querySelector('#js').textContent = 'あり';`,
  'tiles.html': page('<img alt="" src="https://tiles.example/1/1/1.png">', csp),
  'bad.html': page('<img src="/x/none.png"><div><p>contrast</div>'),
  'throws.html': page('<script>setTimeout(() => { throw new Error("oops"); })</script>'),
  'leaks.html': page('<script>fetch("https://tracker.example/").catch(() => {})</script>'),
};

describeInBrowser('the browser harness', () => {
  let folder: string;
  let site: Served;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shigen-map-harness-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    site = await withSite(folder, { base: '/x/' });
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  /** Takes the problems out of the log, so that the harness does not fail this very test for them. */
  const problemsOf = async (name: string) => {
    const opened = await openPage(site, name);
    await opened.waitForTimeout(100);
    return pageLog(opened).problems.splice(0).join('\n');
  };

  test('a sound page opens with and without JavaScript, at both widths, and axe runs under its CSP', async () => {
    const wide = await openPage(site, '');
    expect(await wide.textContent('#js')).toBe('あり');
    expect(await axeViolations(wide)).toEqual([]);
    const narrow = await openPage(site, '', { width: 375, javaScript: false });
    expect(await narrow.textContent('#js')).toBe('なし');
    expect(await narrow.evaluate(() => innerWidth)).toBe(375);
  });

  test('tiles are one local pixel, or fail as on a closed network, and never leave this machine', async () => {
    const answered = await openPage(site, 'tiles.html');
    expect(await answered.evaluate(() => document.images[0]?.naturalWidth)).toBe(1);
    const blocked = await openPage(site, 'tiles.html', { blockTiles: true });
    expect(await blocked.evaluate(() => document.images[0]?.naturalWidth)).toBe(0);
    expect(pageLog(blocked).outside).toEqual(['https://tiles.example/1/1/1.png']);
  });

  test('missing files, exceptions and requests to other hosts are problems', async () => {
    expect(await problemsOf('bad.html')).toContain('404 ');
    expect(await problemsOf('throws.html')).toContain('uncaught: Error: oops');
    expect(await problemsOf('leaks.html')).toContain('request to another host: https://tracker.example/');
  });

  test('an expected problem is none', async () => {
    const missing = await openPage(site, 'nowhere/', { expected: [/404/] });
    expect(pageLog(missing).problems).toEqual([]);
  });

  test('axe and the HTML check report what is wrong', async () => {
    const bad = await openPage(site, 'bad.html', { expected: [/404/] });
    expect((await axeViolations(bad)).join('\n')).toContain('image-alt');
    expect(htmlErrors(files['bad.html'] ?? '').join('\n')).toContain('wcag/h37');
    expect(htmlErrors(page('<p>本文</p>'))).toEqual([]);
  });

  test('the visitor’s clock can stand still', async () => {
    const fixed = await openPage(site, '', { now: '2026-11-22T10:00:00+09:00' });
    expect(await fixed.evaluate(() => new Date().toLocaleString('ja-JP'))).toBe('2026/11/22 10:00:00');
  });

  test('pages can be photographed and printed', async () => {
    const opened = await openPage(site, '');
    expect((await readFile(await screenshot(opened, 'harness'))).subarray(1, 4).toString()).toBe('PNG');
    expect((await printToPdf(opened)).sheets).toBe(1);
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../src/cli/serve.ts';
import {
  axeViolations,
  describeInBrowser,
  openPage,
  pageLog,
  printToPdf,
  runShigenMap,
  withSite,
} from './harness.ts';

describeInBrowser('the report of check --html', () => {
  let folder: string;
  let site: Served;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shigen-map-report-'));
    await writeFile(join(folder, 'report.html'), 'mine');
    const run = await runShigenMap(['check', '--data', 'data', '--html', join(folder, 'report.html')]);
    expect(run.stderr).toContain('前のファイルは');
    site = await withSite(folder);
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  test('keeps the file that was there', async () => {
    expect((await readdir(folder)).sort()).toEqual(['report.html', 'report.html.bak']);
    expect(await readFile(join(folder, 'report.html.bak'), 'utf8')).toBe('mine');
  });

  test.each([1280, 375, 320])('has no axe violation and no sideways scrolling at %i px', async width => {
    const page = await openPage(site, 'report.html', { width, javaScript: true });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(pageLog(page).outside).toEqual([]);
  });

  test('the table of figures scrolls by itself, with the keyboard', async () => {
    const page = await openPage(site, 'report.html', { width: 320, javaScript: true });
    const account = page.getByRole('region', { name: '行の行き先の表' });
    await account.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => account.evaluate(element => element.scrollLeft)).toBeGreaterThan(0);
  });

  test('prints on A4', async () => {
    const { sheets } = await printToPdf(await openPage(site, 'report.html'));
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThan(20);
  });
});

import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRunFolder } from '../run-folder.ts';
import { ensureBrowser } from './browser.ts';
import { launchBrowser, openWatched, pageLog, screenshot, screenshotFolder } from './harness-page.ts';
import { builtSite, withSite } from './harness-site.ts';

// `npm run screenshots [-- --data <folder>] [--readme]`: every kind of page at phone and desk width, dark, and on A4;
// --readme also renews the README's picture.
const { values } = parseArgs({
  options: { data: { type: 'string', default: 'data' }, readme: { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '..', '..');
const found = ensureBrowser(line => console.log(line));
if (!('path' in found)) throw new Error(found.reason);

const removeRunFolder = makeRunFolder();
const browser = await launchBrowser(found.path);
try {
  const folder = await builtSite(values.data);
  const site = await withSite(folder);
  for (const [name, path] of await pagesOf(folder)) {
    const url = new URL(path, site.url).href;
    for (const width of [375, 1280]) await take(`${name}-${width}`, url, width);
    await take(`${name}-dark-375`, url, 375, 'dark');
    await printed(name, url);
  }
  if (values.readme) {
    const page = await openWatched(browser, site.url, { width: 1280 });
    await mkdir(join(root, '.github'), { recursive: true });
    await copyFile(await screenshot(page, 'readme', { whole: false }), join(root, '.github/home.png'));
  }
  await site.close();
  console.log(`Pictures are in ${screenshotFolder()}`);
} finally {
  await browser.close();
  removeRunFolder();
}

async function take(name: string, url: string, width: number, colorScheme?: 'dark'): Promise<void> {
  const page = await openWatched(browser, url, { width });
  if (colorScheme) await page.emulateMedia({ colorScheme });
  await page.waitForLoadState('networkidle');
  await screenshot(page, name);
  for (const problem of pageLog(page).problems) console.log(`${name}: ${problem}`);
  await page.context().close();
}

async function printed(name: string, url: string): Promise<void> {
  const page = await openWatched(browser, url, {});
  await page.pdf({ path: join(screenshotFolder(), `${name}.pdf`), preferCSSPageSize: true, format: 'A4' });
  await page.context().close();
}

/** The home page, every top-level folder with a page, the first facility, and the page for wrong addresses. */
async function pagesOf(folder: string): Promise<[name: string, path: string][]> {
  const pages: [string, string][] = [
    ['home', ''],
    ['404', '404.html'],
  ];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('_')) continue;
    const inside = (await readdir(join(folder, entry.name), { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    if (inside.some(({ name }) => name === 'index.html')) pages.push([entry.name, `${entry.name}/`]);
    const child = inside.find(other => other.isDirectory());
    if (child) pages.push([`${entry.name}-one`, `${entry.name}/${encodeURIComponent(child.name)}/`]);
  }
  return pages;
}

/**
 * `npm run bench -- search [facilities …]`: what finding costs in a browser, against the limits, and what the
 * libraries one would take instead cost in the same run. Times drift with the machine; the ratios are what to watch.
 */
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { japaneseHolidays } from '../../src/calendar/japan.ts';
import { serveSite } from '../../src/cli/serve.ts';
import { readRegion } from '../../src/files/load-region.ts';
import type { PublicDataset } from '../../src/model/dataset.ts';
import { type SearchData, searchDataOf } from '../../src/search/data.ts';
import { encodePayload } from '../../src/search/payload.ts';
import { findBrowser } from '../e2e/browser.ts';
import { launchBrowser } from '../e2e/harness-page.ts';
import { goldenQueries } from './golden-queries.ts';
import { measure } from './measure.ts';
import type { Compared, Percentiles } from './page/search.ts';
import { benchSearchPage } from './search-page.ts';
import { searchRegion } from './search-region.ts';
import { watchStolen } from './stolen.ts';

/** Facilities that the search page is given. */
const pageSize = 10_000;

const limits: Readonly<Record<number, number>> = { 10000: 8, 100000: 40 };

export async function benchSearch(counts: readonly number[]): Promise<void> {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('no browser: set CHROME_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'shigen-map-bench-search-'));
  const browser = await launchBrowser(browserPath);
  try {
    await bundle(folder);
    const site = await serveSite(folder, { port: 0 });
    await benchGolden(browser, site.url, folder);
    for (const count of counts) await benchmark(browser, site.url, folder, count);
    await site.close();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (counts.includes(pageSize)) await benchPage();
}

/** The demo region's page, which has all that a page has, in a region as large as the limits speak of. */
export async function benchPage(): Promise<void> {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('no browser: set CHROME_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'shigen-map-bench-page-'));
  try {
    const site = await serveSite(await largePage(folder), { port: 0 });
    console.log(`\nthe search page with ${pageSize.toLocaleString('en')} facilities`);
    await benchSearchPage(browserPath, site.url);
    await site.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The site's folder. */
async function largePage(folder: string): Promise<string> {
  writeFiles(folder, String(pageSize), searchDataOf(largeDemo(), japaneseHolidays(2025, 2035)));
  const out = join(folder, 'site');
  const root = join(import.meta.dirname, '..', '..');
  const build = [join(root, 'src/cli/main.ts'), 'build', '--data', join(root, 'data'), '--out', out];
  const { code, output } = await measure(process.execPath, build, root);
  if (code !== 0) throw new Error(output);
  for (const name of readdirSync(join(out, 'search'))) {
    const [, part, ending] = /^(list|details)-[^.]+(\.json(?:\.gz)?)$/.exec(name) ?? [];
    if (part) copyFileSync(join(folder, `${pageSize}-${part}${ending}`), join(out, 'search', name));
  }
  return out;
}

/** The demo region's facilities, which stand in the page already, and after them as many as it takes. */
function largeDemo(): PublicDataset {
  const demo = demoDataset();
  const more = searchRegion(pageSize - demo.facilities.length);
  return {
    ...demo,
    areas: [...demo.areas, ...more.areas],
    facilities: [...demo.facilities, ...more.facilities],
    provenance: new Map([...demo.provenance, ...more.provenance]),
  };
}

function demoDataset(): PublicDataset {
  const region = readRegion(join(import.meta.dirname, '..', '..', 'data')).value;
  if (!region) throw new Error('the demo region cannot be read');
  return region.publicDataset;
}

async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'page'),
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { input: join(import.meta.dirname, 'page', 'search.html') },
    },
  });
}

async function benchmark(browser: Browser, origin: string, folder: string, count: number): Promise<void> {
  console.log(`\n${count.toLocaleString('en')} facilities`);
  const data = searchDataOf(searchRegion(count), japaneseHolidays(2025, 2035));
  const { list, details } = writeFiles(folder, String(count), data);
  sayWeight('first complete list', list, count === 10_000 ? 400 : null);
  const all = { raw: list.raw + details.raw, packed: list.packed + details.packed };
  sayWeight('in all', all, count === 10_000 ? 900 : null);
  const page = await openPage(browser, origin);
  const steps = await page.evaluate(url => window.bench.open(url), `${origin}${count}`);
  console.log(
    `  ready: ${Object.entries(steps)
      .map(([step, time]) => `${step} ${ms(time)}`)
      .join(', ')}`,
  );

  await measureKeystrokes(page, count);
  const typos = await page.evaluate(n => window.bench.typos(n), count > 20_000 ? 100 : 400);
  say(`a typing error (found among the first 20: ${share(typos.hits)})`, typos.time);
  if (count <= 20_000) await comparePeers(page);

  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const slowKeys = await page.evaluate(() => window.bench.keystrokes(30, 3));
  say('a keystroke at 4 × slower', slowKeys.best);
  const texts = await page.evaluate(() => window.bench.texts(8));
  await page.close();
  for (let i = 0; i < 3; i++) await measureInWorker(browser, origin, String(count), texts);
}

/** What the payload alone costs a page that holds nothing else, on a thread four times slower than this machine's. */
async function measureInWorker(
  browser: Browser,
  origin: string,
  name: string,
  texts: readonly string[],
): Promise<void> {
  const page = await openPage(browser, origin);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const stolen = watchStolen();
  const { list, whole, answers, longTasks } = await page.evaluate(
    ([url, ...typed]) => window.bench.inWorker(url!, typed),
    [`${origin}${name}`, ...texts],
  );
  stolen.stop();
  const taken = longTasks.filter(({ start, duration }) => stolen.between(start, start + duration) > 0);
  const longest = Math.max(0, ...longTasks.map(({ duration }) => duration));
  console.log(
    `  in the worker, page 4 × slower: first list ${ms(list)}, whole ${ms(whole)}, ` +
      `longest answer ${ms(Math.max(...answers))}; tasks over 50 ms beside it: ${longTasks.length}, ` +
      `longest ${ms(longest)}; of them while the machine was taken away: ${taken.length}`,
  );
  await page.close();
}

/** The machine may be busy: the best of some rounds against the limit, then all rounds, and the processor's own time. */
async function measureKeystrokes(page: Page, count: number): Promise<void> {
  const rounds = 5;
  const cpu = await threadTime(page);
  const [searches, before] = [count > 20_000 ? 60 : 200, await cpu()];
  const { best, all, fixed } = await page.evaluate(
    ([n, times]) => window.bench.keystrokes(n!, times!),
    [searches, rounds],
  );
  const used = (await cpu()) - before - fixed.n * fixed.min;
  say(`a keystroke, best of ${rounds}`, best, limits[count]);
  say('  all rounds', all);
  const [usual, busy] = [fixed.p50 / fixed.min, fixed.p95 / fixed.min];
  console.log(
    `    processor ${ms(used / all.n)} each; a fixed piece of work took ${usual.toFixed(1)} × its best, ` +
      `p95 ${busy.toFixed(1)} ×`,
  );
}

/** Milliseconds of processor that the page's thread has used. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
}

/** Whom each finds of those who must be found. */
async function benchGolden(browser: Browser, origin: string, folder: string): Promise<void> {
  const data = searchDataOf(demoDataset());
  const queries = goldenQueries(data);
  console.log(`the golden set: ${queries.length} queries over ${data.facilities.length} facilities`);
  writeFiles(folder, 'golden', data);
  const page = await openPage(browser, origin);
  await page.evaluate(url => window.bench.open(url), `${origin}golden`);
  const names = ['shigenMap', 'fuse', 'miniSearch', 'flexSearch', 'orama'];
  const found = await page.evaluate(([all, who]) => window.bench.compare(all, who), [queries, names] as [
    typeof queries,
    string[],
  ]);
  print([tableHead, ...found.map(each => row(each, found[0]!))]);
  await page.close();
}

function writeFiles(folder: string, name: string, data: SearchData): Record<'list' | 'details', Size> {
  const files = encodePayload(data);
  const write = (part: 'list' | 'details'): Size => {
    const text = JSON.stringify(files[part]);
    const packed = gzipSync(text, { level: 9 });
    writeFileSync(join(folder, `${name}-${part}.json`), text);
    writeFileSync(join(folder, `${name}-${part}.json.gz`), packed);
    return { raw: Buffer.byteLength(text), packed: packed.length };
  };
  return { list: write('list'), details: write('details') };
}

const tableHead = ['', 'index ms', 'p50 ms', 'p95 ms', 'mean ms', '× ours', 'recall'];

async function comparePeers(page: Page): Promise<void> {
  const queries = await page.evaluate(() => window.bench.queries(150));
  const names = ['shigenMap', 'miniSearch', 'flexSearch', 'orama'];
  const fast = await page.evaluate(([all, who]) => window.bench.compare(all, who), [queries, names] as [
    typeof queries,
    string[],
  ]);
  const few = queries.slice(0, 24);
  const [ours, fuse] = await page.evaluate(([all, who]) => window.bench.compare(all, who), [
    few,
    ['shigenMap', 'fuse'],
  ] as [typeof few, string[]]);
  print([
    tableHead,
    ...fast.map(each => row(each, fast[0]!)),
    row(ours!, ours!, ' (as many as Fuse)'),
    row(fuse!, ours!, ' alone'),
  ]);
}

function row(each: Compared, ours: Compared, more = ''): string[] {
  const { name, made, query, mean, recall } = each;
  return [
    `  ${name}${more}`,
    made.toFixed(0),
    query.p50.toFixed(2),
    query.p95.toFixed(2),
    mean.toFixed(2),
    (mean / ours.mean).toFixed(1),
    recall.toFixed(3),
  ];
}

async function openPage(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', error => console.error(error));
  await page.goto(`${origin}search.html`);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

function say(what: string, { n, p50, p95, max }: Percentiles, limit?: number): void {
  const held =
    limit === undefined
      ? ''
      : ` (limit ${limit} ms: ${p95 <= limit ? 'held' : 'BROKEN'}, ${(p95 / limit).toFixed(2)} of it)`;
  console.log(`  ${what}: p50 ${ms(p50)}, p95 ${ms(p95)}${held}, longest ${ms(max)}, ${n} times`);
}

interface Size {
  raw: number;
  packed: number;
}

function sayWeight(what: string, { raw, packed }: Size, limit: number | null): void {
  const held = limit === null ? '' : ` (limit ${limit} KB: ${packed <= limit * 1024 ? 'held' : 'BROKEN'})`;
  console.log(`  ${what}: ${kb(raw)}, ${kb(packed)} gzip${held}`);
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

function share(part: number): string {
  return part.toFixed(3);
}

/** Columns as wide as their widest cell; the first to the left. */
function print(table: string[][]): void {
  const widths = table[0]!.map((_, column) => Math.max(...table.map(cells => cells[column]!.length)));
  for (const cells of table)
    console.log(
      cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
    );
}

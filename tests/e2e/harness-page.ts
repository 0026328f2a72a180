import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';

export interface PageOptions {
  /** CSS pixels; below 700 it is a touch device. Default 1280. */
  width?: number;
  /** Default true. */
  javaScript?: boolean;
  /** True: outside addresses fail as on a closed network. False (default): every tile is one grey pixel. */
  blockTiles?: boolean;
  /** Addresses of the site itself that fail as on a broken connection; asked at every request. */
  block?: (address: string) => boolean;
  /** Problems the test is about: a console error or failed request matching one of these is no failure. */
  expected?: RegExp[];
  /** The visitor's clock (`2026-11-22T10:00:00+09:00`), which then stands still. */
  now?: string;
  /** The visitor's time zone. Default Asia/Tokyo. */
  timezone?: string;
  reducedMotion?: boolean;
  /** Lets the site's service worker in; then requests are not watched, for the worker answers them. */
  serviceWorker?: boolean;
}

/** What went on in one page besides what it shows. */
export interface PageLog {
  /** Console errors, uncaught exceptions, dialogs, failed or refused requests of the site itself, unexpected hosts. */
  problems: string[];
  /** Addresses outside the site that were asked for (tiles). Nothing left this machine. */
  outside: string[];
}

const logs = new WeakMap<Page, PageLog>();

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
);

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  });
}

/** Opens `url` in a context of its own (no cookies, no storage) and watches it from the first request on. */
export async function openWatched(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const context = await newContext(browser, options);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const log: PageLog = { problems: [], outside: [] };
  logs.set(page, log);
  const site = new URL(url).origin;
  if (!options.serviceWorker) await context.route('**/*', route => answerRequest(route, site, options, log));
  watch(page, site, options, log);
  if (options.now) await page.clock.setFixedTime(new Date(options.now));
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

export function pageLog(page: Page): PageLog {
  const log = logs.get(page);
  if (!log) throw new Error('this page was not opened by openPage()');
  return log;
}

function newContext(browser: Browser, options: PageOptions): Promise<BrowserContext> {
  const width = options.width ?? 1280;
  const phone = width < 700;
  return browser.newContext({
    viewport: { width, height: phone ? 740 : 900 },
    hasTouch: phone,
    isMobile: phone,
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'ja-JP',
    timezoneId: options.timezone ?? 'Asia/Tokyo',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
  });
}

/** Only the site itself is really asked. Pictures from elsewhere are tiles; anything else is a problem. */
async function answerRequest(route: Route, site: string, options: PageOptions, log: PageLog): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (options.block?.(url.href)) return route.abort('failed');
  if (url.origin === site || url.protocol === 'data:' || url.protocol === 'blob:') return route.continue();
  log.outside.push(url.href);
  if (request.resourceType() !== 'image') note(options, log, `request to another host: ${url.href}`);
  if (options.blockTiles || request.resourceType() !== 'image') return route.abort('internetdisconnected');
  // Tiles may be asked for with CORS (crossOrigin), which needs the header.
  const headers = { 'Access-Control-Allow-Origin': '*' };
  return route.fulfill({ status: 200, contentType: 'image/png', body: onePixel, headers });
}

function watch(page: Page, site: string, options: PageOptions, log: PageLog): void {
  const isOurs = (url: string) => url === '' || url.startsWith(`${site}/`);
  page.on('console', message => {
    // A blocked tile is an error in the console too; what was asked outside is noted by answerRequest.
    if (message.type() !== 'error' || !isOurs(message.location().url)) return;
    note(options, log, `console error: ${message.text()} (${message.location().url})`);
  });
  page.on('dialog', dialog => {
    note(options, log, `dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', error => note(options, log, `uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? '';
    // A navigation that replaced another, or a download, aborts the request: nothing failed.
    if (!isOurs(request.url()) || reason === 'net::ERR_ABORTED') return;
    note(options, log, `request failed: ${request.url()} ${reason}`);
  });
  page.on('response', response => {
    if (!isOurs(response.url()) || response.status() < 400) return;
    note(options, log, `${response.status()} ${response.url()}`);
  });
}

function note(options: PageOptions, log: PageLog, problem: string): void {
  if (options.expected?.some(pattern => pattern.test(problem))) return;
  log.problems.push(problem);
}

/** Where screenshots go: `SHIGEN_SCREENSHOTS`, else a folder in the system's temporary one. */
export function screenshotFolder(): string {
  const folder = process.env.SHIGEN_SCREENSHOTS ?? join(tmpdir(), 'shigen-map-screenshots');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Takes the whole page (or with `whole: false` what the window shows) and returns the file's path. */
export async function screenshot(
  page: Page,
  name: string,
  options: { whole?: boolean } = {},
): Promise<string> {
  const path = join(screenshotFolder(), `${name}.png`);
  await page.screenshot({ path, fullPage: options.whole ?? true, animations: 'disabled' });
  return path;
}

/** The page as it comes out of the printer: the PDF and its number of sheets (A4). */
export async function printToPdf(page: Page): Promise<{ bytes: Buffer; sheets: number }> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return { bytes, sheets };
}

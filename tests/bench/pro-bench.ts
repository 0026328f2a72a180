/**
 * `npm run bench -- pro [facilities …]`: from the phrase to the first list of the professional edition, on a page slowed
 * down four times, against the limits; the best of some rounds, for the machine may be busy.
 *
 * The browser slows the thread that draws the page and no other. The key is made and the files are opened beside it, so
 * their processor time is told as well, with what it would be if they were as slow.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite } from '../../src/cli/serve.ts';
import type { ProfessionalDataset } from '../../src/model/dataset.ts';
import { professionalFiles } from '../../src/professional/files.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import { deflate } from '../../src/secure/gzip.ts';
import { sealEdition } from '../../src/secure/seal.ts';
import { findBrowser } from '../e2e/browser.ts';
import { type BareBrowser, type BarePage, startBareBrowser } from './bare-browser.ts';
import { type Screen, screens } from './search-page.ts';
import { searchRegion } from './search-region.ts';
import { type PageTask, startTrace, type TraceEvent, tasksByStep, timeOf } from './trace.ts';

const limits = { list: 1500, task: 100 };
const slowed = 4;
const rounds = 3;
const phrase = 'れいせい のばす きこえる なっとう なたでここ げざい おんしゃ れいかん';

/** `site`: the output folder of a build that has a professional edition; it is copied, and its sealed files exchanged. */
export async function benchPro(site: string, counts: readonly number[]): Promise<void> {
  const path = findBrowser();
  if (!path) throw new Error('no browser: set CHROME_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'shigen-map-bench-pro-'));
  cpSync(site, folder, { recursive: true });
  const served = await serveSite(folder, { port: 0 });
  const browser = await startBareBrowser(path);
  try {
    for (const count of counts) {
      const bytes = await writeSealed(join(folder, 'pro'), count);
      const url = new URL('pro/', served.url).href;
      console.log(`${count.toLocaleString('en')} facilities, ${Math.round(bytes / 1024)} KB sealed`);
      for (const screen of screens) {
        const all: Unlocked[] = [];
        for (let i = 0; i < rounds; i++) all.push(await unlockOnce(browser, url, screen));
        say(screen, all);
      }
    }
  } finally {
    // First: the server waits for its connections.
    browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds. */
interface Unlocked {
  /** From the button to the first results. */
  list: number;
  /** Of the processor, at its own speed: making the key, and opening what the first results need. */
  key: number;
  worker: number;
  /** The longest of each step, by processor time. */
  tasks: PageTask[];
}

function say({ name }: Screen, all: readonly Unlocked[]): void {
  const best = (of: (each: Unlocked) => number) => Math.min(...all.map(of));
  const whole = best(({ list, key, worker }) => list + (slowed - 1) * (key + worker));
  const tasks = all[0]!.tasks.map((_, i) =>
    all.map(each => each.tasks[i]!).reduce((least, each) => (each.time < least.time ? each : least)),
  );
  console.log(`  on a ${name}, page ${slowed} × slower, best of ${rounds} rounds`);
  console.log(
    `    first list ${said(
      best(({ list }) => list),
      limits.list,
    )}`,
  );
  console.log(
    `    with key and worker ${slowed} × slower too ${said(whole, limits.list)}; of it the key ` +
      `${Math.round(slowed * best(({ key }) => key))} ms, the worker ${Math.round(slowed * best(({ worker }) => worker))} ms`,
  );
  console.log(`    longest task ${said(Math.max(...tasks.map(({ time }) => time)), limits.task)}`);
  for (const { step, time, parts } of tasks)
    console.log(`      ${step.padEnd(14)} ${time.toFixed(0).padStart(4)} ms  ${parts.join(', ')}`);
}

function said(time: number, limit: number): string {
  return `${Math.round(time)} ms (limit ${limit}: ${time <= limit ? 'held' : 'BROKEN'}, ${(time / limit).toFixed(2)} of it)`;
}

/** A new visitor: everything is read anew. */
async function unlockOnce(browser: BareBrowser, url: string, { width, height }: Screen): Promise<Unlocked> {
  const page = await browser.open(width, height);
  await page.send('Page.navigate', { url });
  await until(page, `document.querySelector('.pro-lock [type=submit]:not(:disabled)')`);
  await page.evaluate(`document.querySelector('.pro-lock textarea').focus()`);
  await page.send('Input.insertText', { text: phrase });
  // Nobody types it faster.
  await rest(3000);
  const stop = await startTrace(page);
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.evaluate(`(${unlockAndMark})()`);
  await until(page, `document.documentElement.dataset.done`);
  await rest(3000);
  const events = await stop();
  await page.close();
  return unlockedBy(events);
}

/** Runs in the page: sends the phrase off, and marks what is seen in the frame that shows it. */
function unlockAndMark(): void {
  const waited: [string, string][] = [
    ['opened', '.pro'],
    ['list', '.pro .results__list [data-drawn=whole] h3'],
    ['records', '.pro-band__dates span + span'],
  ];
  performance.mark('step phrase');
  document.querySelector<HTMLElement>('.pro-lock [type=submit]')?.click();
  const look = () => {
    while (waited[0] && document.querySelector(waited[0][1])) performance.mark(`step ${waited.shift()?.[0]}`);
    if (waited.length > 0) requestAnimationFrame(look);
    else document.documentElement.dataset.done = '';
  };
  look();
}

function unlockedBy(events: readonly TraceEvent[]): Unlocked {
  const at = (step: string) => events.find(({ name }) => name === `step ${step}`)?.ts ?? Number.NaN;
  const { pid } = events.find(({ name }) => name === 'step phrase')!;
  const names = new Map(
    events.flatMap(event =>
      event.name === 'thread_name' && event.pid === pid ? [[event.tid, event.args.name]] : [],
    ),
  );
  const during = events.filter(
    ({ name, ph, pid: of, ts }) =>
      ph === 'X' && /RunTask$/.test(name) && of === pid && ts >= at('phrase') && ts < at('opened'),
  );
  const timeIn = (thread: RegExp) =>
    during
      .filter(({ tid }) => thread.test(names.get(tid) ?? ''))
      .reduce((sum, task) => sum + timeOf(task), 0);
  return {
    list: (at('list') - at('phrase')) / 1000,
    key: timeIn(/^WebCrypto/),
    worker: timeIn(/^DedicatedWorker/),
    tasks: tasksByStep(events).slice(1),
  };
}

function rest(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

async function until(page: BarePage, expression: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await page.evaluate(`${expression} != null`)) return;
    await rest(100);
  }
  throw new Error(`never: ${expression}`);
}

async function writeSealed(home: string, count: number): Promise<number> {
  const region = searchRegion(count);
  const blank = { persons: [], contactRules: [], remarks: null, custom: [] };
  const none = { phones: [], fax: null, email: null, contactRules: [], caremanagerHours: [] };
  const sealed = { ...none, vacancy: null, vacancies: [], remarks: null, capabilities: [] };
  const facilities = region.facilities.map(facility => ({
    ...facility,
    services: facility.services.map(service => ({ ...service, professional: sealed })),
    professional: blank,
  }));
  const dataset = { ...region, facilities } as unknown as ProfessionalDataset;
  const files = [];
  for (const { role, json } of professionalFiles(dataset))
    files.push({ role, bytes: await deflate(new TextEncoder().encode(json)) });
  const salt = btoa('0123456789abcdef');
  const slots = [{ id: 'abcd', passphrase: phrase }];
  const edition = await sealEdition({
    files,
    slots,
    salt,
    madeAt: '2026-11-22T00:00:00Z',
    random: machineRandom,
  });
  for (const name of readdirSync(home)) if (name.endsWith('.bin')) rmSync(join(home, name));
  for (const { name, content } of edition.files) writeFileSync(join(home, name), content);
  writeFileSync(join(home, 'edition.json'), JSON.stringify(edition.header));
  return edition.files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * `npm run bench -- pro [facilities …]`: from the phrase to the first list of the professional edition, on a page slowed
 * down four times, against the limits. Times drift with the machine; watch the ratios.
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
import { proTexts } from '../../src/text/pro.ts';
import { findBrowser } from '../e2e/browser.ts';
import { launchBrowser } from '../e2e/harness-page.ts';
import { searchRegion } from './search-region.ts';

const limits = { list: 1500, task: 100 };
const phrase = 'れいせい のばす きこえる なっとう なたでここ げざい おんしゃ れいかん';

/** `site`: the output folder of a build that has a professional edition; it is copied, and its sealed files exchanged. */
export async function benchPro(site: string, counts: readonly number[]): Promise<void> {
  const path = findBrowser();
  if (!path) throw new Error('no browser: set CHROME_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'shigen-map-bench-pro-'));
  const browser = await launchBrowser(path);
  try {
    cpSync(site, folder, { recursive: true });
    const served = await serveSite(folder, { port: 0 });
    for (const count of counts) {
      const bytes = await writeSealed(join(folder, 'pro'), count);
      const page = await browser.newPage({ viewport: { width: 375, height: 740 } });
      await page.goto(new URL('pro/', served.url).href);
      await page.waitForLoadState('networkidle');
      const slow = await page.context().newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.getByRole('textbox', { name: proTexts.phrase.label }).fill(phrase);
      const seen = await page.evaluate(unlockAndWait, proTexts.phrase.open);
      const longest = Math.max(0, ...seen.tasks);
      console.log(
        `${count.toLocaleString('en')} facilities, ${Math.round(bytes / 1024)} KB sealed: ` +
          `first list ${said(seen.list, limits.list)}; longest task ${said(longest, limits.task)}`,
      );
      await page.close();
    }
    await served.close();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function said(time: number, limit: number): string {
  return `${Math.round(time)} ms (limit ${limit}: ${time <= limit ? 'held' : 'BROKEN'}, ${(time / limit).toFixed(2)} of it)`;
}

/** Runs in the page: from the click to the first result, and the long tasks until two seconds after. */
async function unlockAndWait(open: string): Promise<{ list: number; tasks: number[] }> {
  const tasks: number[] = [];
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  const button = [...document.querySelectorAll('button')].find(each => each.textContent === open);
  const begun = performance.now();
  button?.click();
  const list = await new Promise<number>(done => {
    const look = () => {
      if (document.querySelector('.pro .results__list h3')) done(performance.now() - begun);
      else requestAnimationFrame(look);
    };
    look();
  });
  await new Promise(done => setTimeout(done, 5000));
  return { list, tasks };
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

import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { readTables } from '../../src/ingest/read.ts';
import { makeRunFolder, runFolder } from '../run-folder.ts';
import { ensureBrowser } from './browser.ts';
import { launchBrowser } from './harness-page.ts';
import { builtSite, runShigenMap, withSite } from './harness-site.ts';

// `node tests/e2e/tutorial-pictures.ts`: makes the pictures of data/pages/はじめての資源マップ.md from the demo region as
// it is now. The sheet is drawn from the cells of the file, not photographed from a program.
const root = join(import.meta.dirname, '..', '..');
const survey = join(root, 'data/facilities/02-地域調査.csv');
const sheet = {
  headers: ['ID', '名称', '種別', '住所', '電話番号'],
  rows: [1, 34, 35, 36, 37, 38],
  wrong: { row: 36, header: '電話番号' },
};

const found = ensureBrowser(line => console.log(line));
if (!('path' in found)) throw new Error(found.reason);
await mkdir(join(root, 'data/files'), { recursive: true });
const removeRunFolder = makeRunFolder();
const browser = await launchBrowser(found.path);
try {
  const site = await withSite(await builtSite('data'));
  await take('home', 1000, 640, page => page.goto(site.url));
  await take('list', 1000, 640, page => page.goto(`${site.url}type/pharmacy/`));
  await take('facility', 1000, 640, page => page.goto(`${site.url}f/mihono-101/`));
  await take('phone', 375, 740, page => page.goto(`${site.url}f/mihono-101/`));
  await take('sheet', 1000, 250, page => page.setContent(sheetHtml()));
  const report = join(runFolder(), 'report.html');
  await runShigenMap(['check', '--data', 'data', '--html', report]);
  await take('report', 1000, 640, page => page.goto(pathToFileURL(report).href));
  await site.close();
} finally {
  await browser.close();
  removeRunFolder();
}

async function take(
  name: string,
  width: number,
  height: number,
  open: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  // The day the demo's data is of: the pictures do not change with the day they are made.
  await page.clock.setFixedTime(new Date('2026-05-01T10:00:00+09:00'));
  await open(page);
  await page.screenshot({ path: join(root, `data/files/hajimete-${name}.png`) });
  await page.close();
}

/** Some cells of the survey, with the letters and numbers a spreadsheet program gives them. */
function sheetHtml(): string {
  const table = readTables('survey.csv', readFileSync(survey), () => {})[0];
  if (!table) throw new Error(`${survey} cannot be read`);
  const rows = new Map([...table.rows].map(row => [row.row, row.cells]));
  const columns = sheet.headers.map(header => (rows.get(1) ?? []).indexOf(header));
  const cells = (number: number) =>
    sheet.headers.map((header, index) => {
      const isWrong = number === sheet.wrong.row && header === sheet.wrong.header;
      return `<td${isWrong ? ' class="wrong"' : ''}>${rows.get(number)?.[columns[index] ?? 0] ?? ''}</td>`;
    });
  const heads = columns.map(column => `<th>${String.fromCharCode(65 + column)}</th>`);
  const lines = sheet.rows.map(number => `<tr><th>${number}</th>${cells(number).join('')}</tr>`);
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 16px; font: 15px/1.5 sans-serif; color: #222; background: #fff }
    table { border-collapse: collapse; width: 100% }
    th, td { border: 1px solid #bbb; padding: 3px 8px; text-align: left; white-space: nowrap }
    th { background: #eee; font-weight: normal; text-align: center; color: #555 }
    .wrong { outline: 3px solid #c00; outline-offset: -3px }
    </style><table><tr><th></th>${heads.join('')}</tr>${lines.join('')}</table>`;
}

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { readTables } from '../../src/ingest/read.ts';
import { columnLetter, type Table } from '../../src/ingest/table.ts';
import { templateSheets } from '../../src/survey/template.ts';
import { templateWorkbook } from '../../src/survey/workbook.ts';
import { makeRunFolder, runFolder } from '../run-folder.ts';
import { ensureBrowser } from './browser.ts';
import { launchBrowser } from './harness-page.ts';
import { builtSite, runShigenMap, withSite } from './harness-site.ts';
import { demoPhrase, proReady, typePhrase, view } from './pro-page.ts';

// `node tests/e2e/tutorial-pictures.ts [names…]`: makes the pictures of the guides in data/pages from the demo region as it
// is now; with names (`hajimete-home`), only those. Sheets are drawn from the cells of the files, not photographed from a
// program.
const wanted = process.argv.slice(2);
const root = join(import.meta.dirname, '..', '..');
const survey = join(root, 'data/facilities/02-地域調査.csv');
/** Some cells of a sheet; `wrong` is the cell that the text speaks of. */
interface SheetPart {
  headers: readonly string[];
  rows: readonly number[];
  wrong?: { row: number; header: string };
  /** Written into cells as an officer would: row → header → words. */
  written?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** Headers whose cells have a drop-down. */
  choices?: readonly string[];
}

const found = ensureBrowser(line => console.log(line));
if (!('path' in found)) throw new Error(found.reason);
await mkdir(join(root, 'data/files'), { recursive: true });
const removeRunFolder = makeRunFolder();
const browser = await launchBrowser(found.path);
try {
  const site = await withSite(await builtSite('data'));
  await take('hajimete-home', 1000, 640, page => page.goto(site.url));
  await take('hajimete-list', 1000, 640, page => page.goto(`${site.url}type/pharmacy/`));
  await take('hajimete-facility', 1000, 640, page => page.goto(`${site.url}f/mihono-101/`));
  await take('hajimete-phone', 375, 740, page => page.goto(`${site.url}f/mihono-101/`));
  await take('hajimete-sheet', 1000, 250, page =>
    page.setContent(
      sheetHtml(tableOf('survey.csv', readFileSync(survey)), {
        headers: ['ID', '名称', '種別', '住所', '電話番号'],
        rows: [1, 34, 35, 36, 37, 38],
        wrong: { row: 36, header: '電話番号' },
      }),
    ),
  );
  await take('init-sheet', 1000, 210, async page => page.setContent(await initSheet()));
  await take('koushin-match', 1000, 190, async page => page.setContent(await matchSheet()));
  const diff = join(runFolder(), 'diff.html');
  if (isWanted('koushin-diff')) await writeDiff(diff);
  await take('koushin-diff', 860, 490, page => page.goto(pathToFileURL(diff).href));
  await take('hikitsugi-about', 800, 420, async page => {
    await page.goto(`${site.url}about/`);
    await page.getByRole('heading', { name: '問い合わせ先' }).evaluate(heading => heading.scrollIntoView());
  });
  await take('koukai-print', 720, 330, async page => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.url}f/mihono-101/`);
    await page.evaluate(() => {
      document.body.style.padding = '16px';
    });
  });
  await take('kagi-lock', 800, 540, async page => {
    await page.goto(`${site.url}pro/`);
    await page.getByRole('heading', { level: 1 }).evaluate(heading => heading.scrollIntoView());
  });
  await take('kagi-contacts', 1000, 640, async page => {
    await page.goto(`${site.url}pro/`);
    await typePhrase(page, demoPhrase);
    await proReady(page);
    await view(page, 'contacts').click();
    await page.getByRole('searchbox').fill('病院');
    await page.getByRole('heading', { name: 'みほ野総合病院' }).waitFor();
    await page.locator('.pro-tabs').evaluate(tabs => tabs.scrollIntoView());
  });
  const report = join(runFolder(), 'report.html');
  await runShigenMap(['check', '--data', 'data', '--html', report]);
  await take('hajimete-report', 1000, 640, page => page.goto(pathToFileURL(report).href));
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
  if (!isWanted(name)) return;
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  // The day the demo's data is of: the pictures do not change with the day they are made.
  await page.clock.setFixedTime(new Date('2026-05-01T10:00:00+09:00'));
  await open(page);
  await page.screenshot({ path: join(root, `data/files/${name}.png`) });
  await page.close();
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

function tableOf(name: string, bytes: Uint8Array, sheet?: string): Table {
  const table = readTables(name, bytes, () => {}).find(each => each.sheet === sheet);
  if (!table) throw new Error(`${name} cannot be read`);
  return table;
}

/** The workbook that `init` makes, with two pharmacies written in. */
async function initSheet(): Promise<string> {
  const workbook = await templateWorkbook(templateSheets(shippedVocabulary()));
  return sheetHtml(tableOf('list.xlsx', workbook, '薬局'), {
    headers: ['名称', '種別', '住所', '電話番号', '月', '掲載同意'],
    rows: [1, 2, 3, 4],
    written: {
      3: office('つくし薬局 本町店', 'みほ野市本町2-4', '0254-00-0101'),
      4: office('もみじ薬局', 'みほ野市花咲2-8', '0254-00-0150'),
    },
    choices: ['種別', '掲載同意'],
  });
}

function office(名称: string, 住所: string, 電話番号: string): Record<string, string> {
  return { 名称, 住所, 電話番号, 種別: '薬局', 月: '9:00-18:00', 掲載同意: 'あり' };
}

/** The sheet of pairs with the verdicts of an officer. */
async function matchSheet(): Promise<string> {
  const file = join(runFolder(), 'same-案.csv');
  await runShigenMap(['match', '--data', 'data', '--out', file]);
  return sheetHtml(tableOf('pairs.csv', readFileSync(file)), {
    headers: ['判定', '理由', '名称A', '名称B', '電話A', '電話B'],
    rows: [1, 2, 3, 4],
    written: { 2: { 判定: '別' }, 3: { 判定: '同じ' } },
  });
}

/** The demo region before and after a new edition of the municipal list: telephones, and an office that closed. */
async function writeDiff(file: string): Promise<void> {
  const [before, after] = ['地域の写し', '地域のフォルダー'].map(name => join(runFolder(), name));
  for (const folder of [before, after]) cpSync(join(root, 'data'), folder!, { recursive: true });
  const list = join(after!, 'facilities/01-医療機関一覧.csv');
  const changed = readFileSync(list, 'utf8')
    .split('\r\n')
    .filter(line => !line.includes('ひばり野眼科'))
    .map(line => line.replace(/0254-00-00(1[2-5])/, '0254-00-09$1'));
  writeFileSync(list, changed.join('\r\n'));
  await runShigenMap(['diff', before!, after!, '--html', file]);
}

/** Some cells of a table, with the letters and numbers a spreadsheet program gives them. */
function sheetHtml(table: Table, part: SheetPart): string {
  const rows = new Map([...table.rows].map(row => [row.row, row.cells]));
  const columns = part.headers.map(header => (rows.get(1) ?? []).indexOf(header));
  const cell = (number: number, header: string, index: number) =>
    part.written?.[number]?.[header] ?? rows.get(number)?.[columns[index] ?? 0] ?? '';
  const cells = (number: number) =>
    part.headers.map((header, index) => {
      const isWrong = number === part.wrong?.row && header === part.wrong.header;
      const arrow = number > 2 && part.choices?.includes(header) ? '<span class="choice">▼</span>' : '';
      return `<td${isWrong ? ' class="wrong"' : ''}>${cell(number, header, index)}${arrow}</td>`;
    });
  const heads = columns.map(column => `<th>${columnLetter(column)}</th>`);
  const lines = part.rows.map(number => `<tr><th>${number}</th>${cells(number).join('')}</tr>`);
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 16px; font: 15px/1.5 sans-serif; color: #222; background: #fff }
    table { border-collapse: collapse; width: 100% }
    th, td { border: 1px solid #bbb; padding: 3px 8px; text-align: left; white-space: nowrap; max-width: 10.5em; overflow: hidden; text-overflow: ellipsis }
    th { background: #eee; font-weight: normal; text-align: center; color: #555 }
    .choice { float: right; padding: 0 3px; border: 1px solid #999; background: #f4f4f4; font-size: 11px }
    .wrong { outline: 3px solid #c00; outline-offset: -3px }
    </style><table><tr><th></th>${heads.join('')}</tr>${lines.join('')}</table>`;
}

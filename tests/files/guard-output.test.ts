import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guardFolder, guardOf } from '../../src/files/guard-output.ts';
import { formatLeaks } from '../../src/report/leaks.ts';
import { nowherePublic } from '../../src/secure/leak-guard-values.ts';

const value = '夜間は佐藤「内線12」＆<至急> 070-0000-9919';
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
const html = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const base64 = (text: string, shift: number) =>
  Buffer.from(`${'x'.repeat(shift)}${text}xyz`).toString('base64');
const pdf = deflateSync(`BT <${utf16(value)}> Tj ET`);

/** A copy of the value in every kind of file that a site has, as its writers would spell it there. */
const planted: Record<string, string | Uint8Array> = {
  'f/a-1/index.html': `<p title="${html(value)}">みほん薬局</p>`,
  'data/facilities.json': JSON.stringify({ remarks: value }),
  'data/facilities.csv': `ID,備考\r\na-1,"${value.replaceAll('"', '""')}"\r\n`,
  '_astro/search.js': `const a=${JSON.stringify(value).replaceAll(/[^ -~]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)};`,
  '_astro/search.js.map': JSON.stringify({ version: 3, sourcesContent: [`const a = '${value}'`] }),
  'sitemap.xml': `<urlset><url><loc>https://a.example.jp/?q=${encodeURIComponent(value)}</loc></url></urlset>`,
  'changes.xml': `<feed><summary type="html">${html(html(value))}</summary></feed>`,
  'search/list.json.gz': gzipSync(JSON.stringify([value])),
  'first.js': `f("${base64(value, 0)}")`,
  'second.js': `f("${base64(value, 1)}")`,
  'third.js': `f("${base64(value, 2)}")`,
  'print.pdf': Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length ${pdf.length} >>\nstream\n`),
    pdf,
    Buffer.from('\nendstream\nendobj\n'),
  ]),
  'files/utf16.csv': Buffer.from(`\ufeff${value}`, 'utf16le'),
  'pictures/a.svg': `<svg><text>${html(value)}</text></svg>`,
  'site.webmanifest': JSON.stringify({ description: value }),
};
const clean = {
  'index.html': '<p>みほん薬局 0254-00-0001</p>',
  'app.js': `const p = "${base64('みほん薬局 0254-00-0001', 1)}"`,
};

let site: string;
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'shigen-map-guard-'));
  for (const [name, content] of Object.entries({ ...planted, ...clean })) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), content);
  }
});
afterAll(() => rmSync(site, { recursive: true }));

it('every planted copy in a written site is found, and nothing else', () => {
  const watched = [{ value, field: '専門職向け備考', at: '調査.csv 2行目' }];
  const leaks = guardFolder(site, guardOf(nowherePublic(watched, new Set(['みほん薬局']))));
  expect(leaks.map(({ file }) => file).sort()).toEqual(Object.keys(planted).sort());
  const told = formatLeaks(leaks, new Map([['files/utf16.csv', 'files/名簿.csv']]));
  for (const file of Object.keys(planted)) expect(told).toContain(`  ${file}`);
  expect(told).toContain(
    'files/utf16.csv（地域のフォルダーの files/名簿.csv）：調査.csv 2行目「専門職向け備考」の値',
  );
  expect(told).not.toMatch(/9919|佐藤/);
});

it('a line a file, however many values it holds', () => {
  const leaks = ['a', 'b', 'c', 'd', 'e'].map(field => ({ file: 'index.html', field, at: '調査.csv 2行目' }));
  expect(formatLeaks(leaks)).toContain('「c」の値 ほか2件');
});

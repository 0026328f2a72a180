import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/files/lock.ts';
import { buildTurn } from '../build-turn.ts';
import { runShigenMap } from '../e2e/harness-site.ts';

const root = join(import.meta.dirname, '../..');
const lock = join(root, 'node_modules', '.shigen-map', 'build.lock');
let home: string;
let data: string;
let out: string;
let releaseTurn: (() => void) | undefined;
/** From a working directory that is not the checkout: nothing may depend on where a person stands. */
const build = (...args: string[]) => runShigenMap(['build', '--data', data, '--out', out, ...args], {}, home);
const listing = () => readdirSync(home, { recursive: true }).map(String).sort();

beforeAll(async () => {
  releaseTurn = await buildTurn();
  home = mkdtempSync(join(tmpdir(), 'shigen-map-build-'));
  data = join(home, 'region');
  out = join(home, 'site');
  mkdirSync(join(data, 'facilities'), { recursive: true });
  writeFileSync(join(data, 'site.yaml'), 'name: みほん圏域\n');
  const rows =
    'ID,名称,種別,住所,電話番号\na-1,みほん薬局,薬局,新発田市西町0-1,0254-00-0001\na-2,だめな行,温泉,,\n';
  writeFileSync(join(data, 'facilities/a.csv'), rows);
  const run = await build('--base', '/sub/', '--site', 'https://mihon.example.jp');
  expect(run, run.stderr).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('種別は分からないため、この行は掲載していません');
  expect(run.stdout).not.toContain('サイトのアドレスが分からない');
  expect(run.stdout).toMatch(/ページ、.*ファイル（上限 20,000）/);
});
afterAll(() => {
  releaseTurn?.();
  rmSync(home, { recursive: true });
});

describe('build', () => {
  it('publishes the good rows, although a row has an error; under its base and with its address', () => {
    const page = readFileSync(join(out, 'f/a-1/index.html'), 'utf8');
    expect(page).toContain('みほん薬局');
    expect(page).toContain('https://mihon.example.jp/sub/f/a-1/');
    const links = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(match => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter(link => !link.startsWith('/sub/'))).toEqual([]);
    for (const name of ['facilities.csv', 'facilities.geojson', 'facilities.json']) {
      expect(existsSync(join(out, 'data', name)), name).toBe(true);
    }
  });

  it('leaves nothing beside its output', () => {
    expect(readdirSync(home).sort()).toEqual(['region', 'site']);
    expect(readdirSync(data).sort()).toEqual(['facilities', 'site.yaml']);
  });
});

it('a build again collects the files that changed, for an upload by hand', async () => {
  const upload = join(home, 'upload');
  const again = await build('--base', '/sub/', '--site', 'https://mihon.example.jp', '--upload', upload);
  expect(again.code, again.stderr).toBe(0);
  expect(again.stdout).toContain('前から変わった 0ファイルを集めました。送りおわったら');
  rmSync(upload, { recursive: true });
  const within = await build('--upload', join(out, 'upload'));
  expect(within.code).toBe(2);
  expect(within.stderr).toContain('片方がもう片方の中にあるフォルダーは使えません');
});

describe('a build that does not publish leaves the previous site as it was', () => {
  /** Runs and says in which state everything is afterwards. */
  async function unchanged(run: () => ReturnType<typeof build>) {
    const before = listing();
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    const result = await run();
    expect(listing()).toEqual(before);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(page);
    return result;
  }

  it('--strict with an error in a row: exit 1', async () => {
    const run = await unchanged(() => build('--strict'));
    expect(run.code).toBe(1);
    expect(run.stderr).toBe(
      'エラーがあるため（--strict）、サイトを作っていません。前のサイトはそのままです。\n',
    );
  });

  it('a site.yaml that cannot be read: exit 1', async () => {
    const broken = join(home, 'region', 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'site.yaml'), 'name: [\n');
    const run = await unchanged(() => runShigenMap(['build', '--data', broken, '--out', out]));
    rmSync(broken, { recursive: true });
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('site.yaml を読めないため、サイトを作っていません。前のサイトはそのままです。\n');
  });

  it('professional values in what it wrote: exit 1, with files and fields and without a value', async () => {
    const leaky = join(home, 'region', 'leaky');
    for (const folder of ['facilities', 'pages', 'files'])
      mkdirSync(join(leaky, folder), { recursive: true });
    writeFileSync(join(leaky, 'site.yaml'), 'name: みほん圏域\n');
    const rows =
      '名称,種別,住所,電話番号,夜間連絡先\nみほん薬局,薬局,新発田市西町0-1,0254-00-0001,070-0000-9919\n';
    writeFileSync(join(leaky, 'facilities/a.csv'), rows);
    const planted = plantedDocuments('夜間の連絡先一覧', '070-0000-9919');
    for (const [name, bytes] of planted) writeFileSync(join(leaky, 'files', name), bytes);
    const links = [...planted.keys()].map(name => `[${name}](../files/${name})`);
    writeFileSync(join(leaky, 'pages/meibo.md'), `# 名簿\n\n${links.join('\n')}\n`);
    const run = await unchanged(() => runShigenMap(['build', '--data', leaky, '--out', out]));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      '公開しない値が、作ったサイトの中に見つかったため、公開していません。前のサイトはそのままです。',
    );
    for (const name of planted.keys())
      expect(run.stderr).toMatch(
        new RegExp(
          `^  files/\\S*?(?:（地域のフォルダーの )?(?:files/)?${name}）?：a.csv 2行目「夜間連絡先」の値$`,
          'm',
        ),
      );
    expect(run.stderr + run.stdout).not.toMatch(/9919/);
    writeFileSync(join(leaky, 'site.yaml'), "name: みほん圏域\npublicTexts: ['070-0000-9919']\n");
    const allowed = await runShigenMap(['build', '--data', leaky, '--out', join(home, 'allowed')]);
    expect(allowed.code, allowed.stderr).toBe(0);
    for (const folder of [leaky, join(home, 'allowed')]) rmSync(folder, { recursive: true });
  });

  it('a render that fails: exit 1', async () => {
    const run = await unchanged(() => build('--site', 'no address'));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('前のサイトはそのままです。');
  });

  it('another build that runs: exit 1, in words', async () => {
    let release = takeLock(lock);
    for (let attempt = 0; !release && attempt < 60; attempt += 1) {
      await wait(1000);
      release = takeLock(lock);
    }
    try {
      const run = await unchanged(() => build());
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('ほかの build が動いています。');
    } finally {
      release?.();
    }
  });

  it('an unknown flag and a missing folder: exit 2', async () => {
    const flag = await unchanged(() => build('--bse', '/x/'));
    const folder = await unchanged(() => runShigenMap(['build', '--data', join(home, 'none'), '--out', out]));
    expect([flag.code, folder.code]).toEqual([2, 2]);
    expect(flag.stderr).toContain('「--bse」という指定はありません');
  });
});

it('a folder that somebody else filled is not replaced: exit 2', async () => {
  const foreign = join(home, 'documents');
  mkdirSync(foreign);
  writeFileSync(join(foreign, '大事な書類.txt'), 'x');
  const run = await runShigenMap(['build', '--data', data, '--out', foreign]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('消さないために中止しました');
  expect(readdirSync(foreign)).toEqual(['大事な書類.txt']);
});

/** Documents that an office puts into files/, each with the value. */
function plantedDocuments(title: string, value: string): Map<string, Uint8Array> {
  const text = `${title},${value.replace('-', '(').replace('-', ')')}\r\n`;
  const sheet = utils.aoa_to_sheet([[title], [value]]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, '一覧');
  const hex = Buffer.from(`${title} ${value}`, 'utf16le').swap16().toString('hex');
  const content = deflateSync(`BT <${hex}> Tj ET`);
  const head = `%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length ${content.length} >>\nstream\n`;
  return new Map<string, Uint8Array>([
    ['meibo.csv', Buffer.from(text)],
    ['utf16.csv', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['連絡先.csv', Buffer.from(text)],
    ['meibo.xlsx', write(workbook, { type: 'buffer', bookType: 'xlsx' })],
    ['meibo.pdf', Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream\nendobj\n%%EOF')])],
  ]);
}

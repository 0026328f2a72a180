import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runShigenMap } from '../e2e/harness-site.ts';

let home: string;
let count = 0;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-check-'));
});
afterAll(() => rmSync(home, { recursive: true }));

function regionFolder(files: Record<string, string>): string {
  count += 1;
  const folder = join(home, `region-${count}`);
  for (const [path, text] of Object.entries({ 'site.yaml': 'name: みほん圏域\n', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const good =
  'ID,名称,名称_カナ,種別,住所,緯度,経度,電話番号,確認日\na-1,みほん薬局,ミホンヤッキョク,薬局,新発田市西町0-1,37.951234,139.331234,0254-00-0001,2026-04-01\n';
const bad = `${good}a-2,ひがし薬局,ヒガシ,薬局,新発田市東町0-2,37.961234,"139,34",254000002,2026-04-01\n`;
const check = (...args: string[]) => runShigenMap(['check', ...args]);

describe('check', () => {
  it('of a clean region says so and exits with 0', async () => {
    const run = await check('--data', regionFolder({ 'facilities/a.csv': good }));
    expect(run).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'みほん圏域: 1ファイル 1行 → 掲載 1 ／ 統合 0 ／ 保留 0 ／ 却下 0 ／ 圏域外 0 ／ 対象外 0',
        '  a.csv: 1行 → 掲載 1 ／ 統合 0 ／ 保留 0 ／ 却下 0 ／ 圏域外 0 ／ 対象外 0',
        '',
        '問題は見つかりませんでした。',
        '',
      ].join('\n'),
    });
  });

  it('exits with 1 when there is an error, and names row, column and header', async () => {
    const run = await check('--data', regionFolder({ 'facilities/a.csv': bad }));
    expect(run.code).toBe(1);
    expect(run.stdout).toContain(
      'a.csv 3行目 H列「電話番号」：「254000002」は先頭の 0 が失われた番号のようです',
    );
    expect(run.stdout).toContain('a.csv 3行目 G列「経度」：「139,34」は');
  });

  it('exits with 0 when there are only warnings', async () => {
    const run = await check(
      '--data',
      regionFolder({ 'facilities/a.csv': good.replace('確認日', '確認にち') }),
    );
    expect(run.stdout).toContain('注意 1');
    expect(run.code).toBe(0);
  });

  it('folds what repeats, with a count; --full folds nothing', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `薬局${index},薬局,,0254-00-00${index}9999`).join(
      '\n',
    );
    const data = regionFolder({ 'facilities/a.csv': `名称,種別,名称_カナ,電話番号\n${rows}\n` });
    const [folded, full] = await Promise.all([check('--data', data), check('--data', data, '--full')]);
    const lines = (text: string) => text.split('\n').filter(line => line.includes('桁数が合いません')).length;
    expect(folded.stdout).toContain('（同じ内容 ほか8件）');
    expect([lines(folded.stdout), lines(full.stdout)]).toEqual([12, 20]);
  });

  it('writes nothing into the region’s folder', async () => {
    const data = regionFolder({ 'facilities/a.csv': bad });
    const before = readdirSync(data, { recursive: true }).sort();
    await check('--data', data);
    expect(readdirSync(data, { recursive: true }).sort()).toEqual(before);
    expect(readFileSync(join(data, 'facilities/a.csv'), 'utf8')).toBe(bad);
  });
});

describe('check --json', () => {
  it('is the stable contract', async () => {
    const run = await check('--json', '--data', regionFolder({ 'facilities/a.csv': bad }));
    const report = JSON.parse(run.stdout);
    expect(run.code).toBe(1);
    expect(Object.keys(report)).toEqual(['account', 'issues', 'stale']);
    expect(report.account).toEqual({
      read: 2,
      published: 2,
      merged: 0,
      heldBack: 0,
      rejected: 0,
      outside: 0,
      skipped: 0,
      files: [
        { file: 'a.csv', read: 2, published: 2, merged: 0, heldBack: 0, rejected: 0, outside: 0, skipped: 0 },
      ],
    });
    const phone = report.issues.find((found: { code: string }) => found.code === 'phone-lost-zero');
    expect(phone).toEqual({
      code: 'phone-lost-zero',
      severity: 'error',
      at: { file: 'a.csv', row: 3, column: 'H', header: '電話番号' },
      value: '254000002',
      message: expect.stringMatching(/^a\.csv 3行目 H列「電話番号」：「254000002」/),
    });
    for (const found of report.issues) {
      expect(Object.keys(found)).toEqual(['code', 'severity', 'at', 'value', 'message']);
    }
  });

  it('names the sheet of a workbook, and is one JSON on stdout also of the demo', async () => {
    const run = await check('--json', '--data', 'data');
    const report = JSON.parse(run.stdout);
    expect(report.account.files.map((file: { sheet?: string }) => file.sheet)).toContain('事業所一覧');
    const { read, published, merged, heldBack, rejected, outside, skipped } = report.account;
    expect(read).toBe(published + merged + heldBack + rejected + outside + skipped);
  });

  it('has no account when site.yaml cannot be used', async () => {
    const run = await check('--json', '--data', regionFolder({ 'site.yaml': 'nama: みほん\n' }));
    const report = JSON.parse(run.stdout);
    expect(run.code).toBe(1);
    expect(report.account).toBeNull();
    expect(report.issues.map((found: { code: string }) => found.code)).toContain('config-unknown-key');
  });
});

describe('a broken site.yaml', () => {
  it.each([
    ['a misspelt key', 'name: みほん\nmunicipalitys: [新発田市]\n', /site\.yaml 2行目.*municipalities/],
    ['a syntax error', 'name: みほん\nmap: [\n', /site\.yaml [23]行目/],
    ['no name', 'demo: true\n', /name/],
  ])('%s is told with its line, in Japanese', async (_title, yaml, pattern) => {
    const run = await check('--data', regionFolder({ 'site.yaml': yaml }));
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(pattern);
    expect(run.stdout + run.stderr).not.toMatch(/Error:|at .*\.ts:\d/);
  });
});

describe('wrong use exits with 2 and says what is right', () => {
  it.each([
    ['no command', [], '使い方'],
    ['an unknown command', ['chekc'], '「chekc」というコマンドはありません'],
    ['an unknown flag', ['check', '--jsn'], '「--jsn」という指定はありません'],
    ['a flag without its value', ['check', '--data'], '--data'],
    ['a word too many', ['check', 'data'], '使えるもの'],
    [
      'no such folder',
      ['check', '--data', 'does-not-exist'],
      '「does-not-exist」というフォルダーがありません',
    ],
    ['a file for a folder', ['check', '--data', 'package.json'], 'フォルダー'],
  ])('%s', async (_title, args, text) => {
    const run = await runShigenMap(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(text);
  });

  it('help is no wrong use', async () => {
    const run = await runShigenMap(['--help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('--propose');
  });
});

it('check: a file in a folder that does not exist is told before any work: exit 2', async () => {
  const data = regionFolder({ 'facilities/a.csv': good });
  for (const flag of ['html', 'propose', 'ids']) {
    const run = await check('--data', data, `--${flag}`, join(home, 'none', 'a.txt'));
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(
      new RegExp(`^--${flag} の「.*a\\.txt」を書くフォルダーがありません。[^\n]*\n$`),
    );
  }
});

it('check --propose writes a sheet to decide, which Excel opens', async () => {
  const other = 'ID,名称,種別,住所,電話番号\nb-1,みほん調剤薬局,薬局,新発田市西町0-1,0254-00-0001\n';
  const data = regionFolder({ 'facilities/a.csv': good, 'facilities/b.csv': other });
  const sheet = join(home, 'same-案.csv');
  const run = await check('--data', data, '--propose', sheet);
  const bytes = readFileSync(sheet);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toMatch(/^\uFEFF判定,記録A,記録B,理由/);
  expect(bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(2);
  expect(run.stderr).toContain('1件');
  expect(statSync(data).isDirectory()).toBe(true);
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runShigenMap } from '../e2e/harness-site.ts';

let home: string;
const path = (...parts: string[]) => join(home, ...parts);
const columns = (...args: string[]) => runShigenMap(['columns', ...args, '--data', path('region')]);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-columns-'));
  mkdirSync(path('region/facilities'), { recursive: true });
  writeFileSync(path('region/site.yaml'), 'name: みほん圏域\n');
  const rows = ['山田 太郎', '佐藤 花子', '鈴木 一郎'].map((person, index) =>
    [`みほん${index + 1}薬局`, `0254-00-000${index}`, `西町${index}-1`, person, 'なぞ'].join(','),
  );
  writeFileSync(
    path('薬局.csv'),
    `${['お店', 'れんらく先', 'ばしょ', '薬剤師さん', '欄'].join(',')}\n${rows.join('\n')}\n`,
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('writes a proposal beside columns.yaml, says what it saw, and replaces nothing', async () => {
  const first = await columns(path('薬局.csv'));
  expect(first, first.stderr).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout.split('\n')[0]).toBe('5列を見ました：高い 1／たぶん 3／わからない 1');
  const file = path('region/columns-案.yaml');
  const yaml = readFileSync(file, 'utf8');
  expect(yaml.split('\n').slice(6)).toMatchInlineSnapshot(`
    [
      "ファイルごと:",
      "  薬局.csv:",
      "    # たぶん：種別の列がない。ファイルの名前から",
      "    全部の行: { 種別: 薬局 }",
      "    見出しの行: 1",
      "    # A列 高い：見出しの言葉、値の100%が事業所の名前",
      "    お店: 名称",
      "    # B列 たぶん：値の100%が電話番号",
      "    れんらく先: 電話番号",
      "    # C列 たぶん：値の100%が住所",
      "    ばしょ: 住所",
      "    # D列 たぶん：値の100%が人の名前の形",
      "    薬剤師さん: 使わない",
      "    # E列 わからない：見出しからも値からも分からない",
      "    # 欄: 使わない",
      "",
    ]
  `);
  writeFileSync(file, '直したところ\n');
  expect((await columns(path('薬局.csv'))).stdout).toContain('columns-案2.yaml');
  expect(readFileSync(file, 'utf8')).toBe('直したところ\n');
  expect(readFileSync(path('region/columns-案2.yaml'), 'utf8')).toBe(yaml);
  expect(readdirSync(path('region')).sort()).toEqual([
    'columns-案.yaml',
    'columns-案2.yaml',
    'facilities',
    'site.yaml',
  ]);
});

it('corrected and named columns.yaml, the next run uses it; a draft beside it disturbs nobody', async () => {
  await columns(path('薬局.csv'), '--out', path('region/columns.yaml'));
  writeFileSync(path('region/facilities/薬局.csv'), readFileSync(path('薬局.csv')));
  const check = await runShigenMap(['check', '--data', path('region'), '--json']);
  const { account, issues } = JSON.parse(check.stdout) as {
    account: { published: number };
    issues: { code: string }[];
  };
  expect(account.published).toBe(3);
  expect(issues.map(({ code }) => code)).not.toContain('control-file-misnamed');
});

it('a name that is taken, a file that is not there, a file without a table', async () => {
  const taken = await columns(path('薬局.csv'), '--out', path('region/site.yaml'));
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('書きかえません')]);
  expect(readFileSync(path('region/site.yaml'), 'utf8')).toBe('name: みほん圏域\n');
  expect((await columns(path('ない.csv'))).code).toBe(2);
  writeFileSync(path('空.csv'), '\n');
  expect((await columns(path('空.csv'))).code).toBe(1);
});

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
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runShigenMap } from '../e2e/harness-site.ts';

let home: string;
let count = 0;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-match-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const header = 'ID,名称,種別,住所,電話番号\n';
function region(more: Record<string, string> = {}): string {
  count += 1;
  const folder = join(home, `region-${count}`);
  mkdirSync(join(folder, 'facilities'), { recursive: true });
  const files = {
    'site.yaml': 'name: みほん圏域\n',
    'facilities/a.csv': `${header}a-1,みほん薬局,薬局,新発田市西町0-1,0254-00-0001\na-2,ひがし医院,診療所,新発田市東町0-2,0254-00-0002\n`,
    'facilities/b.csv': `${header}b-1,（株）みほん薬局,薬局,新発田市西町0-1,0254-00-0001\nb-2,医療法人ひがし医院,診療所,新発田市東町0-2,0254-00-0002\n`,
    ...more,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}
const match = (...args: string[]) => runShigenMap(['match', ...args]);
const text = (path: string) => readFileSync(path, 'utf8');

it('writes the pairs with their scores; the filled-in sheet becomes same.csv, and nothing is left to decide', async () => {
  const data = region();
  const sheet = join(data, 'same-案.csv');
  const first = await match('--data', data, '--out', sheet);
  expect(first.code).toBe(0);
  expect(first.stdout).toBe(
    '同じ事業所かもしれない、まだ決めていない組が 2件あります（90点以上 2件、70〜89点 0件、50〜69点 0件）。\n',
  );
  const [head, ...lines] = text(sheet).trimEnd().split('\r\n');
  expect(head).toBe(
    '\uFEFF判定,記録A,記録B,理由,名称A,名称B,種別A,種別B,住所A,住所B,電話A,電話B,距離（m）,スコア,ファイルA,ファイルB,メモ',
  );
  expect(lines[0]).toMatch(
    /^,a-1,b-1,名称が同じ・住所が同じ・電話番号が同じ,みほん薬局,（株）みほん薬局,薬局,薬局,/,
  );
  writeFileSync(sheet, text(sheet).replace('\r\n,a-1', '\r\n同じ,a-1').replace('\r\n,a-2', '\r\n別,a-2'));
  const second = await match('--data', data, '--take', sheet);
  expect([second.code, second.stderr]).toEqual([0, '']);
  expect(second.stdout).toBe(
    'same.csv に 2組を加えました（同じ 1、別 1）。もう入っていた組 0、空欄の組 0。\n同じ事業所かもしれない、まだ決めていない組は、ありません。\n',
  );
  expect(text(join(data, 'same.csv')).split('\r\n')).toHaveLength(4);
  const check = await runShigenMap(['check', '--data', data]);
  expect(check.stdout).toContain('掲載 3 ／ 統合 1');
  expect(check.stdout).not.toContain('same-案.csv：このファイルは読んでいません');
});

it('keeps the old same.csv beside the new one, and tells what it did not take', async () => {
  const old = '判定,記録A,記録B,メモ\n別,a-1,b-1,電話で確認\n';
  const data = region({ 'same.csv': old });
  const filled = join(home, '案.csv');
  writeFileSync(filled, '判定,記録A,記録B\n同じ,a-1,b-1\n同じ,a-2,b-2\n');
  const run = await match('--data', data, '--take', filled);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('案.csv 2行目：「a-1」と「b-1」の「同じ」は加えていません。');
  expect(run.stderr).toContain('same.csv 2行目');
  expect(text(join(data, 'same.csv.bak'))).toBe(old);
  expect(text(join(data, 'same.csv'))).toBe(
    '\uFEFF判定,記録A,記録B,メモ\r\n別,a-1,b-1,電話で確認\r\n同じ,a-2,b-2,\r\n',
  );
  await match('--data', data, '--take', filled);
  expect(readdirSync(data).sort()).toEqual(['facilities', 'same.csv', 'same.csv.bak', 'site.yaml']);
});

it('without --out and --take it says how many and writes nothing', async () => {
  const data = region();
  const run = await match('--data', data);
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain('2件あります');
  expect(run.stdout).toContain('--out same-案.xlsx');
  expect(readdirSync(data).sort()).toEqual(['facilities', 'site.yaml']);
});

it('a sheet that cannot be read leaves same.csv as it is', async () => {
  const data = region();
  const filled = join(home, 'ちがう.csv');
  writeFileSync(filled, '名称,住所\nみほん薬局,西町\n');
  const run = await match('--data', data, '--take', filled);
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/判定、記録A、記録B.*\n.*前のままです/s);
  expect(existsSync(join(data, 'same.csv'))).toBe(false);
});

it('wrong use exits with 2', async () => {
  const data = region({ 'same.csv': '判定,記録A,記録B\n' });
  const none = await match('--data', data, '--take', join(home, 'ない.csv'));
  const over = await match('--data', data, '--out', join(data, 'same.csv'));
  expect([none.code, over.code]).toEqual([2, 2]);
  expect(none.stderr).toContain('というファイルがありません');
  expect(over.stderr).toContain('決めた判定が入っている');
  expect(text(join(data, 'same.csv'))).toBe('判定,記録A,記録B\n');
});

it('says of a sheet that names records which are not for everyone', async () => {
  const closed = 'ID,名称,種別,住所,電話番号,掲載区分\n';
  const data = region({
    'facilities/b.csv': `${closed}b-1,（株）みほん薬局,薬局,新発田市西町0-1,0254-00-0001,専門職のみ\n`,
  });
  const run = await match('--data', data, '--out', join(home, 'closed.csv'));
  const isProposed = text(join(home, 'closed.csv')).includes('b-1');
  expect(run.stderr.includes('住民には見せない記録')).toBe(isProposed);
  expect(isProposed).toBe(true);
});

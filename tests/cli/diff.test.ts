import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runShigenMap } from '../e2e/harness-site.ts';

let home: string;
const path = (...parts: string[]) => join(home, ...parts);
const put = (name: string, text: string) => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
};
const header = 'ID,名称,種別,市区町村名,住所,電話番号\n';
const row = 'a-1,みほん薬局,薬局,みほん市,西町1,0254-00-0001\n';
const changed = 'a-1,みほん薬局,薬局,みほん市,西町1,0254-00-0002\n';
const elsewhere = 'z-1,よその薬局,薬局,よその市,東町1,0254-00-0009\n';
const diff = (...args: string[]) => runShigenMap(['diff', ...args]);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-diff-'));
  put('old/site.yaml', 'name: みほん圏域\nmunicipalities: [みほん市]\n');
  put('old/facilities/a.csv', header + row);
  cpSync(path('old'), path('new'), { recursive: true });
  put('new/facilities/a.csv', header + changed);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('diff', () => {
  it('of two folders, in the clerk’s words; JSON for programs', async () => {
    const run = await diff(path('old'), path('new'));
    expect(run, run.stderr).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('追加 0件・変更 1件・削除 0件（同じ 0件）');
    expect(run.stdout).toContain('電話番号：0254-00-0001 → 0254-00-0002');
    const json = JSON.parse((await diff(path('old'), path('new'), '--json')).stdout);
    expect(json.changed[0].fields).toEqual([
      {
        service: null,
        label: '電話番号',
        before: '0254-00-0001',
        after: '0254-00-0002',
        professional: false,
      },
    ]);
  });

  it('of two layers, with the settings of a region: what is outside it is no news', async () => {
    put('national-1.csv', header + row);
    put('national-2.csv', header + changed + elsewhere);
    const run = await diff(
      path('national-1.csv'),
      path('national-2.csv'),
      '--data',
      path('old'),
      '--markdown',
    );
    expect(run.stdout).toContain('追加 0件・変更 1件・削除 0件');
    expect(run.stdout).not.toContain('よその薬局');
    const all = await diff(path('national-1.csv'), path('national-2.csv'));
    expect(all.stdout).toContain('よその薬局');
  });

  it('of a published list, by its address, and a folder; as a page', async () => {
    const facilities = [
      { id: 'a-1', name: 'みほん薬局' },
      { id: 'b-1', name: 'きえた薬局' },
    ];
    const server = createServer((_, response) =>
      response.end(JSON.stringify({ asOf: '2026-04-01', facilities })),
    );
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/facilities.json`;
    const run = await diff(url, path('old'), '--html', path('diff.html'));
    server.close();
    expect(run.code, run.stderr).toBe(0);
    const page = readFileSync(path('diff.html'), 'utf8');
    expect(page).toContain('きえた薬局');
    expect(page).not.toContain('<script');
  });

  it('what cannot be read: exit 1 and what may be named; wrong use: 2', async () => {
    const missing = await diff(path('old'), path('none'));
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('を読めません。地域のフォルダー');
    const one = await diff(path('old'));
    expect(one.code).toBe(2);
    expect(one.stderr).toContain('<前のデータ> <新しいデータ>');
  });
});

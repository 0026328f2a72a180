import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runShigenMap } from '../e2e/harness-site.ts';
import { fileOf } from '../formats/layouts.ts';

let home: string;
const path = (...parts: string[]) => join(home, ...parts);
const importing = (...args: string[]) => runShigenMap(['import', ...args, '--data', path('region')]);
const offices = (count: number, city = '新発田市') =>
  fileOf(
    'kaigo24',
    Array.from({ length: count }, (_, index) => ({
      ...{ 都道府県名: '新潟県', 市区町村名: city, 住所: `新潟県${city}西町${index}` },
      ...{ 事業所名: `みほん訪問看護${index}`, サービスの種類: '訪問看護' },
      ...{ 事業所番号: `15606000${index + 10}`, 電話番号: '0254-00-0001' },
    })),
  );

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-import-'));
  mkdirSync(path('region'));
  writeFileSync(path('region/site.yaml'), '# わたしの町\nname: みほん圏域\nmunicipalities: [新発田市]\n');
  writeFileSync(
    path('jigyosho_130_20251231.csv'),
    offices(20) + offices(3, '村上市').split('\r\n').slice(1).join('\r\n'),
  );
  writeFileSync(path('jigyosho_130_20260630.csv'), offices(10));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('import', () => {
  it('writes a layer and its entry, and says what it took and left', async () => {
    const run = await importing(path('jigyosho_130_20251231.csv'));
    expect(run, run.stderr).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('jigyosho_130_20251231.csv：取り込んだ行 20／地域の外 3');
    expect(run.stdout).toContain('時点：2025年12月31日');
    expect(run.stdout).toContain('追加 20件・変更 0件');
    expect(run.stdout).toContain('前のファイルは site.yaml.bak に残しました。');
    expect(readFileSync(path('region/site.yaml'), 'utf8')).toContain('# わたしの町');
  });

  it('again: nothing; with half of it gone it stops, until that is accepted', async () => {
    expect((await importing(path('jigyosho_130_20251231.csv'))).stdout).toContain(
      '前に取り込んだものと同じです',
    );
    const stopped = await importing(path('jigyosho_130_20260630.csv'));
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toContain('追加 0件・変更 0件・削除 10件');
    expect(stopped.stderr).toContain('20件のうち 10件がなくなります');
    expect(stopped.stderr).toContain('--accept');
    expect(readFileSync(path('region/site.yaml'), 'utf8')).toContain("asOf: '2025-12-31'");
    const accepted = await importing(path('jigyosho_130_20260630.csv'), '--accept');
    expect(accepted.code, accepted.stderr).toBe(0);
    expect(readdirSync(path('region/facilities'))).toEqual([
      '介護サービス情報公表.csv',
      '介護サービス情報公表.csv.bak',
    ]);
    expect(readdirSync(path('region')).filter(name => name.startsWith('.'))).toEqual([]);
  });

  it('used wrongly it says how, and writes nothing', async () => {
    const [noFile, unknownArea] = [
      await importing(path('none.csv')),
      await importing(path('jigyosho_130_20260630.csv'), '--area', '東町'),
    ];
    expect([noFile.code, unknownArea.code]).toEqual([2, 2]);
    expect(noFile.stderr).toContain('というファイルがありません');
    expect(unknownArea.stderr).toContain('「東町」という区域は');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRegion } from '../../src/files/load-region.ts';
import { runShigenMap } from '../e2e/harness-site.ts';

let home: string;
const path = (...parts: string[]) => join(home, ...parts);
const init = (...args: string[]) => runShigenMap(['init', ...args]);
const feature = (code: string, name: string) => ({
  type: 'Feature',
  properties: { N03_007: code, N03_004: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [139, 37],
        [139.1, 37],
        [139.1, 37.1],
        [139, 37],
      ],
    ],
  },
});

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-init-'));
  const features = [feature('15206', '新発田市'), feature('15212', '村上市'), feature('15101', '北区')];
  writeFileSync(path('n03.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('init', () => {
  it('makes a folder that is read without a problem, whatever its name holds', async () => {
    const name = '"みほん": #圏域';
    const run = await init(
      ...[
        path('region'),
        '--name',
        name,
        '--municipality',
        '新発田市、152129',
        '--contact',
        '連携: センター',
      ],
      ...['--n03', path('n03.geojson'), '--site', 'https://example.jp', '--engine', 'mihon/shigen-map'],
    );
    expect(run, run.stderr).toMatchObject({ code: 0, stderr: '' });
    const { value: region, issues } = readRegion(path('region'));
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(region?.dataset.site).toMatchObject({
      name,
      municipalities: ['新発田市', '152129'],
      contact: { name: '連携: センター' },
      publishing: { site: 'https://example.jp' },
    });
    expect(region?.dataset.areas.map(area => area.name)).toEqual(['新発田市', '村上市']);
    expect(region?.publicDataset.facilities).toEqual([]);
    // The sheets that say how to fill the workbook in are no rows of the officer's.
    expect(region?.dataset.account.files.map(({ sheet }) => sheet)).not.toContain('選択肢');
    expect(region?.dataset.account.files.map(({ sheet }) => sheet)).not.toContain('書き方');
    const sheets = region?.dataset.account.files.filter(({ sheet }) => sheet);
    expect(region?.dataset.account.read).toBe(sheets?.length);
    const workflow = parse(readFileSync(path('region/.github/workflows/publish.yml'), 'utf8'));
    expect(workflow.env.ENGINE).toBe('mihon/shigen-map');
    expect(workflow.jobs.build.steps[2].with).toEqual({ repository: `\${{ env.ENGINE }}`, path: 'engine' });
    expect(run.stdout).not.toContain('ENGINE');
    const build = workflow.jobs.build.steps.find(({ name }: { name?: string }) => name === 'Build');
    expect(build.env).toEqual({ SHIGEN_KEYS: `\${{ secrets.SHIGEN_KEYS }}` });
    expect(readFileSync(path('region/.gitignore'), 'utf8')).toContain('\nkeys.secret.yaml*\n');
  });

  it('never writes into a folder that has files; without a name it writes nothing', async () => {
    const before = readFileSync(path('region', 'site.yaml'), 'utf8');
    expect((await init(path('region'), '--name', 'べつ')).code).toBe(1);
    expect(readFileSync(path('region', 'site.yaml'), 'utf8')).toBe(before);
    const unnamed = await init(path('other'));
    expect(unnamed).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(home).sort()).toEqual(['n03.geojson', 'region']);
  });

  it('a word that is no 掲載 policy opens nothing; a file that is not there is named', async () => {
    const policy = await init(path('third'), '--name', 'x', '--listing', 'profesional');
    expect(policy).toMatchObject({ code: 2, stdout: '' });
    expect(policy.stderr).toContain('「profesional」は分かりません');
    const file = await init(path('third'), '--name', 'x', '--n03', path('none.geojson'));
    expect(file.code).toBe(2);
    expect(file.stderr).toContain('というファイルがありません');
    const engine = await init(path('third'), '--name', 'x', '--engine', 'https://github.com/mihon');
    expect(engine.code).toBe(2);
    expect(engine.stderr).toContain('「所有者/名前」の形');
    expect(readdirSync(home)).not.toContain('third');
  });

  it('boundaries without any of the municipalities are refused in words', async () => {
    const run = await init(
      path('third'),
      '--name',
      'x',
      '--municipality',
      '佐渡市',
      '--n03',
      path('n03.geojson'),
    );
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('市区町村の境界が見つかりません');
    expect(readdirSync(home)).not.toContain('third');
  });
});

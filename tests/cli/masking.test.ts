import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { audienceCommand } from '../../src/cli/audience.ts';
import { checkCommand } from '../../src/cli/check.ts';
import { columnsCommand } from '../../src/cli/columns.ts';
import { diffCommand } from '../../src/cli/diff.ts';
import { importCommand } from '../../src/cli/import.ts';
import { keysCommand } from '../../src/cli/keys.ts';
import { matchCommand } from '../../src/cli/match.ts';
import { sealCommand } from '../../src/cli/seal.ts';
import { loadPublicRegion } from '../../src/files/load-region.ts';
import { filesOf } from '../build/site-files.ts';
import { runShigenMap } from '../e2e/harness-site.ts';

const canary = join(import.meta.dirname, '../fixtures/regions/canary');
/** Every value of the region that is not for everyone has one of these. The label of a column is no value. */
const sealed = /CANARY-(?!COLUMN-LABEL)[\w-]+|070-0000-9\d\d\d|0254-00-[78]\d\d\d|canary\d*@/g;
const survey = '調査.csv';
let home: string;
let region: string;
let changed: string;

/** Rows that raise an issue in every professional column and list, each quoting what was typed. */
const troubled = [
  'c-08,みほん歯科,ミホンシカ,診療所,みほ野市本町8,0254-00-0008,CANARY-201,CANARY-202,○,公開の備考,公開,あり,営業中,2026-04-01,CANARY-203 25:99,CANARY-204,CANARY-205,CANARY-206,CANARY-207,CANARY-208,CANARY-209,CANARY-210,CANARY-211',
  'c-08,CANARY-212,ジュウフク,診療所,みほ野市本町8,0254-00-7718,,,CANARY-213,CANARY-214,専門職のみ,CANARY-215,CANARY-216,CANARY-217,,,,,,,,,',
  'c-10,CANARY-218,シュベツナシ,温泉,CANARY-220,0254-00-7720,,,○,,公開,なし,営業中,2026-04-01,,,,,,,,,',
  'c-11,CANARY-221,CANARY-222,薬局,CANARY-223,CANARY-224,,,CANARY-225,,CANARY-226,あり,営業中,2999-99-99,,,,,,,,,',
].join('\n');
const lists = {
  'contacts.csv': `事業所番号またはID,名称,サービス,目的,部署,方法,番号,曜日・時間,送るもの,様式,地域のルール,担当者,改訂日,改訂の内容,備考
c-01,みほん医院,,CANARY-301,CANARY-302,CANARY-303,0254-00-7731,CANARY-304,CANARY-305,CANARY-306,CANARY-307,CANARY-308,CANARY-309,CANARY-310,CANARY-311
CANARY-312,CANARY-313,CANARY-314,退院調整,,電話,CANARY-315,,,,,,,,
c-02,ステーションあお,CANARY-316,照会,,FAX,0254-00-7732,25:00-99:00,,,,,,,
`,
  'vacancy.csv': `事業所番号またはID,名称,サービス,曜日,空き数,時点,備考
c-02,ステーションあお,,CANARY-401,CANARY-402,CANARY-403,CANARY-404
CANARY-405,CANARY-406,CANARY-407,月,1,2026-01-01,
`,
  'suppress.csv':
    '記録,名称,住所,理由\nc-07,,,CANARY-SUPPRESS-REASON\nCANARY-501,CANARY-502,CANARY-503,CANARY-504\n',
  'ids.csv': 'CANARY-511,CANARY-512\n',
  'facilities/専門の表.yaml':
    '掲載区分: 専門職のみ\n---\n- 名称: CANARY-601\n  種別: CANARY-602\n  電話番号: [CANARY-603\n',
};

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-masking-'));
  region = join(home, 'region');
  changed = join(home, 'changed');
  cpSync(canary, region, { recursive: true });
  const file = join(region, 'facilities', survey);
  writeFileSync(file, `${readFileSync(file, 'utf8')}${troubled}\n`);
  for (const [name, text] of Object.entries(lists)) writeFileSync(join(region, name), text);
  writeFileSync(
    join(region, 'site.yaml'),
    `${readFileSync(join(region, 'site.yaml'), 'utf8')}  - file: facilities/専門の表.yaml\n    listing: professional\n`,
  );
  cpSync(region, changed, { recursive: true });
  writeFileSync(
    join(changed, 'facilities', survey),
    readFileSync(file, 'utf8')
      .replaceAll(/CANARY-0/g, 'CANARY-9')
      .replace('0254-00-0001', '0254-00-0009'),
  );
  writeFileSync(join(changed, 'contacts.csv'), lists['contacts.csv'].replaceAll('CANARY-3', 'CANARY-8'));
});
afterAll(() => rmSync(home, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** All that a command says, in a workflow or at the officer's own machine. */
async function saidBy(run: () => Promise<number>, isWorkflow = true): Promise<string> {
  vi.stubEnv('CI', isWorkflow ? '1' : '');
  let said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(text => {
      said += String(text);
      return true;
    });
  await run();
  vi.restoreAllMocks();
  return said;
}
const sealedIn = (text: string) => text.match(sealed) ?? [];
const at = (name: string) => join(home, name);

describe('where others read along, no professional value is said or written', () => {
  it.each<[command: string, run: () => Promise<number>, files?: string[]]>([
    ['check', () => checkCommand(['--data', region])],
    ['check --full', () => checkCommand(['--data', region, '--full'])],
    ['check --json', () => checkCommand(['--data', region, '--json'])],
    ['check --html', () => checkCommand(['--data', region, '--html', at('check.html')]), ['check.html']],
    ['check --ids', () => checkCommand(['--data', region, '--ids', at('ids.csv')])],
    ['check --propose', () => checkCommand(['--data', region, '--propose', at('propose.csv')])],
    ['match --out', () => matchCommand(['--data', region, '--out', at('match.csv')])],
    ['match --take', () => matchCommand(['--data', region, '--take', join(region, 'suppress.csv')])],
    ['diff', () => diffCommand([region, changed])],
    ['diff --json', () => diffCommand([region, changed, '--json'])],
    ['diff --markdown', () => diffCommand([region, changed, '--markdown'])],
    ['diff --html', () => diffCommand([region, changed, '--html', at('diff.html')]), ['diff.html']],
    ['diff of a layer', () => diffCommand([join(region, 'facilities', survey), changed, '--data', region])],
    [
      'columns',
      () => columnsCommand([join(region, 'facilities', survey), '--data', region, '--out', at('c.yaml')]),
      ['c.yaml'],
    ],
    ['import', () => importCommand([join(region, 'facilities', survey), '--data', at('imported')])],
    ['audience', () => audienceCommand(['--data', region])],
    [
      'audience --html',
      () => audienceCommand(['--data', region, 'c-01', '--html', at('a.html')]),
      ['a.html'],
    ],
    ['audience of a record', () => audienceCommand(['--data', region, 'c-01'])],
    ['audience of one for professionals', () => audienceCommand(['--data', region, 'c-03'])],
    ['audience of one for nobody', () => audienceCommand(['--data', region, 'c-07'])],
    ['audience of several', () => audienceCommand(['--data', region, 'CANARY'])],
    ['keys list', () => keysCommand(['list', '--data', region])],
    ['seal', () => sealCommand(['facilities/調査.csv', '--data', at('sealing')])],
    ['seal --open', () => sealCommand(['--open', 'facilities/調査.csv.sealed', '--data', at('sealing')])],
    [
      'the pages of dev',
      () =>
        loadPublicRegion(at('blocked')).then(
          () => 0,
          (error: unknown) => (process.stderr.write(String(error)) ? 1 : 2),
        ),
    ],
  ])('%s', async (_command, run, files = []) => {
    mkdirSync(at('imported'), { recursive: true });
    writeFileSync(join(at('imported'), 'site.yaml'), 'name: みほん\nmunicipalities: [みほ野市]\n');
    if (!readdirSync(home).includes('sealing')) cpSync(region, at('sealing'), { recursive: true });
    cpSync(region, at('blocked'), { recursive: true });
    writeFileSync(join(at('blocked'), 'columns.yaml'), '内部の列: { label: [\n');
    const said = await saidBy(run);
    expect(said.length).toBeGreaterThan(20);
    // A name that was typed is said back as little as one that was read.
    expect(sealedIn(said)).toEqual([]);
    for (const file of files) expect(sealedIn(readFileSync(at(file), 'utf8')), file).toEqual([]);
  });
});

it('audience shows them on the officer’s own machine, and says so', async () => {
  const said = await saidBy(() => audienceCommand(['--data', region, 'c-01']), false);
  expect(said).toContain('CANARY-003-ひみつ');
  expect(said).toContain('人に渡したり、公開したりしないでください');
});
/** An error in the middle of a command, with a cell in its message. */
it.each([
  ['thrown by a command', 'Map.groupBy=()=>{throw new SyntaxError("CANARY-777 in a cell")}'],
  ['thrown by nobody’s caller', 'setTimeout(()=>{throw new RangeError("CANARY-778 in a cell")},0)'],
])('an error nobody expected tells no cell: %s', async (_what, code) => {
  const fault = `--import data:text/javascript,${encodeURIComponent(code)}`;
  const args = ['check', '--data', region, '--verbose'];
  const run = await runShigenMap(args, { CI: '1', NODE_OPTIONS: fault });
  expect(run.code).toBe(1);
  expect(sealedIn(run.stdout + run.stderr)).toEqual([]);
  expect(run.stderr).toMatch(/【止まりました】.*（(Syntax|Range)Error/);
  expect(run.stderr).toContain('くわしい内容は表示しません');
});

it('no command leaves anything in the fixture', () => {
  expect([...filesOf(canary).keys()].map(name => basename(name)).filter(name => /案|bak/.test(name))).toEqual(
    [],
  );
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkCommand } from '../../src/cli/check.ts';
import { columnsCommand } from '../../src/cli/columns.ts';
import { diffCommand } from '../../src/cli/diff.ts';
import { importCommand } from '../../src/cli/import.ts';
import { initCommand } from '../../src/cli/init.ts';
import { keysCommand } from '../../src/cli/keys.ts';
import { matchCommand } from '../../src/cli/match.ts';
import { sealCommand } from '../../src/cli/seal.ts';
import { repairChange } from '../../src/files/change-files.ts';
import { isForeign, ownMark } from '../../src/files/publish-folder.ts';
import { writeUpload } from '../../src/files/upload-folder.ts';
import { machineRandom } from '../../src/secure/cipher.ts';
import { makePhrase } from '../../src/secure/phrase.ts';
import { sealFile } from '../../src/secure/sealed-file.ts';
import { fileOf } from '../formats/layouts.ts';
import { contentsOf, recordDisk } from './recorded-disk.ts';

let home: string;
const path = (...parts: string[]) => join(home, ...parts);
const region = () => path('region');

/** What stands in the region's folder, beside it and in the folder of sheets before the command. */
function prepare(): void {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(path('region/facilities'), { recursive: true });
  mkdirSync(path('sheets'));
  const header = 'ID,名称,種別,住所,電話番号\n';
  const files = {
    'region/site.yaml': '# わたしの町\nname: みほん圏域\nmunicipalities: [新発田市]\n',
    'region/facilities/a.csv': `${header}a-1,みほん薬局,薬局,新発田市西町0-1,0254-00-0001\n`,
    'region/facilities/b.csv': `${header}b-1,（株）みほん薬局,薬局,新発田市西町0-1,0254-00-0001\n`,
    'region/facilities/介護サービス情報公表.csv': 'もとの一覧\n',
    'region/same.csv': '判定,記録A,記録B,メモ\n',
    'sheets/判定.csv': '判定,記録A,記録B\n同じ,a-1,b-1\n',
    'sheets/報告.html': 'まえの報告',
    'sheets/組.xlsx': 'まえの表',
    'sheets/知らない一覧.csv': 'お店,れんらく先\nみほん1薬局,0254-00-0001\nみほん2薬局,0254-00-0002\n',
    'sheets/jigyosho_130_20251231.csv': fileOf('kaigo24', [
      {
        ...{ 都道府県名: '新潟県', 市区町村名: '新発田市', 住所: '新潟県新発田市西町1' },
        ...{ 事業所名: 'みほん訪問看護', サービスの種類: '訪問看護' },
        ...{ 事業所番号: '1560600010', 電話番号: '0254-00-0001' },
      },
    ]),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-crash-'));
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

interface Scenario {
  run: () => unknown;
  /** What ends a crash at the next start. */
  repair: () => unknown;
  /** Of the whole; what else may be there after a repair. */
  look?: () => Record<string, string>;
  prepare?: () => void;
}

/** Runs once, then puts the disk into every state a stop may leave, and starts again. */
async function expectWhole({ run, repair, look = () => contentsOf(home), ...rest }: Scenario): Promise<void> {
  const ready = () => {
    prepare();
    rest.prepare?.();
  };
  ready();
  const before = look();
  const operations = await recordDisk(run);
  const after = look();
  expect(after).not.toEqual(before);
  expect(operations.length).toBeGreaterThan(3);
  for (const [last, { name, half, again }] of operations.entries()) {
    for (const stop of [half, again]) {
      if (!stop) continue;
      ready();
      for (const operation of operations.slice(0, last)) operation.again();
      stop();
      await repair();
      const state = look();
      const isWhole = [before, after].some(one => JSON.stringify(one) === JSON.stringify(state));
      expect(
        isWhole ? 'whole' : state,
        `stopped at ${last} ${stop === half ? 'half-way' : ''}: ${name}`,
      ).toBe('whole');
    }
  }
}

const inRegion = () => repairChange(region());
const inSheets = () => repairChange(path('sheets'));

it.each<[string, Scenario]>([
  [
    'import of a list',
    {
      run: () => importCommand([path('sheets/jigyosho_130_20251231.csv'), '--data', region()]),
      repair: inRegion,
      prepare: () => rmSync(path('region/facilities/介護サービス情報公表.csv')),
    },
  ],
  [
    'import of an unknown list, which proposes its columns',
    {
      run: () => importCommand([path('sheets/知らない一覧.csv'), '--data', region()]),
      repair: inRegion,
    },
  ],
  [
    'columns',
    {
      run: () => columnsCommand([path('sheets/知らない一覧.csv'), '--data', region()]),
      repair: inRegion,
    },
  ],
  [
    'columns --out',
    {
      run: () =>
        columnsCommand([
          ...[path('sheets/知らない一覧.csv'), '--data', region()],
          ...['--out', path('sheets/案.yaml')],
        ]),
      repair: inSheets,
    },
  ],
  [
    'match --out',
    {
      run: () => matchCommand(['--data', region(), '--out', path('sheets/組.xlsx')]),
      repair: inSheets,
    },
  ],
  [
    'match --take',
    {
      run: () => matchCommand(['--data', region(), '--take', path('sheets/判定.csv')]),
      repair: inRegion,
    },
  ],
  [
    'check --html',
    {
      run: () => checkCommand(['--data', region(), '--html', path('sheets/報告.html')]),
      repair: inSheets,
    },
  ],
  [
    'check --propose into the region',
    {
      run: () => checkCommand(['--data', region(), '--propose', path('region/same-案.csv')]),
      repair: inRegion,
    },
  ],
  [
    'check --ids',
    {
      run: () => checkCommand(['--data', region(), '--ids', path('region/ids.csv')]),
      repair: inRegion,
    },
  ],
  [
    'keys add',
    {
      run: () => keysCommand(['add', 'みほん病院', '--data', region()]),
      repair: inRegion,
    },
  ],
  [
    'diff --html',
    {
      run: () =>
        diffCommand([
          path('region/facilities/a.csv'),
          path('region/facilities/b.csv'),
          ...['--html', path('sheets/報告.html')],
        ]),
      repair: inSheets,
    },
  ],
])(
  '%s: stopped after any change of the disk, all is as before or as after at the next start',
  async (_, scenario) => {
    await expectWhole(scenario);
  },
);

it('keys rotate: phrases and sealed files change together, or none of them', async () => {
  const [phrase, name] = [makePhrase(machineRandom), '訪看.csv'];
  const clear = new TextEncoder().encode('ID,名称,種別,担当者\nb-9,みほん訪看,訪問看護,みほん\n');
  const sealed = await sealFile(name, clear, phrase, '', machineRandom);
  await expectWhole({
    run: () => keysCommand(['rotate', '--data', region()]),
    repair: inRegion,
    prepare: () => {
      writeFileSync(path('region/facilities/訪看.csv.sealed'), sealed);
      writeFileSync(path('region/keys.secret.yaml'), `layers: ${phrase}\n`);
    },
  });
  const kept = contentsOf(region());
  expect(kept['keys.secret.yaml']).not.toContain(phrase);
});

const init = () => initCommand([path('new'), '--name', 'みほん圏域']);

it.each([
  ['where there is no folder', () => {}],
  ['into an empty folder', () => mkdirSync(path('new'))],
])('init %s: the folder is whole or free, and the next start makes it', async (_, prepareFolder) => {
  prepare();
  prepareFolder();
  const operations = await recordDisk(init);
  const after = contentsOf(path('new'));
  expect(Object.keys(after)).toContain('site.yaml');
  for (const [last, { name, again, half }] of operations.entries()) {
    for (const stop of [half, again]) {
      if (!stop) continue;
      prepare();
      prepareFolder();
      for (const operation of operations.slice(0, last)) operation.again();
      stop();
      const names = existsSync(path('new')) ? readdirSync(path('new')) : [];
      if (names.length > 0) expect(contentsOf(path('new')), name).toEqual(after);
    }
  }
  // As a stop just before the end leaves it.
  prepare();
  for (const operation of operations.slice(0, -2)) operation.again();
  await init();
  expect(Object.keys(contentsOf(path('new')))).toEqual(Object.keys(after));
  expect(readdirSync(home).sort()).toEqual(['new', 'region', 'sheets']);
});

it('build --upload: the collection is the former or the new one, and the next start may replace it', async () => {
  const collect = () => writeUpload(path('old-site'), path('new-site'), path('upload'), '消すファイル.txt');
  const sites = () => {
    for (const [name, files] of [
      ['old-site', ['a.html', 'gone.html']],
      ['new-site', ['a.html', 'b.html', 'f/c.html']],
      ['upload', ['x.html', 'y.html', ownMark]],
    ] as const) {
      for (const file of files) {
        mkdirSync(path(name, file, '..'), { recursive: true });
        writeFileSync(path(name, file), `${name} ${file}`);
      }
    }
  };
  await expectWhole({
    run: collect,
    prepare: sites,
    look: () => contentsOf(path('upload')),
    repair: () => {
      const isWhole = !existsSync(path('upload')) || existsSync(path('upload', ownMark));
      expect([isWhole, isForeign(path('upload'))]).toEqual([true, false]);
      collect();
    },
  });
});

it('seal: the clear list is never gone, and sealing again ends what was begun', async () => {
  const seal = () => sealCommand(['facilities/a.csv', '--data', region()]);
  prepare();
  const clear = contentsOf(region())['facilities/a.csv'];
  const operations = await recordDisk(seal);
  const after = Object.keys(contentsOf(region()));
  const inSight = 'facilities/a.csv';
  expect(after).not.toContain(inSight);
  const moved = after.find(name => name !== inSight && contentsOf(region())[name] === clear);
  expect(moved).toBeDefined();
  for (const [last, { name, again, half }] of operations.entries()) {
    for (const stop of [half, again]) {
      if (!stop) continue;
      prepare();
      for (const operation of operations.slice(0, last)) operation.again();
      stop();
      repairChange(region());
      const state = contentsOf(region());
      expect([state[inSight], state[moved!]], name).toContain(clear);
    }
  }
  // As a stop just before the clear list moves leaves it.
  prepare();
  const place = operations.findLastIndex(({ name }) => name.startsWith('rename') && name.endsWith(moved!));
  for (const operation of operations.slice(0, place)) operation.again();
  repairChange(region());
  expect(await seal()).toBe(0);
  const names = Object.keys(contentsOf(region())).filter(name => !name.includes('.bak'));
  expect(names).toEqual(after.filter(name => !name.includes('.bak')));
});

import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/ingest/read.ts';
import { accountFaults, regionOf, type TestRegion } from '../dataset/region.ts';
import { fileOf, type Row } from '../formats/layouts.ts';
import { mutateBytes, mutateGrid, oneOf, type Random, randomFrom, writeGrid } from './mutations.ts';

/** `npm run fuzz` runs 10,000. A failure names its seed: `FUZZ_SEED=<seed> FUZZ_RUNS=1` runs it again. */
const runs = Number(process.env.FUZZ_RUNS ?? 150);
const firstSeed = Number(process.env.FUZZ_SEED ?? 1);
/** Generous, for a slow machine: what hangs is a loop, not a long file. */
const patienceMs = 5000;

const week = { 月: '9:00-12:00,14:00-18:00', 火: '休', 水: '○', 土: '9:00-12:00', 定期休診: '第2・第4土曜' };
const template: Row[] = [
  {
    ID: 'a-1',
    名称: 'みほん訪問看護',
    種別: '訪問看護',
    住所: '新潟県新発田市西町0-1',
    電話番号: '0254-00-0001',
    訪問地域: '西町;半径10km',
    確認日: '2026-04-01',
    担当者: 'みほん 花子',
    ...week,
  },
  {
    ID: 'a-1',
    名称: 'みほんデイ',
    種別: '通所介護',
    定員: '30',
    要介護度: '要介護1;要介護5',
    備考: '"みほん", です',
  },
  {
    ID: 'a-2',
    名称: 'みほん医院',
    種別: '診療所',
    診療科目: '内科、外科（消化器, 肛門）',
    緯度: '37.95',
    経度: '139.33',
    URL: 'https://mihon.example.jp/',
  },
];
const sources: readonly string[] = [
  fileOf('template', template),
  fileOf('hospitalsA', [
    {
      名称: 'みほん医院',
      医療機関の種類: '無床診療所',
      診療曜日: '月火水木金土',
      診療開始時間: '0.375',
      診療終了時間: '0.77',
      診療日時特記事項: '土:午後休診',
      診療科目: '内科；歯科',
    },
  ]),
  fileOf('kaigo24', [
    {
      事業所名: 'みほんの家',
      サービスの種類: '通所介護',
      事業所番号: '1570600001',
      住所: '新発田市西町０丁目１番',
      利用可能曜日: '平日,土曜日',
      定員: '0',
    },
    {
      事業所名: 'みほんの家',
      サービスの種類: '訪問介護',
      事業所番号: '1570600001',
      住所: '新発田市西町０丁目１番',
    },
  ]),
  fileOf('careB', [
    { 介護サービス事業所名称: 'みほん苑', 実施サービス: '訪問介護；通所介護', 利用可能曜日: '月火水' },
  ]),
  fileOf('publicB', [
    { 名称: 'みほん病院', POIコード: '1601' },
    { 名称: 'みほん小学校', POIコード: '1503' },
  ]),
  fileOf('naviiFacility', [
    {
      ID: '4011110000011',
      正式名称: 'みほん病院',
      機関区分: '1',
      都道府県コード: '40',
      市区町村コード: '205',
      '毎週決まった曜日に休診（月）': '1',
    },
  ]),
  fileOf('naviiHours', [
    {
      ID: '4011110000011',
      診療科目コード: '01001',
      診療科目名: '内科',
      診療時間帯: '1',
      月_診療開始時間: '09:00',
      月_診療終了時間: '12:00',
    },
    {
      ID: '4011110000011',
      診療科目コード: '01001',
      診療科目名: '内科',
      診療時間帯: '2',
      月_診療開始時間: '14:00',
      月_診療終了時間: '13:00',
    },
  ]),
];
const grids = sources.map(text =>
  [...(readTables('a.csv', new TextEncoder().encode(text), () => {})[0]?.rows ?? [])].map(row => [
    ...row.cells,
  ]),
);

function workbook(grid: string[][], random: Random): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(grid), oneOf(random, ['一覧', 'Sheet1']));
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** One layer written whole but for its cells, one that may be damaged in its bytes too. */
function files(seed: number): Record<string, Uint8Array> {
  const random = randomFrom(seed);
  const changed = mutateGrid(oneOf(random, grids), random);
  const asBook = random() < 0.08;
  const cells = changed.map(row => row.map(cell => cell.slice(0, 32_000)));
  const whole = asBook ? workbook(cells, random) : writeGrid(changed, random);
  const damaged = random() < 0.5 ? mutateBytes(whole, random) : whole;
  const other = writeGrid(mutateGrid(oneOf(random, grids), random), random);
  return { [`facilities/a.${asBook ? 'xlsx' : 'csv'}`]: damaged, 'facilities/b.csv': other };
}

/** Every row that ingest hands over, but for the header, is in the account of its table. */
function unaccounted(region: TestRegion, given: Record<string, Uint8Array>): string[] {
  const faults = accountFaults(region.account);
  for (const [path, bytes] of Object.entries(given)) {
    const name = path.replace('facilities/', '');
    for (const table of readTables(name, bytes, () => {})) {
      const rows = [...table.rows].filter(
        row => row.unreadable || row.cells.some(cell => cell.trim() !== ''),
      ).length;
      const read = region.account.files
        .filter(one => one.file === table.file && one.sheet === table.sheet)
        .reduce((sum, one) => sum + one.read, 0);
      if (read !== rows && read !== rows - 1) faults.push(`${name}: ${rows} rows written, ${read} read`);
    }
  }
  return faults;
}

describe('mutated spreadsheets', () => {
  it(
    `are read without an exception or a hang, and every row is accounted for (${runs} runs)`,
    () => {
      const found: string[] = [];
      for (let seed = firstSeed; seed < firstSeed + runs && found.length < 10; seed += 1) {
        const given = files(seed);
        const started = performance.now();
        try {
          const region = regionOf(given);
          found.push(...unaccounted(region, given).map(fault => `seed ${seed}: ${fault}`));
        } catch (error) {
          found.push(
            `seed ${seed}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' | ') : error}`,
          );
        }
        const took = performance.now() - started;
        if (took > patienceMs) found.push(`seed ${seed}: took ${Math.round(took)} ms`);
      }
      expect(found).toEqual([]);
    },
    Math.max(60_000, runs * 400),
  );
});

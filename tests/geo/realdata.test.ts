import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readAreaGeojson } from '../../src/geo/area-geojson.ts';
import { areasContaining } from '../../src/geo/areas.ts';
import { checkPositions } from '../../src/geo/positions.ts';
import { addressKey } from '../../src/normalize/address.ts';

const folder = new URL('../../../shared/realdata/', import.meta.url);
const missing = !existsSync(folder);
const title = missing
  ? 'published boundaries (skipped: ../shared/realdata is not here)'
  : 'published boundaries';

describe.skipIf(missing)(title, () => {
  const text = (path: string, encoding = 'utf-8') =>
    new TextDecoder(encoding).decode(readFileSync(new URL(path, folder)));
  const n03 = (prefecture: string, only: string[]) =>
    readAreaGeojson('n03.json', text(`boundaries/N03-21_${prefecture}_210101.json`), {
      ...{ kind: 'municipality', id: 'N03_007', name: 'N03_004', only },
    });
  const towns = () =>
    readAreaGeojson('towns.geojson', text('iizuka/towns.geojson'), {
      ...{ kind: 'town', id: 'key', name: 'name', population: 'pop_total', population65: 'pop_elderly' },
    });

  test('国土数値情報: codes with check digit, no issue', () => {
    const read = [n03('09', ['09']), n03('15', ['15']), n03('40', ['40'])];
    expect(read.flatMap(each => each.issues)).toEqual([]);
    expect(read.map(each => each.value.length)).toEqual([25, 37, 72]);
    expect(n03('09', ['09208']).value.map(each => [each.id, each.name])).toEqual([['092088', '小山市']]);
  });

  test('every medical office of 飯塚市 lies in the city and in one of its 149 towns', () => {
    const areas = [...n03('40', ['40205']).value, ...towns().value];
    expect(areas.length).toBe(150);
    const rows = Papa.parse<Record<string, string>>(text('iizuka/hospitals.csv', 'shift_jis'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    for (const row of rows) {
      const found = areasContaining({ lat: Number(row['緯度']), lng: Number(row['経度']) }, areas);
      expect(found.map(each => each.kind)).toContain('town');
    }
  });

  test('介護: fall-backs, zeros and places in another prefecture are found', () => {
    const fukuoka = n03('40', ['40']).value;
    const rows = ['120', '140', '160', '520', '550', '710', '720', '730', '760', '770'].flatMap(
      code =>
        Papa.parse<Record<string, string>>(text(`mhlw-kaigo/jigyosho_${code}.csv`), {
          header: true,
          skipEmptyLines: true,
        }).data,
    );
    const records = rows.map((row, index) => ({
      id: String(index),
      at: { file: '介護.csv', row: index + 2 },
      position: { lat: Number(row['緯度']), lng: Number(row['経度']) },
      addressKey: addressKey(row['住所'] ?? '', row['市区町村名'] ?? ''),
      municipalityCode: Object.values(row)[0] ?? null,
    }));
    const counts: Record<string, number> = {};
    for (const verdict of checkPositions(records, fukuoka).value.values())
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    expect(counts).toMatchInlineSnapshot(`
      {
        "fallback": 41,
        "ok": 30663,
        "outside-japan": 7,
        "outside-region": 3,
        "shared": 7,
        "zero": 37,
      }
    `);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAll } from './reading.ts';

const folder = new URL('../../../shared/realdata/', import.meta.url);

/** Published files as they are: rows and columns counted by other tools. */
describe.skipIf(!existsSync(folder))('published files (skipped where ../shared/realdata is missing)', () => {
  it.each([
    ['mhlw-kaigo/jigyosho_160.csv', 7_738, 24],
    ['mhlw-kaigo-after-excel/510_tokuyou_20250601.csv', 8_497, 17],
    ['mhlw-iryo/01-1_hospital_facility_info_20251201.csv', 7_641, 65],
    ['iizuka/hospitals.csv', 141, 42],
    ['iizuka/facilities.csv', 156, 56],
    ['iizuka/population_2026-05.csv', 291, 47],
    ['oyama/hospitals.csv', 120, 26],
  ])('%s: %i rows of %i cells and nothing to say', (name, rows, width) => {
    const reading = readAll(name, new Uint8Array(readFileSync(new URL(name, folder))));
    expect(reading.tables[0]?.rows).toHaveLength(rows);
    expect(reading.tables[0]?.rows.at(-1)?.row).toBe(rows);
    expect(new Set(reading.tables[0]?.rows.map(({ cells }) => cells.length))).toEqual(new Set([width]));
    expect(reading.codes).toEqual([]);
  });

  it('the 43 MB zip streams', () => {
    const name = 'mhlw-iryo/01-2_hospital_speciality_hours_20251201.zip';
    const reading = readAll(name, new Uint8Array(readFileSync(new URL(name, folder))));
    expect(reading.tables[0]?.rows).toHaveLength(246_481);
    expect(reading.tables[0]?.rows[1]?.cells.slice(0, 6)).toEqual([
      '0111010000010',
      '01001',
      '内科',
      '1',
      '09:00',
      '17:30',
    ]);
    expect(reading.codes).toEqual([]);
  }, 60_000);

  it('a ministry workbook with merged headings', () => {
    const name = 'population/kaigo-hokensha-02h.xlsx';
    const reading = readAll(name, new Uint8Array(readFileSync(new URL(name, folder))));
    expect(reading.tables.map(table => table.sheet)).toEqual(['02h']);
    expect(new Set(reading.codes)).toEqual(new Set(['cell-merged']));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { csv, regionOf } from '../dataset/region.ts';

/** Two made-up lists, line by line about the same or about two offices. */
const text = readFileSync(join(import.meta.dirname, 'made-up.csv'), 'utf8');
const lines = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;

const listOf = (side: 'A' | 'B') =>
  lines.map((line, index) => ({
    ID: `${side}-${index}`,
    名称: line[`名称${side}`] ?? '',
    種別: line[`種別${side}`] ?? '',
    住所: line[`住所${side}`] ?? '',
    電話番号: line[`電話${side}`] ?? '',
    事業所番号: line[`番号${side}`] ?? '',
  }));

describe('of two made-up lists', () => {
  let proposed: readonly string[] = [];
  beforeAll(() => {
    const { proposals } = regionOf({
      'facilities/a.csv': csv(listOf('A')),
      'facilities/b.csv': csv(listOf('B')),
    });
    proposed = proposals.map(({ a, b }) => `${a.id} ${b.id}`);
  });

  it.each(lines.map((line, index) => [line.判定, line.備考, index] as const))(
    '%s: %s',
    (verdict, _, index) => {
      expect(proposed.includes(`a-${index} b-${index}`)).toBe(verdict === '同じ');
    },
  );

  it('nothing else is proposed', () => {
    expect(proposed).toHaveLength(lines.filter(line => line.判定 === '同じ').length);
  });
});

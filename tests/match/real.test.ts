import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JoinedRecord } from '../../src/dataset/layers.ts';
import { readRegion } from '../../src/files/load-region.ts';
import { proposeSame } from '../../src/match/propose.ts';
import { vocabulary } from '../dataset/region.ts';

const realData = join(import.meta.dirname, '../../../shared/realdata');
const reason = existsSync(realData)
  ? ''
  : ' — skipped: the folder of real open data (../shared/realdata) is not here';

/**
 * Pairs of real offices, judged by reading. 組: the weights were corrected on 調整; 報告 was only measured; 初見 was
 * read and judged after the weights were fixed. 判定 is empty where one would have to call. 同じ is one name at one place that one calls under one number: a 病院's or
 * 老健's own リハビリ, the 医務室 of a 特養, an office whose corporation changed. 別 are other institutions (病院 and
 * 介護医療院, 特養 and its ユニット or デイ), names and telephones of their own, sister houses.
 */
interface Judged {
  組: string;
  判定: string;
  記録A: string;
  記録B: string;
}

/** As an import writes them: the ministry's lists of all care services are one list. */
function withCareInOneList(record: JoinedRecord): JoinedRecord {
  const rows = record.rows.map(row =>
    /^(?:jigyosho|5\d0)_/.test(row.at.file) ? { ...row, layer: 'care' } : row,
  );
  return { ...record, rows };
}

const pairName = (a: string, b: string) => [a, b].sort().join(' ');

describe.skipIf(reason !== '')(`real pairs${reason}`, () => {
  const folder = join(import.meta.dirname, 'real');
  const text = readFileSync(join(folder, 'pairs.csv'), 'utf8').replace('\uFEFF', '');
  const { data: judged } = Papa.parse<Judged>(text.trim(), { header: true });
  let proposed: { separate: Set<string>; together: Set<string> };
  beforeAll(() => {
    const records = readRegion(folder).value?.records ?? [];
    const [separate, together] = [records, records.map(withCareInOneList)].map(list => {
      const proposals = proposeSame(list, [], vocabulary);
      return new Set(proposals.map(({ a, b }) => pairName(a.id, b.id)));
    });
    proposed = { separate: separate ?? new Set(), together: together ?? new Set() };
  }, 180_000);

  it('are many, and many of them hard to tell apart', () => {
    expect(judged.filter(pair => pair.判定 !== '').length).toBeGreaterThanOrEqual(400);
    expect(judged.filter(pair => pair.判定 === '別').length).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['調整', 0.95, 0.98],
    ['報告', 0.95, 0.93],
    ['初見', 0.95, 0.95],
  ])('of 組 %s: precision at least %d, recall at least %d', (group, precision, recall) => {
    const pairs = judged.filter(pair => pair.組 === group && pair.判定 !== '');
    const same = pairs.filter(pair => pair.判定 === '同じ').length;
    for (const names of [proposed.separate, proposed.together]) {
      const found = pairs.filter(pair => names.has(pairName(pair.記録A, pair.記録B)));
      const right = found.filter(pair => pair.判定 === '同じ').length;
      expect(right / found.length).toBeGreaterThanOrEqual(precision);
      expect(right / same).toBeGreaterThanOrEqual(recall);
    }
  });

  it('are all judged that are proposed', () => {
    const known = new Set(judged.map(pair => pairName(pair.記録A, pair.記録B)));
    expect([...proposed.separate, ...proposed.together].filter(name => !known.has(name))).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { findAsOf } from '../../src/import/as-of.ts';

it.each([
  ['01-1_hospital_facility_info_20251201.csv', '2025-12-01'],
  ['jigyosho_110_all_20260630120000.csv', '2026-06-30'],
  ['sfkopendata_202509_11.zip/csvdownload011.csv', '2025-09'],
  ['a.zip/01-2_20251201.csv', '2025-12-01'],
  ['jigyosho_110.csv', null],
  ['000123456789.csv', null],
])('%s: %s', (file, date) => {
  expect(findAsOf(file, [])).toBe(date);
});

it('what stands above the header counts first', () => {
  const titles = [{ row: 2, cells: ['届出受理医療機関名簿', '[令和８年４月１日　現在]'] }];
  expect(findAsOf('a_20251201.xlsx', titles)).toBe('2026-04-01');
});

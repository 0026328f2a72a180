import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { readTables } from '../../src/ingest/read.ts';
import { proposeSame } from '../../src/match/propose.ts';
import { proposalHeaders, proposalLines } from '../../src/match/sheet.ts';
import { takeVerdicts } from '../../src/match/take.ts';
import { proposalWorkbook } from '../../src/match/workbook.ts';
import { vocabulary } from '../dataset/region.ts';
import { recordOf } from './records.ts';

const stated = { name: 'みほん医院', address: '新発田市西町0-1', phone: '0254-00-0001' };
const records = ['0910802180', '4011400002760'].map((id, index) =>
  recordOf({ id, layer: `l${index}`, ...stated }),
);
const proposals = proposeSame(records, [], vocabulary);
const lines = proposalLines(proposals, vocabulary.types);

it('the workbook holds the cells of the sheet, its ids as text, and the verdicts to choose from', async () => {
  const bytes = await proposalWorkbook(proposals, vocabulary.types);
  const [table] = readTables('same-案.xlsx', bytes, () => {});
  expect(
    [...(table?.rows ?? [])].map(({ cells }) => proposalHeaders.map((_, at) => cells[at] ?? '')),
  ).toEqual([[...proposalHeaders], ...lines]);
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  expect(sheet).toMatch(/<dataValidation [^>]*type="list"[^>]*>.*同じ,別/s);
  const again = await proposalWorkbook(proposals, vocabulary.types);
  expect(Buffer.from(again).equals(bytes)).toBe(true);
});

it('a filled-in workbook is taken', async () => {
  const decided = lines.map(line => ['別', ...line.slice(1)]);
  const bytes = await writeXlsx({ sheets: [{ name: '判定', rows: [[...proposalHeaders], ...decided] }] });
  const { value } = takeVerdicts(null, { name: 'same-案.xlsx', bytes }, records);
  expect(value).toMatchObject({ different: 1, refused: [] });
  expect(value?.text).toContain('\r\n別,0910802180,4011400002760,名称が同じ・');
});

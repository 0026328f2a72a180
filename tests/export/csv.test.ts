import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { facility, hours, phone, sampleDataset, service } from '../fixtures/sample-dataset.ts';

function rowsOf(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

const rows = rowsOf(facilitiesToCsv(sampleDataset()));
const rowOf = (id: string, type?: string) =>
  rows.find(row => row.ID === id && (!type || row['種別'] === type))!;

test('the file opens in a spreadsheet as it is: BOM, CRLF, the template’s first columns', () => {
  const csv = facilitiesToCsv(sampleDataset());
  expect(csv.startsWith('\uFEFFID,名称,名称_カナ,種別,住所,方書,郵便番号,')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const outsideQuotes = csv.replaceAll(/"(?:[^"]|"")*"/g, '');
  expect(outsideQuotes.replaceAll('\r\n', '')).not.toContain('\n');
});

test('one row is one service, under the same ID', () => {
  expect(rows.filter(row => row.ID === 'st-hana').map(row => row['種別'])).toEqual([
    '訪問看護事業所',
    '居宅介護支援事業所',
  ]);
});

test('a service under a name of its own has it beside the record’s', () => {
  expect(rows.filter(row => row.ID === 'st-hana').map(row => [row['名称'], row['サービスの名称']])).toEqual([
    ['ステーションはな', 'ステーションはな訪問看護'],
    ['ステーションはな', ''],
  ]);
});

test('the four answers, their notes, and nothing for an unanswered one', () => {
  const row = rowOf('st-hana', '訪問看護事業所');
  expect([
    row['24時間対応'],
    row['胃ろうの管理'],
    row['在宅酸素療法'],
    row['人工呼吸器の管理（気管切開下）'],
    row['土日・祝日に対応'] ?? '',
  ]).toEqual(['○', '△ 退院前に連絡を', '予定', '×', '']);
});

test('a relation that is not the type’s own has a column of its own', () => {
  const row = rowOf('ds-hidamari');
  expect(row['胃ろうの管理']).toBe('△');
  expect(row['人工呼吸器の管理（気管切開下）（実施）']).toBe('○');
  expect(row['人工呼吸器の管理（気管切開下）']).toBe('');
});

test('days are told apart: times, closed, open without times, unknown', () => {
  const clinic = rowOf('cl-aoba');
  expect([clinic['月'], clinic['水'], clinic['日'], clinic['定期休診']]).toEqual([
    '09:00-12:00,14:00-18:00',
    '',
    '休',
    '第2・第4土曜',
  ]);
  const open = facility('a', 'あ', [service('clinic', { hours: [hours('○ ○ ○ ○ ○ ○ 休 ?')] })]);
  expect(rowsOf(facilitiesToCsv(sampleDataset({ facilities: [open] })))[0]!['月']).toBe('○');
});

test('hours of one 診療科 only are not written as the hours of the whole office', () => {
  const hospital = rowOf('hp-mihon');
  expect(hospital['月']).toBe('');
  expect(hospital['診療科・目的別の時間']).toMatch(/^内科：月/);
});

test('a week that its cells and remark would not give back stands in a line of its own', () => {
  const row = rowOf('ds-hidamari');
  expect([row['月'], row['時間の備考']]).toEqual(['', '']);
  expect(row['診療科・目的別の時間']).toBe('外来：月～土 ○／日 休／備考「年中（日曜を除く）」');
});

test('one phone stands with its 内線 in two cells, several share one', () => {
  const one = facility('a', 'あ', [service('clinic', { phones: [phone('03-0000-0001', '5')] })]);
  const [row] = rowsOf(facilitiesToCsv(sampleDataset({ facilities: [one] })));
  expect([row!['電話番号'], row!['内線番号']]).toEqual(['03-0000-0001', '5']);
  expect(rowOf('st-hana', '訪問看護事業所')['電話番号']).toBe(
    '0254-00-0004 内線12（代表） / 0254-00-0014（夜間）',
  );
});

test('text that looks like a formula is made harmless, and quotes and commas stay', () => {
  const row = rowOf('hostile');
  expect(row['料金']).toBe('\'=HYPERLINK("http://evil.example","x")');
  expect(row['名称']).toBe('<script>alert(1)</script>"&薬局');
});

test('dates that the remark names are not said twice, and further ones stand with them', () => {
  const closed = (exceptions: string) =>
    hours('休 休 休 休 休 休 休 休', { exceptions, text: '12月31日は休診' });
  const one = facility('a', 'あ', [
    service('clinic', { hours: [closed('12月31日は休診')] }),
    service('pharmacy', { hours: [closed('お盆、12月31日は休診')] }),
  ]);
  const rows = rowsOf(facilitiesToCsv(sampleDataset({ facilities: [one] })));
  expect(rows.map(row => row['休業日'])).toEqual(['', 'お盆、12月31日は休診']);
});

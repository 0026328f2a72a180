import { csvText } from '../dataset/csv-text.ts';
import type { JoinedRecord } from '../dataset/layers.ts';
import type { Proposal } from './propose.ts';

const headers = [
  '判定',
  '記録A',
  '記録B',
  '理由',
  '名称A',
  '名称B',
  '住所A',
  '住所B',
  '電話A',
  '電話B',
  'ファイルA',
  'ファイルB',
];

/**
 * The pairs to decide, as a CSV that Excel opens (UTF-8 with BOM, CRLF). With 同じ or 別 in 判定 it is `same.csv`.
 */
export function proposalSheet(proposals: readonly Proposal[]): string {
  const lines = proposals.map(({ a, b, reasons }) => {
    const [left, right] = [describe(a), describe(b)];
    const pairs = left.flatMap((text, index) => [text, right[index] ?? '']);
    return ['', a.id, b.id, reasons.join('・'), ...pairs];
  });
  return csvText(headers, lines);
}

function describe(record: JoinedRecord): string[] {
  const row = record.rows.find(one => one.facility.name);
  const phones = record.rows.flatMap(one =>
    one.services.flatMap(service => (service.fields.phones ?? []).map(phone => phone.text)),
  );
  const files = [...new Set(record.rows.map(one => `${one.at.file} ${one.at.row}行目`))];
  return [
    row?.facility.name ?? '',
    row?.facility.address?.text ?? '',
    [...new Set(phones)].join(' / '),
    files.slice(0, 3).join('、'),
  ];
}

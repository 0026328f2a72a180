import { csvText } from '../dataset/csv-text.ts';
import type { JoinedRecord } from '../dataset/layers.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Proposal } from './propose.ts';

export const proposalHeaders: readonly string[] = [
  ...[
    '判定',
    '記録A',
    '記録B',
    '理由',
    '名称A',
    '名称B',
    '種別A',
    '種別B',
    '住所A',
    '住所B',
    '電話A',
    '電話B',
  ],
  ...['距離（m）', 'スコア', 'ファイルA', 'ファイルB', 'メモ'],
];

/**
 * The pairs to decide, the most probable first, as a CSV that Excel opens (UTF-8 with BOM, CRLF). With 同じ or 別 in
 * 判定 it is `same.csv`.
 */
export function proposalSheet(proposals: readonly Proposal[], types: Vocabulary['types']): string {
  return csvText(proposalHeaders, proposalLines(proposals, types));
}

/** The cells under `proposalHeaders`, a line a pair. */
export function proposalLines(proposals: readonly Proposal[], types: Vocabulary['types']): string[][] {
  return proposals.map(({ a, b, score, reasons, distanceKm }) => {
    const [left, right] = [describe(a, types), describe(b, types)];
    const both = (of: keyof Description) => [left[of], right[of]];
    return [
      ...['', a.id, b.id, reasons.join('・')],
      ...[...both('name'), ...both('types'), ...both('address'), ...both('phones')],
      ...[distanceKm === null ? '' : String(Math.round(distanceKm * 1000)), String(score)],
      ...[...both('files'), ''],
    ];
  });
}

interface Description {
  name: string;
  types: string;
  address: string;
  phones: string;
  files: string;
}

function describe({ rows }: JoinedRecord, types: Vocabulary['types']): Description {
  const named = rows.find(one => one.facility.name);
  const services = rows.flatMap(row => row.services);
  const phones = services.flatMap(({ fields }) => (fields.phones ?? []).map(phone => phone.text));
  const files = new Set(rows.map(({ at }) => `${at.file} ${at.row}行目`));
  return {
    name: named?.facility.name ?? '',
    types: [...new Set(services.map(({ type }) => types.get(type)?.label ?? type))].join('、'),
    address: named?.facility.address?.text ?? '',
    phones: [...new Set(phones)].join(' / '),
    files: [...files].slice(0, 3).join('、'),
  };
}

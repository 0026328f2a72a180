import { type Issue, issue } from '../issues/issue.ts';
import { foundingRow, type JoinedRecord } from './layers.ts';
import type { Layers } from './read-layers.ts';
import { placeOfRow, type RecordRow } from './record.ts';

/** Every record and row that is not shown, and why: held back is not the same as lost. */
export function tellHeldBack(records: readonly JoinedRecord[], layers: Layers): Issue[] {
  const isOpen = (row: RecordRow): boolean => layers.layers.get(row.layer)?.listing === 'public';
  const ofRecords = records.flatMap(record => {
    const row = foundingRow(record);
    const reason =
      heldReason(record) ?? (record.rows.some(isOpen) ? null : 'この表は一般に公開しない設定です');
    return reason ? [issue('record-held-back', placeOfRow(row), row.facility.name, { reason })] : [];
  });
  const withheld = layers.rows.filter(row => row.withheld);
  const reason = '掲載の同意がありません';
  return [
    ...ofRecords,
    ...withheld.map(row => issue('record-held-back', placeOfRow(row), row.facility.name, { reason })),
  ];
}

function heldReason(record: JoinedRecord): string | null {
  if (record.held === 'suppressed') return 'suppress.csv に書かれています';
  if (record.held === 'gone') return `状況が「${record.rows.find(row => row.gone)?.gone ?? ''}」です`;
  if (record.listing === 'none') return '掲載区分が「非公開」です';
  return record.listing === 'professional' ? '掲載区分が「専門職のみ」です' : null;
}

import { csvText } from './csv-text.ts';
import type { JoinedRecord } from './layers.ts';
import { keyText } from './record.ts';

/**
 * The ids of records that have neither an id of the region nor an official number, as `ids.csv`: with it their
 * pages keep their address when the name or the address changes (then キー is changed, id stays). Lines that
 * `ids.csv` has already come again, former ids included.
 */
export function idsSheet(
  records: readonly JoinedRecord[],
  kept: {
    ids: ReadonlyMap<string, string>;
    former: ReadonlyMap<string, readonly string[]>;
  },
): string {
  const current = new Set(records.flatMap(record => record.rows.flatMap(row => row.keys.map(keyText))));
  const unmatched = [...kept.ids]
    .filter(([key]) => !current.has(key))
    .map(([key, id]) => [id, key, (kept.former.get(id) ?? []).join(';'), '']);
  const lines = records.flatMap(record => {
    const keys = [...new Set(record.rows.flatMap(row => row.keys))];
    const own = keys.find(key => kept.ids.has(keyText(key)));
    const derived = record.id.startsWith('x-') ? keys.find(key => key.kind === '名称住所') : undefined;
    const key = own ?? derived;
    if (!key) return [];
    const name = record.rows.find(row => row.facility.name)?.facility.name ?? '';
    return [[record.id, keyText(key), (kept.former.get(record.id) ?? []).join(';'), name]];
  });
  return csvText(['id', 'キー', '別名', '名称'], [...lines, ...unmatched]);
}

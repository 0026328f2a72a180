import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import type { CapabilityAnswer } from '../model/facility.ts';
import { addressKey } from '../normalize/address.ts';
import { prefectureCode } from '../normalize/codes.ts';
import { foldHeader, nameKey } from '../normalize/keys.ts';
import { commonWhereabouts, isEmergencyClinic, nameAddressKey, readCommon, readContacts } from './common.ts';
import type { Format, FormatContext, RowOutcome } from './format.ts';
import { layout } from './navii-office.ts';

const unused = [
  ...['項番', '併設医療機関番号', '医療機関記号番号', '受理番号', '算定開始年月日', '個別有効開始年月日'],
  ...['備考（見出し）', '備考（データ）', '種別コード', '病床数'],
];

/**
 * 地方厚生局 届出受理医療機関名簿 (関東信越 and others of its layout): an Excel sheet with its date above the header, one row
 * for every notification (施設基準) of an office. The names of notifications are stable; the symbols beside them change
 * with every revision of the fees and only serve where a name is not known.
 */
export const bureauFormat: Format = {
  id: 'bureau',
  label: '地方厚生局 届出受理医療機関名簿（施設基準）',
  publication: {
    title: '届出受理医療機関名簿',
    publisher: '地方厚生局',
    licence: '公共データ利用規約（PDL1.0）',
  },
  partOf: row => row.layoutText('division').normalize('NFKC'),
  headers: new Map<string, Meaning>([
    ['都道府県コード', layout('prefecture')],
    ['区分', layout('division')],
    ['医療機関番号', layout('number')],
    ['医療機関所在地（郵便番号）', { kind: 'field', field: 'postalCode' }],
    ['医療機関所在地（住所）', { kind: 'field', field: 'address' }],
    ['受理届出名称', layout('standard')],
    ['受理記号', layout('symbol')],
    ['種別', layout('category')],
    ...unused.map((header): [string, Meaning] => [header, { kind: 'unused' }]),
  ]),
  recognise: folded =>
    ['医療機関番号', '受理届出名称', '受理記号'].every(header => folded.has(foldHeader(header))),
  whereabouts: commonWhereabouts,
  codeOf: medicalCode,
  groupKey: row => medicalCode(row) ?? `${nameKey(row.text('name'))}/${addressKey(row.text('address'))}`,
  read: (row, context) => readOffice([row], context),
  readGroup: (_, rows, context) => readOffice(rows, context),
};

/** 点数表 of 医療機関コード. */
const tables: Readonly<Record<string, string>> = { 医科: '1', 歯科: '3', 薬局: '4', 調剤: '4' };

/** 都道府県 2, 点数表 1, 医療機関番号 7; null where a part is not stated. */
function medicalCode(row: RowReader): string | null {
  const number = row
    .layoutText('number')
    .normalize('NFKC')
    .replaceAll(/[\s.,，・-]/g, '');
  const stated = row.layoutText('prefecture').normalize('NFKC') || prefectureCode(row.text('prefecture'));
  const table = tables[row.layoutText('division').normalize('NFKC').trim()];
  if (!/^\d{1,7}$/.test(number) || !stated || !/^\d{1,2}$/.test(stated) || !table) return null;
  return stated.padStart(2, '0') + table + number.padStart(7, '0');
}

function readOffice(rows: readonly RowReader[], context: FormatContext): RowOutcome {
  const first = rows[0];
  const common = first && readCommon(first, context);
  const type = first && typeOf(first);
  if (!common || !type) return { kind: 'rejected' };
  const { record, numbers } = common;
  const code = medicalCode(first);
  if (code) {
    numbers.push({ kind: '医療機関コード', value: code });
    record.keys.push({ kind: '医療機関コード', value: code });
  }
  const service: RowService = { type, numbers, fields: {}, capabilities: [] };
  readContacts(first, record, service, context.official);
  service.capabilities.push(...notificationsOf(rows, service, context));
  record.services.push(service);
  if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
  const whole: RecordRow = { ...record, rows: rows.length };
  return { kind: 'record', record: whole };
}

function typeOf(row: RowReader): string | null {
  const division = row.layoutText('division').normalize('NFKC').trim();
  if (tables[division] === undefined) {
    row.report('type-unknown', undefined, { word: division });
    return null;
  }
  if (tables[division] === '4') return 'pharmacy';
  const name = row.text('name');
  if (/病院/.test(row.layoutText('category') || name)) return 'hospital';
  if (division === '歯科') return 'dental-clinic';
  return isEmergencyClinic(name) ? 'emergency-clinic' : 'clinic';
}

/** A notification that is no capability of ours says nothing here; it stays in the layer. */
function notificationsOf(
  rows: readonly RowReader[],
  { type }: RowService,
  { lookup, vocabulary, official }: FormatContext,
): CapabilityAnswer[] {
  if (!official) return [];
  const relation = vocabulary.types.get(type)?.relation ?? 'performs';
  const standard = (text: string): string | null => {
    const match = text === '' ? null : lookup.findCapability(text);
    const [id = '', ...others] = match?.ids ?? [];
    return others.length === 0 && isStandard(id) ? id : null;
  };
  const found = rows.flatMap(row => {
    const name = row.layoutText('standard').normalize('NFKC').trim();
    // ２イ and ４ are kinds of one notification, where the vocabulary does not tell them apart.
    const names = [name, name.replace(/[ア-ン]$/, ''), name.replace(/\d+[ア-ン]?$/, '')];
    const known = [...names, row.layoutText('symbol')].map(standard).find(id => id !== null);
    return known ?? [];
  });
  return [...new Set(found)].map(id => ({ id, value: 'yes', relation, note: null }));
}

function isStandard(id: string): boolean {
  return id.startsWith('std-') || id === 'pharmacy-family';
}

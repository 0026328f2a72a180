import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RowService } from '../dataset/record.ts';
import type { HoursSet } from '../model/facility.ts';
import { readAddress } from '../normalize/address.ts';
import { readMunicipalityCode } from '../normalize/codes.ts';
import { hoursFromDayCells } from '../normalize/hours.ts';
import { foldHeader } from '../normalize/keys.ts';
import { readCount } from '../normalize/number.ts';
import { readWeekdayList } from '../normalize/weekday.ts';
import { commonWhereabouts, nameAddressKey, officeKeys, readCommon, readContacts } from './common.ts';
import type { Format, FormatContext, RowOutcome, Whereabouts } from './format.ts';
import { layout } from './navii-office.ts';

const dayParts = ['平日', '土曜', '日曜', '祝日'] as const;
const unused = [
  'NO（※システム内の固有の番号、連番）',
  '指定機関名',
  '法人の名称_かな',
  '法人住所（市区町村）',
  '法人住所（番地以降）',
  '法人電話番号',
  '法人FAX番号',
  '法人URL',
];

/**
 * WAM NET 障害福祉サービス等情報公表 オープンデータ (福祉医療機構), 29 columns, one file a service. Names of services are
 * those of disability welfare: 短期入所 and 居宅介護 mean others than in care insurance.
 */
export const wamFormat: Format = {
  id: 'wam',
  label: '障害福祉サービス等情報公表 オープンデータ（WAM NET）',
  publication: {
    title: '障害福祉サービス等情報公表',
    publisher: '独立行政法人福祉医療機構（WAM NET）',
    licence: '出典（WAM NET）を書いて利用',
    url: 'https://www.wam.go.jp/content/wamnet/pcpub/top/sfkopendata/',
  },
  headers: new Map<string, Meaning>([
    ['サービス種別', layout('service')],
    ['事業所住所（市区町村）', layout('city')],
    ['事業所住所（番地以降）', layout('rest')],
    ...dayParts.map((part): [string, Meaning] => [`利用可能な時間帯（${part}）`, layout(part)]),
    ['定休日', layout('closed')],
    ['利用可能曜日特記事項（留意事項）', { kind: 'field', field: 'hoursRemark' }],
    ...unused.map((header): [string, Meaning] => [header, { kind: 'unused' }]),
  ]),
  recognise: folded =>
    ['サービス種別', '事業所の名称', '利用可能な時間帯（平日）'].every(header =>
      folded.has(foldHeader(header)),
    ),
  whereabouts: wamWhereabouts,
  read: readOffice,
};

function wamWhereabouts(row: RowReader): Whereabouts {
  const city = row.layoutText('city');
  return { ...commonWhereabouts(row), municipality: city || null, address: city + row.layoutText('rest') };
}

function readOffice(row: RowReader, context: FormatContext): RowOutcome {
  const word = row.layoutText('service');
  const type = typeOf(word, context);
  if (!type) row.report(word === '' ? 'type-missing' : 'type-unknown', undefined, { word });
  const where = wamWhereabouts(row);
  const common = readCommon(row, context, where);
  if (!common || !type) return { kind: 'rejected' };
  const { record, numbers } = common;
  const code = row.read('municipalityCode', text => readMunicipalityCode(text));
  const address = row.takeAt(
    readAddress({
      ...{ text: where.address, town: '', rest: '', building: '', municipalityCode: code },
      ...{ prefecture: null, municipality: null, postalCode: null },
    }),
    row.map.layout.get('rest'),
  );
  if (address) record.facility.address = address;
  const service: RowService = { type, numbers, fields: {}, capabilities: [] };
  readContacts(row, record, service, context.official);
  const capacity = row.read('capacity', readCount);
  if (capacity) service.fields.capacity = capacity;
  const hours = readWeek(row);
  if (hours) service.fields.hours = [hours];
  record.services.push(service);
  record.keys.push(...officeKeys(record, service));
  if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
  return { kind: 'record', record };
}

/** A word that care insurance uses too means the service for people with disabilities here. */
function typeOf(word: string, { lookup }: FormatContext): string | null {
  const named = lookup.typesNamed(word);
  const own = named.filter(type => type.group === 'disability');
  return (own.length === 1 ? own[0] : lookup.findType(word))?.id ?? null;
}

/** A day whose time is empty is closed where 定休日 names it, else unknown. */
function readWeek(row: RowReader): HoursSet | null {
  const holidays = row.layoutText('closed');
  const closed = readWeekdayList(holidays);
  const isPlain = closed.value !== null && closed.findings.length === 0;
  const named = new Set<string>(isPlain ? closed.value?.days : []);
  const cell = (day: string, part: (typeof dayParts)[number]): string =>
    row.layoutText(part) || (named.has(day) ? '休' : '');
  const weekdays = Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map(day => [
      day,
      named.has(day) ? '休' : cell(day, '平日'),
    ]),
  ) as Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri', string>;
  return row.takeHours(
    hoursFromDayCells({
      ...{
        ...weekdays,
        sat: cell('sat', '土曜'),
        sun: cell('sun', '日曜'),
        holiday: cell('holiday', '祝日'),
      },
      ...{
        nth: '',
        exceptions: isPlain ? '' : holidays,
        remark: row.text('hoursRemark'),
        purpose: 'outpatient',
      },
    }),
  );
}

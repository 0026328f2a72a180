import { erasure } from '../columns/erasure.ts';
import { listingOf } from '../columns/listing-words.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RecordKey, RecordRow, RowService } from '../dataset/record.ts';
import type { Confirmation, OfficialNumber, Position } from '../model/facility.ts';
import type { Listing } from '../model/site.ts';
import { addressKey, readAddress } from '../normalize/address.ts';
import {
  prefectures,
  readCorporateNumber,
  readMedicalCode,
  readMunicipalityCode,
  readNaviiId,
  readOfficeNumber,
} from '../normalize/codes.ts';
import { readLongitude, readPosition } from '../normalize/coordinates.ts';
import { readDate } from '../normalize/date.ts';
import { normaliseId } from '../normalize/id.ts';
import { readKana } from '../normalize/kana.ts';
import { foldHeader, nameKey } from '../normalize/keys.ts';
import { readFax, readPhone } from '../normalize/phone.ts';
import { readPostalCode } from '../normalize/postal-code.ts';
import { readName, readText } from '../normalize/text.ts';
import { readEmail, readUrl } from '../normalize/url.ts';
import type { FormatContext, Whereabouts } from './format.ts';

/** Where the office of a row is, from the municipality columns that all layouts but 医療情報ネット share. */
export function commonWhereabouts(row: RowReader): Whereabouts {
  const code = row.text('addressCode') || row.text('municipalityCode');
  const prefecture = row.text('prefecture') || null;
  return {
    municipalityCode: code === '' ? null : readMunicipalityCode(code, { prefecture }).value,
    prefecture,
    municipality: row.text('municipality') || null,
    address: row.text('address'),
  };
}

const emergencyClinicName =
  /(?:急患|休日応急|夜間応急|休日夜間|夜間休日|休日・夜間|夜間・休日|休日救急|夜間救急|休日)(?:医療)?(?:診療所|診療センター|センター)$/;

/**
 * 休日夜間急患センター (救急医療対策事業実施要綱, 厚生労働省) stands in the lists as a 診療所 or 病院 like any other: only its
 * name says what it is. 歯科 is not meant.
 */
export function isEmergencyClinic(name: string): boolean {
  const folded = name.normalize('NFKC').replace(/\s/g, '');
  return emergencyClinicName.test(folded) && !folded.includes('歯科');
}

const totalWord =
  /^(合計|総合計|総計|小計|中計|累計|計)([(（].*[)）]|[\d０-９,，]+[件か箇ヶ所施設事業人]*)?$/;
/** 「※記入例」, 「（記入例）みほん医院」: the row that shows how to fill a form in. */
const exampleName = /^[※＊*]?[（(【［[〈<]?記入例/;
const noteSign = /^[※＊*注]/;
/** `・…`, `■薬局`, `【医科】`, `出典：…`, `令和8年4月1日現在`: notes and headings between rows. */
const heading =
  /^[・■□◆◇▼▽▲△●○◎★☆＜<〈《]|^[【［[〔].*[】］\]〕]$|^(出典|資料|備考|注記?|作成|更新|問合せ先?|問い合わせ先?|担当)\s*[:：]|年.*(現在|時点|作成|更新)$/u;
const identifying = [
  'type',
  'kaigoService',
  'hospitalKind',
  'phone',
  'address',
  'addressTown',
  'officeNumber',
  'medicalCode',
] as const;

/**
 * A note below a table, a heading between rows, a total, or the header once more: it has no name, and text in one
 * cell only or a first cell that says so; or the words stand under 名称. An office may be called 注連寺診療所: a note
 * under 名称 fills hardly any other cell, and none that an office is known by.
 */
export function isNoRecord(row: RowReader): boolean {
  if (isHeaderAgain(row)) return true;
  const filled = row.row.cells.map(cell => cell.trim()).filter(cell => cell !== '');
  const name = row.text('name').replace(/\s/g, '');
  const first = (filled[0] ?? '').replace(/\s/g, '');
  if (name === '') return filled.length === 1 || isNote(first);
  if (/^(合計|総計|小計|計)$/.test(name) || exampleName.test(name)) return true;
  return (isNote(first) || totalWord.test(name)) && identifying.every(field => row.typed(field) === '');
}

function isNote(text: string): boolean {
  return noteSign.test(text) || totalWord.test(text) || heading.test(text);
}

/** The header row once more, as at the top of each printed page. */
function isHeaderAgain({ map, row }: RowReader): boolean {
  const filled = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell, index }]));
  return (
    filled.length > 1 &&
    filled.every(({ cell, index }) => foldHeader(cell) === foldHeader(map.columns[index]?.header ?? ''))
  );
}

export interface CommonParts {
  record: RecordRow;
  numbers: OfficialNumber[];
}

/**
 * Reads what all layouts share. Null when the row has no usable name: then it is rejected and told.
 * The caller adds the service (type, hours, capabilities) and the layout's own keys.
 */
export function readCommon(
  row: RowReader,
  context: FormatContext,
  where = commonWhereabouts(row),
): CommonParts | null {
  const name = row.read('name', readName);
  if (!name) {
    row.report('name-missing', 'name');
    return null;
  }
  const numbers = readNumbers(row, where.prefecture);
  const record: RecordRow = {
    at: placeOfRow(row),
    rows: 1,
    layer: context.layer,
    keys: numberKeys(numbers),
    supplement: false,
    gone: isMarkedDeleted(row, name) ? erasure : readGone(row),
    listing: readListing(row),
    withheld: isWithheld(row),
    confirmed: readConfirmation(row),
    facility: { name },
    custom: [],
    services: [],
    professional: { fields: {}, custom: [], capabilities: [] },
    erased: row.erased,
  };
  const formerIds = listOf(row.text('formerIds')).map(normaliseId);
  if (formerIds.length > 0) record.formerIds = formerIds;
  readFacilityFields(row, record);
  readCustom(row, record);
  return { record, numbers };
}

/** `【削除】みほん薬局`: the whole record is meant to go. */
function isMarkedDeleted(row: RowReader, name: string): boolean {
  if (!name.startsWith(erasure)) return false;
  row.report('name-marked-deleted', 'name');
  return true;
}

function placeOfRow(row: RowReader): RecordRow['at'] {
  const { file, sheet } = row.map.table;
  return sheet ? { file, sheet, row: row.row.row } : { file, row: row.row.row };
}

function readFacilityFields(row: RowReader, record: RecordRow): void {
  const kana = row.read('kana', readKana);
  if (kana) record.facility.kana = kana;
  readAddressFields(row, record);
  const position = readPositionCells(row);
  if (position) record.facility.position = position;
  else if (row.text('latitude') !== '' || row.text('longitude') !== '' || isDoubtful(row))
    record.doubtfulPosition = true;
  const url = row.read('url', readUrl);
  if (url) record.facility.url = url;
  const corporation = row.read('corporation', readName);
  const number = row.read('corporationNumber', readCorporateNumber);
  if (corporation) record.facility.corporation = { name: corporation, number };
  const remarks = row.read('remarks', readText);
  if (remarks) record.facility.remarks = remarks;
}

const ofBothCells = /^coordinates-(half|zero|swapped|outside-japan)$/;

/** What is wrong with one of the two cells is told at that cell; findings of the latitude come first. */
function readPositionCells(row: RowReader): Position | null {
  const [latitude, longitude] = [row.text('latitude'), row.text('longitude')];
  const read = readPosition(latitude, longitude);
  const ofLatitude = readLongitude(latitude).findings.length;
  read.findings.forEach((finding, index) => {
    const isLongitude = index >= ofLatitude && !ofBothCells.test(finding.code);
    row.take({ value: null, findings: [finding] }, isLongitude ? 'longitude' : 'latitude');
  });
  return read.value;
}

/** 地図上の位置 「未確認」: a position was stated once and could not be believed. */
function isDoubtful(row: RowReader): boolean {
  const text = row.text('positionState');
  if (text !== '' && text !== '未確認') row.report('position-state-unknown', 'positionState');
  return text === '未確認';
}

function readAddressFields(row: RowReader, record: RecordRow): void {
  const text = row.text('address');
  const town = row.text('addressTown');
  const rest = row.text('addressRest');
  if (text === '' && town === '' && rest === '') return;
  const code = row.has('addressCode') && row.text('addressCode') !== '' ? 'addressCode' : 'municipalityCode';
  const municipalityCode = row.read(code, text =>
    readMunicipalityCode(text, { prefecture: row.text('prefecture') || null }),
  );
  const prefecture =
    row.text('prefecture') || (municipalityCode ? prefectures.get(municipalityCode.slice(0, 2)) : null);
  const address = row.take(
    readAddress({
      text,
      town,
      rest,
      prefecture: prefecture ?? null,
      municipality: row.text('municipality') || null,
      building: row.text('building'),
      municipalityCode,
      postalCode: row.read('postalCode', readPostalCode),
    }),
    'address',
  );
  if (address) record.facility.address = address;
}

function readCustom(row: RowReader, record: RecordRow): void {
  for (const column of row.map.custom) {
    const sealed = column.meaning.audience === 'professional' ? 'professional ' : '';
    const value = row.takeAt(readText(row.textOf(column, `${sealed}custom ${column.meaning.key}`)), column);
    if (!value) continue;
    const target = column.meaning.audience === 'public' ? record.custom : record.professional.custom;
    target.push({ key: column.meaning.key, label: column.meaning.label, value });
  }
}

/** `a;b`: offices that became one keep the numbers of both. */
function listOf(text: string): string[] {
  return text
    .split(/[;；]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function readNumbers(row: RowReader, prefecture: string | null): OfficialNumber[] {
  const numbers: OfficialNumber[] = [];
  const office = row.read('officeNumber', text => readOfficeNumber(text, { prefecture }));
  if (office) numbers.push({ kind: '事業所番号', value: office });
  for (const text of listOf(row.text('medicalCode'))) {
    const medical = row.take(readMedicalCode(text, { prefecture }), 'medicalCode');
    if (medical) numbers.push({ kind: '医療機関コード', value: medical });
  }
  for (const text of listOf(row.text('naviiId'))) {
    const navii = row.take(readNaviiId(text, { prefecture }), 'naviiId');
    if (navii) numbers.push({ kind: 'ナビイID', value: navii });
  }
  return numbers;
}

/** 事業所番号 repeats across services, so it is a key only together with the service: see `officeKeys`. */
function numberKeys(numbers: readonly OfficialNumber[]): RecordKey[] {
  return numbers.filter(number => number.kind !== '事業所番号').map(({ kind, value }) => ({ kind, value }));
}

/**
 * Keys of a care office. (事業所番号, service) is the official key. The same number under the same name at the
 * same place is one record with several services: one desk, one telephone, what a person would call.
 */
export function officeKeys(record: RecordRow, service: RowService): RecordKey[] {
  const office = service.numbers.find(number => number.kind === '事業所番号');
  if (!office) return [];
  const keys: RecordKey[] = [{ kind: '事業所番号', value: `${office.value}/${service.type}` }];
  const { name, address } = record.facility;
  if (name && address) {
    keys.push({ kind: '事業所番号', value: `${office.value}/${nameKey(name)}/${addressKey(address.text)}` });
  }
  return keys;
}

/** What identifies a row that has no number of any kind. */
export function nameAddressKey(record: RecordRow): RecordKey {
  const { name = '', address } = record.facility;
  return { kind: '名称住所', value: `${nameKey(name)}/${address ? addressKey(address.text) : ''}` };
}

const goneWords =
  /廃止|休止|非公開|閉院|閉所|閉局|閉鎖|閉店|閉園|廃業|休業|休診|休所|休局|掲載しない|非掲載|移転/;
const openWords = /^(営業|開設|開業|開所|開院|開局|現存|公開|稼働|通常|再開|運営)/;

/**
 * 廃　止, 令和8年3月31日廃止 … What cannot be read is held back: an office that closed must not stay in sight. Of
 * several columns, one that says so is enough.
 */
function readGone(row: RowReader): string | null {
  const texts = row.texts('status');
  if (row.erased.includes('status')) {
    row.report('erasure-not-possible', 'status');
    return erasure;
  }
  for (const { text, column } of texts) {
    const status = text.normalize('NFKC').replace(/\s/g, '');
    if (status === '' || (!goneWords.test(status) && openWords.test(status))) continue;
    if (!goneWords.test(status)) row.takeAt({ value: null, findings: [{ code: 'status-unknown' }] }, column);
    return status;
  }
  return null;
}

/**
 * An unknown word is read as 専門職のみ: when it is not clear that a thing may be shown, it is not shown. Of several
 * columns the strictest counts.
 */
function readListing(row: RowReader): Listing | null {
  const texts = row.texts('listing');
  if (row.erased.includes('listing')) {
    row.report('erasure-not-possible', 'listing');
    return 'none';
  }
  const said = texts.flatMap(({ text, column }): Listing[] => {
    if (text === '') return [];
    const listing = listingOf(text);
    if (!listing) row.takeAt({ value: null, findings: [{ code: 'listing-unknown' }] }, column);
    return [listing ?? 'professional'];
  });
  return (['none', 'professional', 'public'] as const).find(listing => said.includes(listing)) ?? null;
}

/** Where a 掲載同意 column stands, only あり lets the answers out; an empty cell is no consent. */
function isWithheld(row: RowReader): boolean {
  const refused = row.texts('consent').filter(({ text: typed, column }) => {
    const text = typed.normalize('NFKC');
    if (/^(あり|有|有り|同意|同意する|はい|可|○|〇|1)$/.test(text)) return false;
    if (!/^(なし|無|無し|同意しない|いいえ|不可|×|0)$/.test(text)) {
      const code = text === '' ? 'consent-missing' : 'consent-unknown';
      row.takeAt({ value: null, findings: [{ code }] }, column);
    }
    return true;
  });
  return refused.length > 0;
}

function readConfirmation(row: RowReader): Confirmation | null {
  const on = row.read('confirmedOn', readDate);
  if (!on) return null;
  return { on, by: row.read('confirmedBy', readText), method: row.read('confirmedHow', readText) };
}

/** Phones of the service; fax and mail are public from official data, professional from a survey. */
export function readContacts(
  row: RowReader,
  record: RecordRow,
  service: RowService,
  official: boolean,
): void {
  const phones = row.read('phone', readPhone);
  const extension = row.text('extension').normalize('NFKC');
  if (phones && phones.length > 0) {
    service.fields.phones = phones.map((phone, index) =>
      index === 0 && extension !== '' && !phone.extension ? { ...phone, extension } : phone,
    );
  } else if (extension !== '' && row.text('phone') === '') row.report('extension-without-phone', 'extension');
  const fax = row.read('fax', readFax);
  const email = row.read('email', readEmail);
  const target = official ? service.fields : record.professional.fields;
  if (fax) target.fax = fax;
  if (email) target.email = email;
}

import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import type { SpecialityRef } from '../model/facility.ts';
import { hoursFromDayWords } from '../normalize/hours.ts';
import { foldHeader } from '../normalize/keys.ts';
import { readCount } from '../normalize/number.ts';
import { splitList } from '../normalize/split-list.ts';
import { readText } from '../normalize/text.ts';
import { isDentalOnly, readCapabilities, readSpecialities } from './answers.ts';
import {
  commonWhereabouts,
  isEmergencyClinic,
  nameAddressKey,
  officeKeys,
  readCommon,
  readContacts,
} from './common.ts';
import type { Format, FormatContext, RowOutcome } from './format.ts';
import { readWholeDay } from './template.ts';

const has = (folded: ReadonlySet<string>, ...headers: string[]): boolean =>
  headers.every(header => folded.has(foldHeader(header)));

/** 医療機関一覧, both generations: 推奨データセット (A) and 自治体標準オープンデータセット (B). */
export const municipalHospitalFormat: Format = {
  id: 'municipal-hospital',
  label: '医療機関一覧（自治体標準オープンデータセット）',
  headers: new Map(),
  recognise: folded => has(folded, '医療機関の種類', '診療科目') && !has(folded, '種別'),
  whereabouts: commonWhereabouts,
  read: (row, context) =>
    readMunicipal(row, context, 'hospital', () => {
      const specialities = readSpecialities(row.text('specialities'), context);
      const type = hospitalType(row, specialities);
      return type ? [type, service => readHospital(row, service, specialities)] : null;
    }),
};

/**
 * 介護サービス事業所一覧, both generations. A row may name several services (`訪問介護;通所介護`): the record then
 * has all of them, and 定員 and 曜日, which the row does not tell apart, stay with the first.
 */
export const municipalCareFormat: Format = {
  id: 'municipal-care',
  label: '介護サービス事業所一覧（自治体標準オープンデータセット）',
  headers: new Map(),
  recognise: folded => has(folded, '実施サービス') && !has(folded, '種別'),
  whereabouts: commonWhereabouts,
  read(row, context) {
    const types = careTypes(row, context);
    return readMunicipal(
      row,
      context,
      'care',
      () => (types[0] ? [types[0], service => readCare(row, service)] : null),
      types.slice(1),
    );
  },
};

/** 公共施設一覧: only rows whose POIコード is one of ours (病院, 保健所, 老人ホーム …) are offices of the map. */
export const municipalPublicFormat: Format = {
  id: 'municipal-public',
  label: '公共施設一覧（自治体標準オープンデータセット）',
  // It has 備考 besides; both are read.
  headers: new Map([['説明', { kind: 'layout', key: 'description' }]]),
  recognise: folded => has(folded, 'POIコード'),
  whereabouts: commonWhereabouts,
  read(row, context) {
    const type = context.lookup.typeOfPoi(row.text('poi').normalize('NFKC').trim());
    if (!type) return { kind: 'skipped' };
    const outcome = readMunicipal(row, context, 'public', () => [
      type.id,
      service => readPublic(row, service),
    ]);
    if (outcome.kind === 'record') readDescription(row, outcome.record);
    return outcome;
  },
};

type TypedService = [type: string, fill: (service: RowService) => void];

function readMunicipal(
  row: RowReader,
  context: FormatContext,
  set: string,
  choose: () => TypedService | null,
  furtherTypes: readonly string[] = [],
): RowOutcome {
  const common = readCommon(row, context);
  const chosen = choose();
  if (!common || !chosen) return { kind: 'rejected' };
  const { record, numbers } = common;
  const service: RowService = { type: chosen[0], numbers, fields: {}, capabilities: [] };
  record.services.push(service);
  readContacts(row, record, service, true);
  chosen[1](service);
  readCapabilities(row, record, [service], context);
  const { phones } = service.fields;
  for (const type of furtherTypes) {
    record.services.push({ type, numbers, fields: phones ? { phones } : {}, capabilities: [] });
  }
  record.keys.push(...record.services.flatMap(one => officeKeys(record, one)));
  const id = row.text('id');
  const code = commonWhereabouts(row).municipalityCode ?? '';
  if (id !== '') record.keys.push({ kind: '自治体ID', value: `${code}-${set}-${id}` });
  if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
  return { kind: 'record', record };
}

/**
 * 病院 / 有床診療所 / 無床診療所 / 歯科診療所 / 薬局. The old list has no kind for dentists: a 診療所 whose
 * 診療科目 are all dental is one, and so is one whose 医療機関コード has 点数表 3 (歯科) as third digit.
 */
function hospitalType(row: RowReader, specialities: readonly SpecialityRef[]): string | null {
  const kind = row.text('hospitalKind');
  if (/薬局/.test(kind)) return 'pharmacy';
  if (/助産/.test(kind)) return 'maternity-home';
  if (/歯科/.test(kind)) return 'dental-clinic';
  if (/病院/.test(kind)) return 'hospital';
  const dental = isDentalOnly(specialities) || row.text('medicalCode').normalize('NFKC').charAt(2) === '3';
  if (/診療所|クリニック|医院/.test(kind)) {
    if (dental) return 'dental-clinic';
    return isEmergencyClinic(row.text('name')) ? 'emergency-clinic' : 'clinic';
  }
  row.report(kind === '' ? 'type-missing' : 'type-unknown', 'hospitalKind');
  return null;
}

/** A remark such as 「一般開放なし」 is about who may come, not about hours: it must stand where that is looked for. */
function readHospital(row: RowReader, service: RowService, specialities: SpecialityRef[]): void {
  if (specialities.length > 0) service.fields.specialities = specialities;
  const beds = row.read('beds', readCount);
  if (beds !== null) service.fields.beds = [{ kind: '合計', count: beds }];
  const hours = readWholeDay(row);
  if (hours) service.fields.hours = [hours];
  const after = row.read('afterHours', readText);
  if (after) service.fields.afterHours = after;
  const closedToPublic = /一般(開放|外来|の?受診|診療)(は)?(なし|不可|していません)/.exec(
    row.text('hoursRemark'),
  );
  if (closedToPublic) service.fields.acceptance = closedToPublic[0];
}

function careTypes(row: RowReader, context: FormatContext): string[] {
  const words = splitList(row.text('kaigoService'));
  if (words.length === 0) row.report('type-missing', 'kaigoService');
  const typeOf = (word: string) => context.lookup.typeOfKaigoLabel(word) ?? context.lookup.findType(word);
  const code = words.some(typeOf) ? 'service-unknown' : 'type-unknown';
  const types = words.flatMap(word => {
    const type = typeOf(word);
    if (!type) row.report(code, 'kaigoService', { word, ...context.lookup.nearestType(word) });
    return type ? [type.id] : [];
  });
  return [...new Set(types)];
}

/** 定員 0 means "not given" in these lists. */
export function readCare(row: RowReader, service: RowService): void {
  const capacity = row.read('capacity', readCount);
  if (capacity) service.fields.capacity = capacity;
  const days = row.text('days');
  const remark = row.text('hoursRemark');
  if (days === '' && remark === '') return;
  const hours = row.takeHours(hoursFromDayWords({ days, remark, purpose: 'outpatient' }));
  if (hours) service.fields.hours = [hours];
}

function readDescription(row: RowReader, { facility }: RecordRow): void {
  const description = row.takeAt(readText(row.layoutText('description')), row.map.layout.get('description'));
  if (description) facility.remarks = [description, facility.remarks].filter(Boolean).join('\n');
}

function readPublic(row: RowReader, service: RowService): void {
  const hours = readWholeDay(row);
  if (hours) service.fields.hours = [hours];
}

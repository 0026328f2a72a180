import type { Column } from '../columns/column.ts';
import type { FieldKey } from '../columns/fields.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow, RowService } from '../dataset/record.ts';
import type { HoursSet } from '../model/facility.ts';
import { ruleFor } from '../normalize/contact-rule.ts';
import { hoursFromDayCells, hoursFromWholeDay } from '../normalize/hours.ts';
import { readHoursList } from '../normalize/hours-list.ts';
import { normaliseId } from '../normalize/id.ts';
import { readCount } from '../normalize/number.ts';
import { readPhone } from '../normalize/phone.ts';
import { splitList } from '../normalize/split-list.ts';
import { readStaff } from '../normalize/staff.ts';
import { readName, readText } from '../normalize/text.ts';
import { readWards } from '../normalize/wards.ts';
import { readCapabilities, readServiceArea, readSpecialities } from './answers.ts';
import { commonWhereabouts, nameAddressKey, officeKeys, readCommon, readContacts } from './common.ts';
import type { Format, FormatContext, RowOutcome } from './format.ts';

/** Our own template, and any list whose headers are known one by one: one row is one service. */
export const templateFormat: Format = {
  id: 'template',
  label: '資源マップの様式',
  kind: 'survey',
  headers: new Map(),
  recognise: () => true,
  whereabouts: commonWhereabouts,
  read: readTemplateRow,
};

function readTemplateRow(row: RowReader, layer: FormatContext): RowOutcome {
  const context = { ...layer, official: isOfficial(row, layer) };
  return readServiceRow(row, context, readTypes(row, context));
}

/** Reads what the columns say, whichever they are; all services of the row are of these types. */
export function readServiceRow(
  row: RowReader,
  context: FormatContext,
  [type, ...others]: readonly string[],
): RowOutcome {
  const common = readCommon(row, context);
  if (!common || !type) return { kind: 'rejected' };
  const { record, numbers } = common;
  const id = row.text('id');
  if (id !== '') record.keys.unshift({ kind: '地域ID', value: normaliseId(id) });
  const service: RowService = { type, numbers, fields: {}, capabilities: [] };
  record.services.push(service);
  readContacts(row, record, service, context.official);
  readServiceFields(row, service, context);
  readHours(row, service);
  const { phones, hours } = service.fields;
  const further = others.map((each): RowService => {
    return {
      type: each,
      numbers,
      fields: { ...(phones && { phones }), ...(hours && { hours }) },
      capabilities: [],
    };
  });
  record.services.push(...further);
  readCapabilities(row, record, [service, ...further], context);
  readProfessional(row, record);
  record.keys.push(...record.services.flatMap(each => officeKeys(record, each)));
  if (record.keys.length === 0) record.keys.push(nameAddressKey(record));
  return { kind: 'record', record };
}

/** データ区分 of the row, 公表 or 調査; without one its layer's. A word that is neither opens nothing. */
function isOfficial(row: RowReader, { official }: FormatContext): boolean {
  const text = row.text('sourceKind');
  if (text === '') return official;
  if (!/^(公表|調査)$/.test(text)) row.report('source-kind-unknown', 'sourceKind');
  return text === '公表';
}

const typeFields = ['type', 'kaigoService', 'hospitalKind'] as const;

/**
 * The type is the one thing a row cannot do without: an office of an unknown kind cannot be listed or found. A cell
 * names one, unless `columns.yaml` says that its column holds several: then one that is unknown costs only itself.
 */
function readTypes(row: RowReader, context: FormatContext): string[] {
  const typeOf = (word: string) => context.lookup.findType(word) ?? context.lookup.typeOfKaigoLabel(word);
  const field = typeFields.find(each => row.text(each) !== '');
  if (field === undefined) {
    row.report('type-missing', 'type');
    return [];
  }
  const words = row.list(field);
  const types = words.flatMap(word => typeOf(word)?.id ?? []);
  for (const word of words.filter(each => !typeOf(each))) {
    const detail = context.lookup.nearestType(word);
    if (types.length > 0) row.report('service-unknown', field, { word, ...detail });
    else row.report('type-unknown', field, detail);
  }
  return [...new Set(types)];
}

/** 病床 by kind, then 病床数 for all. */
const bedFields: readonly (readonly [FieldKey, string])[] = [
  ['bedsGeneral', '一般病床'],
  ['bedsLongTerm', '療養病床'],
  ['bedsPsychiatric', '精神病床'],
  ['bedsTuberculosis', '結核病床'],
  ['bedsInfectious', '感染症病床'],
  ['beds', '合計'],
];

function readServiceFields(row: RowReader, service: RowService, context: FormatContext): void {
  const { fields } = service;
  const name = row.read('serviceName', readName);
  if (name) fields.name = name;
  const specialities = readSpecialities(row.text('specialities'), context);
  if (specialities.length > 0) fields.specialities = specialities;
  const beds = bedFields.flatMap(([field, kind]) => {
    const count = row.read(field, readCount);
    return count === null ? [] : [{ kind, count }];
  });
  if (beds.length > 0) fields.beds = beds;
  const wards = row.read('wards', readWards);
  if (wards) fields.wards = wards;
  const capacity = row.read('capacity', readCount);
  if (capacity !== null) fields.capacity = capacity;
  const staff = row.read('staff', readStaff);
  if (staff) fields.staff = staff;
  const area = readServiceArea(row.text('serviceArea'), row.text('serviceAreaRemark'), context);
  if (area) fields.serviceArea = area;
  const transfer = readServiceArea(row.text('transferArea'), row.text('transferAreaRemark'), context);
  if (transfer) fields.transferArea = transfer;
  for (const key of ['insurance', 'careLevels', 'ict', 'languages'] as const) {
    const list = splitList(row.text(key));
    if (list.length > 0) fields[key] = list;
  }
  for (const key of ['fees', 'acceptance', 'afterHours'] as const) {
    const text = row.read(key, readText);
    if (text) fields[key] = text;
  }
}

/** Weekday columns where the table has them; else the standard's 曜日 + start + end. */
function readHours(row: RowReader, service: RowService): void {
  const hours = saysDays(row) || !saysTimes(row) ? readWeek(row) : readWholeDay(row);
  if (saysDays(row) && saysTimes(row)) row.report('hours-columns-not-used', 'start');
  const listed = row.read('hoursList', readHoursList) ?? [];
  const further = [...row.map.hours].flatMap(([purpose, columns]) => readWeek(row, purpose, columns) ?? []);
  const sets = [...(hours ? [hours] : []), ...further, ...listed];
  if (sets.length > 0) service.fields.hours = sets;
}

const dayFields = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const;

function saysDays(row: RowReader): boolean {
  return dayFields.some(day => row.text(day) !== '');
}

function saysTimes(row: RowReader): boolean {
  return (['days', 'start', 'end'] as const).some(field => row.text(field) !== '');
}

/** `columns` of a purpose; without them the table's own. */
function readWeek(
  row: RowReader,
  purpose: HoursSet['purpose'] = 'outpatient',
  columns: ReadonlyMap<FieldKey, Column> = row.map.fields,
): HoursSet | null {
  const textOf = (field: FieldKey) => row.textOf(columns.get(field), field);
  const cells = { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '', holiday: '' };
  let said = false;
  for (const day of Object.keys(cells) as (keyof typeof cells)[]) {
    cells[day] = textOf(day);
    said ||= cells[day] !== '';
  }
  const rest = {
    nth: textOf('nthClosed'),
    exceptions: textOf('exceptions'),
    remark: textOf('hoursRemark'),
  };
  if (!said && Object.values(rest).every(text => text === '')) return null;
  return row.takeHours(hoursFromDayCells({ ...cells, ...rest, purpose }), columns);
}

/** One start and end for all 診療曜日 (municipal standard). Null when nothing is said. */
export function readWholeDay(row: RowReader): HoursSet | null {
  const said = {
    days: row.text('days'),
    start: row.text('start'),
    end: row.text('end'),
    remark: row.text('hoursRemark'),
  };
  if (Object.values(said).every(text => text === '')) return null;
  return row.takeHours(hoursFromWholeDay({ ...said, purpose: 'outpatient' }));
}

function readProfessional(row: RowReader, record: RecordRow): void {
  const { fields } = record.professional;
  const remarks = row.read('professionalRemarks', readText);
  if (remarks) fields.remarks = remarks;
  const vacancy = row.read('vacancy', readText);
  if (vacancy) fields.vacancy = vacancy;
  const phones = row.read('nightPhone', readPhone);
  if (phones) fields.phones = phones;
  const person = row.read('person', readText);
  const header = row.map.fields.get('person')?.header ?? '担当者';
  if (person) fields.persons = [{ role: header, name: person }];
  const time = row.read('caremanagerTime', readText);
  const rule = row.read('contactRule', readText);
  if (!time && !rule) return;
  const window = ruleFor(time ? 'ケアマネタイム' : '連絡', { time, remark: rule });
  fields.contactRules = [window];
  if (time && !window.hours) row.report('contact-time-unreadable', 'caremanagerTime');
  if (window.hours) fields.caremanagerHours = [window.hours];
}

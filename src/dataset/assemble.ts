import type { Provenance } from '../model/dataset.ts';
import {
  type CapabilityAnswer,
  type Confirmation,
  type CustomValue,
  type Facility,
  type OfficialNumber,
  type Service,
  weekdays,
} from '../model/facility.ts';
import type { HoursFinding } from '../normalize/hours.ts';
import { joinHours } from './join-hours.ts';
import type { FacilityFields, ProfessionalFields, RecordRow, RowService, ServiceFields } from './record.ts';

/** What is known of the layers, by id. */
export interface LayerOrder {
  /** Position in the region's order: later wins. */
  orderOf(layer: string): number;
}

export interface Assembled {
  facility: Facility;
  provenance: Map<string, Provenance>;
  conflicts: HoursFinding[];
}

const emptyAddress = {
  text: '',
  municipalityCode: null,
  prefecture: null,
  municipality: null,
  building: null,
  postalCode: null,
};

/**
 * Joins the rows of one record field by field: the newer confirmation date wins, then the later layer; an empty
 * cell never erases; 【削除】 erases what loses to it. Rows without a date lose to rows with one.
 */
export function assemble(
  id: string,
  aliases: readonly string[],
  rows: readonly RecordRow[],
  layers: LayerOrder,
): Assembled {
  const ranked = rank(rows, layers);
  const provenance = new Map<string, Provenance>();
  const conflicts: HoursFinding[] = [];
  const pick = <K extends keyof FacilityFields>(field: K): FacilityFields[K] | null =>
    pickField(
      ranked,
      field,
      row => row.facility[field] as FacilityFields[K] | undefined,
      provenance,
      `${id}||${field}`,
    );
  const parts = assembleServices(ranked, { id, provenance, conflicts });
  const services = parts.map(part => part.service);
  const name = pick('name') ?? '';
  const position = pick('position');
  const linked = parts.find(part => part.service.url !== null)?.rows ?? [];
  const url = pickField(linked, 'url', row => row.facility.url, provenance, `${id}||url`);
  const alone = services.length === 1;
  const facility: Facility = {
    id,
    aliases: [...aliases],
    name,
    kana: pick('kana'),
    address: pick('address') ?? { ...emptyAddress },
    position,
    positionState: position ? 'stated' : 'missing',
    areas: [],
    corporation: pick('corporation'),
    url,
    services: services.map(service => ({
      ...service,
      name: service.name === name ? null : service.name,
      url: service.url === url ? null : service.url,
      remarks: alone ? null : service.remarks,
    })),
    remarks: alone ? pick('remarks') : null,
    custom: mergeCustom(ranked, row => row.custom, 'custom'),
    confirmed: newest(ranked),
    sources: [...new Set(rows.map(row => row.layer))],
    professional: {
      persons: pickField(ranked, 'person', row => row.professional.fields.persons, null, '') ?? [],
      contactRules: [],
      remarks: null,
      custom: mergeCustom(ranked, row => row.professional.custom, 'professional custom'),
    },
  };
  return { facility, provenance, conflicts };
}

/** Strongest first. */
function rank(rows: readonly RecordRow[], layers: LayerOrder): RecordRow[] {
  const order = new Map(rows.map((row, index) => [row, index]));
  return rows.toSorted(
    (a, b) =>
      (b.confirmed?.on ?? '').localeCompare(a.confirmed?.on ?? '') ||
      layers.orderOf(b.layer) - layers.orderOf(a.layer) ||
      (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
}

function pickField<T>(
  ranked: readonly RecordRow[],
  field: string,
  pickFrom: (row: RecordRow) => T | undefined,
  provenance: Map<string, Provenance> | null,
  path: string,
  erasedAs: readonly string[] = [erasedName[field] ?? field],
): T | null {
  for (const row of ranked) {
    const value = pickFrom(row);
    if (value !== undefined) {
      provenance?.set(path, { layer: row.layer, confirmedOn: row.confirmed?.on ?? null });
      return value;
    }
    if (erasedAs.some(name => row.erased.includes(name))) return null;
  }
  return null;
}

/** Model fields whose column has another name. */
const erasedName: Readonly<Record<string, string>> = {
  phones: 'phone',
  position: 'latitude',
  persons: 'person',
};

/** Sealed values have columns of their own; fax and mail of a survey share theirs with the official ones. */
const erasedSealed: Readonly<Partial<Record<keyof ProfessionalFields, readonly string[]>>> = {
  phones: ['nightPhone'],
  remarks: ['professionalRemarks'],
  contactRules: ['contactRule', 'caremanagerTime'],
  caremanagerHours: ['caremanagerTime'],
};

/** Hours are one statement: an erased day in a row without any hours erases them whole. */
function beforeErasedHours(parts: readonly ServiceRow[]): readonly ServiceRow[] {
  const at = parts.findIndex(
    ({ row, service }) => !service.fields.hours && hoursColumns.some(name => row.erased.includes(name)),
  );
  return at < 0 ? parts : parts.slice(0, at);
}

/** The rows that some of the joined hours are from: each gives a purpose or a 診療科 that no stronger row gives. */
function sourcesOfHours(parts: readonly ServiceRow[]): RecordRow[] {
  const given = new Set<string>();
  return parts.flatMap(({ row, service }) => {
    const names = (service.fields.hours ?? []).map(set => `${set.purpose} ${set.speciality ?? ''}`);
    const isNew = names.some(name => !given.has(name));
    for (const name of names) given.add(name);
    return isNew ? [row] : [];
  });
}

const hoursColumns: readonly string[] = [...weekdays, 'days', 'start', 'hoursRemark'];

function newest(ranked: readonly RecordRow[]): Confirmation | null {
  return ranked.find(row => row.confirmed)?.confirmed ?? null;
}

function mergeCustom(
  ranked: readonly RecordRow[],
  valuesOf: (row: RecordRow) => readonly CustomValue[],
  erasedAs: string,
): CustomValue[] {
  const merged = new Map<string, CustomValue>();
  const erased = new Set<string>();
  for (const row of ranked) {
    for (const value of valuesOf(row))
      if (!merged.has(value.key) && !erased.has(`${erasedAs} ${value.key}`)) merged.set(value.key, value);
    for (const name of row.erased) erased.add(name);
  }
  return [...merged.values()];
}

/** Where the parts of one record write what they learn beside its values. */
interface Sink {
  id: string;
  provenance: Map<string, Provenance>;
  conflicts: HoursFinding[];
}

interface ServiceRow {
  row: RecordRow;
  service: RowService;
}

/** A service with the rows it was joined from, strongest first. */
interface ServiceParts {
  service: Service;
  rows: readonly RecordRow[];
}

/** Services are told apart by type; where one record has two of a type, by 事業所番号 too. */
function assembleServices(ranked: readonly RecordRow[], sink: Sink): ServiceParts[] {
  const parts = ranked.flatMap(row => row.services.map(service => ({ row, service })));
  const byType = Map.groupBy(parts, part => part.service.type);
  const services: ServiceParts[] = [];
  const add = (key: string, type: string, own: readonly ServiceRow[]): void => {
    services.push({ service: assembleService(key, type, own, sink), rows: own.map(part => part.row) });
  };
  for (const [type, ofType] of byType) {
    const numbers = [...new Set(ofType.flatMap(part => officeNumber(part.service) ?? []))];
    if (numbers.length < 2) add(type, type, ofType);
    else {
      numbers.forEach((number, index) => {
        const own = ofType.filter(part => (officeNumber(part.service) ?? numbers[0]) === number);
        if (index === 0 || own.length > 0) add(`${type}-${number.toLowerCase()}`, type, own);
      });
    }
  }
  return services;
}

function officeNumber(service: RowService): string | null {
  return service.numbers.find(number => number.kind === '事業所番号')?.value ?? null;
}

function assembleService(
  key: string,
  type: string,
  parts: readonly ServiceRow[],
  { id, provenance, conflicts }: Sink,
): Service {
  const rows = parts.map(part => part.row);
  const ofRow = new Map(parts.map(part => [part.row, part.service]));
  const pick = <K extends keyof ServiceFields>(field: K): ServiceFields[K] | null =>
    pickField(
      rows,
      field,
      row => ofRow.get(row)?.fields[field] as ServiceFields[K] | undefined,
      provenance,
      `${id}|${key}|${field}`,
    );
  const seal = <K extends keyof ProfessionalFields>(field: K): ProfessionalFields[K] | null =>
    pickField(
      rows,
      field,
      row => row.professional.fields[field] as ProfessionalFields[K] | undefined,
      null,
      '',
      erasedSealed[field],
    );
  const specialities = pick('specialities') ?? [];
  const hours = beforeErasedHours(parts).filter(part => part.service.fields.hours);
  for (const [index, { layer, confirmed }] of sourcesOfHours(hours).entries())
    provenance.set(`${id}|${key}|${index === 0 ? 'hours' : `hours ${index}`}`, {
      ...{ layer, confirmedOn: confirmed?.on ?? null },
    });
  return {
    key,
    type,
    name: pickField(rows, 'name', row => ofRow.get(row)?.fields.name ?? row.facility.name, null, ''),
    numbers: mergeNumbers(parts),
    phones: pick('phones') ?? [],
    fax: pick('fax'),
    email: pick('email'),
    url: pickField(rows, 'url', row => row.facility.url, null, ''),
    hours: joinHours(
      hours.map(part => part.service.fields.hours ?? []),
      finding => conflicts.push(finding),
      specialities.length,
    ),
    serviceArea: pick('serviceArea'),
    transferArea: pick('transferArea'),
    capabilities: mergeCapabilities(
      parts.map(part => [part.row, part.service.capabilities]),
      provenance,
      `${id}|${key}`,
    ),
    specialities,
    beds: pick('beds') ?? [],
    wards: pick('wards') ?? [],
    capacity: pick('capacity'),
    staff: pick('staff') ?? [],
    insurance: pick('insurance') ?? [],
    careLevels: pick('careLevels') ?? [],
    fees: pick('fees'),
    acceptance: pick('acceptance'),
    afterHours: pick('afterHours'),
    ict: pick('ict') ?? [],
    languages: pick('languages') ?? [],
    remarks: pickField(rows, 'remarks', row => row.facility.remarks, null, ''),
    confirmed: newest(rows),
    sources: [...new Set(rows.map(row => row.layer))].sort(),
    professional: {
      phones: seal('phones') ?? [],
      fax: seal('fax'),
      email: seal('email'),
      contactRules: seal('contactRules') ?? [],
      caremanagerHours: seal('caremanagerHours') ?? [],
      vacancy: seal('vacancy'),
      vacancies: [],
      remarks: seal('remarks'),
      capabilities: mergeCapabilities(
        parts.map(part => [part.row, part.row.professional.capabilities]),
        provenance,
        `${id}|${key}`,
        'professional capability ',
      ),
    },
  };
}

function mergeNumbers(parts: readonly ServiceRow[]): OfficialNumber[] {
  const merged = new Map<string, OfficialNumber>();
  for (const { service } of parts)
    for (const number of service.numbers) merged.set(`${number.kind} ${number.value}`, number);
  return [...merged.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.value.localeCompare(b.value));
}

/** An answer that is not there says nothing, so it cannot take another layer's answer away. */
function mergeCapabilities(
  given: readonly (readonly [RecordRow, readonly CapabilityAnswer[]])[],
  provenance: Map<string, Provenance>,
  path: string,
  erasedAs = 'capability ',
): CapabilityAnswer[] {
  const merged = new Map<string, CapabilityAnswer>();
  const erased = new Set<string>();
  for (const [row, answers] of given) {
    for (const answer of answers) {
      const name = `${answer.id} ${answer.relation}`;
      if (merged.has(name) || erased.has(answer.id)) continue;
      merged.set(name, answer);
      provenance.set(`${path}|capability ${name}`, {
        layer: row.layer,
        confirmedOn: row.confirmed?.on ?? null,
      });
    }
    for (const field of row.erased)
      for (const id of field.startsWith(erasedAs) ? field.slice(erasedAs.length).split(' ') : [])
        erased.add(id);
  }
  return [...merged.values()];
}

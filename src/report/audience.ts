import { sectionsOf } from '../columns/region-columns.ts';
import type { Region } from '../dataset/load.ts';
import type { RecordRow } from '../dataset/record.ts';
import { type Facts, factsOf, fieldColumns, typeLabelOf, type Words } from '../diff/compare.ts';
import { recordFacts, serviceFacts } from '../diff/professional.ts';
import { formatPlace } from '../issues/issue.ts';
import type { Facility, PublicFacility, PublicService, Service } from '../model/facility.ts';
import { searchKey } from '../normalize/keys.ts';
import { audienceText as text } from '../text/audience.ts';

/** One field of a record as each side sees it; null where it sees nothing. */
export interface SeenField {
  /** Type of the service it belongs to; null of the record. */
  service: string | null;
  label: string;
  residents: string | null;
  professionals: string | null;
  /** Why professionals alone see it, and where it was read; null when both see the same. */
  reason: string | null;
  from: string | null;
}

/** What each side sees of one record. */
export interface SeenRecord {
  id: string;
  name: string;
  who: 'everyone' | 'professional' | 'nobody';
  /** Why residents do not see the record at all. */
  reason: string | null;
  fields: SeenField[];
}

/** One record of the region by its id, or those whose name holds the words. */
export function recordsNamed(region: Region, words: string): { id: string; name: string }[] {
  const all = region.records.map(({ id, rows }) => ({
    id,
    name: rows.find(row => row.facility.name)?.facility.name ?? '',
  }));
  const withheld = region.withheld.map(({ at, facility }) => ({
    id: formatPlace(at),
    name: facility.name ?? '',
  }));
  const byId = all.filter(({ id }) => id === words);
  if (byId.length > 0) return byId;
  const fold = (typed: string): string =>
    searchKey(typed, { level: 'exact', variants: region.dataset.vocabulary.characterVariants });
  const named = [...all, ...withheld].filter(({ name }) => fold(name).includes(fold(words)));
  const exact = named.filter(({ name }) => fold(name) === fold(words));
  return exact.length === 1 ? exact : named;
}

/** What each side sees of the record that `recordsNamed` gave. */
export function audienceOf(region: Region, { id, name }: { id: string; name: string }): SeenRecord {
  const open = region.publicDataset.facilities.find(facility => facility.id === id);
  const full = region.professionalDataset.facilities.find(facility => facility.id === id);
  if (!full) return { id, name, who: 'nobody', reason: reasonHeld(region, id), fields: [] };
  const rows = region.records.find(record => record.id === id)?.rows ?? [];
  return {
    ...{ id, name: full.name },
    who: open ? 'everyone' : 'professional',
    reason: open ? null : reasonSealed(region, rows),
    fields: fieldsOf(region, open, full, rows),
  };
}

function reasonHeld(region: Region, id: string): string {
  const held = region.records.find(record => record.id === id)?.held;
  if (held) return text.held[held];
  return region.records.some(record => record.id === id) ? text.held.listing : text.held.consent;
}

/** Of a record that residents do not see at all. */
function reasonSealed(region: Region, rows: readonly RecordRow[]): string {
  if (rows.some(row => row.listing === 'professional')) return text.reasons.listing;
  const file = sealedFile(region, rows);
  return file === null ? text.reasons.other : text.reasons.layer(file);
}

/** The file of a layer that is for professionals only, if one of the rows is of such. */
function sealedFile({ layerFiles, dataset }: Region, rows: readonly RecordRow[]): string | null {
  for (const { layer } of rows) {
    const file = layerFiles.get(layer);
    const source = dataset.site.sources?.find(each => each.file === file);
    if (file !== undefined && source?.listing === 'professional') return file;
  }
  return null;
}

function fieldsOf(
  region: Region,
  open: PublicFacility | undefined,
  full: Facility,
  rows: readonly RecordRow[],
): SeenField[] {
  const { vocabulary, areas } = region.professionalDataset;
  const words: Words = { vocabulary, areas };
  const columns = fieldColumns(open ? [full, open] : [full], words);
  const isOne = full.services.length === 1;
  const services = full.services.flatMap(service => {
    const seen = open?.services.find(({ key }) => key === service.key);
    const sealed = serviceFacts(service, words);
    const facts = { residents: seen && open ? factsOf(open, seen, columns, words) : none, sealed };
    const shared = factsOf(full, service, columns, words);
    return fieldsBeside(shared, facts).map(field => ({
      ...explained(region, rows, service, seen, field),
      service: isOne ? null : typeLabelOf(service, words),
    }));
  });
  const own = fieldsBeside(none, { residents: none, sealed: recordFacts(full) }).map(field => ({
    ...explained(region, rows, null, undefined, field),
    service: null,
  }));
  return [...services, ...own];
}

const none: Facts = new Map();

type Beside = Pick<SeenField, 'label' | 'residents' | 'professionals'> & { sealed: boolean };

/** `shared`: what both could see; `sealed` facts stand beside those of the same label. */
function fieldsBeside(shared: Facts, { residents, sealed }: { residents: Facts; sealed: Facts }): Beside[] {
  const labels = [...new Set([...shared.keys(), ...residents.keys(), ...sealed.keys()])];
  return labels.flatMap(label => {
    const seen = residents.get(label) || null;
    const whole = [...new Set([shared.get(label), sealed.get(label)].filter(Boolean))].join('／') || null;
    if (!seen && !whole) return [];
    return [{ label, residents: seen, professionals: whole ?? seen, sealed: Boolean(sealed.get(label)) }];
  });
}

function explained(
  region: Region,
  rows: readonly RecordRow[],
  service: Service | null,
  seen: PublicService | undefined,
  { sealed, ...field }: Beside,
): Omit<SeenField, 'service'> {
  if (field.residents === field.professionals) return { ...field, reason: null, from: null };
  const isOpenToo = seen !== undefined && field.label in text.bySource && isSaidBy(seen, field.professionals);
  const why = sealed
    ? reasonOfSealed(region, rows, field.label)
    : reasonOfShared(region, rows, service, seen, field.label);
  return { ...field, ...why, ...(isOpenToo ? { reason: text.reasons.openToo } : {}) };
}

/** The public data of the service has the very FAX number or address too. */
function isSaidBy({ fax, email }: PublicService, value: string | null): boolean {
  return value !== null && (value === fax || value === email);
}

interface Why {
  reason: string;
  from: string | null;
}

/** Of a value that was read from a professional column. */
function reasonOfSealed(region: Region, rows: readonly RecordRow[], label: string): Why {
  const key = text.always[label] ?? text.bySource[label];
  if (key !== undefined) {
    const row = rows.find(({ professional }) => key in professional.fields);
    const reason = label in text.bySource ? text.reasons.survey : text.reasons.always;
    if (row) return { reason, from: formatPlace(row.at) };
    if (label === text.contactRules) return { reason: text.reasons.contacts, from: 'contacts.csv' };
    if (label === text.vacancyLabel) return { reason: text.reasons.vacancy, from: 'vacancy.csv' };
    return { reason, from: null };
  }
  const row = rows.find(({ professional }) => professional.custom.some(custom => custom.label === label));
  const reason = row && isUndecided(region, label) ? text.reasons.undecided : text.reasons.custom;
  const answered = row ?? rows.find(({ professional }) => professional.capabilities.length > 0);
  return { reason, from: answered ? formatPlace(answered.at) : null };
}

/** A new field of `columns.yaml` without an audience. */
export function isUndecided({ columns }: Region, label: string): boolean {
  return sectionsOf(columns)
    .flatMap(section => Object.values(section.columns))
    .some(column => column !== 'ignore' && column.label === label && column.audience === undefined);
}

/** Of a value of a public column that residents do not see so. */
function reasonOfShared(
  region: Region,
  rows: readonly RecordRow[],
  service: Service | null,
  seen: PublicService | undefined,
  label: string,
): Why {
  if (rows.some(row => row.listing === 'professional')) return { reason: text.reasons.listing, from: null };
  const { capabilities } = region.dataset.vocabulary;
  const refused = service?.capabilities.some(answer => {
    const capability = capabilities.get(answer.id);
    const isNamed = capability?.label === label || capability?.acceptsLabel === label;
    return isNamed && answer.value === 'no' && capability?.aboutPeople;
  });
  if (refused && seen) return { reason: text.reasons.people, from: null };
  const file = sealedFile(region, rows);
  return file === null
    ? { reason: text.reasons.other, from: null }
    : { reason: text.reasons.layer(file), from: file };
}

/** Of all records: how many each side sees. */
export interface AudienceCounts {
  open: number;
  sealed: number;
  nobody: number;
  fields: { label: string; residents: number; professionals: number; reasons: string[] }[];
}

/** Which fields of records that residents see are for professionals alone, in how many of them, and why. */
export function audienceCounts(region: Region): AudienceCounts {
  const open = region.publicDataset.facilities.length;
  const all = region.professionalDataset.facilities;
  const fields = new Map<
    string,
    { residents: Set<string>; professionals: Set<string>; reasons: Set<string> }
  >();
  const shown = new Set(region.publicDataset.facilities.map(({ id }) => id));
  for (const { id, name } of all.filter(facility => shown.has(facility.id)))
    for (const { label, residents, professionals, reason } of audienceOf(region, { id, name }).fields) {
      const field = fields.get(label) ?? {
        residents: new Set(),
        professionals: new Set(),
        reasons: new Set(),
      };
      fields.set(label, field);
      if (residents) field.residents.add(id);
      if (professionals && professionals !== residents) field.professionals.add(id);
      if (reason) field.reasons.add(reason);
    }
  const told = [...fields].filter(([, { professionals }]) => professionals.size > 0);
  return {
    ...{
      open,
      sealed: all.length - open,
      nobody: region.records.length + region.withheld.length - all.length,
    },
    fields: told.map(([label, { residents, professionals, reasons }]) => ({
      ...{ label, residents: residents.size, professionals: professionals.size, reasons: [...reasons] },
    })),
  };
}

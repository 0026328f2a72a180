/** Whom to call again: what each office says that has grown old. */
import { type AgingKind, ageOf, agingFields, agingKindOf, agingKinds, isOld } from '../dataset/decay.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { Phone, PublicFacility, PublicService } from '../model/facility.ts';
import { formatCount, formatDay, formatMonth } from '../text/format.ts';
import { freshnessText as text } from '../text/freshness.ts';

export interface StaleValue {
  kind: AgingKind;
  /** Facility type id; null for what belongs to the record. */
  service: string | null;
  /** How many values of the kind are old, and the newest date of them; null when nothing says a date. */
  count: number;
  on: string | null;
}

export interface StaleOffice {
  facility: PublicFacility;
  /** Most needed first. */
  values: StaleValue[];
}

/**
 * Offices of which a public value is older on the day `at` than its kind may be, or has no date. First those of whom
 * the value that is wanted most (`agingKinds`) is old; of one kind, what has been fresh until lately, and what has no
 * date last; then the published order.
 */
export function staleOffices(dataset: PublicDataset, at: string): StaleOffice[] {
  return dataset.facilities
    .map(facility => ({ facility, values: staleValues(facility, dataset, at) }))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => byNeed(a.values[0]!, b.values[0]!));
}

function byNeed(a: StaleValue, b: StaleValue): number {
  return (
    agingKinds.indexOf(a.kind) - agingKinds.indexOf(b.kind) ||
    Number(a.on === null) - Number(b.on === null) ||
    compare(b.on ?? '', a.on ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function staleValues(facility: PublicFacility, dataset: PublicDataset, at: string): StaleValue[] {
  const ofRecord = staleOf(facility, null, ['name', 'address'], dataset, at);
  const ofServices = facility.services.flatMap(service =>
    staleOf(facility, service, agingFields(service), dataset, at),
  );
  return [...ofServices, ...ofRecord].sort(byNeed);
}

function staleOf(
  facility: PublicFacility,
  service: PublicService | null,
  fields: readonly string[],
  dataset: PublicDataset,
  at: string,
): StaleValue[] {
  const old = fields.flatMap(field => {
    const kind = agingKindOf(field);
    const age = ageOf(dataset, facility, service, field);
    return kind !== null && (age === null || isOld(age, at)) ? [{ kind, on: age?.on ?? null }] : [];
  });
  return [...Map.groupBy(old, ({ kind }) => kind)].map(([kind, values]) => ({
    ...{ kind, service: service?.type ?? null, count: values.length },
    on:
      values
        .map(({ on }) => on)
        .filter(on => on !== null)
        .toSorted(compare)
        .at(-1) ?? null,
  }));
}

/** 新規の受け入れ 2026年1月、対応できること（3項目） 2024年12月. */
export function staleWords({ facility, values }: StaleOffice, { vocabulary }: PublicDataset): string {
  const isOne = facility.services.length === 1;
  return values
    .map(({ kind, service, count, on }) => {
      const type = service === null || isOne ? undefined : vocabulary.types.get(service);
      const items = kind === 'capabilities' ? text.stale.items(count) : '';
      const of = type ? `${type.short ?? type.label}の` : '';
      return `${of}${text.kinds[kind]}${items} ${on === null ? text.stale.undated : formatMonth(on)}`;
    })
    .join('、');
}

/** First those of the whole record's services. */
export function phonesOf({ services }: PublicFacility): Phone[] {
  return [...new Map(services.flatMap(({ phones }) => phones).map(phone => [phone.digits, phone])).values()];
}

/** Shown before the rest is folded. */
const shown = 10;

/** The offices in the terminal; '' when there are none. */
export function formatStale(
  offices: readonly StaleOffice[],
  dataset: PublicDataset,
  at: string,
  { full = false } = {},
): string {
  if (offices.length === 0) return '';
  const told = full ? offices : offices.slice(0, shown);
  const rest = offices.length - told.length;
  return [
    '',
    `${text.stale.title} ${text.stale.offices(formatCount(offices.length))}（${text.stale.at(formatDay(at))}）`,
    `  ${text.stale.rule}`,
    ...told.map(office => {
      const [phone] = phonesOf(office.facility);
      const name = `${office.facility.name}${phone ? `（${phone.text}）` : ''}`;
      return `  ${name}：${staleWords(office, dataset)}`;
    }),
    ...(rest > 0 ? [`  ${text.stale.rest(formatCount(rest))}`] : []),
    '',
  ].join('\n');
}

/** As `check --json` says it. */
export interface StaleJson {
  id: string;
  name: string;
  phone: string | null;
  values: StaleValue[];
}

export function staleToJson(offices: readonly StaleOffice[]): StaleJson[] {
  return offices.map(({ facility, values }) => ({
    id: facility.id,
    name: facility.name,
    phone: phonesOf(facility)[0]?.text ?? null,
    values,
  }));
}

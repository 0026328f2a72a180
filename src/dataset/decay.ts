/** How soon what a record says grows old. Nothing here asks what day it is. */
import { monthsBefore } from '../calendar/months.ts';
import type { PublicDataset, SourceCredit } from '../model/dataset.ts';
import type { PublicFacility, PublicService } from '../model/facility.ts';
import type { Site, staleAfterSchema } from '../model/site.ts';

/** In the order in which people act on them: whom to call, then what they say of themselves. */
export const agingKinds = [
  'acceptance',
  'capabilities',
  'phones',
  'hours',
  'serviceArea',
  'size',
  'place',
] as const satisfies readonly (keyof (typeof staleAfterSchema)['shape'])[];
export type AgingKind = (typeof agingKinds)[number];

/** When a value was confirmed or published, and after how many months that is old. */
export interface Age {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  on: string;
  months: number;
  /** Of a list of this kind; a value that was confirmed is an answer whatever list it stands in. */
  from: SourceCredit['kind'];
}

type Dated = Pick<PublicDataset, 'provenance' | 'sources' | 'site'>;

const soon = 3;

/** The answer to whether new people are taken, told as a capability. */
const acceptanceAnswer = 'accepting-new';

const kindOfField: Readonly<Record<string, AgingKind>> = {
  ...{ acceptance: 'acceptance', phones: 'phones', hours: 'hours', name: 'place', address: 'place' },
  ...{ serviceArea: 'serviceArea', transferArea: 'serviceArea' },
  ...{ fees: 'size', staff: 'size', beds: 'size', wards: 'size', capacity: 'size' },
};

/** `field` as provenance names it: `hours 1`, `capability <id> <relation>`. Null for what does not grow old. */
export function agingKindOf(field: string): AgingKind | null {
  const [first = '', id] = field.split(' ');
  if (first === 'capability') return id === acceptanceAnswer ? 'acceptance' : 'capabilities';
  return kindOfField[first] ?? null;
}

export function monthsFor(
  kind: AgingKind,
  from: Age['from'],
  { staleAfterMonths, staleAfterMonthsOf: of }: Pick<Site, 'staleAfterMonths' | 'staleAfterMonthsOf'>,
): number {
  if (from === 'official' && of.official !== undefined) return of.official;
  return of[kind] ?? (kind === 'acceptance' ? Math.min(soon, staleAfterMonths) : staleAfterMonths);
}

/** Of one value of a record (`service` null) or of a service; null when it does not grow old or nothing says a date. */
export function ageOf(
  { provenance, sources, site }: Dated,
  facility: Pick<PublicFacility, 'id'>,
  service: Pick<PublicService, 'key'> | null,
  field: string,
): Age | null {
  const kind = agingKindOf(field);
  const found = provenance.get(`${facility.id}|${service?.key ?? ''}|${field}`);
  if (kind === null || !found) return null;
  const source = sources.find(({ layer }) => layer === found.layer);
  const on = found.confirmedOn ?? source?.asOf ?? null;
  // What somebody confirmed is an answer, though the list it stands in is official.
  const from = found.confirmedOn === null ? (source?.kind ?? 'survey') : 'survey';
  return on === null ? null : { on, months: monthsFor(kind, from, site), from };
}

/** `at`: a day. A month or year alone counts by its beginning. */
export function isOld({ on, months }: Pick<Age, 'on' | 'months'>, at: string): boolean {
  return on < monthsBefore(at, months);
}

/** The first day on which it is old, in days since 1970. */
export function oldFrom({ on, months }: Pick<Age, 'on' | 'months'>): number {
  const [year = '0', month = '0'] = on.split('-');
  return Date.UTC(Number(year), Number(month) + months, 1) / 86_400_000;
}

/** The one that is oldest; null of none. */
export function oldest(ages: readonly (Age | null)[]): Age | null {
  return (
    ages
      .filter(age => age !== null)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .at(0) ?? null
  );
}

/** The fields of a service that grow old and say something, as provenance names them. */
export function agingFields(service: PublicService): string[] {
  const said: readonly (readonly [field: string, isSaid: boolean])[] = [
    ['acceptance', service.acceptance !== null],
    ['phones', service.phones.length > 0],
    ['hours', service.hours.length > 0],
    ['serviceArea', service.serviceArea !== null],
    ['transferArea', service.transferArea !== null],
    ['fees', service.fees !== null],
    ['staff', service.staff.length > 0],
    ['beds', service.beds.length > 0],
    ['wards', service.wards.length > 0],
    ['capacity', service.capacity !== null],
  ];
  return [
    ...said.flatMap(([field, isSaid]) => (isSaid ? [field] : [])),
    ...service.capabilities.map(({ id, relation }) => `capability ${id} ${relation}`),
  ];
}

import { z } from 'zod';
import type { ClosedRecord } from '../model/changes.ts';
import { type PublicFacility, weekdays } from '../model/facility.ts';

const text = z.string();
const maybe = text.nullable().catch(null);
/** Entries that cannot be understood are left out, one by one. */
const list = <T>(entry: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform(all => all.flatMap(one => entry.safeParse(one).data ?? []));

const span = z.object({ start: text, end: text });
const day = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('open'), spans: list(span) }),
    z.object({ state: z.literal('closed') }),
    z.object({ state: z.literal('unknown') }),
  ])
  .catch({ state: 'unknown' });
const hours = z.object({
  purpose: z.enum(['outpatient', 'visit', 'desk', 'caremanager', 'emergency', 'reception']),
  speciality: maybe,
  days: z.object(Object.fromEntries(weekdays.map(name => [name, day]))),
  closedNth: list(z.object({ day: z.enum(weekdays), weeks: z.array(z.number()) })),
  exceptions: maybe,
  text: maybe,
  breaksStated: z.boolean().catch(true),
});
const serviceArea = z
  .object({
    everywhere: z.boolean().catch(false),
    areas: list(text),
    towns: list(text),
    radiusKm: z.number().nullable().catch(null),
    remark: maybe,
  })
  .nullable()
  .catch(null);
const confirmation = z.object({ on: text, by: maybe, method: maybe }).nullable().catch(null);

const service = z.object({
  key: text,
  type: text,
  name: maybe,
  numbers: list(z.object({ kind: z.enum(['事業所番号', '医療機関コード', 'ナビイID']), value: text })),
  phones: list(z.object({ text, digits: text, extension: maybe, label: maybe })),
  fax: maybe,
  email: maybe,
  url: maybe,
  hours: list(hours),
  serviceArea,
  transferArea: serviceArea,
  capabilities: list(
    z.object({
      id: text,
      value: z.enum(['yes', 'conditional', 'planned', 'no']),
      relation: z.enum(['performs', 'accepts']),
      note: maybe,
    }),
  ),
  specialities: list(z.object({ code: maybe, name: text })),
  beds: list(z.object({ kind: text, count: z.number() })),
  wards: list(z.object({ kind: text, count: z.number().nullable() })),
  capacity: z.number().nullable().catch(null),
  staff: list(z.object({ role: text, count: z.number() })),
  insurance: list(text),
  careLevels: list(text),
  fees: maybe,
  acceptance: maybe,
  afterHours: maybe,
  ict: list(text),
  languages: list(text),
  remarks: maybe,
  confirmed: confirmation,
  sources: list(text),
});

const facility = z.object({
  id: text.regex(/^[a-z0-9-]+$/),
  aliases: list(text),
  name: text,
  kana: maybe,
  address: z
    .object({
      text: text.catch(''),
      municipalityCode: maybe,
      prefecture: maybe,
      municipality: maybe,
      building: maybe,
      postalCode: maybe,
    })
    .catch({
      ...{ text: '', municipalityCode: null, prefecture: null },
      ...{ municipality: null, building: null, postalCode: null },
    }),
  position: z.object({ lat: z.number(), lng: z.number() }).nullable().catch(null),
  positionState: z.enum(['stated', 'unconfirmed', 'missing']).catch('missing'),
  areas: list(text),
  corporation: z.object({ name: text, number: maybe }).nullable().catch(null),
  url: maybe,
  services: list(service),
  remarks: maybe,
  custom: list(z.object({ key: text, label: text, value: text })),
  confirmed: confirmation,
  sources: list(text),
});

const closed = z.object({
  id: text.regex(/^[a-z0-9-]+$/),
  name: text,
  kana: maybe,
  numbers: list(text),
  address: text.catch(''),
  lastSeen: maybe,
});

const file = z.object({ asOf: maybe, facilities: z.array(z.unknown()), closed: list(closed) });

/** What an earlier build published. */
export interface PublishedData {
  asOf: string | null;
  facilities: PublicFacility[];
  closed: ClosedRecord[];
}

/**
 * Reads a published `facilities.json`, of an older form of it too: what is missing is empty, what cannot be understood
 * is left out. Null when it is no such file at all.
 */
export function parsePublished(json: string): PublishedData | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const read = file.safeParse(data);
  if (!read.success) return null;
  const facilities = read.data.facilities.flatMap(one => normaliseFacility(one) ?? []);
  return { ...read.data, facilities };
}

/** A record with every property of the model, in its order: two that say the same are then the same text. */
export function normaliseFacility(data: unknown): PublicFacility | null {
  const read = facility.safeParse(data);
  return read.success ? (read.data as unknown as PublicFacility) : null;
}

/** The shape of `facilities.json`, once: the JSON Schema is made of it, and the published file is held against it. */
import { z } from 'zod';
import type { SourceCredit } from '../model/dataset.ts';
import {
  type CapabilityAnswer,
  type DayHours,
  type HoursSet,
  type Phone,
  type PublicFacility,
  type PublicService,
  type ServiceArea,
  weekdays,
} from '../model/facility.ts';
import { relationSchema } from '../model/vocabulary.ts';
import { type FacilitiesFile, formatVersion } from './json.ts';

const text = z.string();
const orNull = text.nullable();
const count = z.number().int().nonnegative();
const date = text.describe('YYYY-MM-DD, YYYY-MM or YYYY');

const phone = z.strictObject({
  text,
  digits: text.describe('Digits only, for tel:'),
  extension: orNull,
  label: orNull,
}) satisfies z.ZodType<Phone>;

const dayHours = z.union([
  z.strictObject({
    state: z.literal('open'),
    spans: z
      .array(z.strictObject({ start: text, end: text.describe('May pass midnight (25:00)') }))
      .describe('Empty: open, times not stated'),
  }),
  z.strictObject({ state: z.literal('closed') }),
  z.strictObject({ state: z.literal('unknown') }).describe('Not "closed"'),
]) satisfies z.ZodType<DayHours>;

const hoursSet = z.strictObject({
  purpose: z.enum(['outpatient', 'visit', 'desk', 'caremanager', 'emergency', 'reception']),
  speciality: orNull.describe('Name of the 診療科 whose hours these are; null: of the whole office'),
  days: z.record(z.enum(weekdays), dayHours),
  closedNth: z.array(
    z.strictObject({ day: z.enum(weekdays), weeks: z.array(z.number().int().min(1).max(5)) }),
  ),
  exceptions: orNull,
  text: orNull.describe('As the source types it'),
  breaksStated: z.boolean().describe('False: a lunch break cannot be seen in the source'),
}) satisfies z.ZodType<HoursSet>;

const serviceArea = z.strictObject({
  everywhere: z.boolean(),
  areas: z.array(text).describe('Area ids'),
  towns: z.array(text),
  radiusKm: z.number().nullable(),
  remark: orNull,
}) satisfies z.ZodType<ServiceArea>;

const answer = z.strictObject({
  id: text.describe('Capability id, see dictionary.json'),
  value: z.enum(['yes', 'conditional', 'planned', 'no']),
  relation: relationSchema.describe('performs 実施する, accepts 必要な人を受け入れる'),
  note: orNull,
}) satisfies z.ZodType<CapabilityAnswer>;

const confirmation = z.strictObject({ on: date, by: orNull, method: orNull }).nullable();

const service = z.strictObject({
  key: text.describe('Unique in the record'),
  type: text.describe('Type id, see dictionary.json'),
  name: orNull,
  numbers: z.array(
    z.strictObject({ kind: z.enum(['事業所番号', '医療機関コード', 'ナビイID']), value: text }),
  ),
  phones: z.array(phone),
  fax: orNull,
  email: orNull,
  url: orNull,
  hours: z.array(hoursSet),
  serviceArea: serviceArea.nullable(),
  transferArea: serviceArea.nullable(),
  capabilities: z.array(answer).describe('An absent capability is unknown, not "no"'),
  specialities: z.array(z.strictObject({ code: orNull, name: text })),
  beds: z.array(z.strictObject({ kind: text, count })),
  wards: z
    .array(z.strictObject({ kind: text, count: count.nullable() }))
    .describe('count null: how many beds is not stated'),
  capacity: count.nullable(),
  staff: z.array(z.strictObject({ role: text, count: z.number().nonnegative() })),
  insurance: z.array(text),
  careLevels: z.array(text),
  fees: orNull,
  acceptance: orNull,
  afterHours: orNull,
  ict: z.array(text),
  languages: z.array(text),
  remarks: orNull,
  confirmed: confirmation,
  sources: z.array(text).describe('Layers, see sources[].layer'),
}) satisfies z.ZodType<PublicService>;

const facility = z.strictObject({
  id: text.describe('Permanent; the page is /f/<id>/'),
  aliases: z.array(text).describe('Former ids'),
  name: text,
  kana: orNull,
  address: z.strictObject({
    text,
    municipalityCode: orNull.describe('6 digits with check digit'),
    prefecture: orNull,
    municipality: orNull,
    building: orNull,
    postalCode: orNull.describe('7 digits'),
  }),
  position: z.strictObject({ lat: z.number(), lng: z.number() }).nullable(),
  positionState: z.enum(['stated', 'unconfirmed', 'missing']),
  areas: z.array(text).describe('Area ids, widest first'),
  corporation: z.strictObject({ name: text, number: orNull }).nullable(),
  url: orNull,
  services: z.array(service),
  remarks: orNull,
  custom: z.array(z.strictObject({ key: text, label: text, value: text })),
  confirmed: confirmation,
  sources: z.array(text),
}) satisfies z.ZodType<PublicFacility>;

const credit = z.strictObject({
  layer: text,
  title: text,
  publisher: orNull,
  licence: orNull,
  url: orNull,
  asOf: date.nullable(),
  kind: z.enum(['official', 'survey']),
  credit: orNull.describe('The sentence the licence asks for'),
}) satisfies z.ZodType<SourceCredit>;

export const facilitiesFileSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  region: text,
  demo: z.boolean().describe('A fictional region'),
  asOf: date.nullable(),
  licence: orNull,
  sources: z.array(credit),
  facilities: z.array(facility),
}) satisfies z.ZodType<FacilitiesFile>;

/** JSON Schema 2020-12. Members may be added to the file under one `formatVersion`, so others are allowed. */
export function facilitiesJsonSchema(): unknown {
  const schema = z.toJSONSchema(facilitiesFileSchema, { reused: 'ref' });
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  );
}

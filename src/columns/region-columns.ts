import { z } from 'zod';
import { relationSchema } from '../model/vocabulary.ts';
import { type FieldKey, fieldHeaders } from './fields.ts';

const fieldKeys = Object.keys(fieldHeaders) as [FieldKey, ...FieldKey[]];

/**
 * What the region says of one of its own headers: an alias of a known field (by key or by a header we know), a
 * capability, a new field, or `ignore`. Text alone is a field: `でんわ: 電話番号`. A new field without an audience is professional.
 */
export const regionColumnSchema = z.union([
  z.literal('ignore'),
  z.string().transform(field => ({ field })),
  z.strictObject({ field: z.string() }),
  z.strictObject({
    capability: z.string(),
    relation: relationSchema.optional(),
    audience: z.enum(['public', 'professional']).default('public'),
  }),
  z.strictObject({
    label: z.string(),
    type: z.enum(['text']).default('text'),
    audience: z.enum(['public', 'professional']).default('professional'),
    filter: z.boolean().default(false),
  }),
]);
export type RegionColumn = z.infer<typeof regionColumnSchema>;

/** `columns.yaml`: header → meaning. */
export const regionColumnsSchema = z.record(z.string(), regionColumnSchema);
export type RegionColumns = Readonly<Record<string, RegionColumn>>;

/** The field a `field:` entry means: our key (`phone`), or any header we know (`電話番号`). */
export function fieldNamed(name: string, fold: (text: string) => string): FieldKey | null {
  const direct = fieldKeys.find(key => key === name);
  if (direct) return direct;
  const folded = fold(name);
  return fieldKeys.find(key => fieldHeaders[key].some(header => fold(header) === folded)) ?? null;
}

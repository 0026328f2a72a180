import type { z } from 'zod';

/** Looks into zod schemas for what an error sentence offers: the keys a mapping may have. */
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: readonly z.ZodType[];
  valueType?: z.ZodType;
  items?: readonly z.ZodType[];
  left?: z.ZodType;
  right?: z.ZodType;
};

function defOf(schema: z.ZodType): Def {
  return schema.def as unknown as Def;
}

/** The schema without default, optional, transform and the like; every branch of a union. */
function cores(schema: z.ZodType): z.ZodType[] {
  const def = defOf(schema);
  if (def.innerType) return cores(def.innerType);
  if (def.type === 'pipe' && def.in) return cores(def.in);
  if (def.options) return def.options.flatMap(cores);
  if (def.left && def.right) return [...cores(def.left), ...cores(def.right)];
  return [schema];
}

/** Schemas that may describe the value at `path`. */
function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  return path.reduce<z.ZodType[]>((schemas, key) => schemas.flatMap(each => step(each, key)), cores(schema));
}

function step(schema: z.ZodType, key: PropertyKey): z.ZodType[] {
  const def = defOf(schema);
  const next = def.shape
    ? (def.shape[String(key)] ?? def.catchall)
    : (def.element ?? def.valueType ?? def.items?.[Number(key)]);
  return next ? cores(next) : [];
}

/** Keys that a mapping at `path` may have, in the order of the schema. */
export function knownKeysAt(schema: z.ZodType, path: readonly PropertyKey[] = []): string[] {
  const keys = schemasAt(schema, path).flatMap(each => Object.keys(defOf(each).shape ?? {}));
  return [...new Set(keys)];
}

/** True when the last part of `path` is a named key of a mapping (not a place in a list or a free key). */
export function isNamedKey(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  return knownKeysAt(schema, path.slice(0, -1)).includes(String(path.at(-1)));
}

/** The value at a path of plain data; undefined when the path leads nowhere. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

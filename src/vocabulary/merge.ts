import type { z } from 'zod';
import { type Issue, issue, type Place } from '../issues/issue.ts';
import { checkYamlData, type YamlSource } from '../issues/yaml.ts';

/** Where an entry was written; with a key, the line of that key. */
export type PlaceOf = (key?: string) => Place;

/** One file being read. `places` remembers where entries stand, for problems found when all are read. */
export interface Reading {
  source: YamlSource;
  issues: Issue[];
  places: Map<unknown, PlaceOf>;
}

/** Keys whose lists grow instead of being replaced: a region adds a word and loses none. */
const growing = ['aliases', 'words', 'formerIds'] as const;

/** Lays a file's entries over the known ones, by id. An entry with a problem is told and changes nothing. */
export function mergeEntries<T extends object>(
  { source, issues, places }: Reading,
  list: string,
  entries: readonly unknown[] | undefined,
  known: Map<string, T>,
  schema: z.ZodType<T>,
  key: 'id' | 'code',
): void {
  const seen = new Map<string, number>();
  for (const [index, entry] of (entries ?? []).entries()) {
    const path = [list, index];
    const place = { file: source.file, row: source.lineOf(path) };
    const id = idOf(source, entry, [...path, key]);
    const earlier = id === null ? undefined : seen.get(id);
    if (id !== null && earlier !== undefined) {
      issues.push(issue('vocabulary-entry-twice', { ...place, header: key }, id, { first: String(earlier) }));
      continue;
    }
    const read = checkYamlData(source, schema, merged(id === null ? undefined : known.get(id), entry), path);
    issues.push(...read.issues);
    if (id === null || read.value === null) continue;
    seen.set(id, place.row);
    known.set(id, read.value);
    places.set(read.value, placeOf(source, path));
  }
}

/** The place of an entry, and of its keys. */
export function placeOf(source: YamlSource, path: readonly PropertyKey[]): PlaceOf {
  return key => ({
    file: source.file,
    row: key === undefined ? source.lineOf(path) : source.lineOfKey([...path, key]),
    ...(key === undefined ? {} : { header: key }),
  });
}

function idOf(source: YamlSource, entry: unknown, path: readonly PropertyKey[]): string | null {
  const key = path.at(-1);
  if (typeof entry !== 'object' || entry === null || key === undefined || !Object.hasOwn(entry, key))
    return null;
  const value = (entry as Record<PropertyKey, unknown>)[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? source.typedAt(path) : null;
}

function merged(before: object | undefined, entry: unknown): unknown {
  if (!before || typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  const old = before as Record<string, unknown>;
  const written = entry as Record<string, unknown>;
  const grown = growing.flatMap(key => {
    const added = written[key];
    return Array.isArray(added) && Array.isArray(old[key])
      ? [[key, [...new Set([...old[key], ...added])]]]
      : [];
  });
  return { ...old, ...written, ...(Object.fromEntries(grown) as object) };
}

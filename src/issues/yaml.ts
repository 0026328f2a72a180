import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeProblems } from './config.ts';
import { type Issue, issue, type Read } from './issue.ts';
import { isNamedKey, knownKeysAt, valueAt } from './schema-shape.ts';
import { cutValues, syntaxIssues } from './yaml-syntax.ts';

/**
 * Reads a settings file (`site.yaml`, `columns.yaml`, `vocabulary/*.yaml`) and checks it. All problems are told
 * at once, each with its line and, where there is one, the word that was probably meant; any problem makes the
 * value null, because half-understood settings could publish what should stay back.
 *
 * Text stays text: where the schema wants text, `0285` and `2026` and `no` are what was typed. A key without
 * a value counts as absent. A file without content is an empty mapping (or list).
 */
export function parseYamlConfig<T>(file: string, text: string, schema: z.ZodType<T>): Read<T | null> {
  const source = readYamlSource(file, text);
  if (source.value === null) return { value: null, issues: source.issues };
  const slips = keySlips(file, source.value.data, source.value);
  const read = checkYamlData(source.value, schema, source.value.data);
  if (slips.length === 0) return { value: read.value, issues: [...source.issues, ...read.issues] };
  const slipped = new Set(slips.map(({ at }) => at.row));
  const others = read.issues.filter(({ at }) => !slipped.has(at.row));
  return { value: null, issues: [...source.issues, ...slips, ...others] };
}

/** A YAML file without syntax errors: its data, and where each piece of it stands. */
export interface YamlSource {
  file: string;
  data: unknown;
  /** Line of the value at `path`, or of the nearest thing around it that exists. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Line of the key at the end of `path`. */
  lineOfKey(path: readonly PropertyKey[]): number;
  /** The text of an unquoted scalar exactly as typed; null for everything else. */
  typedAt(path: readonly PropertyKey[]): string | null;
}

/** Parses without any schema. Null data means the file has no content (only comments or nothing). */
export function readYamlSource(file: string, text: string): Read<YamlSource | null> {
  const clean = text.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  try {
    const doc = parseDocument(clean, { lineCounter: lines, prettyErrors: false });
    if (doc.errors.length > 0) return { value: null, issues: syntaxIssues(file, clean, doc.errors, lines) };
    const cuts = cutValues(doc).map(({ offset, value, lost }) =>
      issue('yaml-value-cut', { file, row: lines.linePos(offset).line }, value, { lost }),
    );
    return { value: sourceOf(file, doc, lines), issues: cuts };
  } catch (thrown) {
    // The library throws on unknown aliases, alias bombs and nesting that exhausts the stack.
    const unresolved = thrown instanceof ReferenceError && /unresolved alias/i.test(thrown.message);
    const row = clean.split(/\r\n|\r|\n/).findIndex(line => /(?:^|[\s:[,-])\*\S/.test(line)) + 1;
    const place = row > 0 ? { file, row } : { file };
    const found = unresolved
      ? issue('yaml-syntax', place, '', { reason: 'alias' })
      : issue('yaml-too-complex', { file });
    return { value: null, issues: [found] };
  }
}

/** `でんわ： { field: 電話番号 }` is the key `でんわ： { field` to YAML. */
function keySlips(file: string, data: unknown, source: YamlSource): Issue[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  return Object.keys(data)
    .filter(key => /：\s*[{[]/.test(key))
    .map(key =>
      issue('yaml-syntax', { file, row: source.lineOfKey([key]) }, '', { reason: 'full-width-colon' }),
    );
}

/** Checks data of a YAML source (or a part of it, standing at `base`) against a schema. */
export function checkYamlData<T>(
  source: YamlSource,
  schema: z.ZodType<T>,
  data: unknown,
  base: readonly PropertyKey[] = [],
): Read<T | null> {
  const filled = data ?? (knownKeysAt(schema).length > 0 || schema.safeParse({}).success ? {} : []);
  const first = schema.safeParse(filled);
  if (first.success) return { value: first.data, issues: [] };
  const repaired = asTyped(filled, first.error.issues, schema, path => source.typedAt([...base, ...path]));
  const second = schema.safeParse(repaired);
  if (second.success) return { value: second.data, issues: [] };
  return { value: null, issues: describeProblems(source, schema, second.error.issues, repaired, base) };
}

function sourceOf(file: string, doc: Document.Parsed, lines: LineCounter): YamlSource {
  const root = doc.contents as Node | null;
  const line = (node: unknown): number | null => {
    const start = (node as Node | null | undefined)?.range?.[0];
    return start === undefined ? null : Math.max(1, lines.linePos(start).line);
  };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const found = line(nodeAt(doc, root, path.slice(0, depth))) ?? keyLine(path.slice(0, depth));
      if (found !== null) return found;
    }
    return 1;
  };
  const keyLine = (path: readonly PropertyKey[]): number | null => line(keyAt(doc, root, path));
  return {
    file,
    data: doc.toJS() as unknown,
    lineOf,
    lineOfKey: path => keyLine(path) ?? lineOf(path),
    typedAt: path => {
      const node = nodeAt(doc, root, path);
      return isScalar(node) && node.type === 'PLAIN' && node.source !== undefined ? node.source : null;
    },
  };
}

function resolved(doc: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(doc) : node;
}

function pairAt(doc: Document, root: unknown, path: readonly PropertyKey[]) {
  const key = path.at(-1);
  const parent = nodeAt(doc, root, path.slice(0, -1));
  if (key === undefined || !isMap(parent)) return undefined;
  return parent.items.find(pair => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key));
}

function keyAt(doc: Document, root: unknown, path: readonly PropertyKey[]): unknown {
  return pairAt(doc, root, path)?.key;
}

function nodeAt(doc: Document, root: unknown, path: readonly PropertyKey[]): unknown {
  if (path.length === 0) return resolved(doc, root);
  const parent = nodeAt(doc, root, path.slice(0, -1));
  if (isSeq(parent)) return resolved(doc, parent.items[Number(path.at(-1))]);
  return resolved(doc, pairAt(doc, root, path)?.value);
}

/** The data with plain scalars as typed where text was wanted, and without keys that have no value. */
function asTyped(
  data: unknown,
  problems: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  typedAt: (path: readonly PropertyKey[]) => string | null,
): unknown {
  const copy = structuredClone(data);
  for (const { path, wanted } of leaves(problems, [])) {
    const parent = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (key === undefined || typeof parent !== 'object' || parent === null) continue;
    const current = (parent as Record<PropertyKey, unknown>)[key];
    if (current === null && isNamedKey(schema, path)) delete (parent as Record<PropertyKey, unknown>)[key];
    else if (typeof current === 'number' || typeof current === 'boolean') {
      const typed = typedAt(path);
      if (typed !== null && wanted(typed)) (parent as Record<PropertyKey, unknown>)[key] = typed;
    }
  }
  return copy;
}

function* leaves(
  problems: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[],
): Generator<{ path: PropertyKey[]; wanted: (typed: string) => boolean }> {
  for (const problem of problems) {
    const path = [...base, ...problem.path];
    if (problem.code === 'invalid_union') {
      yield { path, wanted: () => false };
      for (const branch of problem.errors) yield* leaves(branch, path);
    } else if (problem.code === 'invalid_type') yield { path, wanted: () => problem.expected === 'string' };
    else if (problem.code === 'invalid_value')
      yield { path, wanted: typed => problem.values.includes(typed) };
  }
}

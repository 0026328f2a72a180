import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { describeProblems } from './config.ts';
import { type Issue, issue, type Read } from './issue.ts';
import { isObjectWithKey, withKnownKeys } from './schema-shape.ts';

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
  return checkYamlData(source.value, schema, source.value.data);
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
    return { value: sourceOf(file, doc, lines), issues: [] };
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

/** Checks data of a YAML source (or a part of it, standing at `base`) against a schema. */
export function checkYamlData<T>(
  source: YamlSource,
  schema: z.ZodType<T>,
  data: unknown,
  base: readonly PropertyKey[] = [],
): Read<T | null> {
  const filled = data ?? (withKnownKeys(schema).length > 0 || schema.safeParse({}).success ? {} : []);
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
    if (current === null && isObjectWithKey(schema, path))
      delete (parent as Record<PropertyKey, unknown>)[key];
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

/** The value at a path of plain data; undefined when the path leads nowhere. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** One problem a line: the first error of a line is the cause, the others follow from it. */
function syntaxIssues(file: string, text: string, errors: readonly YAMLError[], lines: LineCounter): Issue[] {
  const textLines = text.split(/\r\n|\r|\n/);
  const found = new Map<number, Issue>();
  for (const error of errors) {
    const { line, hint } = locate(textLines, Math.max(1, lines.linePos(error.pos[0]).line), error.code);
    if (found.has(line)) continue;
    const place = { file, row: line };
    if (error.code === 'DUPLICATE_KEY') {
      const header = /^\s*(?:-\s+)?["']?([^:"']+)/.exec(textLines[line - 1] ?? '')?.[1]?.trim() ?? '';
      found.set(line, issue('yaml-duplicate-key', { ...place, ...(header ? { header } : {}) }));
    } else found.set(line, issue('yaml-syntax', place, '', hint ? { reason: hint } : {}));
  }
  return [...found.values()];
}

const reasonsByCode: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MISSING_CHAR: 'quote',
  BAD_SCALAR_START: 'start',
  MULTIPLE_DOCS: 'documents',
};

/** The parser reports where it gave up; the slip itself is often on that line or just above it. */
function locate(lines: readonly string[], line: number, code: string): { line: number; hint: string | null } {
  for (const candidate of [line, line - 1]) {
    const hint = slipIn(lines[candidate - 1] ?? '');
    if (hint !== null) return { line: candidate, hint };
  }
  if (code === 'MISSING_CHAR') return { line: openQuote(lines) ?? line, hint: 'quote' };
  return { line, hint: reasonsByCode[code] ?? (code.includes('KEY') ? 'indent' : null) };
}

/** Slips a Japanese keyboard makes, by the look of one line. */
export function slipIn(line: string): string | null {
  if (/^\s*#/.test(line)) return null;
  if (/^ *\t/.test(line)) return 'tab';
  if (/^[ \t]*\u3000/.test(line)) return 'full-width-space';
  if (/^[^:"'#[{]*：/.test(line)) return 'full-width-colon';
  if (/^\s*(?:- +)?[^\s:"'#[{]+:[^\s/:]/.test(line)) return 'colon-space';
  const value = /:\s+(.*)$/.exec(line)?.[1] ?? '';
  if (/^[[{]/.test(value) && count(value, /[[{]/g) !== count(value, /[\]}]/g)) return 'bracket';
  return null;
}

/** Line of the first value that opens a quotation mark and does not close it. */
function openQuote(lines: readonly string[]): number | null {
  const index = lines.findIndex(line => /(?:^|[:\-\s])(["'])(?:(?!\1).)*$/.test(line));
  return index < 0 ? null : index + 1;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

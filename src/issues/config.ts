import type { z } from 'zod';
import { type Issue, issue, type Place } from './issue.ts';
import { nearest } from './nearest.ts';
import { knownKeysAt, valueAt } from './schema-shape.ts';
import type { YamlSource } from './yaml.ts';
import { slipIn } from './yaml-syntax.ts';

type Problem = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Context {
  source: YamlSource;
  schema: z.ZodType;
  data: unknown;
  /** Where `data` stands in the file. */
  base: Path;
}

/** zod's findings as located issues in a clerk's words. `base` is where `data` stands in the file. */
export function describeProblems(
  source: YamlSource,
  schema: z.ZodType,
  problems: readonly Problem[],
  data: unknown,
  base: Path = [],
): Issue[] {
  const found = describeAll({ source, schema, data, base }, problems);
  return found.sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0));
}

/** A missing key whose misspelling stands beside it is one mistake, not two. */
function describeAll(context: Context, problems: readonly Problem[]): Issue[] {
  const misspelt = new Set(problems.flatMap(problem => meantKeys(context, problem)));
  return problems
    .filter(({ path }) => !(misspelt.has(path.join('\n')) && valueAt(context.data, path) === undefined))
    .flatMap(problem => describe(context, problem));
}

/** Paths of the keys that unknown keys were probably meant to be. */
function meantKeys(context: Context, problem: Problem): string[] {
  if (problem.code !== 'unrecognized_keys') return [];
  return problem.keys.flatMap(key =>
    [...problem.path, meantKey(context, problem.path, key.split('：')[0] ?? key) ?? []].flat().join('\n'),
  );
}

/** Keys as somebody writes them who has not seen an example. */
const japaneseKeys: Readonly<Record<string, string>> = {
  名前: 'name',
  名称: 'name',
  地域名: 'name',
  圏域名: 'name',
};

function meantKey(context: Context, path: Path, key: string): string | null {
  const known = knownKeysAt(context.schema, path);
  const translated = japaneseKeys[key];
  return translated !== undefined && known.includes(translated) ? translated : nearest(key, known);
}

function describe(context: Context, problem: Problem): Issue[] {
  switch (problem.code) {
    case 'unrecognized_keys':
      return problem.keys.map(key => unknownKey(context, problem.path, key));
    case 'invalid_type':
      return [wrongType(context, problem.path, [problem.expected])];
    case 'invalid_value':
      return [notAllowed(context, problem.path, problem.values.map(String))];
    case 'invalid_union':
      return describeUnion(context, problem);
    case 'invalid_format':
      return [at(context, 'config-bad-format', problem.path, formatOf(problem))];
    case 'too_small':
      return [
        at(context, 'config-out-of-range', problem.path, limit('min', problem.minimum, problem.inclusive)),
      ];
    case 'too_big':
      return [
        at(context, 'config-out-of-range', problem.path, limit('max', problem.maximum, problem.inclusive)),
      ];
    case 'custom':
      return [ofOwnCheck(context, problem)];
    default:
      return [at(context, 'config-invalid', problem.path)];
  }
}

/** A check of our own names its code and facts in `params`. */
function ofOwnCheck(context: Context, { path, params }: Extract<Problem, { code: 'custom' }>): Issue {
  const { issue: code, detail } = (params ?? {}) as {
    issue?: Issue['code'];
    detail?: Record<string, string>;
  };
  return at(context, code ?? 'config-invalid', path, detail);
}

/** Of the alternatives, the one the person most likely meant: right kind of value, fewest problems. */
function describeUnion(context: Context, problem: Extract<Problem, { code: 'invalid_union' }>): Issue[] {
  const value = valueAt(context.data, problem.path);
  const branches = problem.errors.map(errors =>
    errors.map(each => ({ ...each, path: [...problem.path, ...each.path] }) as Problem),
  );
  const fitting = branches.filter(
    (_, index) => !(problem.errors[index] ?? []).some(each => isOtherKind(each, value)),
  );
  const mixed = mixedShapes(context, problem.path, value, fitting);
  if (mixed) return [mixed];
  const described = fitting.map(each => describeAll(context, each)).sort((a, b) => a.length - b.length);
  if (described[0]) return described[0];
  const root = problem.errors.flat().filter(each => each.path.length === 0);
  return [wrongType(context, problem.path, root.flatMap(kindsWanted))];
}

/** `{ field: 電話番号, label: 電話 }`: every key is known, but no one shape has them all. */
function mixedShapes(
  context: Context,
  path: Path,
  value: unknown,
  shapes: readonly (readonly Problem[])[],
): Issue | null {
  if (typeof value !== 'object' || value === null || shapes.length < 2) return null;
  const keys = Object.keys(value);
  const known = knownKeysAt(context.schema, path);
  const isNoShape = shapes.every(problems => problems.some(({ code }) => code === 'unrecognized_keys'));
  if (!isNoShape || !keys.every(key => known.includes(key))) return null;
  return at(context, 'config-keys-mixed', path, { keys: keys.join('\n') });
}

function isOtherKind(problem: Problem, value: unknown): boolean {
  if (problem.path.length > 0) return false;
  return problem.code === 'invalid_type' || (problem.code === 'invalid_value' && typeof value !== 'string');
}

function kindsWanted(problem: Problem): string[] {
  if (problem.code === 'invalid_type') return [problem.expected];
  return problem.code === 'invalid_value' ? problem.values.map(value => `「${String(value)}」`) : [];
}

function unknownKey(context: Context, path: Path, key: string): Issue {
  const row = context.source.lineOfKey([...context.base, ...path, key]);
  if (key.startsWith('\u3000')) return slip(context, row, 'full-width-space');
  const known = knownKeysAt(context.schema, path);
  if (known.includes(key.split('：')[0]?.trim() ?? '') && key.includes('：'))
    return slip(context, row, 'full-width-colon');
  const offered = meantKey(context, path, key);
  const place = { file: context.source.file, row, header: key };
  const usable = sameScript(key, known);
  return issue(
    'config-unknown-key',
    place,
    '',
    offered ? { nearest: offered } : { known: usable.join('\n') },
  );
}

/** Where keys may be written in Japanese too, those are offered to somebody who writes Japanese. */
function sameScript(key: string, known: readonly string[]): readonly string[] {
  const isJapanese = (word: string): boolean => /[^!-~]/.test(word);
  return isJapanese(key) && known.some(isJapanese) ? known.filter(isJapanese) : known;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'integer',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'mapping',
  record: 'mapping',
};

function wrongType(context: Context, path: Path, expected: readonly string[]): Issue {
  if (path.length > 0 && valueAt(context.data, path) === undefined) return missing(context, path);
  const value = valueAt(context.data, path);
  const reason = expected.includes('object') && typeof value === 'string' ? slipIn(value) : null;
  if (reason) return slip(context, context.source.lineOf([...context.base, ...path]), reason);
  const names = [...new Set(expected.map(name => kinds[name] ?? name))];
  return at(context, 'config-wrong-type', path, { expected: names.join('\n') });
}

/** `name：みほん` is one long text to YAML: a slip of the keyboard, not a wrong kind of value. */
function slip(context: Context, row: number, reason: string): Issue {
  return issue('yaml-syntax', { file: context.source.file, row }, '', { reason });
}

function missing(context: Context, path: Path, allowed: readonly string[] = []): Issue {
  const key = String(path.at(-1));
  const { source, base } = context;
  const parent = nameOf([...base, ...path.slice(0, -1)]);
  const place: Place = {
    file: source.file,
    row: source.lineOf([...base, ...path.slice(0, -1)]),
    header: key,
  };
  const detail = {
    key,
    ...(parent ? { parent } : {}),
    ...(allowed.length > 0 ? { allowed: allowed.join('\n') } : {}),
  };
  return issue('config-missing-key', place, '', detail);
}

function notAllowed(context: Context, path: Path, allowed: readonly string[]): Issue {
  const value = valueAt(context.data, path);
  if (value === undefined) return missing(context, path, allowed);
  const offered = typeof value === 'string' ? nearest(value, allowed) : null;
  return at(context, 'config-not-allowed', path, {
    allowed: allowed.join('\n'),
    ...(offered ? { nearest: offered } : {}),
  });
}

function limit(side: 'min' | 'max', value: number | bigint, inclusive = true): Record<string, string> {
  return { [side]: String(value), ...(inclusive ? {} : { open: 'true' }) };
}

function formatOf(problem: Extract<Problem, { code: 'invalid_format' }>): Record<string, string> {
  if (problem.format === 'url') return { format: 'url' };
  const pattern = problem.format === 'regex' ? (problem.pattern ?? '') : '';
  const digits = /\\d\{(\d+)\}/.exec(pattern)?.[1];
  if (digits) return { format: 'digits', count: digits };
  return pattern.includes('a-z0-9-') ? { format: 'id' } : {};
}

function at(context: Context, code: Issue['code'], path: Path, detail: Record<string, string> = {}): Issue {
  const full = [...context.base, ...path];
  const header = nameOf(full);
  const place: Place = {
    file: context.source.file,
    row: context.source.lineOf(full),
    ...(header ? { header } : {}),
  };
  const value = valueAt(context.data, path);
  const shown = typeof value === 'object' || value === undefined ? '' : String(value);
  return issue(code, place, shown, detail);
}

/** The last named part of a path: `sources › 2 › file` is 「file」, `sources › 2` is 「sources」の2つ目. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return last === undefined ? '' : String(last);
  const list = path.at(-2);
  return list === undefined ? `${last + 1}つ目` : `${String(list)} ${last + 1}つ目`;
}

import { type Document, type LineCounter, visit, type YAMLError } from 'yaml';
import { type Issue, issue } from './issue.ts';

/** One problem a line: the first error of a line is the cause, the others follow from it. */
export function syntaxIssues(
  file: string,
  text: string,
  errors: readonly YAMLError[],
  lines: LineCounter,
): Issue[] {
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
  for (const [line, reason] of furtherSlips(textLines))
    if (!found.has(line)) found.set(line, issue('yaml-syntax', { file, row: line }, '', { reason }));
  return withoutConsequences(found);
}

/** The parser gives up at the first slip of some kinds; those below it are told too, where no free text stands. */
function furtherSlips(lines: readonly string[]): [line: number, reason: string][] {
  if (lines.some(line => /[|>][+-]?\s*$/.test(line))) return [];
  return lines.flatMap((line, index): [number, string][] => {
    const reason = slipIn(line);
    const isHeaderColon = reason === 'full-width-colon' && /:\s/.test(line) && !/：\s*[{[]/.test(line);
    const isSlip = reason === 'colon-space' || (reason === 'full-width-colon' && !isHeaderColon);
    return isSlip && reason ? [[index + 1, reason]] : [];
  });
}

/** A tab breaks all lines around it: it is one mistake however many lines have it, and the cause of what follows. */
function withoutConsequences(found: ReadonlyMap<number, Issue>): Issue[] {
  const issues = [...found.values()].sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0));
  const tabs = issues.filter(({ detail }) => detail.reason === 'tab');
  const [first] = tabs;
  if (!first) return issues;
  const others = issues.filter(
    ({ code, detail }) =>
      code === 'yaml-syntax' &&
      ['full-width-colon', 'colon-space', 'full-width-space', 'bracket'].includes(detail.reason ?? ''),
  );
  const told =
    tabs.length > 1 ? { ...first, detail: { ...first.detail, more: String(tabs.length - 1) } } : first;
  return [told, ...others];
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

/**
 * Values that a ` #` cut short: YAML reads 「夜は #8000 へ」 as 「夜は」 and a comment. Who means a comment leaves a
 * space behind the sign, so only signs without one are told.
 */
export function cutValues(document: Document): { offset: number; value: string; lost: string }[] {
  const cuts: { offset: number; value: string; lost: string }[] = [];
  visit(document, {
    Scalar: (_, { type, comment, source, range }) => {
      const lost = comment?.split('\n')[0];
      if (type === 'PLAIN' && lost && /^\S/.test(lost))
        cuts.push({ offset: range?.[0] ?? 0, value: source ?? '', lost: `#${lost}` });
    },
  });
  return cuts;
}

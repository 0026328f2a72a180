import { type Document, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { cutValues } from '../issues/yaml-syntax.ts';

/** One entry of the file's list: its line, and its content unless it is broken. */
export interface YamlItem {
  row: number;
  node: Node | null;
  /** What `*name` stands for; null where `&name` is defined more than once, so that nobody can be sure. */
  anchors: ReadonlyMap<string, Node | null>;
  /** The line of a place within the entry. */
  lineAt: (offset: number) => number;
  /** Why it could not be read, and where. */
  broken?: YamlProblem;
}

export interface YamlProblem {
  row: number;
  reason: string;
}

/** A value that a ` #` cut short. */
export interface CutValue {
  row: number;
  value: string;
  lost: string;
}

export type YamlList =
  | { kind: 'list'; items: YamlItem[]; cuts: CutValue[] }
  | { kind: 'broken'; problems: YamlProblem[] }
  | { kind: 'other' };

/** What the parser's error codes mean to somebody who has never heard of YAML. */
const reasons: Readonly<Record<string, string>> = {
  BAD_INDENT: '行の始めの空白の数が、前後の行とそろっていません',
  TAB_AS_INDENT: '行の始めにタブがあります。空白に置きかえてください',
  MULTILINE_IMPLICIT_KEY: '「:」の前の名前が2行にわたっています',
  BLOCK_AS_IMPLICIT_KEY: '1行に「:」が2つあります。値を「"」で囲んでください',
  MISSING_CHAR: '閉じる記号（「"」「]」「}」や「:」）が足りません',
  BAD_ALIAS: '「*」や「&」で始まる値は「"」で囲んでください',
  BAD_DQ_ESCAPE: '「"」の中の「\\」の使い方が正しくありません',
  BAD_DIRECTIVE: '「%」で始まる行は使えません',
  MULTIPLE_DOCS: '「---」で区切った2つ目の内容があります',
  UNEXPECTED_TOKEN: 'ここにあるはずのない記号があります。値を「"」で囲んでください',
};

/**
 * The entries of a list. When the file does not parse as a whole, each entry is parsed by itself, so that one
 * slip costs one record.
 */
export function parseYamlList(text: string): YamlList {
  const whole = parsePart(text, 0);
  if (whole.problems.length > 0) return salvage(text, whole.problems);
  if (!isSeq(whole.root)) return { kind: 'other' };
  return { kind: 'list', items: itemsOf(whole), cuts: whole.cuts };
}

function salvage(text: string, problems: YamlProblem[]): YamlList {
  const parts = splitEntries(text);
  if (parts.length < 2) return { kind: 'broken', problems };
  const cuts: CutValue[] = [];
  const items = parts.flatMap(({ text: part, line }): YamlItem[] => {
    const parsed = parsePart(part, line);
    cuts.push(...parsed.cuts);
    const problem = parsed.problems[0];
    if (!problem && isSeq(parsed.root)) return itemsOf(parsed);
    const broken = problem ?? { row: line + 1, reason: otherReason };
    return [{ row: line + 1, node: null, anchors: parsed.anchors, lineAt: parsed.lineAt, broken }];
  });
  return { kind: 'list', items, cuts };
}

const otherReason = '書き方が正しくありません。前後の行と見くらべてください';

interface ParsedPart {
  root: Node | null;
  anchors: Map<string, Node | null>;
  problems: YamlProblem[];
  cuts: CutValue[];
  lineAt: (offset: number) => number;
}

function itemsOf({ root, anchors, lineAt }: ParsedPart): YamlItem[] {
  const nodes = isSeq(root) ? (root.items as (Node | null)[]) : [];
  return nodes.map(node => ({ row: lineAt(node?.range?.[0] ?? 0), node, anchors, lineAt }));
}

function parsePart(text: string, linesBefore: number): ParsedPart {
  const lines = new LineCounter();
  const lineAt = (offset: number) => linesBefore + Math.max(1, lines.linePos(offset).line);
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const problems = new Map<number, YamlProblem>();
    for (const error of document.errors) {
      const row = lineAt(error.pos[0]);
      if (!problems.has(row)) problems.set(row, { row, reason: reasons[error.code] ?? otherReason });
    }
    return {
      root: document.contents,
      anchors: findAnchors(document),
      problems: [...problems.values()],
      cuts: cutValues(document).map(({ offset, ...cut }) => ({ row: lineAt(offset), ...cut })),
      lineAt,
    };
  } catch {
    // Thousands of nested brackets overflow the parser's stack.
    const problem = { row: linesBefore + 1, reason: otherReason };
    return { root: null, anchors: new Map(), problems: [problem], cuts: [], lineAt };
  }
}

/** One walk for all aliases: the library's own lookup walks the file for each. */
function findAnchors(document: Document): Map<string, Node | null> {
  const anchors = new Map<string, Node | null>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor) anchors.set(node.anchor, anchors.has(node.anchor) ? null : node);
    },
  });
  return anchors;
}

/** Cuts the text where a line begins with `- ` at the list's own indent. */
function splitEntries(text: string): { text: string; line: number }[] {
  const lines = text.split('\n');
  const indent = lines.find(line => /^ *-( |$)/.test(line))?.match(/^ */)?.[0];
  if (indent === undefined) return [];
  const starts = lines.flatMap((line, index) =>
    line.startsWith(`${indent}- `) || line === `${indent}-` ? [index] : [],
  );
  return starts.map((start, index) => ({
    text: lines.slice(start, starts[index + 1]).join('\n'),
    line: start,
  }));
}

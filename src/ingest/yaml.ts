import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { type Issue, issue } from '../issues/issue.ts';
import type { Table } from './table.ts';
import { makeTable, type RawRow, type Report } from './table-rows.ts';
import { parseYamlList, type YamlItem } from './yaml-list.ts';

/**
 * A YAML list of records as a table. Row 0 is the header, made of all keys in the order they first appear; the
 * row of a record is its line. Values are the text typed: `0254` keeps its zero and `no` is no boolean. A list
 * becomes one cell joined with `;`, a map within a record is flattened to its keys (`できること: { 胃ろう: ○ }`
 * fills column 胃ろう). An empty value, `~` and `null` are empty.
 */
export function yamlTable(file: string, text: string, report: Report): Table | null {
  const list = parseYamlList(text);
  if (list.kind === 'broken') {
    for (const { row, reason } of list.problems) report(issue('yaml-broken', { file, row }, '', { reason }));
    return null;
  }
  if (list.kind === 'other' || list.items.length === 0) {
    report(issue(list.kind === 'other' ? 'yaml-not-a-list' : 'file-empty', { file }));
    return null;
  }
  for (const { row, value, lost } of list.cuts)
    report(issue('yaml-value-cut', { file, row }, value, { lost }));
  const budget = { characters: text.length * 20 + 10_000 };
  const records = list.items.map(item => new RecordReader(file, item, budget).read());
  const headers = [...new Set(records.flatMap(record => [...record.values.keys()]))];
  return makeTable({ file, lettered: false }, () => recordRows(headers, records), report);
}

interface YamlRecord {
  row: number;
  values: Map<string, string>;
  issues: Issue[];
  unreadable: boolean;
}

function* recordRows(headers: string[], records: readonly YamlRecord[]): Generator<RawRow> {
  yield { row: 0, cells: headers };
  let last = 0;
  for (const record of records) {
    // Two records on one line: the second counts as the next line.
    last = Math.max(record.row, last + 1);
    if (record.unreadable) yield { row: last, cells: [], unreadable: true, issues: record.issues };
    else
      yield {
        row: last,
        cells: headers.map(header => record.values.get(header) ?? ''),
        issues: record.issues,
      };
  }
}

/** Aliases let a small file describe a huge one; this many characters may be written out. */
interface Budget {
  characters: number;
}

class RecordReader {
  private readonly values = new Map<string, string>();
  private readonly issues: Issue[] = [];
  private readonly conflicts = new Set<string>();
  private readonly file: string;
  private readonly item: YamlItem;
  private readonly budget: Budget;

  constructor(file: string, item: YamlItem, budget: Budget) {
    this.file = file;
    this.item = item;
    this.budget = budget;
  }

  read(): YamlRecord {
    const { row, broken } = this.item;
    const node = this.resolve(this.item.node);
    if (broken)
      this.issues.push(
        issue('yaml-broken', { file: this.file, row: broken.row }, '', { reason: broken.reason }),
      );
    else if (!isMap(node))
      this.issues.push(issue('yaml-record-unreadable', { file: this.file, row }, this.plainText(node)));
    else this.readMap(node, 0);
    return { row, values: this.values, issues: this.issues, unreadable: Boolean(broken) || !isMap(node) };
  }

  private readMap(map: YAMLMap, depth: number): void {
    for (const pair of map.items) {
      const key = this.plainText(pair.key as Node | null).trim();
      const value = this.resolve(pair.value as Node | null);
      const row = this.lineOf((pair.key ?? pair.value) as Node | null);
      if (isMap(value) && depth === 0) this.readMap(value, 1);
      else if (key !== '') this.set(key, this.valueText(key, value, row), row);
      else if (value || pair.key) this.unread('', row);
    }
  }

  /** The same key twice in one record: which one was meant, nobody can know. */
  private set(key: string, text: string, row: number): void {
    const before = this.values.get(key);
    if (before === undefined && !this.conflicts.has(key)) {
      this.values.set(key, text);
      return;
    }
    if (before === text) return;
    this.values.set(key, '');
    this.conflicts.add(key);
    this.issues.push(issue('yaml-key-duplicate', { file: this.file, row, header: key }));
  }

  private valueText(key: string, value: Node | null, row: number): string {
    if (!isSeq(value)) return isMap(value) ? this.unread(key, row) : this.plainText(value);
    const parts = value.items.map(item => this.resolve(item as Node | null));
    if (parts.some(part => isSeq(part) || isMap(part))) return this.unread(key, row);
    return parts
      .map(part => this.plainText(part).trim())
      .filter(part => part !== '')
      .join(';');
  }

  private unread(key: string, row: number): string {
    this.issues.push(issue('yaml-value-too-deep', { file: this.file, row, header: key }));
    return '';
  }

  private plainText(node: Node | null): string {
    if (!isScalar(node)) return '';
    const text = String(node.value ?? '');
    if (node.type === 'PLAIN' && /^(~|null|Null|NULL)$/.test(text)) return '';
    // Characters that could not be decoded are reported with their line; the value is none.
    if (text.includes('\uFFFD')) return '';
    const left = this.budget.characters;
    this.budget.characters -= text.length + 1;
    if (this.budget.characters > 0) return text;
    if (left > 0) this.tellSpent(node);
    return '';
  }

  private tellSpent(node: Node): void {
    const reason = '「*」による使い回しが多すぎるため、ここから後の値は読みませんでした';
    this.issues.push(issue('yaml-broken', { file: this.file, row: this.lineOf(node) }, '', { reason }));
  }

  private resolve(node: Node | null): Node | null {
    if (!isAlias(node)) return node;
    const target = this.item.anchors.get(node.source);
    if (!target) {
      const reason = `「*${node.source}」が指す「&${node.source}」が、1つに決まりません。値を書いてください`;
      this.issues.push(issue('yaml-broken', { file: this.file, row: this.lineOf(node) }, '', { reason }));
    }
    return target ?? null;
  }

  private lineOf(node: Node | null): number {
    return node?.range ? this.item.lineAt(node.range[0]) : this.item.row;
  }
}

import { csvText } from '../dataset/csv-text.ts';
import type { JoinedRecord } from '../dataset/layers.ts';
import { readSame, type SamePair } from '../dataset/region-lists.ts';
import type { Issue, Read } from '../issues/issue.ts';
import { columnOf, type Grid, readGrids, type SheetFile } from './list-grid.ts';
import { VerdictGraph } from './verdict-graph.ts';

/** A filled-in line that was not taken, and why. */
export interface Refusal {
  pair: SamePair;
  /** No such record; the opposite is said by other lines; the records are one by their official numbers. */
  reason:
    | { kind: 'missing'; typed: string }
    | { kind: 'contradiction'; lines: SamePair[] }
    | { kind: 'one-by-number' };
}

export interface Taken {
  /** The new `same.csv`; null when nothing is to be written. */
  text: string | null;
  same: number;
  different: number;
  /** Lines that `same.csv` says already, and lines without a verdict. */
  known: number;
  open: number;
  refused: Refusal[];
}

/**
 * Adds the filled-in lines of a sheet of pairs to `same.csv`. What `same.csv` holds stays as it is, with all its
 * columns: an undecided line of the same pair gets the verdict, every other one is added below. A line that says the
 * opposite of another one, also by a chain of 同じ, is not taken. Null, with the reason, when a file cannot be read
 * so that nothing of it is lost, or `same.csv` contradicts itself.
 */
export function takeVerdicts(
  existing: SheetFile | null,
  filled: SheetFile,
  records: readonly JoinedRecord[],
): Read<Taken | null> {
  const kept = existing ? readGrids(existing) : { value: [], issues: [] };
  const sheets = readGrids(filled);
  const said = existing ? readSame(existing.name, existing.bytes) : { value: [], issues: [] };
  const issues = [...kept.issues, ...said.issues, ...sheets.issues];
  const errors = issues.filter(found => found.severity === 'error');
  if (errors.length > 0) return { value: null, issues: distinct(errors) };
  const pairs = readSame(filled.name, filled.bytes);
  const sorted = sortOut(said.value, pairs.value, recordNames(records));
  const text = sorted.taken.length > 0 ? merge(kept.value[0], said.value, sheets.value, sorted) : null;
  const count = (verdict: SamePair['verdict']) => sorted.taken.filter(one => one.verdict === verdict).length;
  return {
    value: {
      text,
      ...{ same: count('same'), different: count('different'), known: sorted.known },
      ...{ open: pairs.value.filter(pair => pair.verdict === 'open').length, refused: sorted.refused },
    },
    issues: pairs.issues,
  };
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map(found => [JSON.stringify(found), found])).values()];
}

interface RecordNames {
  /** One name for all ids of a record, also where Excel took zeros from the front; null when no record has the id. */
  find(id: string): string | null;
  /** The id as a record has it. */
  isExact(id: string): boolean;
}

function recordNames(records: readonly JoinedRecord[]): RecordNames {
  const names = new Map(records.flatMap(({ id, aliases }) => aliases.map(alias => [alias, id] as const)));
  for (const { id } of records) names.set(id, id);
  const shortened = new Map<string, string | null>();
  for (const [name, id] of names) {
    const short = withoutZeros(name);
    if (short !== null) shortened.set(short, shortened.has(short) && shortened.get(short) !== id ? null : id);
  }
  return {
    find: id => names.get(id) ?? shortened.get(id) ?? null,
    isExact: id => names.has(id),
  };
}

/** `0910802180` → `910802180`; null for an id that loses nothing. */
function withoutZeros(id: string): string | null {
  return /^0\d+$/.test(id) ? id.replace(/^0+/, '') : null;
}

interface Sorted {
  taken: SamePair[];
  refused: Refusal[];
  known: number;
  nameOf: (id: string) => string;
  names: RecordNames;
}

/** Which verdicts agree with what is said already, in the order of the lines. */
function sortOut(old: readonly SamePair[], pairs: readonly SamePair[], names: RecordNames): Sorted {
  const nameOf = (id: string) => names.find(id) ?? id;
  const graph = new VerdictGraph(nameOf);
  for (const pair of old) if (pair.verdict !== 'open') graph.add(pair);
  const sorted: Sorted = { taken: [], refused: [], known: 0, nameOf, names };
  for (const pair of pairs.filter(one => one.verdict !== 'open')) {
    const lines = graph.against(pair);
    const missing = pair.sides.find((_, side) => names.find(side === 0 ? pair.a : pair.b) === null);
    if (lines.length > 0) sorted.refused.push({ pair, reason: { kind: 'contradiction', lines } });
    else if (graph.has(pair)) sorted.known += 1;
    else if (missing) sorted.refused.push({ pair, reason: { kind: 'missing', typed: missing.typed } });
    else if (graph.areOne(pair)) sorted.refused.push({ pair, reason: { kind: 'one-by-number' } });
    else {
      graph.add(pair);
      sorted.taken.push(pair);
    }
  }
  return sorted;
}

/** The lists in one: the kept one as it is, verdicts in its undecided lines, then the lines that are new. */
function merge(kept: Grid | undefined, old: readonly SamePair[], sheets: Grid[], sorted: Sorted): string {
  const header = joinHeaders(kept?.header ?? [], sheets);
  const rows = (kept?.rows ?? []).map(({ row, cells }) => ({ row, cells: widen(cells, header.length) }));
  const pairOf = ({ a, b }: SamePair) => [sorted.nameOf(a), sorted.nameOf(b)].sort().join(' ');
  const open = new Map(old.filter(one => one.verdict === 'open').map(one => [pairOf(one), one.at.row]));
  const verdict = columnOf(header, '判定');
  const added: string[][] = [];
  for (const pair of sorted.taken) {
    const line = lineOf(pair, sheets, header, sorted);
    const waiting = rows.find(({ row }) => row === open.get(pairOf(pair)));
    if (waiting && waiting.cells[verdict]?.trim() === '') waiting.cells = filledIn(waiting.cells, line);
    else added.push(line);
  }
  const lines = [...(kept?.above ?? []), header, ...rows.map(({ cells }) => cells), ...added];
  return csvText(lines[0] ?? [], lines.slice(1));
}

function joinHeaders(header: readonly string[], sheets: readonly Grid[]): string[] {
  const joined = [...header];
  for (const name of sheets.flatMap(sheet => sheet.header))
    if (name.trim() !== '' && columnOf(joined, name) < 0) joined.push(name);
  return joined;
}

function widen(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? '');
}

/** The pair's line of the sheet under another header, with ids as records have them. */
function lineOf(
  pair: SamePair,
  sheets: readonly Grid[],
  header: readonly string[],
  sorted: Sorted,
): string[] {
  const sheet = sheets.find(one => one.sheet === pair.at.sheet);
  const cells = sheet?.rows.find(({ row }) => row === pair.at.row)?.cells ?? [];
  const line = header.map(name => cells[sheet ? columnOf(sheet.header, name) : -1] ?? '');
  for (const [name, id] of [['記録A', pair.a] as const, ['記録B', pair.b] as const])
    if (!sorted.names.isExact(id)) line[columnOf(header, name)] = sorted.nameOf(id);
  return line;
}

/** What the line says already stays. */
function filledIn(cells: readonly string[], line: readonly string[]): string[] {
  return cells.map((cell, at) => (cell.trim() === '' ? (line[at] ?? '') : cell));
}

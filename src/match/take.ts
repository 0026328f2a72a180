import { csvText } from '../dataset/csv-text.ts';
import type { JoinedRecord } from '../dataset/layers.ts';
import { findListHeader, readSame, type SamePair, sameColumns } from '../dataset/region-lists.ts';
import { readTables } from '../ingest/read.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { foldHeader } from '../normalize/keys.ts';
import { VerdictGraph } from './verdict-graph.ts';

export interface SheetFile {
  /** As the officer sees it. */
  name: string;
  bytes: Uint8Array;
}

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

/** One name for all ids of a record; null for an id that no record has. */
type RecordNames = (id: string) => string | null;

function recordNames(records: readonly JoinedRecord[]): RecordNames {
  const names = new Map(records.flatMap(({ id, aliases }) => aliases.map(alias => [alias, id] as const)));
  for (const { id } of records) names.set(id, id);
  return id => names.get(id) ?? null;
}

interface Sorted {
  taken: SamePair[];
  refused: Refusal[];
  known: number;
  nameOf: (id: string) => string;
}

/** Which verdicts agree with what is said already, in the order of the lines. */
function sortOut(old: readonly SamePair[], pairs: readonly SamePair[], names: RecordNames): Sorted {
  const nameOf = (id: string) => names(id) ?? id;
  const graph = new VerdictGraph(nameOf);
  for (const pair of old) if (pair.verdict !== 'open') graph.add(pair);
  const sorted: Sorted = { taken: [], refused: [], known: 0, nameOf };
  for (const pair of pairs.filter(one => one.verdict !== 'open')) {
    const lines = graph.against(pair);
    const missing = pair.sides.find((_, side) => names(side === 0 ? pair.a : pair.b) === null);
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

/** A list as it stands: every row, the header's columns. */
interface Grid {
  sheet: string | undefined;
  header: string[];
  /** Rows above the header. */
  above: string[][];
  rows: { row: number; cells: string[] }[];
}

/** The tables of a file that have the columns; each as wide as its widest row. */
function readGrids({ name, bytes }: SheetFile): Read<Grid[]> {
  const issues: Issue[] = [];
  const grids = readTables(name, bytes, found => issues.push(found)).flatMap((table): Grid[] => {
    const header = findListHeader(table, sameColumns);
    if (!header) return [];
    const rows = [...table.rows].map(({ row, cells }) => ({ row, cells: cells.map(unescapeFormula) }));
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    return [
      {
        sheet: table.sheet,
        header: Array.from({ length: width }, (_, at) => header.cells[at] ?? ''),
        above: rows.filter(({ row }) => row < header.row).map(({ cells }) => cells),
        rows: rows.filter(({ row }) => row > header.row),
      },
    ];
  });
  if (grids.length > 0) return { value: grids, issues };
  const names = sameColumns.map(([column]) => column).join('、');
  return { value: grids, issues: [...issues, issue('list-header-missing', { file: name }, names)] };
}

/** The lists in one: the kept one as it is, verdicts in its undecided lines, then the lines that are new. */
function merge(
  kept: Grid | undefined,
  old: readonly SamePair[],
  sheets: Grid[],
  { taken, nameOf }: Sorted,
): string {
  const header = [...(kept?.header ?? [])];
  for (const name of sheets.flatMap(sheet => sheet.header))
    if (name.trim() !== '' && columnOf(header, name) < 0) header.push(name);
  const rows = (kept?.rows ?? []).map(({ row, cells }) => ({
    row,
    cells: header.map((_, at) => cells[at] ?? ''),
  }));
  const pairOf = ({ a, b }: SamePair) => [nameOf(a), nameOf(b)].sort().join(' ');
  const open = new Map(old.filter(one => one.verdict === 'open').map(one => [pairOf(one), one.at.row]));
  const verdict = columnOf(header, '判定');
  const added: string[][] = [];
  for (const pair of taken) {
    const sheet = sheets.find(one => one.sheet === pair.at.sheet);
    const cells = sheet?.rows.find(({ row }) => row === pair.at.row)?.cells ?? [];
    const line = header.map(name => cells[sheet ? columnOf(sheet.header, name) : -1] ?? '');
    const waiting = rows.find(({ row }) => row === open.get(pairOf(pair)));
    if (waiting && waiting.cells[verdict]?.trim() === '') waiting.cells = filledIn(waiting.cells, line);
    else added.push(line);
  }
  const [first = header, ...rest] = [
    ...(kept?.above ?? []),
    header,
    ...rows.map(({ cells }) => cells),
    ...added,
  ];
  return csvText(first, rest);
}

/** What the line says already stays. */
function filledIn(cells: readonly string[], line: readonly string[]): string[] {
  return cells.map((cell, at) => (cell.trim() === '' ? (line[at] ?? '') : cell));
}

function columnOf(header: readonly string[], name: string): number {
  return name.trim() === '' ? -1 : header.findIndex(other => foldHeader(other) === foldHeader(name));
}

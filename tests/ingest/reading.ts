import { readFileSync } from 'node:fs';
import { readTables } from '../../src/ingest/read.ts';
import { formatIssue, type Issue } from '../../src/issues/issue.ts';

export interface Reading {
  tables: { file: string; sheet: string | undefined; rows: { row: number; cells: readonly string[] }[] }[];
  issues: Issue[];
  codes: string[];
  /** The whole sentences, as an officer reads them. */
  sentences: string[];
}

/** Reads a file to its last row. */
export function readAll(file: string, contents: Uint8Array | string): Reading {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  const issues: Issue[] = [];
  const tables = readTables(file, bytes, found => issues.push(found)).map(table => ({
    file: table.file,
    sheet: table.sheet,
    rows: [...table.rows],
  }));
  return { tables, issues, codes: issues.map(found => found.code), sentences: issues.map(formatIssue) };
}

/** The cells of the first table, row by row. */
export function cellsOf(reading: Reading): (readonly string[])[] {
  return reading.tables[0]?.rows.map(row => row.cells) ?? [];
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/ingest/${name}`, import.meta.url)));
}

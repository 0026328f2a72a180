import { readTables } from '../ingest/read.ts';
import type { Issue, Read } from '../issues/issue.ts';
import { type ColumnProposal, type ProposeInput, proposeColumns } from './propose.ts';

/** The proposals for every table of a file: each sheet of a workbook, each list in a zip. */
export function proposeForFile(file: string, bytes: Uint8Array, input: ProposeInput): Read<ColumnProposal[]> {
  const issues: Issue[] = [];
  const value = [...readTables(file, bytes, found => issues.push(found))].flatMap(
    table => proposeColumns(table, input) ?? [],
  );
  return { value, issues };
}

/** How many columns of each confidence there are. */
export function countConfidence(
  proposals: readonly ColumnProposal[],
): Record<'高い' | 'たぶん' | 'わからない', number> {
  const counts = { 高い: 0, たぶん: 0, わからない: 0 };
  for (const { columns } of proposals) for (const { confidence } of columns) counts[confidence] += 1;
  return counts;
}

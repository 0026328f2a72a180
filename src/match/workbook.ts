import { unzipSync, zipSync } from 'fflate';
import type { CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Vocabulary } from '../model/vocabulary.ts';
import { matchText as text } from '../text/match.ts';
import type { Proposal } from './propose.ts';
import { proposalHeaders, proposalLines } from './sheet.ts';

const anyDay = new Date(Date.UTC(1980, 0, 1));
const numeric = new Set(['距離（m）', 'スコア']);

/**
 * The pairs to decide as an Excel workbook, with 同じ and 別 to choose from. Ids stay text: in a CSV, Excel takes the
 * zeros from the front of a number and shortens one of thirteen digits.
 */
export async function proposalWorkbook(
  proposals: readonly Proposal[],
  types: Vocabulary['types'],
): Promise<Uint8Array> {
  const lines = proposalLines(proposals, types);
  const bytes = await writeXlsx({
    sheets: [pairSheet(lines)],
    properties: { created: anyDay, modified: anyDay },
    defaultFont: { name: '游ゴシック', size: 11 },
  });
  // The same pairs are the same bytes.
  return zipSync(unzipSync(bytes), { mtime: anyDay });
}

function pairSheet(lines: readonly (readonly string[])[]): WriteSheet {
  const range = `A2:A${lines.length + 1}`;
  const prompt = { showInputMessage: true, inputTitle: text.verdictTitle, inputMessage: text.verdictHelp };
  return {
    name: text.sheetName,
    columns: proposalHeaders.map(header => ({ width: widthOf(header), style: { numFmt: '@' } })),
    rows: [[...proposalHeaders], ...lines.map(typedCells)],
    dataValidations:
      lines.length === 0
        ? []
        : [{ type: 'list', values: ['同じ', '別'], range, allowBlank: true, ...prompt }],
    freezePane: { rows: 1, columns: 1 },
  };
}

function typedCells(line: readonly string[]): CellValue[] {
  return line.map((cell, at) =>
    numeric.has(proposalHeaders[at] ?? '') && cell !== '' ? Number(cell) : cell,
  );
}

function widthOf(header: string): number {
  if (/^(?:名称|住所|理由)/.test(header)) return 32;
  return /^(?:判定|距離|スコア)/.test(header) ? 9 : 18;
}

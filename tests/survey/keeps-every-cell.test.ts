import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { templateSheets } from '../../src/survey/template.ts';
import { folderOf, regionOf, type TestRegion, vocabulary } from '../dataset/region.ts';
import { expectRoundTrip } from '../export/trip.ts';
import { type FilledRow, filledRows } from './filled.ts';

const sheets = templateSheets(vocabulary);

/** What may keep a cell from the published list: each is told for the row, or follows from what is told. */
const told: Readonly<Record<string, readonly string[]>> = {
  緯度: ['coordinates-half'],
  経度: ['coordinates-half'],
  内線番号: ['extension-without-phone'],
  確認者: ['missing-confirmation'],
  確認方法: ['missing-confirmation'],
};
const toldOfDays = ['hours-contradiction'];
const toldOfAnswers = ['refusal-not-published'];

function csvOf(headers: readonly string[], rows: readonly FilledRow[]): string {
  return Papa.unparse([
    [...headers],
    ...rows.map(({ cells }) => headers.map(header => cells.get(header)!.typed)),
  ]);
}

/** The published list by id and header; what spreadsheets would take for a formula stands behind an apostrophe there. */
function publishedCells({ publicDataset }: TestRegion): Map<string, Map<string, string>> {
  const [headers = [], ...lines] = Papa.parse<string[]>(facilitiesToCsv(publicDataset).slice(1), {
    delimiter: ',',
    skipEmptyLines: true,
  }).data;
  const cellsOf = (line: readonly string[]) =>
    new Map(headers.map((header, index) => [header, (line[index] ?? '').replace(/^'(?=[=+\-@])/, '')]));
  return new Map(lines.map(line => [line[headers.indexOf('ID')] ?? '', cellsOf(line)]));
}

describe.each(sheets)('template → build → template: $name', sheet => {
  const headers = sheet.columns.map(({ header }) => header);
  const isAnswer = new Set(
    sheet.columns.filter(({ choices }) => choices?.[0] === '○').map(({ header }) => header),
  );

  /** Cells that are not on the published list as typed, and of which nothing is told. */
  function lostCells(rows: readonly FilledRow[], region: TestRegion): string[] {
    const published = publishedCells(region);
    return rows.flatMap(({ id, cells }, index) => {
      const here = new Set(region.issues.filter(({ at }) => at.row === index + 2).map(({ code }) => code));
      const line = published.get(id);
      if (!line) return [`${id} is not published`];
      return sheet.columns.flatMap(({ header, audience }) => {
        const { typed, back } = cells.get(header)!;
        if (audience !== 'public' || back === '') return [];
        const read = [header, `${header}（実施）`, `${header}（受け入れ）`]
          .map(each => line.get(each))
          .find(Boolean);
        const isHours = /^(?:[月火水木金土日祝]|診療科・目的別の時間|休業日|定期休診)$/.test(header);
        const reasons = told[header] ?? (isHours ? toldOfDays : isAnswer.has(header) ? toldOfAnswers : []);
        const isKept = read === back || (header === '時間の備考' && read?.startsWith(back));
        return isKept || reasons.some(code => here.has(code as never))
          ? []
          : [`${header}: ${typed} → ${read}`];
      });
    });
  }

  it('every public cell comes back as typed, or in its usual form; or is told why not', () => {
    fc.assert(
      fc.property(filledRows(sheet, 1), rows => {
        const region = regionOf({ 'facilities/a.csv': csvOf(headers, rows) });
        expect(lostCells(rows, region)).toEqual([]);
      }),
      { numRuns: 4, seed: 20260501, endOnFailure: true },
    );
  });

  it('what is for professionals is in the records, cell by cell', () => {
    fc.assert(
      fc.property(filledRows(sheet, 1), rows => {
        const { records } = regionOf({ 'facilities/a.csv': csvOf(headers, rows) });
        const kept = JSON.stringify(records.map(record => record.rows.map(row => row.professional)));
        const lost = sheet.columns
          .filter(({ audience }) => audience === 'professional')
          .flatMap(({ header }) => rows.map(({ cells }) => [header, cells.get(header)!.back] as const))
          .filter(([, back]) => back !== '' && !kept.includes(JSON.stringify(back).slice(1, -1)));
        expect(lost).toEqual([]);
      }),
      { numRuns: 2, seed: 20260501, endOnFailure: true },
    );
  });

  it('the published list, imported, changes nothing', () => {
    for (const rows of fc.sample(filledRows(sheet, 1), { numRuns: 1, seed: 20260501 }))
      expectRoundTrip(folderOf({ 'facilities/a.csv': csvOf(headers, rows) }));
  });
});

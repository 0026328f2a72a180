import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { TemplateSheet } from '../../src/survey/template.ts';
import { type FilledRow, filledRows } from './filled.ts';

/** Null where there is no LibreOffice: what needs it is then skipped, and says so. */
export const libreOffice: string | null =
  ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0) ?? null;

const filters = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  ods: 'ods:calc8',
  // Commas, quotes, UTF-8, from the first row; cells as they are shown; every sheet a file of its own.
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
} as const;

/** What LibreOffice saves of a workbook: file name → bytes. It gets a profile and a folder of its own. */
export function savedByLibreOffice(
  workbook: Uint8Array,
  format: keyof typeof filters,
): Map<string, Uint8Array> {
  if (libreOffice === null) throw new Error('LibreOffice is not here');
  const home = mkdtempSync(join(tmpdir(), 'shigen-map-office-'));
  try {
    writeFileSync(join(home, 'list.xlsx'), workbook);
    const out = join(home, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(join(home, 'profile')).href}`;
    const words = [profile, '--headless', '--convert-to', filters[format], '--outdir', out];
    execFileSync(libreOffice, [...words, join(home, 'list.xlsx')], { stdio: 'ignore', timeout: 120_000 });
    return new Map(readdirSync(out).map(name => [name, new Uint8Array(readFileSync(join(out, name)))]));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The sheets with a filled row in place of the example; the same each time. */
export function filledSheets(sheets: readonly TemplateSheet[]): TemplateSheet[] {
  return sheets.map((sheet, index) => {
    const [rows] = fc.sample(filledRows(sheet, index * 100 + 1), { seed: 20260501, numRuns: 1 });
    return { ...sheet, example: typedCells(sheet, rows![0]!) };
  });
}

function typedCells({ columns }: TemplateSheet, { cells }: FilledRow): string[] {
  return columns.map(({ header }) => cells.get(header)!.typed);
}

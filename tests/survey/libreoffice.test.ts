import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/ingest/read.ts';
import { type TemplateSheet, templateSheets } from '../../src/survey/template.ts';
import { templateWorkbook } from '../../src/survey/workbook.ts';
import { templateText } from '../../src/text/template.ts';
import { regionOf, vocabulary } from '../dataset/region.ts';
import { filledSheets, libreOffice, savedByLibreOffice } from './libreoffice.ts';

const sheets = templateSheets(vocabulary);
const filled = filledSheets(sheets);
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/libreoffice', name));

/** Sheet → rows of its cells, without the empty ones below and at the right. */
function cellsOf(name: string, bytes: Uint8Array): Map<string, string[][]> {
  const tables = readTables(name, bytes, () => {});
  return new Map(tables.map(({ sheet = '', rows }) => [sheet, trimmed([...rows].map(({ cells }) => cells))]));
}

function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const cut = rows.map(cells => cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1));
  return cut.slice(0, cut.findLastIndex(cells => cells.length > 0) + 1);
}

/** Line ends within a cell are the program's own. */
const typedRows = ({ columns, example }: TemplateSheet) =>
  trimmed([columns.map(({ header }) => header), example]);

interface DropDown {
  column: number;
  words: string[];
  lastRow: number;
  warns: boolean;
}

/** The parts of a workbook as text, and its sheet of choices. */
interface Opened {
  part(name: string): string;
  choices: WorkSheet;
}

function opened(workbook: Uint8Array): Opened {
  const parts = unzipSync(workbook);
  const { Sheets } = read(workbook, { type: 'array', sheets: templateText.choiceSheet });
  return { part: name => new TextDecoder().decode(parts[name]), choices: Sheets[templateText.choiceSheet]! };
}

/** The drop-downs of the n-th sheet, whichever program wrote them, with the words they lead to. */
function dropDowns({ part, choices }: Opened, number: number): DropDown[] {
  const xml = part(`xl/worksheets/sheet${number}.xml`);
  return [...xml.matchAll(/<dataValidation ([^>]*)>\s*<formula1>([^<]*)</g)]
    .filter(([, attributes = '']) => attributes.includes('type="list"'))
    .map(([, attributes = '', formula = '']) => {
      const [, column = '', last = ''] = /sqref="([A-Z]+)2:[A-Z]+(\d+)"/.exec(attributes) ?? [];
      const range = formula.replace(/^.*!/, '').replaceAll('$', '');
      return {
        column: utils.decode_col(column),
        words: utils.sheet_to_json<string[]>(choices, { header: 1, range }).flat(),
        lastRow: Number(last),
        warns: /showErrorMessage="(?:1|true)"/.test(attributes),
      };
    })
    .sort((a, b) => a.column - b.column);
}

const wordsOf = (found: readonly DropDown[]) => found.map(({ lastRow: _, ...rest }) => rest);

/** Is the sheet protected, its header closed and the cell below open and text? */
function protection({ part }: Opened, number: number) {
  const xml = part(`xl/worksheets/sheet${number}.xml`);
  const styles = part('xl/styles.xml');
  const formats = [
    ...styles
      .split('<cellXfs')[1]!
      .split('</cellXfs>')[0]!
      .matchAll(/<xf .*?(?:\/xf>|\/>(?=<xf|$))/g),
  ];
  const styleOf = (cell: string) =>
    formats[Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(xml)?.[1])]?.[0] ?? '';
  const codes = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const numberFormat = /numFmtId="(\d+)"/.exec(styleOf('B2'))?.[1] ?? '';
  return {
    isProtected: /<sheetProtection[^>]* sheet="(?:1|true)"/.test(xml),
    headerLocked: !/locked="(?:0|false)"/.test(styleOf('B1')),
    cellOpen: /locked="(?:0|false)"/.test(styleOf('B2')),
    text: numberFormat === '49' || codes.get(numberFormat) === '@',
  };
}

const closedAndOpen = { isProtected: true, headerLocked: true, cellOpen: true, text: true };

describe.skipIf(libreOffice === null)(
  `the template through LibreOffice${libreOffice === null ? ' — SKIPPED: no soffice on this machine' : ''}`,
  async () => {
    const workbook = await templateWorkbook(filled);
    const saved = libreOffice === null ? workbook : savedByLibreOffice(workbook, 'xlsx').get('list.xlsx')!;

    it('keeps every cell of every sheet: zeros, dates, text, line ends', () => {
      const before = cellsOf('list.xlsx', workbook);
      expect([...before.keys()]).toEqual([
        templateText.guideSheet,
        ...sheets.map(({ name }) => name),
        templateText.choiceSheet,
      ]);
      for (const sheet of filled) expect(before.get(sheet.name)).toEqual(typedRows(sheet));
      expect(cellsOf('list.xlsx', saved)).toEqual(before);
    });

    it('keeps the drop-downs with their words, for at least a thousand rows, and the protection', () => {
      const [before, after] = [opened(workbook), opened(saved)];
      for (const [index, { columns }] of sheets.entries()) {
        const found = dropDowns(after, index + 2);
        expect(found).toHaveLength(columns.filter(({ choices }) => choices).length);
        expect(wordsOf(found)).toEqual(wordsOf(dropDowns(before, index + 2)));
        expect(Math.min(...found.map(({ lastRow }) => lastRow))).toBeGreaterThanOrEqual(1000);
        expect(protection(before, index + 2)).toEqual(closedAndOpen);
        expect(protection(after, index + 2)).toEqual(closedAndOpen);
      }
    });

    it('is read as the same region', () => {
      const site = { 'site.yaml': 'name: みほん圏域\n' };
      const before = regionOf({ ...site, 'facilities/一覧.xlsx': workbook });
      const after = regionOf({ ...site, 'facilities/一覧.xlsx': saved });
      expect(after.facilities).toEqual(before.facilities);
      expect(after.facilities).toHaveLength(sheets.length);
      expect(after.account).toEqual(before.account);
      expect(after.codes).toEqual(before.codes);
    });

    it('as ODS and as CSV holds the same cells', { timeout: 180_000 }, () => {
      const ods = read(savedByLibreOffice(workbook, 'ods').get('list.ods')!, { type: 'array' });
      const csv = savedByLibreOffice(workbook, 'csv');
      for (const sheet of filled) {
        const rows = utils.sheet_to_json<string[]>(ods.Sheets[sheet.name]!, {
          header: 1,
          defval: '',
          raw: true,
          blankrows: true,
        });
        const typed = typedRows(sheet).map(cells => cells.map(cell => cell.trimEnd()));
        expect(trimmed(rows.map(cells => cells.map(cell => String(cell).trimEnd())))).toEqual(typed);
        const [, bytes] = [...csv].find(([name]) => name === `list-${sheet.name}.csv`) ?? [];
        expect(cellsOf('list.csv', bytes!).get('')).toEqual(typedRows(sheet));
      }
    });
  },
);

describe('files that LibreOffice saved, kept here for machines without it', () => {
  const typed = JSON.parse(fixture('typed.json').toString()) as string[][];

  it.each(['薬局.xlsx', '薬局.csv'])('%s holds what was typed', name => {
    const cells = cellsOf(name, new Uint8Array(fixture(name)));
    expect(cells.get('薬局') ?? cells.get('')).toEqual(trimmed(typed));
  });

  it('its drop-downs and its protection are there', () => {
    const book = opened(new Uint8Array(fixture('薬局.xlsx')));
    expect(dropDowns(book, 2).find(({ column }) => typed[0]![column] === '種別')?.words).toEqual(['薬局']);
    expect(dropDowns(book, 2).length).toBeGreaterThan(10);
    expect(protection(book, 2)).toEqual(closedAndOpen);
  });

  it('each is a layer of its own, and the two say the same', () => {
    const [xlsx, csv] = ['薬局.xlsx', '薬局.csv'].map(name =>
      regionOf({ [`facilities/${name}`]: new Uint8Array(fixture(name)) }),
    );
    const told = (region: typeof xlsx) => region!.issues.filter(({ severity }) => severity === 'error');
    expect([...told(xlsx), ...told(csv)]).toEqual([]);
    const content = (region: typeof xlsx) =>
      region!.facilities.map(({ sources: _, services, ...rest }) => ({
        ...rest,
        services: services.map(({ sources: _of, ...each }) => each),
      }));
    expect(content(xlsx)).toEqual(content(csv));
    expect(content(xlsx)).toHaveLength(1);
  });
});

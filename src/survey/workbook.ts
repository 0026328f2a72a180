/** The template as an Excel workbook. */
import { unzipSync, zipSync } from 'fflate';
import type { CellStyle, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { columnLetter } from '../ingest/table.ts';
import { templateText as text } from '../text/template.ts';
import type { TemplateColumn, TemplateSheet } from './template.ts';

/** The same template is the same bytes. A zip counts from 1980 in local time, the workbook's own dates in UTC. */
const anyDay = { local: new Date(1980, 0, 1), utc: new Date(Date.UTC(1980, 0, 1)) };
/** Rows below the header that drop-downs reach. */
const lastRow = 3000;

/** Text, so that Excel leaves zeros and dates as they are typed; the officer may write here. */
const openCell: CellStyle = { numFmt: '@', protection: { locked: false }, alignment: { vertical: 'top' } };
const headColours: Readonly<Record<TemplateColumn['audience'], string>> = {
  public: 'D9E6FF',
  professional: 'FFE3CC',
  none: 'E6E6E6',
};

/**
 * One sheet per kind of office, the words to choose from, and how to fill it in. Headers are protected without a
 * password; a word that is not on a closed list is warned of, not refused, since the reader of the file tells it better.
 */
export async function templateWorkbook(sheets: readonly TemplateSheet[]): Promise<Uint8Array> {
  const lists = choiceLists(sheets);
  const bytes = await writeXlsx({
    sheets: [guideSheet(sheets), ...sheets.map(sheet => dataSheet(sheet, lists)), choiceSheet(lists)],
    properties: { created: anyDay.utc, modified: anyDay.utc },
    defaultFont: { name: '游ゴシック', size: 11 },
  });
  return withOpenColumns(bytes);
}

/** The lists of words, each once; its place is a column of the sheet of choices. */
function choiceLists(sheets: readonly TemplateSheet[]): Map<string, readonly string[]> {
  const lists = sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices ? [choices] : [])));
  return new Map(lists.map(list => [list.join('\n'), list]));
}

function dataSheet(sheet: TemplateSheet, lists: ReadonlyMap<string, readonly string[]>): WriteSheet {
  const { name, columns, example } = sheet;
  const heads = columns.map(({ header, audience }, index) => [
    `0,${index}`,
    { value: header, type: 'string' as const, style: headStyle(audience) },
  ]);
  return {
    name,
    columns: columns.map(({ header, choices }) => ({ width: widthOf(header, choices), style: openCell })),
    rows: [columns.map(({ header }) => header), [...example]],
    cells: new Map(heads as [string, object][]),
    rowDefs: new Map([[0, { height: 60 }]]),
    dataValidations: columns.flatMap((column, index) => validation(column, index, lists)),
    freezePane: { rows: 1, columns: 2 },
    protection: {
      ...{ sheet: true, selectLockedCells: true, selectUnlockedCells: true, sort: true, autoFilter: true },
      ...{ formatCells: true, formatColumns: true, formatRows: true },
      ...{ insertRows: true, deleteRows: true, insertColumns: true, deleteColumns: true },
    },
  };
}

function headStyle(audience: TemplateColumn['audience']): CellStyle {
  return {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: headColours[audience] } },
    alignment: { wrapText: true, vertical: 'top' },
    protection: { locked: true },
  };
}

function validation(
  { header, choices, isFree, meaning, example }: TemplateColumn,
  index: number,
  lists: ReadonlyMap<string, readonly string[]>,
): DataValidation[] {
  const range = `${columnLetter(index)}2:${columnLetter(index)}${lastRow}`;
  const said = `${meaning}${example === '' ? '' : `\n例：${example}`}`;
  const prompt = {
    showInputMessage: true,
    inputTitle: header.slice(0, 32),
    inputMessage: said.slice(0, 255),
  };
  if (!choices) return [{ type: 'custom', formula1: 'TRUE', range, allowBlank: true, ...prompt }];
  const place = columnLetter([...lists.keys()].indexOf(choices.join('\n')));
  const formula1 = `'${text.choiceSheet}'!$${place}$2:$${place}$${choices.length + 1}`;
  const wrong = { showErrorMessage: !isFree, errorStyle: 'warning' as const, errorMessage: text.wrongChoice };
  return [{ type: 'list', formula1, range, allowBlank: true, ...prompt, ...wrong }];
}

function widthOf(header: string, choices: readonly string[] | null): number {
  const long = /名称|住所|備考|時間|地域|ルール|URL/.test(header);
  return long ? 28 : choices && header.length > 6 ? 12 : 14;
}

function choiceSheet(lists: ReadonlyMap<string, readonly string[]>): WriteSheet {
  const all = [...lists.values()];
  const height = Math.max(0, ...all.map(list => list.length));
  const rows = Array.from({ length: height }, (_, row) => all.map(list => list[row] ?? ''));
  return { name: text.choiceSheet, rows: [[`${text.title}：${text.choiceSheet}`], ...rows] };
}

function guideSheet(sheets: readonly TemplateSheet[]): WriteSheet {
  const { sheet, header, meaning, example, audience } = text.columns;
  const wrap: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
  const rows = sheets.flatMap(({ name, columns }) =>
    columns.map(each => [name, each.header, each.meaning, each.example, text.audiences[each.audience]]),
  );
  return {
    name: text.guideSheet,
    columns: [18, 24, 70, 30, 14].map(width => ({ width, style: wrap })),
    rows: [
      [text.title],
      ...text.guide.map(line => [line]),
      [],
      [sheet, header, meaning, example, audience],
      ...rows,
    ],
    freezePane: { rows: 0, columns: 0 },
  };
}

/**
 * The library styles cells only: below the example, a protected sheet would be closed and Excel would eat zeros. Each
 * data sheet's columns get the style of its example row.
 */
function withOpenColumns(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    const xml = new TextDecoder().decode(content);
    const style = /<sheetProtection/.test(xml) ? /<c r="A2"[^>]* s="(\d+)"/.exec(xml)?.[1] : undefined;
    if (style)
      files[path] = new TextEncoder().encode(xml.replaceAll('<col min=', `<col style="${style}" min=`));
  }
  return zipSync(files, { mtime: anyDay.local });
}

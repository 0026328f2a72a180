import * as xlsx from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellsOf, readAll } from './reading.ts';

function book(sheets: Record<string, xlsx.WorkSheet>, extra: Partial<xlsx.WorkBook> = {}): Uint8Array {
  const made: xlsx.WorkBook = { SheetNames: Object.keys(sheets), Sheets: sheets, ...extra };
  return new Uint8Array(xlsx.write(made, { type: 'array', bookType: 'xlsx', compression: true }));
}

/** One row of cells with a format each: what a person sees in the cell. */
function formatted(cells: [value: number, format: string][]): Uint8Array {
  const sheet: xlsx.WorkSheet = { '!ref': `A1:${xlsx.utils.encode_col(cells.length)}1` };
  for (const [index, [v, z]] of cells.entries()) sheet[`${xlsx.utils.encode_col(index)}1`] = { t: 'n', v, z };
  return book({ 一覧: sheet });
}

/** Changes one part of a workbook by hand. */
function edited(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(new TextDecoder().decode(parts[part]))) });
}

describe('workbooks', () => {
  it('text cells stay as they are', () => {
    const rows = [
      ['名称', 'コード'],
      ['㈱髙橋\nクリニック', '01540'],
      [' x ', '1/2'],
      ['TRUE', '=1+1'],
    ];
    const reading = readAll('a.xlsx', book({ 一覧: xlsx.utils.aoa_to_sheet(rows) }));
    expect(cellsOf(reading)).toEqual(rows);
    expect(reading.codes).toEqual([]);
  });

  it.each<[number, string, string]>([
    [254, 'General', '254'],
    [254, '0000', '0254'],
    [35.681236, '0.00', '35.681236'],
    [35.681199999999997, 'General', '35.6812'],
    [1234567890123, 'General', '1234567890123'],
    [1234567, '#,##0', '1234567'],
    [120, '0"床"', '120床'],
    [0.5, '0%', '50%'],
    [254000001, '0000"-"00"-"0000', '0254-00-0001'],
    [45000, 'yyyy/m/d', '2023-03-15'],
    [45000, '[$-411]ggge"年"m"月"d"日";@', '2023-03-15'],
    [45000, 'm"月"d"日"', '2023-03-15'],
    [45000.375, 'yyyy/m/d h:mm', '2023-03-15 09:00'],
    [0.375, 'h:mm', '09:00'],
    [0.7291666666666666, 'h"時"mm"分"', '17:30'],
    [0.75, 'h:mm AM/PM', '18:00'],
    [1, '[h]:mm', '24:00'],
    [0.375, 'General', '0.375'],
    [1, '0"日"', '1日'],
  ])('%d shown by %s is %s', (value, format, text) => {
    expect(cellsOf(readAll('a.xlsx', formatted([[value, format]])))).toEqual([[text]]);
  });

  it('counts days from 1904 where the workbook does', () => {
    const bytes = edited(formatted([[43538, 'yyyy/m/d']]), 'xl/workbook.xml', text =>
      text.replace('<workbookPr ', '<workbookPr date1904="1" '),
    );
    expect(cellsOf(readAll('mac.xlsx', bytes))).toEqual([['2023-03-15']]);
  });

  it('leaves furigana out of the text', () => {
    const made = book({ a: xlsx.utils.aoa_to_sheet([['x']]) });
    const bytes = edited(made, 'xl/worksheets/sheet1.xml', text =>
      text.replace(
        /<c r="A1".*?<\/c>/,
        '<c r="A1" t="inlineStr"><is><t>髙橋</t><rPh sb="0" eb="2"><t>タカハシ</t></rPh></is></c>',
      ),
    );
    expect(cellsOf(readAll('a.xlsx', bytes))).toEqual([['髙橋']]);
  });

  it('uses the stored value of a formula, and says when there is none or it is an error', () => {
    const sheet = xlsx.utils.aoa_to_sheet([['a', 'b', 'c']]);
    sheet['!ref'] = 'A1:C2';
    sheet.A2 = { t: 's', v: 'あおぞら', f: 'A1' };
    sheet.B2 = { t: 'n', f: '1+1' };
    sheet.C2 = { t: 'e', v: 0x2a, f: 'VLOOKUP(1,2,3)' };
    const reading = readAll('名簿.xlsx', book({ 一覧: sheet }));
    expect(cellsOf(reading)[1]).toEqual(['あおぞら']);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.xlsx「一覧」 2行目 B列：計算式の結果が保存されていないので、空欄として扱いました。Excel で開いて、保存し直してください。",
        "名簿.xlsx「一覧」 2行目 C列：計算式の結果がエラー（#N/A）なので、空欄として扱いました。式を直すか、値を入力してください。",
      ]
    `);
  });

  it('reads visible sheets, names hidden ones, says nothing of empty ones', () => {
    const sheet = (name: string) => xlsx.utils.aoa_to_sheet([['名称'], [name]]);
    const sheets = {
      病院: sheet('あおぞら'),
      作業用: sheet('旧'),
      Sheet3: xlsx.utils.aoa_to_sheet([]),
      薬局: sheet('さくら'),
    };
    const bytes = book(sheets, {
      Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] },
    });
    const reading = readAll('名簿.xlsx', bytes);
    expect(reading.tables.map(table => table.sheet)).toEqual(['病院', '薬局']);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.xlsx「作業用」：表示されていないシートなので読みませんでした。載せる表であれば、シートを再表示して保存してください。",
      ]
    `);
  });

  it('reads hidden rows and columns, and names them', () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    sheet['!rows'] = [{}, { hidden: true }];
    sheet['!cols'] = [{}, { hidden: true }];
    const reading = readAll('名簿.xlsx', book({ 一覧: sheet }));
    expect(cellsOf(reading)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.xlsx「一覧」：表示されていない行が1行あります（2行目）。ほかの行と同じように読みました。載せない行は削除してください。",
        "名簿.xlsx「一覧」：表示されていない列が1列あります（B列）。ほかの列と同じように読みました。載せない列は削除してください。",
      ]
    `);
  });

  it('a merged cell speaks for each row it covers, not for other columns', () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['一覧', null, null],
      ['法人', '名称', '電話'],
      ['青空会', 'A', '1'],
      [null, 'B', '2'],
      [null, null, null],
      ['さくら', 'C', '3'],
    ]);
    sheet['!merges'] = ['A1:C1', 'A3:A5'].map(xlsx.utils.decode_range);
    const reading = readAll('名簿.xlsx', book({ 一覧: sheet }));
    expect(reading.tables[0]?.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '一覧'],
      [2, '法人', '名称', '電話'],
      [3, '青空会', 'A', '1'],
      [4, '青空会', 'B', '2'],
      [5],
      [6, 'さくら', 'C', '3'],
    ]);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.xlsx「一覧」 4行目 A列：結合されたセルなので、「青空会」をこの行にも補いました。違うときは、結合をやめて行ごとに入力してください。",
      ]
    `);
  });

  it('a lonely cell at the far corner costs nothing', () => {
    const made = book({ 一覧: xlsx.utils.aoa_to_sheet([['a']]) });
    const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>z</t></is></c></row>';
    const bytes = edited(made, 'xl/worksheets/sheet1.xml', text =>
      text.replace('</sheetData>', `${corner}</sheetData>`).replace('ref="A1"', 'ref="A1:XFD1048576"'),
    );
    const reading = readAll('a.xlsx', bytes);
    expect(reading.tables[0]?.rows.at(-1)?.row).toBe(1_048_576);
    expect(reading.codes).toEqual(['too-many-columns']);
  });

  it('broken workbooks are told, whatever is broken', () => {
    const whole = book({ 一覧: xlsx.utils.aoa_to_sheet([['名称'], ['あおぞら']]) });
    expect(readAll('a.xlsx', whole.subarray(0, whole.length / 2)).codes).toEqual(['xlsx-broken']);
    const flipped = whole.slice();
    flipped[60] = flipped[60]! ^ 0xff;
    expect(readAll('a.xlsx', flipped).codes).toEqual(['xlsx-broken']);
    expect(readAll('a.xlsx', book({ 空: xlsx.utils.aoa_to_sheet([]) })).codes).toEqual(['file-empty']);
    const missing = edited(whole, 'xl/workbook.xml', () => 'nonsense');
    expect(readAll('a.xlsx', missing).codes).toEqual(['xlsx-broken']);
  });
});

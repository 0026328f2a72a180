import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/ingest/read.ts';
import { cellsOf, readAll } from './reading.ts';

describe('lines and rows', () => {
  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['lone CR', 'a,b\r1,2\r3,4\r'],
    ['mixed', 'a,b\r\n1,2\n3,4\r'],
    ['no end on the last line', 'a,b\n1,2\n3,4'],
    ['the end mark of DOS', 'a,b\r\n1,2\r\n3,4\r\n\u001a'],
  ])('%s', (_, text) => {
    expect(cellsOf(readAll('a.csv', text))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('counts rows as a spreadsheet does: line ends in cells do not, empty lines do', () => {
    const { tables } = readAll(
      'a.csv',
      '名称,備考\r\n"あおぞら\r\n病院","一行目\r\n二行目"\r\n\r\nさくら,"a"",b"\r\n',
    );
    expect(tables[0]?.rows).toEqual([
      { row: 1, cells: ['名称', '備考'] },
      { row: 2, cells: ['あおぞら\n病院', '一行目\n二行目'] },
      { row: 3, cells: [''] },
      { row: 4, cells: ['さくら', 'a",b'] },
    ]);
  });

  it('infers nothing: zeros, dates, duplicate and odd headers stay text', () => {
    expect(cellsOf(readAll('a.csv', '名称,名称,__proto__\n0254,1/2,=1+1\ntrue, x ,\n'))).toEqual([
      ['名称', '名称', '__proto__'],
      ['0254', '1/2', '=1+1'],
      ['true', ' x ', ''],
    ]);
  });

  it.each([
    ['a.tsv', '名称\t診療科目\nあおぞら\t内科,外科,小児科\nさくら\t内科,外科,小児科\n'],
    ['a.csv', '名称\t診療科目\nあおぞら\t内科,外科\nさくら\t内科,外科,小児科\n'],
    ['a.csv', '事業所一覧\n名称;診療科目\nあおぞら;内科\nさくら;外科,内科\n'],
    ['a.txt', '名称,診療科目\nあおぞら,内科;外科;小児科\nさくら,外科;内科\n'],
    ['a.csv', '"名称","診療科目"\n"あ;お;ぞ","い"\n"あ;お","い"\n'],
  ])('finds the delimiter: %s %j', (file, text) => {
    expect(cellsOf(readAll(file, text)).slice(-1)[0]).toHaveLength(2);
  });

  it('reports nothing twice when a table is iterated twice, and everything when the first stopped early', () => {
    const codes: string[] = [];
    const bytes = new TextEncoder().encode('a,b\n1,x"y"\n2,"a" b"\n3,"c" d"\n');
    const [table] = readTables('a.csv', bytes, found => codes.push(`${found.code} ${found.at.row}`));
    for (const { row } of table!.rows) if (row === 3) break;
    expect(codes).toEqual(['quote-stray 3']);
    expect([...table!.rows]).toEqual([...table!.rows]);
    expect(codes).toEqual(['quote-stray 3', 'quote-stray 4']);
  });
});

describe('quotes', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${from + index},施設${from + index},村上市,0254`);
  const header = 'NO,名称,住所,電話番号';

  it('an unclosed quote costs nothing when the row divides without it', () => {
    const text = [
      header,
      ...rows(1, 3),
      '4,"施設4,村上市,0254',
      ...rows(5, 9),
      '10,"施,設",村上市,0254',
      '',
    ].join('\r\n');
    const reading = readAll('名簿.csv', text);
    expect(reading.tables[0]?.rows).toHaveLength(11);
    expect(cellsOf(reading)[4]).toEqual(['4', '施設4', '村上市', '0254']);
    expect(cellsOf(reading)[10]).toEqual(['10', '施,設', '村上市', '0254']);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.csv 5行目 B列：「"施設4,村上市,0254」の始めの「"」が閉じられていません。「"」がないものとして、この行だけを区切り直して読みました。「"」を消すか、セルの終わりにも付けてください（例："あおぞら病院"）。",
      ]
    `);
  });

  it('what cannot be divided is empty, and the next rows are whole', () => {
    const text = [header, ...rows(1, 3), '4,"施設4,村上市', ...rows(5, 9), ''].join('\n');
    const reading = readAll('名簿.csv', text);
    expect(cellsOf(reading)[4]).toEqual(['4', '', '', '']);
    expect(cellsOf(reading)[5]).toEqual(['5', '施設5', '村上市', '0254']);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "名簿.csv 5行目 B列：「"施設4,村上市」の始めの「"」が閉じられていないため、この行のここから後は空欄として扱いました。「"」を消すか、セルの終わりにも付けてください（例："あおぞら病院"）。",
      ]
    `);
  });

  it('in a file of quoted cells too', () => {
    const quoted = (line: string) => `"${line.replaceAll(',', '","')}"`;
    const text = [
      quoted(header),
      ...rows(1, 3).map(quoted),
      '"4","施設4,"村上市","0254"',
      ...rows(5, 6).map(quoted),
      '"7","施設7',
      ...rows(8, 9).map(quoted),
    ];
    const reading = readAll('名簿.csv', text.join('\r\n'));
    expect(cellsOf(reading).map(cells => cells[0])).toEqual([
      'NO',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
    expect(cellsOf(reading)[4]).toEqual(['4', '施設4', '村上市', '0254']);
    expect(reading.issues.map(({ code, at }) => [code, at.row, at.column])).toEqual([
      ['quote-unclosed', 5, 'B'],
      ['quote-unclosed', 8, 'B'],
    ]);
  });

  it('on the last line, and on every line', () => {
    const last = readAll('a.csv', `${header}\n${rows(1, 2).join('\n')}\n3,"施設3`);
    expect(cellsOf(last).at(-1)).toEqual(['3', '', '', '']);
    expect(last.codes).toEqual(['quote-unclosed']);
    const every = readAll(
      'a.csv',
      [header, ...Array.from({ length: 5_000 }, (_, n) => `${n},"施設,村上市,0254`)].join('\n'),
    );
    expect(every.tables[0]?.rows).toHaveLength(5_001);
    expect(every.codes).toHaveLength(5_000);
  });

  it('a stray quote inside a cell is kept and named', () => {
    const reading = readAll('a.csv', `${header}\n1,"通称"あおぞら"病院",村上市,0254\n`);
    expect(cellsOf(reading)[1]).toEqual(['1', '通称"あおぞら"病院', '村上市', '0254']);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 B列：「通称"あおぞら"病院」の途中に「"」があります。このまま読みましたが、セルの切れ目が正しいか確かめてください。セルの中の「"」は2つ続けて書きます（例："""あおぞら""病院"）。",
      ]
    `);
  });

  it('sound text is read exactly as the parser alone reads it, across block borders', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '漢', ';') }),
      fc.constant('x'.repeat(9_000)),
    );
    const grid = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(grid, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, newline, quotes) => {
        const text = Papa.unparse([['h1', 'h2', 'h3'], ...rows], { newline, quotes }).replaceAll(
          '\n',
          newline === '\r' ? '\r' : '\n',
        );
        expect(cellsOf(readAll('a.csv', `${text}${newline}`)).slice(1)).toEqual(rows);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});

describe('limits', () => {
  it('10,000 columns: 2,000 are read and the rest is said once', () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    const reading = readAll('a.csv', `${wide}\n${wide}\n`);
    expect(cellsOf(reading).map(cells => cells.length)).toEqual([2_000, 2_000]);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "a.csv 1行目：この行から10,000列あります。2,000列までを読み、残りは読みませんでした。使っていない列を削除してください。",
      ]
    `);
  });

  it('a row of 20 MB is said and the next row is read', () => {
    const reading = readAll('a.csv', `a,b\n${'x'.repeat(20_000_000)}\n1,2\n`);
    expect(reading.tables[0]?.rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: [], unreadable: true },
      { row: 3, cells: ['1', '2'] },
    ]);
    expect(reading.codes).toEqual(['row-too-long']);
  });

  it('hundreds of thousands of open quotes end quickly', () => {
    const reading = readAll('a.csv', `a,b\n${'"x\n'.repeat(200_000)}`);
    expect(reading.tables[0]?.rows).toHaveLength(200_001);
  }, 20_000);
});

import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/ingest/read.ts';
import { cellsOf, readAll } from './reading.ts';

describe('YAML', () => {
  it('a list of records: values as typed, lists joined, maps flattened, rows are lines', () => {
    const text = `# 手で書いた一覧
- 名称: あおぞら病院
  電話番号: 0254-00-0001
  内線番号: 0254
  診療科目: [内科, 外科]
  できること: { 胃ろう: ○, 吸引: △ 退院前に連絡を }

- 名称: さくら訪問看護
  診療科目:
    - 内科
  夜間: no
  FAX番号:
  メール: ~
  確認日: 2025-04-01
  備考: |
    一行目
    二行目
`;
    const reading = readAll('手書き.yaml', text);
    expect(reading.issues).toEqual([]);
    expect(reading.tables[0]?.rows).toEqual([
      {
        row: 0,
        cells: [
          '名称',
          '電話番号',
          '内線番号',
          '診療科目',
          '胃ろう',
          '吸引',
          '夜間',
          'FAX番号',
          'メール',
          '確認日',
          '備考',
        ],
      },
      {
        row: 2,
        cells: [
          'あおぞら病院',
          '0254-00-0001',
          '0254',
          '内科;外科',
          '○',
          '△ 退院前に連絡を',
          '',
          '',
          '',
          '',
          '',
        ],
      },
      {
        row: 8,
        cells: ['さくら訪問看護', '', '', '内科', '', '', 'no', '', '', '2025-04-01', '一行目\n二行目\n'],
      },
    ]);
    expect(readTables('手書き.yaml', new TextEncoder().encode(text), () => {})[0]?.lettered).toBe(false);
  });

  it('one slip costs one record, and its line is told', () => {
    const reading = readAll(
      '手書き.yaml',
      '- 名称: あおぞら\n  住所: 村上市\n- 名称: "さくら\n  住所: 村上市\n- 名称: うみ\n  \t住所: 村上市\n   電話: 1\n- 名称：やま\n- 名称: かわ\n  名称: かわら\n  地図: {a: {b: c}}\n',
    );
    expect(reading.tables[0]?.rows.map(({ row, cells }) => [row, cells[0]])).toMatchInlineSnapshot(`
      [
        [
          0,
          "名称",
        ],
        [
          1,
          "あおぞら",
        ],
        [
          3,
          undefined,
        ],
        [
          5,
          undefined,
        ],
        [
          8,
          undefined,
        ],
        [
          9,
          "",
        ],
      ]
    `);
    expect(reading.sentences).toMatchInlineSnapshot(`
      [
        "手書き.yaml 4行目：YAML として読めません：閉じる記号（「"」「]」「}」や「:」）が足りません。",
        "手書き.yaml 6行目：YAML として読めません：行の始めにタブがあります。空白に置きかえてください。",
        "手書き.yaml 8行目：「名称：やま」は「項目: 値」の形になっていないため、読みませんでした。半角の「:」のあとに空白を1つ入れてください（例：「- 名称: あおぞら病院」）。",
        "手書き.yaml 10行目 「名称」：同じ項目が、違う値で2度書かれているため、空欄として扱いました。正しいほうだけを残してください。",
        "手書き.yaml 11行目 「a」：値が入れ子になりすぎているため、読みませんでした。「項目: 値」か「項目: [値, 値]」の形で書いてください。",
      ]
    `);
  });

  it('something else than a list', () => {
    expect(readAll('a.yaml', '名称: あおぞら\n').sentences).toMatchInlineSnapshot(`
      [
        "a.yaml：事業所の一覧になっていません。事業所ごとに「- 」で始めて、項目を並べてください（例：「- 名称: あおぞら病院」）。",
      ]
    `);
    expect(readAll('a.yml', '').codes).toEqual(['file-empty']);
    expect(readAll('a.yml', '[]').codes).toEqual(['file-empty']);
    expect(readAll('a.yml', '{ "名称": ["a"\n').codes).toHaveLength(1);
  });

  it('keeps dangerous keys as text and small what claims to be huge', () => {
    expect(cellsOf(readAll('a.yaml', '- __proto__: x\n  constructor: y\n'))).toEqual([
      ['__proto__', 'constructor'],
      ['x', 'y'],
    ]);
    const bomb = `- a: &a [${'x,'.repeat(1_000)}]\n${Array.from({ length: 2_000 }, (_, n) => `- k${n}: *a\n`).join('')}`;
    const total = cellsOf(readAll('a.yaml', bomb)).flat().join('').length;
    expect(total).toBeLessThan(bomb.length * 21 + 20_000);
    expect(readAll('a.yaml', `- ${'['.repeat(100_000)}`).codes).toEqual(['yaml-broken']);
    expect(readAll('a.yaml', '- &a [*a, {b: *a}]\n- {c: &c {d: *c}}\n').tables.length).toBeLessThan(2);
  });

  it('two records on one line still have rows that increase', () => {
    expect(readAll('a.yaml', '[{a: 1}, {a: 2}]').tables[0]?.rows.map(({ row }) => row)).toEqual([0, 1, 2]);
  });

  it('a value cut short by a sign is told with its line; a comment is not', () => {
    const text =
      '- 名称: あおぞら病院 # ただのメモ\n  備考: 夜は #8000 へ\n  電話番号: #7119\n  注意: "夜は #8000"\n';
    const { issues } = readAll('手書き.yaml', text);
    expect(issues.map(({ code, at, value, detail }) => [code, at.row, value, detail.lost])).toEqual([
      ['yaml-value-cut', 2, '夜は', '#8000 へ'],
      ['yaml-value-cut', 3, '', '#7119'],
    ]);
  });
});

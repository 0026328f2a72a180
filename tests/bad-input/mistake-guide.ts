import { join } from 'node:path';
import type { IssueCode } from '../../src/issues/catalogue.ts';
import type { CellsPiece, Piece } from '../../src/issues/mistakes/example.ts';
import { type MistakePage, mistakePage } from '../../src/report/mistakes/page.ts';
import { mistakeText as text } from '../../src/text/mistakes/page.ts';

/** The guide of the demo region: the mistakes that officers make with Excel, out of the manual of all. */
export const guideFile = join(import.meta.dirname, '../../data/pages/よくあるまちがい.md');

const chapters: readonly { title: string; codes: readonly IssueCode[] }[] = [
  {
    title: '番号と電話',
    codes: ['phone-lost-zero', 'phone-wrong-length', 'code-lost-zero', 'number-in-exponent-form'],
  },
  {
    title: '日付と時間',
    codes: [
      'date-from-serial',
      'date-two-digit-year',
      'time-excel-fraction',
      'hours-cell-unreadable',
      'hours-contradiction',
    ],
  },
  {
    title: '行と見出し',
    codes: [
      'header-unknown',
      'header-required-missing',
      'name-missing',
      'type-unknown',
      'row-too-short',
      'duplicate-id',
      'rows-hidden',
      'cell-merged',
    ],
  },
  {
    title: '答えと、のせてよいかどうか',
    codes: ['mark-unknown', 'consent-missing', 'listing-unknown', 'suppress-record-not-found'],
  },
  { title: '地図', codes: ['coordinates-swapped', 'position-outside-region'] },
  { title: 'ファイルと設定', codes: ['xls-old', 'file-encrypted', 'control-file-misnamed', 'yaml-syntax'] },
];

const head = `---
title: よくあるまちがい
id: yoku-aru-machigai
order: 8
description: 点検（check）がよく知らせる、Excel の表のまちがいと、その直し方です。見本の表つき。
---

点検（\`check\`）は、まちがいを、ファイルと行と列で知らせます。ここには、Excel の表でよくあるものをのせました。
見本の事業所は、すべて架空のものです。**【 】で囲んだところ**が、まちがいです。

- 知らせの終わりに、\`phone-lost-zero\` のような**ことば**がならびます。次のように打つと、そのことばの説明が出ます。

  \`\`\`
  npm run -s shigen-map -- explain phone-lost-zero
  \`\`\`

- 知らせの文の中の言葉でもさがせます（例：\`explain 電話番号\`）。
- \`check --html 点検.html\` で作る報告では、知らせの下の「直し方を見る」を開くと、同じ説明が出ます。
- 200をこえるすべての知らせの説明は、\`explain --html 直し方.html\` で、1つのファイルになります。印刷すると、1種類が1枚です。

まちがいが残っていても、サイトは作れます。読めなかったところは「わかりません」とし、推測で埋めることはありません。
`;

const foot = `
---

この文章は、\`npm run mistakes\` で、まちがいの見本から作りました。手で直さないでください。
`;

export function guideText(): string {
  const body = chapters.map(
    ({ title, codes }) => `## ${title}\n\n${codes.map(code => pageOf(mistakePage(code))).join('\n')}`,
  );
  return `${head}\n${body.join('\n')}${foot}`;
}

function pageOf({ code, title, why, steps, example, fate }: MistakePage): string {
  if (!example) throw new Error(`${code} has no example`);
  const shown = example.piece.kind === 'cells' ? cellsTable(example.piece) : plainLines(example.piece);
  return [
    `### ${title}`,
    `> ${escaped(example.sentence)}`,
    shown,
    `**${text.why}** ${escaped(why)}`,
    `**${text.how}**`,
    steps.map((step, index) => `${index + 1}. ${escaped(step)}`).join('\n'),
    `**${text.fate}** ${fate}`,
    '',
  ].join('\n\n');
}

function cellsTable({ columns, rows, wrong }: CellsPiece): string {
  const lines = rows.map(({ row, cells }) => {
    const isRow = row === wrong.row;
    const marked = (words: string, isWrong: boolean) => (isWrong ? `**【${words}】**` : words);
    return [
      marked(String(row), isRow && wrong.column === undefined),
      ...cells.map((cell, index) => marked(escaped(cell), isRow && columns[index] === wrong.column)),
    ];
  });
  return [['行', ...columns], columns.concat('').map(() => '---'), ...lines]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function plainLines(piece: Exclude<Piece, CellsPiece>): string {
  const lines =
    piece.kind === 'lines'
      ? piece.lines.map(({ row, text: line }) => [`${row}`, line, row === piece.wrong.row] as const)
      : piece.files.map(file => ['', file, file === piece.wrong.file] as const);
  const shown = lines.map(([row, line, isWrong]) => `${row} ${isWrong ? `【${line}】` : line}`.trimStart());
  return `\`\`\`\n${shown.join('\n')}\n\`\`\``;
}

/** What stands in a spreadsheet is no Markdown. */
function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

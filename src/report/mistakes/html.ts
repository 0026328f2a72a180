import type { CellsPiece, FilesPiece, LinesPiece, Piece } from '../../issues/mistakes/example.ts';
import { mistakeText as text } from '../../text/mistakes/page.ts';
import { html, type Markup } from '../html-markup.ts';
import { htmlPage } from '../html-page.ts';
import { type MistakePage, mistakeGroups, mistakePage } from './page.ts';

/** One page of the manual without its heading, to stand in a section or a fold. */
export function mistakeBody({ title, why, steps, example, fate }: MistakePage): Markup {
  const shown =
    example === null
      ? html`<p>${text.noExample}</p>`
      : html`<dl class="told"><dt>${text.told}</dt><dd>${example.sentence}</dd></dl>${pieceFigure(example.piece, example.file, title)}`;
  const way =
    steps.length === 0
      ? html`<p>${text.nothingToMend}</p>`
      : html`<ol class="steps">${steps.map(step => html`<li>${step}</li>`)}</ol>`;
  return html`<div class="mistake">${shown}<p><strong>${text.why}</strong>　${why}</p><p><strong>${text.how}</strong></p>${way}${
    fate !== null && html`<p><strong>${text.fate}</strong>　${fate}</p>`
  }</div>`;
}

/** The whole manual as one page to keep, forward and print: every code, a sheet of its own. */
export function mistakeManual(): string {
  const contents = mistakeGroups.map(
    ({ title, codes }) =>
      html`<h3>${title}</h3><ul>${codes.map(code => html`<li><a href="#${code}">${mistakePage(code).title}</a></li>`)}</ul>`,
  );
  const pages = mistakeGroups.map(
    group =>
      html`<section><h2>${group.title}</h2>${group.codes.map(code => manualPage(mistakePage(code)))}</section>\n`,
  );
  return htmlPage(
    text.title,
    html`<p class="lead">${text.lead}</p>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${text.contents}</h2>${contents}</nav>
${pages}`,
  );
}

function manualPage(page: MistakePage): Markup {
  const word = text.severities[page.severity];
  return html`<article id="${page.code}" aria-labelledby="${page.code}-title"><h3 id="${page.code}-title">${page.title}</h3><p class="as-of"><span class="word word--${page.severity}">${word}</span> <code>${page.code}</code></p>${mistakeBody(page)}</article>\n`;
}

function pieceFigure(piece: Piece, file: string, title: string): Markup {
  const name =
    piece.kind === 'cells' && piece.sheet ? `${text.file(file)} ${text.sheet(piece.sheet)}` : text.file(file);
  const caption = piece.kind === 'files' ? text.piece : `${text.piece} ${name}`;
  return html`<figure class="piece"><figcaption>${caption}</figcaption>${pieceTable(piece, `${title} ${caption}`)}</figure>`;
}

function pieceTable(piece: Piece, label: string): Markup {
  if (piece.kind === 'cells') return cellsTable(piece, label);
  return piece.kind === 'lines' ? linesTable(piece, label) : filesList(piece);
}

const here = html`<span class="here">${text.here}</span> `;

function cellsTable({ columns, rows, wrong }: CellsPiece, label: string): Markup {
  const isRow = (row: number) => wrong.column === undefined && row === wrong.row;
  const isColumn = (column: string | undefined) => wrong.row === undefined && column === wrong.column;
  const heads = columns.map(column => html`<th scope="col">${isColumn(column) && here}${column}</th>`);
  const lines = rows.map(({ row, cells }) => {
    const isWrong = (index: number) => row === wrong.row && columns[index] === wrong.column;
    return html`<tr${isRow(row) && html` class="wrong"`}><th scope="row" class="narrow">${isRow(row) && here}${row}</th>${cells.map(
      (cell, index) =>
        html`<td${isWrong(index) && html` class="wrong"`}>${isWrong(index) && here}${cell}</td>`,
    )}</tr>`;
  });
  return html`<table class="sheet" aria-label="${label}"><thead><tr><td></td>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
}

function linesTable({ lines, wrong }: LinesPiece, label: string): Markup {
  const rows = lines.map(
    ({ row, text: line }) =>
      html`<tr${row === wrong.row && html` class="wrong"`}><th scope="row" class="narrow">${row === wrong.row && here}${row}</th><td><code>${line}</code></td></tr>`,
  );
  return html`<table class="sheet" aria-label="${label}"><tbody>${rows}</tbody></table>`;
}

function filesList({ files, wrong }: FilesPiece): Markup {
  return html`<ul class="files">${files.map(
    file =>
      html`<li${file === wrong.file && html` class="wrong"`}>${file === wrong.file && here}${file}</li>`,
  )}</ul>`;
}

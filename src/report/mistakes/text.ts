import { catalogue, type IssueCode } from '../../issues/catalogue.ts';
import type { Issue } from '../../issues/issue.ts';
import type { CellsPiece, Piece } from '../../issues/mistakes/example.ts';
import { nearest } from '../../issues/nearest.ts';
import { mistakeText as text } from '../../text/mistakes/page.ts';
import { type MistakePage, mistakeGroups, mistakePage } from './page.ts';

/** One page of the manual for the terminal. What is wrong stands in 【】. */
export function formatMistake(page: MistakePage): string {
  const { code, severity, title, why, steps, example, fate } = page;
  const parts = [
    `${title}（${text.severities[severity]} ${code}）`,
    example ? `${text.told}\n  ${example.sentence}` : text.noExample,
    ...(example
      ? [`${text.piece}${pieceName(example.piece, example.file)}\n${formatPiece(example.piece)}`]
      : []),
    `${text.why}\n  ${why}`,
    steps.length === 0
      ? text.nothingToMend
      : `${text.how}\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`,
    ...(fate === null ? [] : [`${text.fate}\n  ${fate}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Every code with its title, under what it is about. */
export function formatMistakeList(): string {
  const groups = mistakeGroups.map(({ title, codes }) => `${title}\n${titleLines(codes)}`);
  return `${text.list(Object.keys(catalogue).length)}\n\n${groups.join('\n\n')}\n`;
}

/** The page of a code; for any other word, the codes whose title or sentence holds it; null when there is none. */
export function findMistakes(word: string): string | null {
  if (Object.hasOwn(catalogue, word)) return formatMistake(mistakePage(word as IssueCode));
  const codes = mistakeGroups
    .flatMap(group => group.codes)
    .filter(code => {
      const { title, example } = mistakePage(code);
      return `${title}${example?.sentence ?? ''}`.includes(word);
    });
  return codes.length > 0 ? `${text.found(word)}\n${titleLines(codes)}\n` : null;
}

export function mistakeNotFound(word: string): string {
  return text.notFound(word, nearest(word, Object.keys(catalogue)));
}

const shownInFooter = 8;

/** Where to read on, under what `check` prints: the codes of errors and warnings in their order. Empty without any. */
export function mistakeFooter(issues: readonly Issue[]): string {
  const told = ['error', 'warning'].flatMap(severity => issues.filter(found => found.severity === severity));
  const codes = [...new Set(told.map(({ code }) => code))];
  if (codes.length === 0) return '';
  const rest = codes.length - shownInFooter;
  const lines = [titleLines(codes.slice(0, shownInFooter)), ...(rest > 0 ? [text.footer.rest(rest)] : [])];
  return `\n${text.footer.title}\n${lines.join('\n')}\n`;
}

function titleLines(codes: readonly IssueCode[]): string {
  const width = Math.max(...codes.map(code => code.length));
  return codes.map(code => `  ${code.padEnd(width)}  ${mistakePage(code).title}`).join('\n');
}

function pieceName(piece: Piece, file: string): string {
  if (piece.kind === 'files') return '';
  return ` ${text.file(file)}${piece.kind === 'cells' && piece.sheet ? text.sheet(piece.sheet) : ''}`;
}

const mark = (words: string | number, isWrong: boolean) => (isWrong ? `【${words}】` : String(words));

function formatPiece(piece: Piece): string {
  if (piece.kind === 'files')
    return piece.files.map(file => `  ${mark(file, file === piece.wrong.file)}`).join('\n');
  if (piece.kind === 'lines')
    return piece.lines
      .map(({ row, text: line }) => `  ${mark(row, row === piece.wrong.row)} ${line}`)
      .join('\n');
  return alignedRows(cellRows(piece));
}

function cellRows({ columns, rows, wrong }: CellsPiece): string[][] {
  const heads = columns.map(column => mark(column, wrong.row === undefined && column === wrong.column));
  return [
    ['', ...heads],
    ...rows.map(({ row, cells }) => [
      mark(row, row === wrong.row && wrong.column === undefined),
      ...cells.map((cell, index) => mark(cell, row === wrong.row && columns[index] === wrong.column)),
    ]),
  ];
}

/** Columns of a terminal: a character outside ASCII and half-width kana is two wide. */
function alignedRows(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map(row => widthOf(row[index] ?? ''))));
  return rows
    .map(row => row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell))).join(' │ '))
    .map(line => `  ${line.trimEnd()}`)
    .join('\n');
}

function widthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (/[ -~｡-ﾟ]/.test(character) ? 1 : 2), 0);
}

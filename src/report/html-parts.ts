import type { Issue, Place } from '../issues/issue.ts';
import { type Content, html, type Markup } from './html-markup.ts';
import { reportTexts as texts } from './html-text.ts';

/** A part of the report; null when there is nothing to say. `count` stands beside its name in the contents. */
export interface Section {
  id: string;
  title: string;
  count: number | null;
  body: Markup;
}

export function table(headings: readonly Content[], rows: readonly Markup[], label: string): Markup {
  return html`<table aria-label="${label}"><thead><tr>${headings.map(
    heading => html`<th scope="col">${heading}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** A table of figures, which cannot break: where it is too wide it scrolls by itself, with the keyboard too. */
export function wideTable(headings: readonly Content[], rows: readonly Markup[], label: string): Markup {
  return html`<section class="wide" aria-label="${texts.tableOf(label)}" tabindex="0">${table(headings, rows, label)}</section>`;
}

/** The first rows in sight, the rest folded: nothing is left out. */
export function foldedTable(
  headings: readonly Content[],
  rows: readonly Markup[],
  options: { label: string; shown: number; rest: (count: number) => string },
): Markup {
  const { label, shown, rest } = options;
  const folded = rows.slice(shown);
  if (folded.length < 2) return table(headings, rows, label);
  const summary = rest(folded.length);
  return html`${table(headings, rows.slice(0, shown), label)}<details><summary>${summary}</summary>${table(
    headings,
    folded,
    `${label} ${summary}`,
  )}</details>`;
}

/** `「一覧」 12行目 F列「電話番号」`: the file stands in the heading above, or in front where it does not. */
export function place(at: Place, withFile = false): string {
  const file = withFile ? at.file : '';
  const sheet = at.sheet ? `「${at.sheet}」` : '';
  const row = at.row ? texts.issue.row(at.row) : '';
  const cell = `${at.column ? texts.issue.column(at.column) : ''}${at.header ? `「${at.header}」` : ''}`;
  return [file + sheet, row, cell].filter(part => part !== '').join(' ') || texts.issue.wholeFile;
}

/** What tells rows apart across files and sheets. */
export function rowName({ file, sheet, row }: Pick<Place, 'file' | 'sheet' | 'row'>): string {
  return `${file}\n${sheet ?? ''}\n${row ?? ''}`;
}

/** Numbers of the problems in the report, for links to them. */
export type Numbers = ReadonlyMap<Issue, number>;

export function issueLink(number: number): Markup {
  return html`<a href="#n${number}">${number}</a>`;
}

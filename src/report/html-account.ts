import type { Account, FileAccount } from '../model/dataset.ts';
import { formatCount } from '../text/format.ts';
import { html, type Markup } from './html-markup.ts';
import { type Section, wideTable } from './html-parts.ts';
import { reportTexts } from './html-text.ts';

const texts = reportTexts.account;

/** Where every row went, per table and in all. */
export function accountSection(account: Account): Section {
  const { files, ...total } = account;
  const headings = [texts.file, texts.read, ...texts.fates.map(([, word]) => word)];
  const rows = [
    ...files.map(file => line(`${file.file}${file.sheet ? texts.sheet(file.sheet) : ''}`, file)),
    line(texts.total, total, 'total'),
  ];
  const words = texts.fates.map(([, word, meaning]) => html`<dt>${word}</dt><dd>${meaning}</dd>`);
  const body = html`<p class="lead">${texts.lead}</p>${wideTable(headings, rows, texts.title)}<dl class="fates">${words}</dl>`;
  return { id: 'account', title: texts.title, count: null, body };
}

function line(name: string, counts: Omit<FileAccount, 'file' | 'sheet'>, kind = ''): Markup {
  const cells = [counts.read, ...texts.fates.map(([fate]) => counts[fate])];
  return html`<tr class="${kind || 'file'}"><th scope="row">${name}</th>${cells.map(
    count => html`<td class="count">${formatCount(count)}</td>`,
  )}</tr>`;
}

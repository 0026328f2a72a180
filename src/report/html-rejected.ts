import type { RejectedRow } from '../dataset/sealing.ts';
import type { Issue } from '../issues/issue.ts';
import type { Account } from '../model/dataset.ts';
import { wholeSentence } from './html-issues.ts';
import { html, type Markup } from './html-markup.ts';
import { foldedTable, issueLink, type Numbers, place, rowName, type Section } from './html-parts.ts';
import { reportTexts } from './html-text.ts';
import { maskedText } from './mask.ts';

const texts = reportTexts.rejected;
const shown = 30;

export interface RejectedInput {
  account: Account;
  rejected: readonly RejectedRow[];
  issues: readonly Issue[];
  numbers: Numbers;
  showProfessional: boolean;
}

/** The rows that are not published because something is wrong with them, with all that stood in them. */
export function rejectedSection(input: RejectedInput): Section | null {
  const { account, rejected, issues, numbers, showProfessional } = input;
  if (account.rejected === 0) return null;
  const errors = Map.groupBy(
    issues.filter(({ severity }) => severity === 'error'),
    ({ at }) => rowName(at),
  );
  const rows = rejected.map(row => {
    const reasons = (errors.get(rowName(row.at)) ?? []).map(found => reason(found, numbers));
    return html`<tr><th scope="row" class="narrow-place">${place(row.at, true)}</th><td>${cellsOf(row, showProfessional)}</td><td>${reasons}</td></tr>`;
  });
  const left = account.rejected - rejected.length;
  const headings = [reportTexts.issue.place, texts.cells, texts.reason];
  const list =
    rows.length > 0 && foldedTable(headings, rows, { label: texts.title, shown, rest: texts.rest });
  const body = html`<p class="lead">${texts.lead}</p>${list}${left > 0 && html`<p class="lead">${texts.left(left)}</p>`}`;
  return { id: 'rejected', title: texts.title, count: account.rejected, body };
}

function reason(found: Issue, numbers: Numbers): Markup {
  const number = numbers.get(found);
  return html`<p>${number !== undefined && [issueLink(number), ' ']}${wholeSentence(found)}</p>`;
}

function cellsOf({ cells }: RejectedRow, showProfessional: boolean): Markup {
  const pairs = cells.map(({ header, value, sealed }) => {
    const text = sealed && !showProfessional ? maskedText : value;
    return html`<div><dt>${header}</dt> <dd>${text}</dd></div>`;
  });
  return html`<dl class="cells">${pairs}</dl>`;
}

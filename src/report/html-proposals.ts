import type { JoinedRecord } from '../dataset/layers.ts';
import type { Region } from '../dataset/load.ts';
import type { RecordRow } from '../dataset/record.ts';
import { html, type Markup } from './html-markup.ts';
import { foldedTable, place, type Section } from './html-parts.ts';
import { reportTexts } from './html-text.ts';
import { maskedText } from './mask.ts';

const texts = reportTexts.proposals;
const shown = 100;

/** The pairs to decide, as `match --out` writes them, with a place to write the verdict on paper. */
export function proposalSection({ proposals, isOpenRow }: Region, showProfessional: boolean): Section | null {
  if (proposals.length === 0) return null;
  const isShown = (row: RecordRow) => showProfessional || isOpenRow(row.at);
  const headings = [texts.verdict, texts.side('A'), texts.side('B'), texts.reasons];
  const rows = proposals.map(
    ({ a, b, reasons }) =>
      html`<tr><td class="verdict"></td>${[a, b].map(record => html`<td>${describe(record, isShown)}</td>`)}<td>${reasons.join('、')}</td></tr>`,
  );
  const body = html`<p class="lead">${texts.lead}</p>${foldedTable(headings, rows, { label: texts.title, shown, rest: texts.rest })}`;
  return { id: 'proposals', title: texts.title, count: proposals.length, body };
}

function describe(record: JoinedRecord, isShown: (row: RecordRow) => boolean): Markup {
  const rows = record.rows.filter(isShown);
  const named = rows.find(row => row.facility.name);
  const phones = rows.flatMap(row => row.services.flatMap(({ fields }) => fields.phones ?? []));
  const lines = [
    named?.facility.address?.text ?? '',
    [...new Set(phones.map(phone => phone.text))].join(' / '),
    record.id,
    [...new Set(record.rows.map(row => place(row.at, true)))].slice(0, 3).join('、'),
  ];
  const shownLines = named ? lines : lines.slice(-1);
  return html`<strong>${named?.facility.name ?? maskedText}</strong>${shownLines
    .filter(line => line !== '')
    .map(line => html`<br>${line}`)}`;
}

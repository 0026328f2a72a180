import type { PublicDataset } from '../model/dataset.ts';
import { formatDay } from '../text/format.ts';
import { freshnessText as text } from '../text/freshness.ts';
import { html } from './html-markup.ts';
import { foldedTable, type Section } from './html-parts.ts';
import { reportTexts } from './html-text.ts';
import { phonesOf, staleOffices, staleWords } from './stale.ts';

const { todo } = reportTexts;
const shown = 300;

/** What has grown old on the day `at`, a line an office: to be worked down by calling. */
export function staleSection(dataset: PublicDataset, at: string | null): Section | null {
  const offices = at === null ? [] : staleOffices(dataset, at);
  if (at === null || offices.length === 0) return null;
  const rows = offices.map(office => {
    const phones = phonesOf(office.facility);
    const called = phones.map(
      (phone, index) => html`${index > 0 && html`<br>`}<a href="tel:${phone.digits}">${phone.text}</a>`,
    );
    return html`<tr><td class="narrow"><span class="box"></span></td><th scope="row">${office.facility.name}</th><td>${
      phones.length === 0 ? html`<span class="empty">${todo.noPhone}</span>` : called
    }</td><td>${staleWords(office, dataset)}</td></tr>`;
  });
  const headings = [todo.done, todo.name, todo.phone, text.stale.what];
  const { title } = text.stale;
  const list = foldedTable(headings, rows, { label: title, shown, rest: todo.rest });
  const body = html`<p class="lead">${text.stale.at(formatDay(at))}${text.stale.lead}${text.stale.rule}${text.stale.setting}</p>${list}`;
  return { id: 'stale', title, count: offices.length, body };
}

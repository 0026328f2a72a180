import type { Region } from '../dataset/load.ts';
import type { Issue } from '../issues/issue.ts';
import type { PublicFacility } from '../model/facility.ts';
import { html, type Markup } from './html-markup.ts';
import { foldedTable, place, rowName, type Section } from './html-parts.ts';
import { reportTexts } from './html-text.ts';
import { maskedText } from './mask.ts';
import { phonesOf } from './stale.ts';

const texts = reportTexts.todo;
const shown = 300;

interface Line {
  /** Place in the published order; those that are not public come last. */
  order: number;
  facility: PublicFacility | null;
  issues: readonly Issue[];
}

/** What is missing, a line a facility, with the telephone it publishes: to be worked down by calling. */
export function todoSection(region: Region, issues: readonly Issue[]): Section | null {
  const lines = linesOf(region, issues);
  if (lines.length === 0) return null;
  const headings = [texts.done, texts.name, texts.phone, texts.missing, texts.place];
  const list = foldedTable(headings, lines.map(todoRow), { label: texts.title, shown, rest: texts.rest });
  const body = html`<p class="lead">${texts.lead}</p>${list}`;
  return { id: 'todo', title: texts.title, count: lines.length, body };
}

function linesOf({ publicDataset, records }: Region, issues: readonly Issue[]): Line[] {
  const missing = issues.filter(({ severity }) => severity === 'missing');
  const published = new Map(
    publicDataset.facilities.map((facility, order) => [facility.id, { facility, order }]),
  );
  const idOf = new Map(records.flatMap(record => record.rows.map(row => [rowName(row.at), record.id])));
  const lines = [...Map.groupBy(missing, ({ at }) => rowName(at))].map(([row, found]): Line => {
    const known = published.get(idOf.get(row) ?? '');
    return { facility: known?.facility ?? null, order: known?.order ?? Infinity, issues: found };
  });
  return lines.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));
}

function todoRow({ facility, issues }: Line): Markup {
  const [{ at, value, sealed }] = issues as [Issue, ...Issue[]];
  const name = sealed || !facility ? value : facility.name;
  const words = issues.map(({ code }) => texts.words[code] ?? code).join('、');
  const phones = value === maskedText || !facility ? [] : phonesOf(facility);
  return html`<tr><td class="narrow"><span class="box"></span></td><th scope="row">${name}</th><td>${
    phones.length === 0
      ? html`<span class="empty">${texts.noPhone}</span>`
      : phones.map((phone, index) => [
          index > 0 && html`<br>`,
          html`<a href="tel:${phone.digits}">${phone.text}</a>`,
        ])
  }</td><td>${words}</td><td>${place(at, true)}</td></tr>`;
}

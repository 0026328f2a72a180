import type { ToldRecord } from '../diff/regions.ts';
import { diffText as text } from '../text/diff.ts';
import { type DiffReport, kinds, notes, summary, toldChanges } from './diff.ts';
import { html, type Markup } from './html-markup.ts';
import { htmlPage } from './html-page.ts';
import { foldedTable } from './html-parts.ts';

const shown = 200;

/** The comparison as one page to forward and print: no script, no request. */
export function diffToHtml(report: DiffReport): string {
  const changes = toldChanges(report);
  const title = text.title(report.before, report.after);
  const sections = kinds.flatMap(kind => {
    const records = changes[kind];
    if (records.length === 0) return [];
    const heading = text.heading(text[kind], records.length);
    return [
      html`<section aria-labelledby="${kind}"><h2 id="${kind}">${heading}</h2>${kind === 'changed' ? fieldTable(records, heading) : recordTable(records, heading)}</section>\n`,
    ];
  });
  return htmlPage(
    title,
    html`<p class="as-of">${text.dates(changes.from, changes.to)}</p>
<p class="lead"><strong>${summary(changes)}</strong></p>
${notes(report).map(note => html`<p class="note">${note}</p>`)}
${sections.length > 0 ? sections : html`<p>${text.none}</p>`}`,
  );
}

function recordTable(records: readonly ToldRecord[], label: string): Markup {
  const rows = records.map(({ name, about }) => html`<tr><th scope="row">${name}</th><td>${about}</td></tr>`);
  return foldedTable([text.columns.record, text.columns.about], rows, { label, shown, rest: text.rest });
}

function fieldTable(records: readonly ToldRecord[], label: string): Markup {
  const { record, service, field, before, after } = text.columns;
  const rows = records.map(
    ({ name, fields }) =>
      html`${fields.map(
        (change, index) =>
          html`<tr>${index === 0 && html`<th scope="row" rowspan="${fields.length}">${name}</th>`}<td>${change.service ?? ''}</td><td>${change.label}</td><td>${change.before ?? text.blank}</td><td>${change.after ?? text.blank}</td></tr>`,
      )}`,
  );
  return foldedTable([record, service, field, before, after], rows, { label, shown, rest: text.rest });
}

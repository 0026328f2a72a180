import { audienceText as text } from '../text/audience.ts';
import type { AudienceCounts, SeenField, SeenRecord } from './audience.ts';
import { html } from './html-markup.ts';
import { htmlPage } from './html-page.ts';
import { table } from './html-parts.ts';

const { columns } = text;

/** A record side by side, for the terminal. `showProfessional`: false where others may read along. */
export function audienceToText(record: SeenRecord, showProfessional: boolean): string {
  const { apart, alike } = sides(record);
  if (record.fields.length === 0) return [...head(record), text.unshown, ''].join('\n');
  const lines = apart.flatMap(field => [
    `  ${nameOf(field)}`,
    `    ${columns.residents}　：${field.residents ?? text.nothing}`,
    `    ${columns.professionals}：${shown(field.professionals, showProfessional)}`,
    `    → ${[field.reason, field.from].filter(Boolean).join('：')}`,
  ]);
  return [
    ...head(record),
    showProfessional ? text.warning : text.masked,
    '',
    ...(apart.length > 0 ? lines : [text.none]),
    ...(alike.length > 0 ? ['', `${text.both}：`] : []),
    ...alike.map(field => `  ${nameOf(field)}：${field.residents ?? ''}`),
    '',
  ].join('\n');
}

/** The same as a page; it says loudly what it holds. */
export function audienceToHtml(record: SeenRecord, showProfessional: boolean): string {
  const { apart, alike } = sides(record);
  const rows = apart.map(
    field =>
      html`<tr><th scope="row">${nameOf(field)}</th><td>${field.residents ?? text.nothing}</td><td>${shown(field.professionals, showProfessional)}</td><td>${field.reason}${field.from && html`<br>${field.from}`}</td></tr>`,
  );
  const same = alike.map(
    field => html`<tr><th scope="row">${nameOf(field)}</th><td>${field.residents}</td></tr>`,
  );
  const title = text.title(record.name);
  return htmlPage(
    title,
    html`<p class="note"><strong>${showProfessional ? text.warning : text.masked}</strong></p>
<p class="lead">${head(record).slice(1).join(' ')}</p>
${rows.length > 0 ? table([columns.field, columns.residents, columns.professionals, columns.reason], rows, title) : html`<p>${record.fields.length > 0 ? text.none : text.unshown}</p>`}
${same.length > 0 && html`<h2>${text.both}</h2>${table([columns.field, `${columns.residents}・${columns.professionals}`], same, text.both)}`}`,
  );
}

/** All records: which fields are for professionals only, and why. No value is in it. */
export function countsToText(region: string, { open, sealed, nobody, fields }: AudienceCounts): string {
  const { residents, professionals } = columns;
  const lines = fields.flatMap(field => [
    `  ${field.label}：${residents} ${text.records(field.residents)}、${professionals}だけ ${text.records(field.professionals)}`,
    ...field.reasons.map(reason => `    → ${reason}`),
  ]);
  return [
    text.count(region, open, sealed, nobody),
    '',
    ...(lines.length > 0 ? [text.overview, ...lines] : [text.none]),
    '',
    text.howTo,
    '',
  ].join('\n');
}

export function countsToHtml(region: string, { open, sealed, nobody, fields }: AudienceCounts): string {
  const rows = fields.map(
    field =>
      html`<tr><th scope="row">${field.label}</th><td>${text.records(field.residents)}</td><td>${text.records(field.professionals)}</td><td>${field.reasons.map(reason => html`<p>${reason}</p>`)}</td></tr>`,
  );
  const headings = [columns.field, columns.residents, `${columns.professionals}だけ`, columns.reason];
  return htmlPage(
    text.overview,
    html`<p class="lead">${text.count(region, open, sealed, nobody)}</p>${rows.length > 0 ? table(headings, rows, text.overview) : html`<p>${text.none}</p>`}`,
  );
}

function head({ name, id, who, reason }: SeenRecord): string[] {
  return [`${name}（${id}）`, `${text.onlyWho[who]}${reason === null ? '' : `${reason}。`}`];
}

function sides({ fields }: SeenRecord): { apart: SeenField[]; alike: SeenField[] } {
  return {
    apart: fields.filter(field => field.residents !== field.professionals),
    alike: fields.filter(field => field.residents === field.professionals),
  };
}

function nameOf({ service, label }: SeenField): string {
  return service === null ? label : `${label}（${service}）`;
}

function shown(value: string | null, showProfessional: boolean): string {
  if (value === null) return text.nothing;
  return showProfessional ? value : text.hidden;
}

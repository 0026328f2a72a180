import type { Region } from '../dataset/load.ts';
import type { Issue, Severity } from '../issues/issue.ts';
import { accountSection } from './html-account.ts';
import { issueSection, issuesByFile } from './html-issues.ts';
import { mapSection } from './html-map.ts';
import { html, type Markup } from './html-markup.ts';
import { htmlPage } from './html-page.ts';
import type { Numbers, Section } from './html-parts.ts';
import { proposalSection } from './html-proposals.ts';
import { rejectedSection } from './html-rejected.ts';
import { staleSection } from './html-stale.ts';
import { reportTexts as texts } from './html-text.ts';
import { todoSection } from './html-todo.ts';
import { masked } from './mask.ts';

export interface HtmlReportInput {
  /** The region's name, or its folder when `site.yaml` cannot be read. */
  name: string;
  /** Null when `site.yaml` or `columns.yaml` cannot be used. */
  region: Region | null;
  issues: readonly Issue[];
  showProfessional?: boolean;
  /** Today in Japan; default: the region's 時点. */
  today?: string | undefined;
}

/**
 * The whole check as one page that an officer can forward, open from a USB stick and print: no script, no request.
 * Values that are professional are masked, and no text of a spreadsheet is markup.
 */
export function htmlReport(input: HtmlReportInput): string {
  const { name, region, issues, showProfessional = false, today } = input;
  const told = masked(issues, showProfessional);
  const sections = sectionsOf(region, told, showProfessional, today).filter(section => section !== null);
  const title = texts.title(name);
  return htmlPage(
    title,
    html`${head(region, told, showProfessional)}
${contents(sections, told)}
${sections.map(({ id, title: heading, count, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}${count !== null && texts.numbered(count)}</h2>${body}</section>\n`)}`,
  );
}

function head(region: Region | null, issues: readonly Issue[], showProfessional: boolean): Markup {
  const isMasked = issues.some(({ sealed }) => sealed);
  const note = showProfessional
    ? html`<p class="note note--loud">${texts.openNote}</p>`
    : isMasked && html`<p class="note">${texts.maskedNote}</p>`;
  if (!region) return html`<p class="note note--loud">${texts.noRegion}</p>${note}`;
  const { site, asOf } = region.publicDataset;
  return html`<p class="as-of">${texts.asOf(asOf)}</p>${site.demo && html`<p class="note">${texts.demo}</p>`}<p class="lead">${texts.lead}</p>${note}`;
}

const severities: readonly Severity[] = ['error', 'warning', 'repaired', 'missing', 'info'];

function contents(sections: readonly Section[], issues: readonly Issue[]): Markup {
  const counts = severities.map(severity => ({
    word: texts.severities[severity],
    count: issues.filter(found => found.severity === severity).length,
  }));
  const summary = counts.map(({ word, count }) => `${word} ${texts.count(count)}`).join(' ／ ');
  const links = sections.map(
    ({ id, title, count }) =>
      html`<li><a href="#${id}">${title}</a>${count !== null && texts.numbered(count)}</li>`,
  );
  const list = html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${texts.contents}</h2><ul>${links}</ul></nav>`;
  return html`<p class="lead"><strong>${issues.length === 0 ? texts.nothing : summary}</strong></p>${sections.length > 0 && list}`;
}

/** In the order in which an officer works: what went where, what to mend, whom to call, what to decide. */
function sectionsOf(
  region: Region | null,
  issues: readonly Issue[],
  showProfessional: boolean,
  today: string | undefined,
) {
  const of = (...wanted: Severity[]) => issues.filter(({ severity }) => wanted.includes(severity));
  const problems = of('error', 'warning');
  const repairs = of('repaired');
  const notices = of('info');
  const numbers = numberOf([problems, repairs, notices]);
  return [
    region && accountSection(region.dataset.account),
    issueSection('problems', problems, numbers, texts.problems),
    region &&
      rejectedSection({
        account: region.dataset.account,
        rejected: region.rejected,
        issues,
        numbers,
        showProfessional,
      }),
    region && mapSection(region, issues, numbers),
    region && todoSection(region, issues),
    region && staleSection(region.publicDataset, today ?? region.publicDataset.asOf),
    region && proposalSection(region, showProfessional),
    issueSection('repairs', repairs, numbers, texts.repairs),
    issueSection('notices', notices, numbers, texts.notices),
  ];
}

/** Numbers run through the report in the order in which problems stand in it. */
function numberOf(parts: readonly (readonly Issue[])[]): Numbers {
  const ordered = parts.flatMap(part => issuesByFile(part).flatMap(([, found]) => found));
  return new Map(ordered.map((found, index) => [found, index + 1]));
}

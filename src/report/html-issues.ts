import type { IssueCode } from '../issues/catalogue.ts';
import { formatSentence, type Issue, type Severity } from '../issues/issue.ts';
import { mistakeText } from '../text/mistakes/page.ts';
import { html, type Markup } from './html-markup.ts';
import { foldedTable, type Numbers, place, type Section } from './html-parts.ts';
import { reportTexts as texts } from './html-text.ts';
import { mistakeBody } from './mistakes/html.ts';
import { mistakePage } from './mistakes/page.ts';

/** Shown of one code in one file before the rest is folded. */
const shown = 5;

/** Files with errors first, then those with warnings; otherwise in the order in which they were read. */
export function issuesByFile(issues: readonly Issue[]): [file: string, issues: Issue[]][] {
  const files = [...Map.groupBy(issues, ({ at }) => at.file)];
  const rank = (found: readonly Issue[]) => Math.min(...found.map(({ severity }) => loudness[severity]));
  return files
    .map(([file, found]): [string, Issue[]] => [file, byCode(found).flatMap(([, group]) => group)])
    .sort(([, a], [, b]) => rank(a) - rank(b));
}

const loudness: Readonly<Record<Severity, number>> = {
  error: 0,
  warning: 1,
  repaired: 2,
  missing: 3,
  info: 4,
};

/** Errors before warnings, each code at its first row. */
function byCode(issues: readonly Issue[]): [code: IssueCode, issues: Issue[]][] {
  const groups = [...Map.groupBy(issues, ({ code }) => code)];
  const first = (group: readonly Issue[]) => group[0]!;
  return groups.sort(([, a], [, b]) => loudness[first(a).severity] - loudness[first(b).severity]);
}

export function issueSection(
  id: string,
  issues: readonly Issue[],
  numbers: Numbers,
  { title, lead }: { title: string; lead: string },
): Section | null {
  if (issues.length === 0) return null;
  const files = issuesByFile(issues).map(
    ([file, found], index) =>
      html`<h3 id="${id}-${index + 1}">${file}${texts.numbered(found.length)}</h3>${byCode(found).map(
        ([, group]) => codeGroup(file, group, numbers),
      )}`,
  );
  return { id, title, count: issues.length, body: html`<p class="lead">${lead}</p>${files}` };
}

/** One kind of problem in one file. A sentence that is the same for every row is said once, above the rows. */
function codeGroup(file: string, group: readonly Issue[], numbers: Numbers): Markup {
  const { severity } = group[0]!;
  const sentences = new Set(group.map(wholeSentence));
  const isCommon = sentences.size === 1;
  const hasValues = group.some(({ value }) => value !== '');
  const headings = [
    texts.issue.number,
    texts.issue.place,
    ...(hasValues ? [texts.issue.value] : []),
    ...(isCommon ? [] : [texts.issue.sentence]),
  ];
  const rows = group.map(found => issueRow(found, numbers.get(found) ?? 0, { hasValues, isCommon }));
  const word = texts.severities[severity];
  const label = `${file} ${word} ${texts.issue.number}${numbers.get(group[0]!) ?? 0}`;
  return html`<h4><span class="word word--${severity}">${word}</span> ${texts.count(group.length)}</h4>${
    isCommon && html`<p class="sentence">${[...sentences]}</p>`
  }${foldedTable(headings, rows, { label, shown, rest: texts.issue.rest })}${mendingFold(group[0]!)}`;
}

/** The page of よくあるまちがい, to open in place; nothing when there is nothing to mend. */
function mendingFold({ code }: Issue): Markup | null {
  const page = mistakePage(code);
  if (page.steps.length === 0) return null;
  return html`<details class="mending"><summary>${mistakeText.summary(page.title)}</summary>${mistakeBody(page)}</details>`;
}

function issueRow(
  found: Issue,
  number: number,
  { hasValues, isCommon }: { hasValues: boolean; isCommon: boolean },
): Markup {
  const value = found.value === '' ? html`<span class="empty">${texts.issue.empty}</span>` : found.value;
  return html`<tr id="n${number}"><th scope="row" class="narrow">${number}</th><td class="place">${place(
    found.at,
  )}</td>${hasValues && html`<td class="value">${value}</td>`}${
    !isCommon && html`<td>${wholeSentence(found)}</td>`
  }</tr>`;
}

/** Sentences go on from the quoted value (「35,6812」は…), which stands in a cell of its own here. */
export function wholeSentence(found: Issue): string {
  return found.value === '' ? formatSentence(found) : `「…」${formatSentence(found)}`;
}

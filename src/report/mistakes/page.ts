import { catalogue, type IssueCode } from '../../issues/catalogue.ts';
import { articleCodes } from '../../issues/codes/articles.ts';
import { datasetCodes } from '../../issues/codes/dataset.ts';
import { geoCodes } from '../../issues/codes/geo.ts';
import { hoursCodes } from '../../issues/codes/hours.ts';
import { ingestCodes } from '../../issues/codes/ingest.ts';
import { secureCodes } from '../../issues/codes/secure.ts';
import { siteCodes } from '../../issues/codes/site.ts';
import { valueCodes } from '../../issues/codes/values.ts';
import type { Severity } from '../../issues/issue.ts';
import type { MistakeExample, Piece } from '../../issues/mistakes/example.ts';
import examples from '../../issues/mistakes/examples.json' with { type: 'json' };
import { articleMending } from '../../text/mistakes/articles.ts';
import { datasetMending } from '../../text/mistakes/dataset.ts';
import { geoMending } from '../../text/mistakes/geo.ts';
import { hoursMending } from '../../text/mistakes/hours.ts';
import { ingestMending } from '../../text/mistakes/ingest.ts';
import type { Mending } from '../../text/mistakes/mending.ts';
import { mistakeText as text } from '../../text/mistakes/page.ts';
import { secureMending } from '../../text/mistakes/secure.ts';
import { siteMending } from '../../text/mistakes/site.ts';
import { valueMending } from '../../text/mistakes/values.ts';

/** All that is said of one issue code: how it looks, why it is told, what to do, what happens meanwhile. */
export interface MistakePage {
  code: IssueCode;
  severity: Severity;
  title: string;
  why: string;
  /** From opening the file to checking again; empty when there is nothing to mend. */
  steps: readonly string[];
  /** Null for a code that no file can show. */
  example: MistakeExample | null;
  /** What becomes of the example's row, or of the site; null without an example. */
  fate: string | null;
}

const mending: Readonly<Record<IssueCode, Mending>> = {
  ...ingestMending,
  ...siteMending,
  ...datasetMending,
  ...valueMending,
  ...hoursMending,
  ...geoMending,
  ...articleMending,
  ...secureMending,
};

/** Made from the fixtures of the tests, which hold that they are what `check` says today. */
const examplesByCode = new Map(
  (examples as readonly unknown[] as readonly MistakeExample[]).map(each => [each.code, each]),
);

const codesOf = (codes: object) => Object.keys(codes) as IssueCode[];

/** The codes in the order of the manual, under what they are about. */
export const mistakeGroups: readonly { title: string; codes: readonly IssueCode[] }[] = [
  { title: text.groups.values, codes: codesOf(valueCodes) },
  { title: text.groups.dataset, codes: codesOf(datasetCodes) },
  { title: text.groups.hours, codes: codesOf(hoursCodes) },
  { title: text.groups.geo, codes: codesOf(geoCodes) },
  { title: text.groups.ingest, codes: codesOf(ingestCodes) },
  { title: text.groups.site, codes: codesOf(siteCodes) },
  { title: text.groups.secure, codes: codesOf(secureCodes) },
  { title: text.groups.articles, codes: codesOf(articleCodes) },
];

export function mistakePage(code: IssueCode): MistakePage {
  const { title, why, steps } = mending[code];
  const example = examplesByCode.get(code) ?? null;
  const { severity } = catalogue[code];
  return {
    ...{ code, severity, title, why, example },
    steps: steps.length === 0 ? [] : wholeWay(steps, example),
    fate: example && fateOf(example),
  };
}

function fateOf({ fate }: MistakeExample): string {
  return fate.of === 'row' ? text.rowFates[fate.row] : text.siteFates[fate.site];
}

/** Opening and saving depend on the kind of file; without an example the steps speak for themselves. */
function wholeWay(steps: readonly string[], example: MistakeExample | null): string[] {
  if (!example) return [...steps, text.again];
  const kind = kindOf(example);
  const goTo = goToOf(example.piece);
  return [
    ...(kind === 'folder' ? [text.open.folder] : [text.open[kind](example.file)]),
    ...(goTo === null ? [] : [goTo]),
    ...steps,
    ...(kind === 'folder' ? [] : [text.save[kind]]),
    text.again,
  ];
}

function kindOf({ file, piece }: MistakeExample): 'workbook' | 'csv' | 'text' | 'folder' {
  if (piece.kind !== 'cells') return piece.kind === 'lines' ? 'text' : 'folder';
  return /\.xlsx$/.test(file) ? 'workbook' : 'csv';
}

function goToOf(piece: Piece): string | null {
  if (piece.kind === 'files') return null;
  if (piece.kind === 'lines') return piece.wrong.row === undefined ? null : text.goTo.line;
  const { row, column } = piece.wrong;
  if (row !== undefined && column !== undefined) return text.goTo.cell(`${column}${row}`);
  if (row !== undefined) return text.goTo.row(row);
  return column === undefined ? null : text.goTo.column(column);
}

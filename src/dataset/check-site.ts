import { headerKey } from '../columns/header-key.ts';
import { letterIn, namesTable, OwnColumns, starIn } from '../columns/own-columns.ts';
import { readPublicHeader } from '../columns/public-header.ts';
import {
  type ColumnSection,
  noRegionColumns,
  type RegionColumns,
  sectionsOf,
} from '../columns/region-columns.ts';
import { type CellRead, type Issue, issue, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Site } from '../model/site.ts';
import { readDate } from '../normalize/date.ts';
import { formatPhone, readPhone } from '../normalize/phone.ts';
import { readEmail, readUrl } from '../normalize/url.ts';
import type { TableHeader } from './read-layers.ts';
import type { RecordRow } from './record.ts';

/**
 * Telephones, addresses and dates of `site.yaml`, read as the cells of a table are: repaired ones come back repaired,
 * and what nobody could dial, open or date is told and left out. `today` (`YYYY-MM-DD`): a 時点 after it is told and
 * left out too; without it dates are not compared.
 */
export function checkSite(site: Site, today?: string): Read<Site> {
  const issues: Issue[] = [];
  /** `{ [key]: value }`, or nothing when the value cannot be used. */
  const part = <K extends string>(
    key: K,
    text: string | undefined,
    reader: (text: string) => CellRead<string>,
  ): { [P in K]?: string } => {
    if (text === undefined) return {};
    const { value, findings } = reader(text);
    for (const { code, detail } of findings)
      issues.push(issue(code, { file: 'site.yaml', header: key }, text, detail));
    return value === null ? {} : ({ [key]: value } as { [P in K]?: string });
  };
  const date = (text: string) => readPastDate(text, today);
  const { contact, asOf, sources, emergency, desks, ...rest } = site;
  const value: Site = {
    ...rest,
    ...part('asOf', asOf, date),
    emergency: emergency.map(({ phone, url, ...entry }) => ({
      ...entry,
      ...part('phone', phone, readPhoneText),
      ...part('url', url, readUrl),
    })),
    desks: desks.map(({ phone, email, url, ...entry }) => ({
      ...entry,
      ...part('phone', phone, readPhoneText),
      ...part('email', email, readEmail),
      ...part('url', url, readUrl),
    })),
  };
  if (contact) {
    const { phone, email, form, ...desk } = contact;
    value.contact = {
      ...desk,
      ...part('phone', phone, readPhoneText),
      ...part('email', email, readEmail),
      ...part('form', form, readUrl),
    };
  }
  if (sources) {
    value.sources = sources.map(({ asOf: of, url, ...source }) => ({
      ...source,
      ...part('asOf', of, date),
      ...part('url', url, readUrl),
    }));
  }
  return { value, issues };
}

/** The site dials one number. */
function readPhoneText(text: string): CellRead<string> {
  const { value, findings } = readPhone(text);
  const [first] = value ?? [];
  return { value: first ? formatPhone(first) : null, findings };
}

function readPastDate(text: string, today: string | undefined): CellRead<string> {
  const read = readDate(text);
  if (read.value === null || !isAfter(read.value, today)) return read;
  return { value: null, findings: [{ code: 'date-in-future', detail: { today: today ?? '' } }] };
}

/** `2026-12` is after 2026-11-30 and not after 2026-12-01. */
function isAfter(date: string, today: string | undefined): boolean {
  return today !== undefined && date > today.slice(0, date.length);
}

/** Nobody has confirmed anything tomorrow: such a 確認日 is told and taken out, so that it is no 時点 either. */
export function checkConfirmationDates(
  rows: readonly RecordRow[],
  today: string | undefined,
): Read<RecordRow[]> {
  const issues: Issue[] = [];
  const value = rows.map(row => {
    if (!row.confirmed || !isAfter(row.confirmed.on, today)) return row;
    const at = { ...row.at, header: '確認日' };
    issues.push(issue('date-in-future', at, row.confirmed.on, { today: today ?? '' }));
    return { ...row, confirmed: null };
  });
  return { value, issues };
}

/**
 * Entries of `columns.yaml` that no table of the region has a column for, and files it names that are not there.
 * `locateInYaml` adds the line.
 */
export function checkRegionColumns(columns: RegionColumns, tables: readonly TableHeader[]): Issue[] {
  const ofFiles = Object.entries(columns.files).flatMap(([name, section]) => {
    const named = tables.filter(table => namesTable(name, table));
    return named.length > 0 ? checkSection(section, named, columns) : [fileNotFound(name, tables)];
  });
  const undecided = sectionsOf(columns).flatMap(checkAudiences);
  return [...checkSection(columns, tables, columns), ...ofFiles, ...undecided];
}

/** A new field that nobody said who may see it: professionals alone see it until somebody does. */
function checkAudiences({ columns }: ColumnSection): Issue[] {
  return Object.entries(columns).flatMap(([header, column]) =>
    column !== 'ignore' && column.label !== undefined && column.audience === undefined
      ? [issue('columns-audience-undecided', { file: 'columns.yaml', header })]
      : [],
  );
}

function checkSection(
  section: ColumnSection,
  tables: readonly TableHeader[],
  columns: RegionColumns,
): Issue[] {
  const used = new Set<string>();
  for (const { cells } of tables) {
    const own = new OwnColumns(section === columns ? [section] : [section, noRegionColumns], cells);
    cells.forEach((cell, index) => {
      const published = readPublicHeader(cell);
      const entry = own.entryAt(index) ?? (published && own.entryNamed(published.key));
      if (entry) used.add(entry.name);
    });
  }
  const headers = tables.flatMap(({ cells }) => cells);
  return Object.keys(section.columns)
    .filter(name => !used.has(name) && !isOutranked(name, headers))
    .map(name => {
      const close = nearest(name, headers);
      const isPosition = section === columns && letterIn(name) !== null;
      const detail = { ...(close ? { nearest: close } : {}), ...(isPosition ? { position: name } : {}) };
      return issue('columns-header-not-found', { file: 'columns.yaml', header: name }, '', detail);
    });
}

/** Its header is there, though a nearer entry took the column. */
function isOutranked(name: string, headers: readonly string[]): boolean {
  return headers.some(header => headerKey(header) === headerKey(name) || starIn(name, header) !== null);
}

function fileNotFound(name: string, tables: readonly TableHeader[]): Issue {
  const close = nearest(
    name,
    new Set(tables.flatMap(({ file, sheet }) => [file, ...(sheet ? [`${file}/${sheet}`] : [])])),
  );
  const at = { file: 'columns.yaml', header: name };
  return issue('columns-file-not-found', at, name, close ? { nearest: close } : {});
}

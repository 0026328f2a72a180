import { placeOf, type Table } from '../ingest/table.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Relation, Vocabulary } from '../model/vocabulary.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { foldHeader, withoutInstruction } from '../normalize/keys.ts';
import type { VocabularyLookup } from '../vocabulary/lookup.ts';
import { type FieldKey, fieldHeaders, unusedHeaders } from './fields.ts';
import { fieldNamed, type RegionColumn, type RegionColumns } from './region-columns.ts';

/** What a column holds. `layout` columns are known to one official layout only (closed-day flags, time slots). */
export type Meaning =
  | { kind: 'field'; field: FieldKey }
  | { kind: 'layout'; key: string }
  | {
      kind: 'capability';
      ids: readonly string[];
      relation: Relation | null;
      ambiguous: boolean;
      audience: 'public' | 'professional';
    }
  | { kind: 'custom'; key: string; label: string; audience: 'public' | 'professional' }
  | { kind: 'unused' }
  | { kind: 'ignored' }
  | { kind: 'unknown' };

export interface Column {
  index: number;
  header: string;
  meaning: Meaning;
}

export interface HeaderContext {
  vocabulary: Vocabulary;
  lookup: VocabularyLookup;
  regionColumns: RegionColumns;
  /** Folded header → meaning in the recognised layout; outranks the common table. */
  layoutHeaders: ReadonlyMap<string, Meaning>;
}

const commonHeaders: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...unusedHeaders.map(header => [headerKey(header), { kind: 'unused' }] as [string, Meaning]),
  ...(Object.keys(fieldHeaders) as FieldKey[]).flatMap(field =>
    fieldHeaders[field].map(header => [headerKey(header), { kind: 'field', field }] as [string, Meaning]),
  ),
]);

const knownHeaders: readonly string[] = Object.values(fieldHeaders).flat();

/** Folding drops signs; a header of signs only (〒) stands for itself, so that ○ and － are not taken for it. */
function headerKey(header: string): string {
  return foldHeader(header) || header.trim();
}

/** How many cells of a row are headers we know: how the header row is found under title rows. */
export function countKnownHeaders(cells: readonly string[], context: HeaderContext): number {
  return cells.filter(cell => cell.trim() !== '' && meaningOf(cell, context).value.kind !== 'unknown').length;
}

/**
 * Gives every column its meaning. An unknown header is told with the nearest known one and never published;
 * of two columns that mean the same, the first counts and the second is told.
 */
export function matchHeaders(
  table: Table,
  row: number,
  cells: readonly string[],
  context: HeaderContext,
): Read<Column[]> {
  const issues: Issue[] = [];
  const seen = new Map<string, string>();
  const columns = cells.map((cell, index): Column => {
    const header = unescapeFormula(cell.replace(/\s+/g, ' ').trim());
    if (header === '') return { index, header, meaning: { kind: 'unknown' } };
    const at = placeOf(table, row, index, header);
    const read = meaningOf(header, context);
    issues.push(...read.issues.map(found => ({ ...found, at })));
    const meaning = read.value;
    if (meaning.kind === 'unknown') issues.push(unknownHeader(at, header, context.vocabulary));
    const identity = identityOf(meaning, header);
    const earlier = identity === null ? undefined : seen.get(identity);
    if (earlier !== undefined) {
      issues.push(issue('header-duplicate', at, header, { first: earlier }));
      return { index, header, meaning: { kind: 'unknown' } };
    }
    if (identity !== null) seen.set(identity, header);
    return { index, header, meaning };
  });
  return { value: columns, issues };
}

function unknownHeader(at: Issue['at'], header: string, vocabulary: Vocabulary): Issue {
  const close = nearestHeader(withoutInstruction(header), vocabulary);
  return issue('header-unknown', at, header, close ? { nearest: close } : {});
}

/** The header that was probably meant, among all words that would have been understood. */
function nearestHeader(header: string, vocabulary: Vocabulary): string | null {
  const capabilities = [...vocabulary.capabilities.values()];
  return nearest(header, [
    ...knownHeaders,
    ...capabilities.map(capability => capability.label),
    ...capabilities.flatMap(capability => capability.aliases),
    ...vocabulary.ambiguous.flatMap(({ terms }) => terms),
  ]);
}

function identityOf(meaning: Meaning, header: string): string | null {
  switch (meaning.kind) {
    case 'field':
      return `field ${meaning.field}`;
    case 'layout':
      return `layout ${meaning.key}`;
    case 'capability':
      return `capability ${meaning.ids.join('+')} ${meaning.relation ?? ''} ${meaning.audience}`;
    case 'custom':
      return `custom ${meaning.key}`;
    case 'ignored':
      return null;
    default:
      return `text ${headerKey(header)}`;
  }
}

function meaningOf(header: string, context: HeaderContext): Read<Meaning> {
  const folded = headerKey(header);
  const own =
    ownColumn(folded, context) ?? ownColumn(headerKey(readPublicHeader(header)?.key ?? ''), context);
  if (own) return meaningOfRegionColumn(own[0], own[1], context);
  const known = context.layoutHeaders.get(folded) ?? commonHeaders.get(folded);
  if (known) return { value: known, issues: [] };
  const capability = context.lookup.findCapability(withoutInstruction(header));
  if (!capability) {
    const published = readPublicHeader(header);
    if (published) return { value: { kind: 'custom', ...published, audience: 'public' }, issues: [] };
    return { value: { kind: 'unknown' }, issues: [] };
  }
  const { ids, relation, conditionalOnly } = capability;
  return {
    value: { kind: 'capability', ids, relation, ambiguous: conditionalOnly, audience: 'public' },
    issues: [],
  };
}

function ownColumn(folded: string, { regionColumns }: HeaderContext): [string, RegionColumn] | undefined {
  if (folded === '') return undefined;
  return Object.entries(regionColumns).find(([name]) => headerKey(name) === folded);
}

/**
 * A column of the region's own in a published list says by its header that it is public: `駐車場（公開項目）`, or
 * `P（公開項目：駐車場）` where the region shows it under another name. What `columns.yaml` says of it comes first.
 */
export function formatPublicHeader(key: string, label: string): string {
  return key === label ? `${key}（公開項目）` : `${key}（公開項目：${label}）`;
}

function readPublicHeader(header: string): { key: string; label: string } | null {
  const [, key, label] = /^(.+?)\s*[（(]公開項目(?:[：:](.+))?[）)]$/.exec(header.trim()) ?? [];
  return key === undefined ? null : { key, label: label ?? key };
}

function meaningOfRegionColumn(name: string, column: RegionColumn, context: HeaderContext): Read<Meaning> {
  if (column === 'ignore') return { value: { kind: 'ignored' }, issues: [] };
  if ('field' in column) {
    const field = fieldNamed(column.field, foldHeader);
    if (field) return { value: { kind: 'field', field }, issues: [] };
    const close = nearest(column.field, [...knownHeaders, 'ignore']);
    return unreadable(
      issue('columns-field-unknown', {} as Issue['at'], column.field, close ? { nearest: close } : {}),
    );
  }
  if ('capability' in column) {
    const found = context.lookup.findCapability(column.capability);
    if (!found) return unreadable(issue('columns-capability-unknown', {} as Issue['at'], column.capability));
    const relation = column.relation ?? found.relation;
    const { ids, conditionalOnly } = found;
    return {
      value: { kind: 'capability', ids, relation, ambiguous: conditionalOnly, audience: column.audience },
      issues: [],
    };
  }
  return { value: { kind: 'custom', key: name, label: column.label, audience: column.audience }, issues: [] };
}

function unreadable(found: Issue): Read<Meaning> {
  return { value: { kind: 'ignored' }, issues: [found] };
}

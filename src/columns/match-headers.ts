import { placeOf, type Table } from '../ingest/table.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { unescapeFormula } from '../normalize/formula-safe.ts';
import { withoutInstruction } from '../normalize/keys.ts';
import type { Column, HeaderContext, Meaning, Piece } from './column.ts';
import { type FieldKey, fieldHeaders, unusedHeaders } from './fields.ts';
import { headerKey } from './header-key.ts';
import { constantsOf, OwnColumns, type OwnEntry } from './own-columns.ts';
import { readPublicHeader } from './public-header.ts';
import { checkValue, meaningsOf, type OwnFinding, type OwnMeaning, tellAt } from './region-meaning.ts';

const commonHeaders: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...unusedHeaders.map(header => [headerKey(header), { kind: 'unused' }] as [string, Meaning]),
  ...(Object.keys(fieldHeaders) as FieldKey[]).flatMap(field =>
    fieldHeaders[field].map(header => [headerKey(header), { kind: 'field', field }] as [string, Meaning]),
  ),
]);

const knownHeaders: readonly string[] = Object.values(fieldHeaders).flat();

/** How many cells of a row are headers we know: how the header row is found under title rows. */
export function countKnownHeaders(cells: readonly string[], context: HeaderContext): number {
  const own = new OwnColumns(context.own, cells);
  const isKnown = (cell: string, index: number): boolean =>
    cell.trim() !== '' &&
    (own.entryByWords(index) !== null || usualMeaning(cell, context).kind !== 'unknown');
  return cells.filter(isKnown).length;
}

/**
 * Gives every column its meaning. An unknown header is told with the nearest known one and never published; of two
 * columns that mean the same, the first counts and the second is told, unless the region says how they are one. The
 * columns of the sheet come first, each at its place; then what has no column of its own.
 */
export function matchHeaders(
  table: Table,
  row: number,
  cells: readonly string[],
  context: HeaderContext,
): Read<Column[]> {
  const matching = new Matching(table, row, context);
  const own = new OwnColumns(context.own, cells);
  cells.forEach((cell, index) => {
    const header = unescapeFormula(cell.replace(/\s+/g, ' ').trim());
    const published = readPublicHeader(header);
    matching.take(index, header, own.entryAt(index) ?? (published && own.entryNamed(published.key)));
  });
  for (const [header, value] of Object.entries(constantsOf(context.own))) matching.addConstant(header, value);
  return matching.result();
}

type Draft = Omit<Column, 'pieces'> & { pieces?: Piece[] };

/** A row is hidden as soon as one column of these says so. */
const gateFields: ReadonlySet<FieldKey> = new Set(['status', 'listing', 'consent']);

class Matching {
  readonly #issues: Issue[] = [];
  readonly #columns: Draft[] = [];
  /** Columns beyond those of the sheet. */
  readonly #further: Draft[] = [];
  readonly #first = new Map<string, Draft>();
  readonly #table: Table;
  readonly #row: number;
  readonly #context: HeaderContext;

  constructor(table: Table, row: number, context: HeaderContext) {
    this.#table = table;
    this.#row = row;
    this.#context = context;
  }

  take(index: number, header: string, entry: OwnEntry | null): void {
    const usual: Meaning = header === '' ? { kind: 'unknown' } : usualMeaning(header, this.#context);
    const read = entry ? meaningsOf(entry, header, usual, this.#context) : null;
    this.#tell(index, header, read?.findings ?? []);
    const [first, ...others] = read?.value ?? [{ meaning: usual, rule: {} }];
    this.#columns.push(this.#place(index, header, first ?? { meaning: usual, rule: {} }));
    for (const own of others) {
      const column = this.#place(index, header, own);
      if (column.meaning.kind !== 'part') this.#further.push(column);
    }
  }

  /** What every row says outranks what a column says. */
  addConstant(header: string, constant: string): void {
    const entry: OwnEntry = { name: header, column: { fields: [header] }, star: '' };
    const { value, findings } = meaningsOf(entry, header, { kind: 'unknown' }, this.#context);
    const checked = value.flatMap(({ meaning }) => checkValue(constant, meaning, this.#context));
    const at = { file: 'columns.yaml', header };
    this.#issues.push(...[...findings, ...checked].map(tellAt(at)));
    for (const { meaning } of value) {
      if (meaning.kind === 'ignored') continue;
      const identity = identityOf(meaning, header);
      for (const column of [...this.#columns, ...this.#further])
        if (identityOf(column.meaning, column.header) === identity)
          column.meaning = { kind: 'part', of: meaning };
      this.#further.push({ index: -1, header, meaning, pieces: [{ index: -1, header, rule: {}, constant }] });
    }
  }

  result(): Read<Column[]> {
    return { value: [...this.#columns, ...this.#further], issues: this.#issues };
  }

  #tell(index: number, header: string, findings: readonly OwnFinding[]): void {
    const at = placeOf(this.#table, this.#row, index, header);
    this.#issues.push(...findings.map(tellAt(at)));
  }

  #place(index: number, header: string, own: OwnMeaning): Draft {
    const { meaning, rule } = own;
    const at = placeOf(this.#table, this.#row, index, header);
    if (header === '' && meaning.kind === 'unknown') return { index, header, meaning };
    if (meaning.kind === 'unknown') this.#issues.push(unknownHeader(at, header, this.#context.vocabulary));
    const identity = identityOf(meaning, header);
    const earlier = identity === null ? undefined : this.#first.get(identity);
    const piece: Piece = { index, header, rule, ...(own.word !== undefined && { word: own.word }) };
    if (earlier && (own.word !== undefined || rule.join !== undefined)) {
      earlier.pieces = [
        ...(earlier.pieces ?? [{ index: earlier.index, header: earlier.header, rule: {} }]),
        piece,
      ];
      return { index, header, meaning: { kind: 'part', of: meaning } };
    }
    const isGate = meaning.kind === 'field' && gateFields.has(meaning.field);
    if (earlier && !isGate) {
      this.#issues.push(issue('header-duplicate', at, header, { first: earlier.header }));
      return { index, header, meaning: { kind: 'unknown' } };
    }
    const isPlain = own.word === undefined && !rule.values && !rule.split;
    const column: Draft = isPlain ? { index, header, meaning } : { index, header, meaning, pieces: [piece] };
    if (identity !== null && !earlier) this.#first.set(identity, column);
    return column;
  }
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

/** Two columns of one identity mean the same; null = each stands for itself. */
function identityOf(meaning: Meaning, header: string): string | null {
  switch (meaning.kind) {
    case 'field':
      return `field ${meaning.field}`;
    case 'layout':
      return `layout ${meaning.key}`;
    case 'capability': {
      const relation = typeof meaning.relation === 'string' ? meaning.relation : '';
      return `capability ${meaning.ids.join('+')} ${relation} ${meaning.audience}`;
    }
    case 'hours':
      return `hours ${meaning.purpose} ${meaning.field}`;
    case 'custom':
      return `custom ${meaning.key}`;
    case 'answers':
    case 'ignored':
    case 'part':
      return null;
    default:
      return `text ${headerKey(header)}`;
  }
}

/** What a header means where the region says nothing of it. */
export function usualMeaning(header: string, context: HeaderContext): Meaning {
  const folded = headerKey(header);
  const known = context.layoutHeaders.get(folded) ?? commonHeaders.get(folded);
  if (known) return known;
  const capability = context.lookup.findCapability(withoutInstruction(header));
  if (!capability) {
    const published = readPublicHeader(header);
    return published ? { kind: 'custom', ...published, audience: 'public' } : { kind: 'unknown' };
  }
  const { ids, relation, conditionalOnly } = capability;
  return { kind: 'capability', ids, relation, ambiguous: conditionalOnly, audience: 'public' };
}

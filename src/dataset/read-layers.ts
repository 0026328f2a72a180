import { findHeader } from '../columns/find-header.ts';
import { sectionsFor } from '../columns/own-columns.ts';
import type { RegionColumns } from '../columns/region-columns.ts';
import { formatNamed, formats } from '../formats/registry.ts';
import { areasContaining } from '../geo/areas.ts';
import { readTables } from '../ingest/read.ts';
import type { Table } from '../ingest/table.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Area, FileAccount, SourceCredit } from '../model/dataset.ts';
import type { Position } from '../model/facility.ts';
import { type Listing, type Site, type Source, sourceSchema } from '../model/site.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { searchKey } from '../normalize/keys.ts';
import { sealedEnding } from '../secure/sealed-file.ts';
import type { VocabularyLookup } from '../vocabulary/lookup.ts';
import { append } from './append.ts';
import { loadOutlines } from './areas.ts';
import type { RegionFolder } from './load.ts';
import { isAboutTemplate, readTable, recognise, type TableContext } from './read-table.ts';
import { keyText, type RecordRow } from './record.ts';
import { clearName, isUnopened } from './sealed-files.ts';
import type { RejectedRow, TableSeal } from './sealing.ts';
import { isOutsideAreas, type PlaceFilter, placeFilter } from './whereabouts.ts';

export interface Layer {
  id: string;
  order: number;
  source: Source;
  listing: Listing;
  credit: SourceCredit;
}

export interface Layers {
  layers: Map<string, Layer>;
  /** In layer order, then file order; withheld rows are among them. */
  rows: RecordRow[];
  accounts: LayerAccount[];
  seals: TableSeal[];
  /** Rows rejected before layers were joined. */
  rejected: RejectedRow[];
  /** The header of every table, as typed. */
  headers: TableHeader[];
}

export interface TableHeader extends Pick<Table, 'file' | 'sheet'> {
  cells: readonly string[];
}

/** Two layers may be files of one name, so an account knows its layer. */
export interface LayerAccount {
  layer: string;
  account: FileAccount;
}

export interface LayersInput {
  folder: RegionFolder;
  site: Site;
  vocabulary: Vocabulary;
  lookup: VocabularyLookup;
  regionColumns: RegionColumns;
  areas: readonly Area[];
}

/** `.xls` and `.xlsm` are among them so that the reader can say what to do with them. */
const readable = /\.(csv|tsv|txt|xlsx|xlsm|xls|zip|ya?ml)$/i;

interface ReadingInput extends LayersInput {
  filterOf(layer: Layer): PlaceFilter;
}

/** Reads every layer. Tables that only add to records (診療時間票) are read last, when the records are known. */
export function readLayers(given: LayersInput): Read<Layers> {
  const filters = new Map<string, PlaceFilter>();
  const outlines = loadOutlines(
    given.folder,
    (given.site.sources ?? []).map(({ only }) => only),
  );
  const ofRegion = placeFilter(given.site.municipalities, given.areas);
  const filterOf = ({ id, source }: Layer): PlaceFilter => {
    const filter =
      filters.get(id) ??
      (source.only === undefined ? ofRegion : placeFilter(source.only, given.areas, outlines.value));
    filters.set(id, filter);
    return filter;
  };
  const input: ReadingInput = { ...given, filterOf };
  const issues: Issue[] = [...outlines.issues];
  const sources = sourcesOf(input);
  append(issues, sources.issues);
  const layers = new Map<string, Layer>();
  sources.value.forEach((source, order) => {
    const id = `l${order + 1}`;
    layers.set(id, { id, order, source, listing: source.listing, credit: creditOf(id, source) });
  });
  const copies = findCopies([...layers.values()], input.folder);
  append(issues, copies.issues);
  const first = [...layers.values()].map(layer => {
    const reading = readLayer(layer, input, null);
    return { layer, ...(copies.value.has(layer.id) ? skipAll(reading) : reading) };
  });
  const wanted = new Set(first.flatMap(({ rows }) => rows.flatMap(row => row.keys.map(keyText))));
  const rows: RecordRow[] = [];
  const accounts: LayerAccount[] = [];
  const seals: TableSeal[] = [];
  const rejected: RejectedRow[] = [];
  const headers: TableHeader[] = [];
  for (const { layer, ...reading } of first) {
    const whole = reading.waits ? readLayer(layer, input, wanted) : reading;
    append(rows, whole.rows);
    append(
      accounts,
      whole.accounts.map(account => ({ layer: layer.id, account })),
    );
    append(issues, whole.issues);
    append(seals, whole.seals);
    append(rejected, whole.rejected);
    append(headers, whole.headers);
  }
  if (accounts.some(({ account }) => account.outside > 0))
    issues.push(...checkPlaces([...filters.values()], given.areas));
  return { value: { layers, rows, accounts, seals, rejected, headers }, issues };
}

/** A copy of a file that was read already: every row of it is accounted for, none is used. */
function skipAll(reading: LayerReading): LayerReading {
  const accounts = reading.accounts.map(({ read, ...account }) => ({
    ...account,
    ...{ read, skipped: read, published: 0, merged: 0, heldBack: 0, rejected: 0, outside: 0 },
  }));
  return { ...nothing(), accounts };
}

/** A word of `municipalities:` or `only:` that no row of any file matched. Nationwide files may lack a place; all may not. */
function checkPlaces(filters: readonly PlaceFilter[], areas: readonly Area[]): Issue[] {
  const found = new Set(filters.flatMap(filter => [...filter.found]));
  const words = new Set(filters.flatMap(filter => [...filter.words.keys()]));
  const names = areas.flatMap(area => [area.id, area.name]);
  return [...words].flatMap(word => {
    if (found.has(word)) return [];
    const close = nearest(word, names);
    return [issue('place-not-found', { file: 'site.yaml' }, word, close ? { nearest: close } : {})];
  });
}

function sourcesOf({ folder, site }: LayersInput): Read<Source[]> {
  if (site.sources)
    return { value: site.sources.map(source => ({ ...source, file: clearName(source.file) })), issues: [] };
  const issues: Issue[] = [];
  const files = layersByDefault(folder, path => issues.push(issue('file-kind-unknown', { file: path })));
  const isSealed = folder.list('facilities').some(path => path.endsWith(sealedEnding));
  if (files.length === 0 && !isSealed) issues.push(issue('facilities-empty', { file: 'facilities/' }));
  return { value: files.map(file => sourceSchema.parse({ file })), issues };
}

/** Files of `facilities/` that are layers where `site.yaml` lists none; `tell` hears of those that cannot be read. */
export function layersByDefault(folder: RegionFolder, tell: (path: string) => void = () => {}): string[] {
  return folder.list('facilities').filter(path => {
    const name = path.split('/').pop() ?? '';
    if (name.startsWith('.') || name.startsWith('~$')) return false;
    // Told by `checkSealedFiles`; backups of them are nobody's rows.
    if (name.replace(/\.bak\d*$/, '').endsWith(sealedEnding)) return false;
    if (!readable.test(name)) tell(path);
    return readable.test(name);
  });
}

/** Files with the very bytes of an earlier one (「一覧 - コピー.xlsx」): read twice, every office would stand twice. */
function findCopies(layers: readonly Layer[], folder: RegionFolder): Read<ReadonlySet<string>> {
  const issues: Issue[] = [];
  const copies = new Set<string>();
  const bySize = new Map<number, { file: string; bytes: Uint8Array }[]>();
  for (const { id, source } of layers) {
    const bytes = folder.read(source.file);
    if (!bytes || bytes.length === 0) continue;
    const others = bySize.get(bytes.length) ?? [];
    const first = others.find(other => other.bytes.every((byte, index) => byte === bytes[index]));
    if (first) {
      issues.push(
        issue('file-duplicate', { file: shownName(source.file) }, '', { first: shownName(first.file) }),
      );
      copies.add(id);
    } else bySize.set(bytes.length, [...others, { file: source.file, bytes }]);
  }
  return { value: copies, issues };
}

/** As the officer sees it: the path below `facilities/`, else the file's name. */
function shownName(path: string): string {
  return path.startsWith('facilities/') ? path.slice('facilities/'.length) : fileName(path);
}

function creditOf(layer: string, source: Source): SourceCredit {
  return {
    layer,
    title: source.title ?? fileName(source.file).replace(/\.[a-z]+$/i, ''),
    publisher: source.publisher ?? null,
    licence: source.licence ?? null,
    url: source.url ?? null,
    asOf: source.asOf ?? null,
    kind: source.kind,
    credit: source.credit ?? null,
  };
}

function fileName(path: string): string {
  return path.split('/').pop() ?? path;
}

interface LayerReading {
  rows: RecordRow[];
  accounts: FileAccount[];
  issues: Issue[];
  seals: TableSeal[];
  rejected: RejectedRow[];
  headers: TableHeader[];
  /** It has a table that can only be read when the records are known. */
  waits: boolean;
}

function nothing(): LayerReading {
  return { rows: [], accounts: [], issues: [], seals: [], rejected: [], headers: [], waits: false };
}

/** Reads one file. With `wanted` null, a file holding a long-format supplement is left for later. */
function readLayer(layer: Layer, input: ReadingInput, wanted: ReadonlySet<string> | null): LayerReading {
  const reading = nothing();
  const { source } = layer;
  const bytes = input.folder.read(source.file);
  const place = { file: shownName(source.file) };
  if (!bytes && isUnopened(input.folder, source.file)) return reading;
  if (!bytes) {
    reading.issues.push(issue('source-not-found', { file: 'site.yaml', header: 'sources' }, source.file));
    return reading;
  }
  const format = source.layout ? formatNamed(source.layout) : null;
  if (source.layout && !format) {
    const close = nearest(
      source.layout,
      formats.map(one => one.id),
    );
    reading.issues.push(
      issue('layout-unknown', { file: 'site.yaml', header: 'layout' }, source.layout, {
        known: formats.map(one => one.id).join('\n'),
        ...(close && { nearest: close }),
      }),
    );
  }
  const context = tableContext(layer, input, format, wanted);
  for (const table of readTables(place.file, bytes, found => reading.issues.push(found))) {
    // A sheet of our template on how to fill it in holds no row of the officer's.
    if (table.sheet && isAboutTemplate(table)) continue;
    if (!wanted) {
      const header = findHeader(table.rows, {
        ...context,
        own: sectionsFor(input.regionColumns, table),
        layoutHeaders: new Map(),
      });
      const known = format ?? (header ? recognise(header.header.cells) : null);
      if (known?.supplementKey) return { ...nothing(), waits: true };
    }
    const read = readTable(table, context);
    append(reading.rows, read.rows);
    append(reading.issues, read.issues);
    reading.accounts.push(read.account);
    reading.seals.push(read.seal);
    append(reading.rejected, read.rejected);
    const { file, sheet } = table;
    reading.headers.push({ file, ...(sheet && { sheet }), cells: read.headers });
  }
  return reading;
}

function tableContext(
  layer: Layer,
  input: ReadingInput,
  format: TableContext['format'],
  wanted: ReadonlySet<string> | null,
): TableContext {
  const { areas, vocabulary, lookup, regionColumns, filterOf } = input;
  const filter = filterOf(layer);
  return {
    vocabulary,
    lookup,
    regionColumns,
    layer: layer.id,
    official: layer.source.kind === 'official',
    isKindStated: input.site.sources !== undefined,
    format,
    filter,
    isFilteredByRegion: layer.source.only === undefined,
    areaNamed: areaFinder(areas, vocabulary),
    isWantedKey: key => wanted?.has(`ナビイID:${key}`) ?? true,
    isOutsideAreas: (position: Position | undefined) =>
      isOutsideAreas(position, filter, (at, among) => areasContaining(at, among).length > 0),
  };
}

/** Finds an area by id or name, after folding; null when two areas of the region have the name. */
function areaFinder(areas: readonly Area[], vocabulary: Vocabulary): (text: string) => string | null {
  const fold = (text: string) => searchKey(text, { level: 'exact', variants: vocabulary.characterVariants });
  const found = new Map<string, string | null>();
  for (const area of areas) {
    for (const name of new Set([fold(area.id), fold(area.name)]))
      found.set(name, found.has(name) ? null : area.id);
  }
  return text => found.get(fold(text)) ?? null;
}

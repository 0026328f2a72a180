/** The entries of imported layers in `site.yaml`, written into the officer's own text. */
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { Source } from '../model/site.ts';

export interface SourceEntry {
  file: string;
  title: string;
  publisher?: string | undefined;
  licence?: string | undefined;
  url?: string | undefined;
  kind: Source['kind'];
  /** Null: not known; an older one must not stay. */
  asOf: string | null;
  /** What was asked for; undefined leaves what stands there. */
  only?: Source['only'] | undefined;
}

/**
 * The text of `site.yaml` with these entries; all but its `sources:` stays as it is to the last blank. An entry that is
 * there keeps all the officer wrote, but for 時点 and `only:`. A new one comes before what is no official list, since what
 * stands below wins. Where there were no `sources:`, `others`, which were layers by default, are listed too.
 */
export function editSources(
  text: string,
  entries: readonly SourceEntry[],
  others: readonly string[],
): string {
  const document = parseDocument(text);
  const existing = document.get('sources', true);
  const sources = isSeq(existing) ? existing : new YAMLSeq();
  if (!isSeq(existing)) for (const file of others) sources.items.push(document.createNode({ file }));
  sources.flow = false;
  for (const entry of entries) {
    const item = itemsOf(sources).find(one => sameFile(one.get('file'), entry.file));
    if (item) updateEntry(document, item, entry);
    else sources.items.splice(placeFor(sources), 0, newEntry(document, entry));
  }
  return replaceSources(document, text, sources);
}

function replaceSources(document: Document.Parsed, text: string, sources: YAMLSeq): string {
  const section = new Document({});
  section.set('sources', sources);
  const isIndented = !/^sources:.*\n(?:\s*#.*\n)*- /m.test(text);
  const written = section.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: isIndented });
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === 'sources')
    : undefined;
  const [start, end] = pair ? rangeOf(pair, text) : [endOfContents(document, text), 0];
  const before = text.slice(0, start);
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  return `${before}${gap}${written}${text.slice(Math.max(start, end))}`;
}

/** From the key to the end of its list's last line. */
function rangeOf({ key, value }: Pair, text: string): [number, number] {
  const start = (key as Scalar).range?.[0] ?? text.length;
  const end = isNode(value) ? (value.range?.[1] ?? start) : start;
  const last = text.slice(start, end).trimEnd().length + start;
  const lineEnd = text.indexOf('\n', last);
  return [start, lineEnd < 0 ? text.length : lineEnd + 1];
}

/** Before the notes and blank lines that end the file. */
function endOfContents({ contents }: Document.Parsed, text: string): number {
  const end = contents?.range?.[1] ?? 0;
  const line = text.indexOf('\n', text.slice(0, end).trimEnd().length);
  return line < 0 ? text.length : line + 1;
}

function itemsOf(sources: YAMLSeq): YAMLMap[] {
  return sources.items.filter(item => isMap(item));
}

function sameFile(written: unknown, file: string): boolean {
  return (
    typeof written === 'string' && written.replace(/^\.\//, '').normalize('NFC') === file.normalize('NFC')
  );
}

/** Behind the official lists that stand first. */
function placeFor(sources: YAMLSeq): number {
  const index = sources.items.findIndex(item => !isMap(item) || item.get('kind') !== 'official');
  return index < 0 ? sources.items.length : index;
}

function updateEntry(document: Document, item: YAMLMap, { asOf, only }: SourceEntry): void {
  if (asOf === null) item.delete('asOf');
  else if (item.get('asOf') !== asOf) item.set('asOf', quoted(asOf));
  if (only !== undefined) item.set('only', flowNode(document, only));
}

function newEntry(document: Document, entry: SourceEntry): YAMLMap {
  const { file, title, publisher, licence, url, kind, asOf, only } = entry;
  const said = Object.fromEntries(
    Object.entries({ file, title, publisher, licence, url }).filter(([, value]) => value !== undefined),
  );
  const item = document.createNode(said) as YAMLMap;
  if (asOf !== null) item.set('asOf', quoted(asOf));
  item.set('kind', kind);
  if (only !== undefined) item.set('only', flowNode(document, only));
  return item;
}

function flowNode(document: Document, value: unknown) {
  return document.createNode(value, { flow: true });
}

/** Programs of older YAML take a bare date for a moment. */
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
}

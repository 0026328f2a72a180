import type { Table } from '../ingest/table.ts';
import { columnLetter } from '../ingest/table.ts';
import { headerKey } from './header-key.ts';
import type { ColumnSection, RegionColumn, RegionColumns } from './region-columns.ts';

/** What the region's `columns.yaml` says of one column of one table. */
export interface OwnEntry {
  /** The key of the entry, as written. */
  name: string;
  column: RegionColumn;
  /** What the key's `*` stands for in this header; '' where the key has none. */
  star: string;
}

/** The sections of `columns.yaml` that hold for one table: its own first. */
export type OwnSections = readonly ColumnSection[];

type TableName = Pick<Table, 'file' | 'sheet'>;

/** The sections for a table; the one that names it more closely (file and sheet, file, none) comes first. */
export function sectionsFor(columns: RegionColumns, table: TableName): OwnSections {
  const named = Object.entries(columns.files)
    .filter(([name]) => namesTable(name, table))
    .sort(([a], [b]) => b.length - a.length)
    .map(([, section]) => section);
  return [...named, columns];
}

/** `一覧.csv`, `一覧`, `調査/一覧.csv`, `一覧.xlsx/薬局` (a sheet), `一覧.zip` (all in it), `一覧.zip/a.csv`. */
export function namesTable(name: string, { file, sheet }: TableName): boolean {
  const wanted = fileKey(name);
  const parts = file.split('/');
  const starts = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const ends = parts.map((_, index) => parts.slice(index).join('/'));
  const files = [...starts, ...ends];
  const sheets = sheet ? files.map(each => `${each}/${sheet}`) : [];
  return [...files, ...sheets].some(each => fileKey(each) === wanted || fileKey(bare(each)) === wanted);
}

function fileKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^\.\//, '')
    .replace(/^facilities\//, '');
}

function bare(file: string): string {
  return file.replace(/\.[a-z]+$/i, '');
}

/** Rows of the header as the nearest section states them. */
export function headerRowsOf(sections: OwnSections): readonly number[] | undefined {
  return sections.find(section => section.headerRows)?.headerRows;
}

/** What every row of the table says; a nearer section outranks. */
export function constantsOf(sections: OwnSections): Record<string, string> {
  return Object.assign({}, ...sections.toReversed().map(section => section.constants));
}

type Entry = readonly [name: string, column: RegionColumn];

interface SectionIndex {
  byHeader: ReadonlyMap<string, Entry>;
  byLetter: ReadonlyMap<string, Entry>;
  /** `電話番号 (2)` under `電話番号 2`. */
  byTurn: ReadonlyMap<string, Entry>;
  /** The pattern that says most of the header first. */
  patterns: readonly Entry[];
}

const indexes = new WeakMap<ColumnSection, SectionIndex>();

function indexOf(section: ColumnSection): SectionIndex {
  const known = indexes.get(section);
  if (known) return known;
  const entries = Object.entries(section.columns);
  const index = {
    byHeader: keyed(entries, ([name, column]) => (usesStar(column) ? null : headerKey(name))),
    byLetter: keyed(entries, ([name]) => letterIn(name)),
    byTurn: keyed(entries, ([name]) => turnIn(name)),
    patterns: entries
      .filter(([name]) => /[*＊]/.test(name))
      .sort(([a], [b]) => headerKey(b).length - headerKey(a).length),
  };
  indexes.set(section, index);
  return index;
}

function keyed(entries: readonly Entry[], keyOf: (entry: Entry) => string | null): Map<string, Entry> {
  const keys = entries.map(entry => [keyOf(entry), entry] as const);
  return new Map(keys.filter((pair): pair is [string, Entry] => pair[0] !== null).reverse());
}

/** Finds the entries of `columns.yaml` for the columns of one header row. */
export class OwnColumns {
  readonly #sections: OwnSections;
  readonly #cells: readonly string[];
  readonly #folded: readonly string[];

  constructor(sections: OwnSections, cells: readonly string[]) {
    this.#sections = sections;
    this.#cells = cells;
    this.#folded = cells.map(headerKey);
  }

  /** By letter (in a section of one file), by turn among equal headers, by header, by pattern. */
  entryAt(index: number): OwnEntry | null {
    const ofAll = this.#sections.at(-1);
    for (const section of this.#sections) {
      const found = (section !== ofAll && this.#byLetter(section, index)) || this.#byWords(section, index);
      if (found) return found;
    }
    return null;
  }

  /** Without letters, which would find a column in any row. */
  entryByWords(index: number): OwnEntry | null {
    for (const section of this.#sections) {
      const found = this.#byWords(section, index);
      if (found) return found;
    }
    return null;
  }

  /** An entry by a header that no cell is written as. */
  entryNamed(header: string): OwnEntry | null {
    const folded = headerKey(header);
    for (const section of this.#sections) {
      const entry = indexOf(section).byHeader.get(folded);
      if (entry) return ownEntry(entry);
    }
    return null;
  }

  #byLetter(section: ColumnSection, index: number): OwnEntry | null {
    return this.#unlessHeader(indexOf(section).byLetter.get(columnLetter(index)));
  }

  #byWords(section: ColumnSection, index: number): OwnEntry | null {
    const folded = this.#folded[index] ?? '';
    if (folded === '') return null;
    const { byHeader, byTurn } = indexOf(section);
    const turn = this.#folded.slice(0, index + 1).filter(each => each === folded).length;
    const found = this.#unlessHeader(byTurn.get(`${folded} ${turn}`));
    const entry = byHeader.get(folded);
    return found ?? (entry ? ownEntry(entry) : this.#byPattern(section, index));
  }

  /** A header may be written just as `C列` or `電話番号 (2)`: then it is meant. */
  #unlessHeader(entry: Entry | undefined): OwnEntry | null {
    return entry && !this.#folded.includes(headerKey(entry[0])) ? ownEntry(entry) : null;
  }

  #byPattern(section: ColumnSection, index: number): OwnEntry | null {
    const header = (this.#cells[index] ?? '').replace(/\s+/g, ' ').trim();
    for (const entry of indexOf(section).patterns) {
      const star = starIn(entry[0], header);
      if (star !== null) return ownEntry(entry, star);
    }
    return null;
  }
}

function ownEntry([name, column]: Entry, star = ''): OwnEntry {
  return { name, column, star };
}

/** `電話番号 (2)` → `電話番号 2`; null for a key without a number in brackets. */
function turnIn(name: string): string | null {
  const [, header = '', number] = /^(.+?)\s*\((\d{1,2})\)$/.exec(name.normalize('NFKC').trim()) ?? [];
  return number === undefined ? null : `${headerKey(header)} ${Number(number)}`;
}

/** `C列`, `列C` → C; `3列目` → C; null for any other key. */
export function letterIn(name: string): string | null {
  const typed = name.normalize('NFKC').trim().toUpperCase();
  const [, before, after] = /^(?:([A-Z]{1,3})列|列([A-Z]{1,3}))$/.exec(typed) ?? [];
  const number = /^(\d{1,3})列目$/.exec(typed)?.[1];
  return before ?? after ?? (number && Number(number) > 0 ? columnLetter(Number(number) - 1) : null);
}

function usesStar(column: RegionColumn): boolean {
  if (column === 'ignore') return false;
  const { fields = [], capability, label, mark } = column;
  return [...fields, capability, label, mark].some(word => word !== undefined && /[*＊]/.test(word));
}

/** A remark in a cell is no header. */
const longestHeader = 80;

/** What `*` of the key stands for in the header; null when they do not fit. Signs and width do not count. */
export function starIn(name: string, header: string): string | null {
  const [before, after, more] = name.split(/[*＊]/);
  if (before === undefined || after === undefined || more !== undefined) return null;
  if (header === '' || header.length > longestHeader) return null;
  const characters = [...header];
  const start = lastIndex(characters.length + 1, end => sameStart(characters, end, before));
  if (start === null) return null;
  const rest = characters.slice(start);
  const end = after.trim() === '' ? rest.length : firstIndex(rest.length + 1, at => sameEnd(rest, at, after));
  const star = end === null ? '' : withoutLooseBracket(rest.slice(0, end).join('').trim());
  return headerKey(star) === '' ? null : star;
}

function sameStart(characters: readonly string[], end: number, before: string): boolean {
  return headerKeyOf(characters.slice(0, end)) === headerKey(before);
}

function sameEnd(characters: readonly string[], start: number, after: string): boolean {
  return headerKeyOf(characters.slice(start)) === headerKey(after);
}

function headerKeyOf(characters: readonly string[]): string {
  return headerKey(characters.join(''));
}

function lastIndex(count: number, fits: (index: number) => boolean): number | null {
  for (let index = count - 1; index >= 0; index--) if (fits(index)) return index;
  return null;
}

function firstIndex(count: number, fits: (index: number) => boolean): number | null {
  for (let index = 0; index < count; index++) if (fits(index)) return index;
  return null;
}

/** `（月）` of 診療時間（月） has lost its first bracket to the pattern. */
function withoutLooseBracket(text: string): string {
  return /^[^(（【〔[]*[)）】〕\]]$/.test(text) ? text.slice(0, -1) : text;
}

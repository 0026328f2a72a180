import type { Meaning } from '../columns/column.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RecordRow } from '../dataset/record.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { VocabularyLookup } from '../vocabulary/lookup.ts';

/** Where a row says its office is; enough to filter by municipality before the row is read in full. */
export interface Whereabouts {
  /** 6-digit code with check digit, or null. */
  municipalityCode: string | null;
  prefecture: string | null;
  municipality: string | null;
  address: string;
}

export interface FormatContext {
  vocabulary: Vocabulary;
  lookup: VocabularyLookup;
  layer: string;
  /** Official layers' fax and mail are public; those of a survey are professional. */
  official: boolean;
  /** Turns the region's words for places (`西町`, `全域`) into area ids. */
  areaNamed(text: string): string | null;
}

export type RowOutcome =
  | { kind: 'record'; record: RecordRow }
  /** Not an office of ours (a note, a total, a school in a list of public facilities). */
  | { kind: 'skipped' }
  /** An office, but the row cannot be used; the reader has told why. */
  | { kind: 'rejected' };

/** Who publishes the lists of a layout, for the entry of a source. */
export interface Publication {
  /** Name of the list, as people call it; also the name of the layer's file. */
  title: string;
  publisher: string;
  licence: string;
  /** The page it is published on. */
  url?: string;
}

/** One official layout: how it is recognised, how its columns become ours, its traps. */
export interface Format {
  id: string;
  label: string;
  /** Absent where the publisher is not known from the layout (municipal lists, our template). */
  publication?: Publication;
  /** A survey, where the layout is no authority's. */
  kind?: 'survey';
  /** Which of several lists of the layout a row is of (病院, 診療所 …): each is a layer of its own. */
  partOf?(row: RowReader): string;
  /** Official number of the row's office beside the common columns for them. */
  codeOf?(row: RowReader): string | null;
  /** Headers (as written) that mean something else here than in the common table. */
  headers: ReadonlyMap<string, Meaning>;
  /** Judged on folded headers. */
  recognise(folded: ReadonlySet<string>): boolean;
  whereabouts(row: RowReader): Whereabouts;
  read(row: RowReader, context: FormatContext): RowOutcome;
  /**
   * A long-format table that adds to records founded elsewhere: the key a row belongs to. Rows whose key is not
   * wanted are outside the region and are not read.
   */
  supplementKey?(row: RowReader, isWanted: (key: string) => boolean): string;
  /** Several rows are one office: those of one key are read together. */
  groupKey?(row: RowReader): string;
  /** Reads all rows of one key together. */
  readGroup?(key: string, rows: readonly RowReader[], context: FormatContext): RowOutcome;
}

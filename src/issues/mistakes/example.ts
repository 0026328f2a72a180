import type { IssueCode } from '../catalogue.ts';
import type { Severity } from '../issue.ts';

/** Where a row goes while its mistake stands. */
export type RowFate = 'published' | 'heldBack' | 'rejected' | 'outside' | 'skipped';

/** What becomes of the site as a whole when no single row is meant: it is made, or nothing is until this is mended. */
export type SiteFate = 'built' | 'stopped';

/** A part of a sheet, as a spreadsheet shows it. `row` counts from 1; cells stand in the order of `columns`. */
export interface CellsPiece {
  kind: 'cells';
  sheet?: string;
  /** Letters of the columns shown; some between them may be left out. */
  columns: readonly string[];
  rows: readonly { row: number; cells: readonly string[] }[];
  /** What is wrong: a cell, a whole row, a whole column, or the sheet. */
  wrong: { row?: number; column?: string };
}

/** Some lines of a text file (YAML, Markdown, JSON). */
export interface LinesPiece {
  kind: 'lines';
  lines: readonly { row: number; text: string }[];
  wrong: { row?: number };
}

/** What stands in the region's folder. */
export interface FilesPiece {
  kind: 'files';
  files: readonly string[];
  wrong: { file?: string };
}

export type Piece = CellsPiece | LinesPiece | FilesPiece;

/** A small region in which one mistake was made, and what `check` says of it. */
export interface MistakeExample {
  code: IssueCode;
  severity: Severity;
  /** The file that the sentence names. */
  file: string;
  /** The whole sentence, as `check` prints it. */
  sentence: string;
  piece: Piece;
  fate: { of: 'row'; row: RowFate } | { of: 'site'; site: SiteFate };
}

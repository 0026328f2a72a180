/**
 * How much one file may ask of the machine that reads it. Ordinary office files stay far below every limit
 * (the largest national file measured: 43 MB unpacked, 65 columns, 246,480 rows); what exceeds one is said, never cut in
 * silence.
 */
export interface Limits {
  /** Bytes all members of one zip may unpack to. */
  unpackedBytes: number;
  /** Unpacked ÷ packed size of a whole archive, once it unpacks to more than `ratioFreeBytes`. */
  ratio: number;
  ratioFreeBytes: number;
  /** Bytes the parts of one workbook may unpack to: a workbook is held in memory as a whole. */
  workbookBytes: number;
  zipMembers: number;
  /** Bytes of one YAML file: its syntax tree is held in memory as a whole. */
  yamlBytes: number;
  columns: number;
  /** Characters of one record of a text file. */
  rowLength: number;
  /** How far a quoted cell may run on before its quote counts as never closed. */
  quotedLines: number;
  quotedLength: number;
  /** After so many unclosed quotes in one file, a quote no longer spans lines: keeps the reading time linear. */
  unclosedQuotes: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  unpackedBytes: 300 * MB,
  ratio: 200,
  ratioFreeBytes: 20 * MB,
  workbookBytes: 150 * MB,
  zipMembers: 1_000,
  yamlBytes: 10 * MB,
  columns: 2_000,
  rowLength: MB,
  quotedLines: 500,
  quotedLength: MB / 4,
  unclosedQuotes: 100,
};

/** One record of a text, as its quotes delimit it. */
export interface RecordSpan {
  start: number;
  /** Index of the line end behind the record, or the text's length. */
  end: number;
  lines: number;
  /** Cells; 0 when the record holds no quote and nobody counted. */
  width: number;
  /** False: a quote was still open when the text, or the patience, ended. */
  closed: boolean;
  /** The first cell whose quotes are wrong: where its opening quote stands and how many cells come before. */
  wrong?: { at: number; before: number };
}

/** How far a quoted cell may run on: lines, and characters from the record's start. */
export interface Patience {
  lines: number;
  length: number;
}

/**
 * Finds where the record that begins at `start` ends, by RFC 4180 with the two liberties everybody takes: spaces
 * behind a closing quote, and a stray quote inside a quoted cell (the cell then ends at the next quote that has a
 * delimiter or line end behind it). `quote` is the next quote from `start` on, for callers who know it already.
 */
export function findRecord(
  text: string,
  start: number,
  delimiter: string,
  patience: Patience,
  quote = indexOrEnd(text, '"', start),
): RecordSpan {
  const lineEnd = endOfLine(text, start);
  if (quote >= lineEnd) return { start, end: lineEnd, lines: 1, width: 0, closed: true };
  const span: RecordSpan = { start, end: lineEnd, lines: 1, width: 1, closed: true };
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const close = closeQuote(text, at, delimiter, span, patience);
      if (close < 0)
        return {
          ...span,
          closed: false,
          end: endOfLine(text, start),
          wrong: span.wrong ?? { at, before: span.width - 1 },
        };
      at = close;
    } else {
      at = endOfCell(text, at, delimiter);
    }
    if (text[at] !== delimiter) return { ...span, end: at };
    span.width++;
    at++;
  }
}

/** Where the quoted cell that opens at `open` ends; -1 when it does not. */
function closeQuote(
  text: string,
  open: number,
  delimiter: string,
  span: RecordSpan,
  patience: Patience,
): number {
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - span.start > patience.length) return -1;
    if (quote > span.end) {
      span.lines += countLineEnds(text, span.end, quote);
      span.end = endOfLine(text, quote);
      if (span.lines > patience.lines) return -1;
    }
    if (text[quote + 1] === '"') {
      from = quote + 2;
      continue;
    }
    const behind = skipSpaces(text, quote + 1, delimiter);
    if (behind >= text.length || text[behind] === delimiter || text[behind] === '\n') return behind;
    span.wrong ??= { at: open, before: span.width - 1 };
    from = quote + 1;
  }
}

export function endOfLine(text: string, from: number): number {
  return indexOrEnd(text, '\n', from);
}

/** Where `character` stands next, or the text's length. */
export function indexOrEnd(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === '\n') return at;
  }
  return text.length;
}

/**
 * The cells of a line in which every cell is quoted and no cell holds a quote, as official files write them; null for any other
 * line. Then every quote belongs to a `","` between cells.
 */
export function splitPlainQuoted(line: string, delimiter: string): string[] | null {
  if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) return null;
  const cells = line.slice(1, -1).split(`"${delimiter}"`);
  return cells.some(cell => cell.includes('"')) ? null : cells;
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at]!.trim() === '') at++;
  return at;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

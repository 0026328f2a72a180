import Papa from 'papaparse';
import { type Issue, issue } from '../issues/issue.ts';
import type { TextBlock } from './decode.ts';
import type { Shape } from './delimiter.ts';
import { defaultLimits } from './limits.ts';
import { endOfLine, findRecord, indexOrEnd, type RecordSpan, splitPlainQuoted } from './quotes.ts';
import { placeOf, type Table } from './table.ts';
import type { RawRow } from './table-rows.ts';

/** The place all rows of a text file share. */
type Where = Pick<Table, 'file' | 'sheet' | 'lettered'>;

/** Ctrl+Z at the end of a file from DOS; the CP932 decoder makes U+001C of it. */
const dosEndMarks = ['\u001a', '\u001c'];

/**
 * The rows of a CSV or TSV text, block by block: never more than a block and one record stand in memory. Row
 * numbers are those of a spreadsheet: a record with line ends in its cells is one row.
 */
export function* delimitedRows(blocks: Iterable<TextBlock>, shape: Shape, where: Where): Generator<RawRow> {
  const reader = new RowReader(shape, where);
  for (const block of blocks) yield* reader.read(block);
  yield* reader.end();
}

class RowReader {
  private text = '';
  private row = 0;
  /** Lines before `text`, and the numbers (from 0) of those that were in the file's other encoding. */
  private line = 0;
  private readonly foreign = new Set<number>();
  private tooLong = false;
  /** Characters in `text` could not be decoded. */
  private damaged = false;
  private unclosed = 0;
  private readonly widths = new Map<number, number>();
  private width: number;
  private readonly delimiter: string;
  private readonly where: Where;

  constructor(shape: Shape, where: Where) {
    this.delimiter = shape.delimiter;
    this.width = shape.width;
    this.where = where;
  }

  *read(block: TextBlock): Generator<RawRow> {
    const firstLine = this.line + countLineEnds(this.text);
    for (const at of block.foreign ?? []) this.foreign.add(firstLine + at);
    if (this.tooLong) {
      const end = block.text.indexOf('\n');
      if (end < 0) return;
      yield this.skipLongRow();
      this.text = block.text.slice(end + 1);
    } else {
      this.text += block.text;
    }
    yield* this.records(false);
  }

  *end(): Generator<RawRow> {
    if (this.tooLong) yield this.skipLongRow();
    if (dosEndMarks.some(mark => this.text.endsWith(mark))) this.text = this.text.slice(0, -1);
    yield* this.records(true);
  }

  /** Reads what is complete in `text` and keeps the rest for the next block. */
  private *records(last: boolean): Generator<RawRow> {
    this.damaged = this.text.includes('\uFFFD');
    let at = 0;
    let quote = -1;
    let sound: RecordSpan[] = [];
    while (at < this.text.length) {
      if (quote < at) quote = indexOrEnd(this.text, '"', at);
      const quick = quote === at ? this.quickRow(at) : null;
      if (quick) {
        yield* this.rows(sound);
        sound = [];
        yield quick.row;
        at = quick.next;
        continue;
      }
      const span = findRecord(this.text, at, this.delimiter, this.patience(), quote);
      if (!last && this.needsMore(span)) break;
      if (this.isSound(span)) {
        sound.push(span);
        at = span.end + 1;
        continue;
      }
      yield* this.rows(sound);
      sound = [];
      const [repaired, next] = this.repair(span);
      yield repaired;
      at = next;
    }
    yield* this.rows(sound);
    this.text = this.text.slice(Math.min(at, this.text.length));
    if (this.text.length > defaultLimits.rowLength) {
      this.tooLong = true;
      this.text = '';
    }
  }

  /** A complete line of plain quoted cells needs no parser: four times as fast, and the ministry's files are that. */
  private quickRow(at: number): { row: RawRow; next: number } | null {
    const end = this.text.indexOf('\n', at);
    if (end < 0) return null;
    const cells = splitPlainQuoted(this.text.slice(at, end), this.delimiter);
    if (!cells) return null;
    this.count(cells.length);
    return { row: this.finish(cells, 1, []), next: end + 1 };
  }

  private patience() {
    const lines = this.unclosed < defaultLimits.unclosedQuotes ? defaultLimits.quotedLines : 1;
    return { lines, length: defaultLimits.quotedLength };
  }

  /** A record that reaches the end of what was read so far may go on in the next block. */
  private needsMore(span: RecordSpan): boolean {
    if (span.closed) return span.end >= this.text.length;
    return span.end >= this.text.length || this.text.length - span.start <= defaultLimits.quotedLength;
  }

  private isSound(span: RecordSpan): boolean {
    return span.closed && !span.wrong && (span.lines === 1 || span.width === this.width || this.width < 2);
  }

  /** Sound records follow each other without a gap, so one call of the parser reads them all. */
  private *rows(spans: RecordSpan[]): Generator<RawRow> {
    const first = spans[0];
    const last = spans.at(-1);
    if (!first || !last) return;
    const text = this.text.slice(first.start, last.end);
    const parsed = this.parse(text);
    for (const [index, span] of spans.entries()) {
      const cells = parsed.length === spans.length ? parsed[index]! : this.cellsOf(span);
      this.count(cells.length);
      yield this.finish(cells, span.lines, []);
    }
  }

  private parse(text: string): string[][] {
    if (!text.includes('"')) return text.split('\n').map(line => line.split(this.delimiter));
    const rows = Papa.parse<string[]>(`${text}\n`, {
      delimiter: this.delimiter,
      newline: '\n',
      quoteChar: '"',
      escapeChar: '"',
      header: false,
      dynamicTyping: false,
      skipEmptyLines: false,
    }).data;
    // The line end that closes the last record opens an empty one.
    if (rows.length > 1) rows.pop();
    return rows;
  }

  private cellsOf(span: RecordSpan): string[] {
    return this.parse(this.text.slice(span.start, span.end))[0] ?? [''];
  }

  /**
   * A record whose quotes are wrong: where it spans lines and one of them makes a whole row by itself, the record
   * ends there. Returns the row and where to go on.
   */
  private repair(span: RecordSpan): [RawRow, number] {
    const next = this.nextPlausibleRow(span);
    const end = next ?? (span.closed ? span.end + 1 : endOfLine(this.text, span.start) + 1);
    const text = this.text.slice(span.start, Math.min(end - 1, this.text.length));
    const lines = countLineEnds(text) + 1;
    if (next === null && span.closed && (span.width === this.width || this.width < 2 || !span.wrong)) {
      const cells = this.cellsOf(span);
      this.count(cells.length);
      const found = span.wrong ? [this.strayQuote(cells, span)] : [];
      return [this.finish(cells, lines, found), end];
    }
    this.unclosed++;
    return [this.finishUnclosed(text, span, lines), end];
  }

  /** The start of the first line inside the record that is, by itself, a row as wide as the table. */
  private nextPlausibleRow(span: RecordSpan): number | null {
    if (this.width < 2 || this.unclosed >= defaultLimits.unclosedQuotes) return null;
    const end = span.closed ? span.end : Math.min(this.text.length, span.start + defaultLimits.quotedLength);
    let lines = 0;
    for (
      let at = endOfLine(this.text, span.start) + 1;
      at < end && lines < defaultLimits.quotedLines;
      lines++
    ) {
      const stop = endOfLine(this.text, at);
      if (this.isWholeRow(this.text.slice(at, stop))) return at;
      at = stop + 1;
    }
    return null;
  }

  private isWholeRow(line: string): boolean {
    const span = findRecord(line, 0, this.delimiter, { lines: 1, length: line.length });
    const width = span.width || line.split(this.delimiter).length;
    return span.closed && !span.wrong && width === this.width;
  }

  /** Without its opening quote the rest of the row may still divide as the table does; else it stays unread. */
  private finishUnclosed(text: string, span: RecordSpan, lines: number): RawRow {
    const wrong = span.wrong ?? { at: span.start, before: 0 };
    const before = wrong.before > 0 ? this.parse(text.slice(0, wrong.at - span.start - 1))[0]! : [];
    const rest = text.slice(wrong.at - span.start + 1);
    const divided = this.parse(rest);
    const whole = divided.length === 1 && before.length + divided[0]!.length === this.width;
    const blank = Array.from({ length: Math.max(0, this.width - before.length) }, () => '');
    const cells = [...before, ...(whole ? divided[0]! : blank)];
    const place = placeOf(this.where, this.row + 1, wrong.before);
    const found = issue('quote-unclosed', place, `"${rest}`, { read: whole ? 'divided' : 'blank' });
    return this.finish(cells, lines, [found]);
  }

  private strayQuote(cells: string[], span: RecordSpan): Issue {
    const index = span.wrong!.before;
    return issue('quote-stray', placeOf(this.where, this.row + 1, index), cells[index] ?? '');
  }

  private skipLongRow(): RawRow {
    this.tooLong = false;
    this.row++;
    this.line++;
    const detail = { limit: defaultLimits.rowLength.toLocaleString('en-US') };
    return {
      row: this.row,
      cells: [],
      unreadable: true,
      issues: [issue('row-too-long', placeOf(this.where, this.row), '', detail)],
    };
  }

  private finish(cells: string[], lines: number, found: Issue[]): RawRow {
    this.row++;
    if (this.damaged) found.push(...this.blankDamaged(cells));
    if (this.foreign.size > 0 && this.takeForeign(lines))
      found.push(issue('encoding-mixed', placeOf(this.where, this.row)));
    this.line += lines;
    return found.length > 0 ? { row: this.row, cells, issues: found } : { row: this.row, cells };
  }

  private takeForeign(lines: number): boolean {
    let found = false;
    for (let at = this.line; at < this.line + lines; at++) found = this.foreign.delete(at) || found;
    return found;
  }

  /** A cell with characters that could not be read says something else than what was typed: it becomes empty. */
  private blankDamaged(cells: string[]): Issue[] {
    const found: Issue[] = [];
    for (const [index, cell] of cells.entries()) {
      if (!cell.includes('\uFFFD')) continue;
      found.push(issue('text-undecodable', placeOf(this.where, this.row, index), cell));
      cells[index] = '';
    }
    return found;
  }

  /** Learns how wide the table is: the width most rows have had so far. */
  private count(width: number): void {
    const times = (this.widths.get(width) ?? 0) + 1;
    this.widths.set(width, times);
    if (width > 1 && times > (this.widths.get(this.width) ?? 0)) this.width = width;
  }
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

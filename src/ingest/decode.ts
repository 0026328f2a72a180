import { type Issue, issue, type Read } from '../issues/issue.ts';
import { type ByteSource, bytesSource, lineBlocks, linesOf } from './bytes.ts';
import { type Encoding, findEncoding, lineLabel } from './encoding.ts';

/** A piece of a file's text. Line ends are all `\n`; a piece of UTF-16 may end within a line. */
export interface TextBlock {
  text: string;
  /** Lines of this block (from 0) that were in the file's other encoding; only in mixed files. */
  foreign?: number[];
}

/** The text of a file, piece by piece. Bytes that no encoding explains become U+FFFD, for the caller to report. */
export function textBlocks(source: ByteSource, encoding: Encoding): Iterable<TextBlock> {
  if (encoding.byLine) return mixedBlocks(source, encoding);
  return encoding.label.startsWith('utf-16') || encoding.label === 'iso-2022-jp'
    ? streamedBlocks(source, encoding)
    : wholeLineBlocks(source, encoding);
}

/**
 * The text of a small file of the region's folder (settings, areas, articles), by the same rules as tables:
 * UTF-8 with or without mark, UTF-16, CP932, EUC-JP. Line ends come as `\n`. An empty file is an empty text.
 */
export function decodeText(file: string, bytes: Uint8Array): Read<string> {
  const source = bytesSource(bytes);
  const encoding = findEncoding(source);
  if (encoding.label === null) return { value: '', issues: [issue('text-binary', { file })] };
  const issues = encodingIssues(file, encoding);
  let text = '';
  let line = 1;
  for (const block of textBlocks(source, encoding)) {
    for (const at of block.foreign ?? []) issues.push(issue('encoding-mixed', { file, row: line + at }));
    issues.push(...lostLines(file, block.text, line));
    line += countNewlines(block.text);
    text += block.text;
  }
  return { value: text, issues };
}

/** What has to be said about a file's encoding as a whole. */
export function encodingIssues(file: string, encoding: Encoding): Issue[] {
  if (encoding.label === 'euc-jp') return [issue('encoding-euc-jp', { file })];
  if (encoding.label === 'iso-2022-jp') return [issue('encoding-iso-2022-jp', { file })];
  return [];
}

function lostLines(file: string, text: string, firstLine: number): Issue[] {
  if (!text.includes('\uFFFD')) return [];
  const lines = text.split('\n').map((line, index) => ({ line, row: firstLine + index }));
  return lines
    .filter(({ line }) => line.includes('\uFFFD'))
    .map(({ line, row }) => issue('text-undecodable', { file, row }, line.trim(), { left: 'text' }));
}

function* wholeLineBlocks(source: ByteSource, encoding: Encoding): Generator<TextBlock> {
  const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
  for (const block of lineBlocks(source, encoding.skip)) yield { text: unifyLineEnds(decoder.decode(block)) };
}

function* streamedBlocks(source: ByteSource, encoding: Encoding): Generator<TextBlock> {
  const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
  let held = '';
  for (const chunk of unmarkedChunks(source, encoding.skip)) {
    const text = held + decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of CRLF.
    held = text.endsWith('\r') ? '\r' : '';
    yield { text: unifyLineEnds(held ? text.slice(0, -1) : text) };
  }
  yield { text: unifyLineEnds(held + decoder.decode()) };
}

function* unmarkedChunks(source: ByteSource, skip: number): Generator<Uint8Array> {
  let toSkip = skip;
  for (const chunk of source.chunks()) {
    yield chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip = Math.max(0, toSkip - chunk.length);
  }
}

function* mixedBlocks(source: ByteSource, encoding: Encoding): Generator<TextBlock> {
  const decoders = {
    'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
    shift_jis: new TextDecoder('shift_jis'),
  };
  const usual = encoding.label === 'utf-8' ? 'utf-8' : 'shift_jis';
  for (const block of lineBlocks(source, encoding.skip)) {
    const foreign: number[] = [];
    const lines: string[] = [];
    for (const line of linesOf(block)) {
      const label = lineLabel(line, usual) ?? usual;
      if (label !== usual) foreign.push(lines.length);
      lines.push(decoders[label === 'utf-8' ? 'utf-8' : 'shift_jis'].decode(line));
    }
    const end = block.at(-1) === 0x0a || block.at(-1) === 0x0d ? '\n' : '';
    yield { text: lines.join('\n') + end, foreign };
  }
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

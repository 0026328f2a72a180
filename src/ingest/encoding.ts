import { type ByteSource, firstBytes, lineBlocks, linesOf } from './bytes.ts';
import { type Utf8Shape, utf8Shape } from './utf8.ts';

export type EncodingLabel = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp';

/** How a file's bytes become text. `shift_jis` is Windows CP932, as the WHATWG Encoding Standard defines it. */
export interface Encoding {
  label: EncodingLabel;
  /** Bytes of the byte order mark. */
  skip: number;
  /** UTF-8 and CP932 are mixed in this file: each line is decoded by itself, `label` being the more frequent. */
  byLine: boolean;
}

/** What a file seems to be when it is no text. */
export interface NoText {
  label: null;
}

const sampleSize = 64 * 1024;

/**
 * UTF-8 if every line is; else UTF-16 by its mark or its zero bytes; else CP932 if every line is; else EUC-JP;
 * else a mixture. A rule, not a statistical guess: on short files it is right more often than any detector.
 */
export function findEncoding(source: ByteSource): Encoding | NoText {
  const head = firstBytes(source, sampleSize);
  const marked = markedEncoding(head) ?? zeroByteEncoding(head);
  if (marked && marked.label !== 'utf-8') return marked;
  if (looksBinary(head)) return { label: null };
  const skip = marked?.skip ?? 0;
  if (isJis(head)) return { label: 'iso-2022-jp', skip: 0, byLine: false };
  if (decodesAs(source, 'utf-8')) return { label: 'utf-8', skip, byLine: false };
  const count = countShapes(source, skip);
  if (count.strong === 0 && !marked) {
    const whole = findLegacy(source, head);
    if (whole) return { label: whole, skip: 0, byLine: false };
  }
  return { label: count.strong >= count.invalid ? 'utf-8' : 'shift_jis', skip, byLine: true };
}

/** True for bytes that no text file holds: zeros and other control characters in number. */
export function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) controls += 4;
    else if ((byte < 0x20 && !isTextControl(byte)) || byte === 0x7f) controls++;
  }
  return controls > 8 && controls > bytes.length / 100;
}

/** Tab, line ends, form feed, escape (JIS) and the end mark of DOS. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1a;
}

function markedEncoding(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { label: 'utf-8', skip: 3, byLine: false };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', skip: 2, byLine: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', skip: 2, byLine: false };
  return undefined;
}

/** UTF-16 without a mark: separators, digits and line ends have a zero byte, always on the same side. */
function zeroByteEncoding(head: Uint8Array): Encoding | undefined {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (even + odd < head.length / 50 || Math.min(even, odd) > (even + odd) / 20) return undefined;
  const label = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(label).decode(head.subarray(0, head.length - (head.length % 2)));
  return readsWell(text) ? { label, skip: 0, byLine: false } : undefined;
}

/** At least nine in ten characters are ASCII, kana, kanji in use, or their punctuation and width variants. */
function readsWell(text: string): boolean {
  const usual =
    text.match(/[\t\n\r\x20-\x7e\u2010-\u2030\u2190-\u25ff\u3000-\u30ff\u4e00-\u9fff\uff01-\uffe5]/g)
      ?.length ?? 0;
  return text.length > 0 && usual >= text.length * 0.9;
}

/** ISO-2022-JP is seven-bit: without this it would pass as UTF-8. */
function isJis(head: Uint8Array): boolean {
  for (let at = head.indexOf(0x1b); at >= 0; at = head.indexOf(0x1b, at + 1)) {
    if (head[at + 1] === 0x24 && (head[at + 2] === 0x42 || head[at + 2] === 0x40))
      return !head.some(byte => byte >= 0x80);
  }
  return false;
}

/** How many bytes stand in lines of each shape. */
function countShapes(source: ByteSource, skip: number): Record<Utf8Shape, number> {
  const count: Record<Utf8Shape, number> = { ascii: 0, weak: 0, strong: 0, invalid: 0 };
  for (const block of lineBlocks(source, skip)) {
    const whole = utf8Shape(block);
    if (whole !== 'invalid') count[whole] += block.length;
    else for (const line of linesOf(block)) count[utf8Shape(line)] += line.length;
  }
  return count;
}

/** CP932 or EUC-JP when the whole file decodes as one of them. EUC-JP may be damaged here and there. */
function findLegacy(source: ByteSource, head: Uint8Array): 'shift_jis' | 'euc-jp' | undefined {
  const sjis = decodesAs(source, 'shift_jis');
  const garbled = hasManyHalfWidthKana(head);
  if (sjis && !garbled) return 'shift_jis';
  const euc = decodesAs(source, 'euc-jp') || (garbled && !sjis);
  if (euc && readsWell(new TextDecoder('euc-jp').decode(head))) return 'euc-jp';
  return sjis ? 'shift_jis' : undefined;
}

/** Short EUC-JP passes as CP932, but turns into half-width katakana, which nobody writes a whole header in. */
function hasManyHalfWidthKana(head: Uint8Array): boolean {
  const text = new TextDecoder('shift_jis').decode(head);
  const high = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return half > high / 3;
}

function decodesAs(source: ByteSource, label: 'utf-8' | 'shift_jis' | 'euc-jp'): boolean {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    for (const block of lineBlocks(source)) decoder.decode(block);
    return true;
  } catch {
    return false;
  }
}

/** Decides for one line of a mixed file; null when it is neither. */
export function lineLabel(line: Uint8Array, usual: EncodingLabel): EncodingLabel | null {
  const shape = utf8Shape(line);
  if (shape === 'ascii') return usual;
  if (shape === 'strong' || (shape === 'weak' && usual === 'utf-8')) return 'utf-8';
  if (isCp932(line)) return 'shift_jis';
  return shape === 'weak' ? 'utf-8' : null;
}

function isCp932(line: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
}

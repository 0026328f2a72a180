/**
 * The text of a PDF as far as it can be read without drawing it (ISO 32000-1: 7.3.4 strings, 7.3.8 streams, 9.10.3
 * ToUnicode). Every string is read by the font it is shown in, and by every table of the file, for the font is not
 * always known: some of what comes out is nonsense, and the true text is among it. Encrypted files and pictures of
 * text stay unread, and so does text that is not drawn in its order.
 */
import { fontsOf, readByFonts } from './leak-guard-pdf-fonts.ts';
import { bytesOfHex, readTable, spell } from './leak-guard-pdf-tables.ts';

export interface Inflate {
  /** What a zlib stream holds; null when it is none or too long. */
  inflate(bytes: Uint8Array): Uint8Array | null;
}

/** As many tables as a long document has fonts; a file with more is read by the first. */
const mostTables = 100;

export function isPdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

/** One character per byte. */
const byByte = new TextDecoder('latin1');

export function pdfTexts(pdf: Uint8Array, unpack: Inflate): string[] {
  const source = byByte.decode(pdf);
  const streams = streamsOf(pdf, source, unpack);
  const tables = streams
    .filter(({ text }) => /beginbf(char|range)/.test(text))
    .map(({ text }) => readTable(text));
  const readers = [
    ...plainReaders,
    ...tables.slice(0, mostTables).map(table => (bytes: Uint8Array) => spell(bytes, table)),
  ];
  const fonts = fontsOf(source, streams);
  const withStrings = [{ bytes: pdf, text: source }, ...streams].filter(({ text }) => /[(<]/.test(text));
  return withStrings.flatMap(({ bytes, text }) => {
    const strings = stringsIn(bytes, text);
    const all = joined(strings.map(({ bytes: one }) => one));
    if (all.length === 0) return [];
    return [...readers.map(read => read(all)), ...readByFonts(strings, fonts)];
  });
}

const plainReaders: readonly ((bytes: Uint8Array) => string)[] = [
  'latin1',
  'utf-16be',
  'shift_jis',
  'utf-8',
].map(encoding => {
  const decoder = new TextDecoder(encoding);
  return bytes => decoder.decode(bytes);
});

export interface PdfStream {
  /** Of the object it is in. */
  number: number;
  /** What is said of it: its dictionary. */
  head: string;
  bytes: Uint8Array;
  text: string;
}

function streamsOf(pdf: Uint8Array, source: string, unpack: Inflate): PdfStream[] {
  return [...source.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    if (source.slice(index - 3, index) === 'end') return [];
    const start = index + mark.length;
    const end = source.indexOf('endstream', start);
    if (end < 0) return [];
    const from = Math.max(0, source.lastIndexOf(' obj', index));
    const head = source.slice(from, index);
    const number = Number(/(\d+)\s+\d+$/.exec(source.slice(Math.max(0, from - 20), from))?.[1] ?? -1);
    const bytes = unpacked(pdf.subarray(start, end), head, unpack);
    return [{ number, head, bytes, text: byByte.decode(bytes) }];
  });
}

function unpacked(bytes: Uint8Array, head: string, unpack: Inflate): Uint8Array {
  const filters = head.slice(head.lastIndexOf('/Filter'));
  const plain = /ASCII85Decode|\/A85\b/.test(filters) ? readAscii85(bytes) : bytes;
  return /FlateDecode|\/Fl\b/.test(filters) ? (unpack.inflate(plain) ?? plain) : plain;
}

/** Four bytes as five signs from `!` to `u`, or `z` for four zeros, up to `~>` (ISO 32000-1, 7.4.3). */
function readAscii85(signs: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const take = (): void => {
    const kept = group.length - 1;
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    for (let byte = 0; byte < kept; byte += 1) out.push(Math.floor(value / 256 ** (3 - byte)) % 256);
    group = [];
  };
  for (const sign of signs) {
    if (sign === 0x7e) break;
    if (sign === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    if (sign >= 0x21 && sign <= 0x75) group.push(sign - 0x21);
    if (group.length === 5) take();
  }
  if (group.length > 1) take();
  return Uint8Array.from(out);
}

export interface PdfString {
  bytes: Uint8Array;
  /** Name of the font that was set last; empty before any. */
  font: string;
  /** Said beside the text that is shown in its place. */
  isAside: boolean;
}

/** Literal `(…)` and hexadecimal `<…>` strings, in the order they stand. */
function stringsIn(bytes: Uint8Array, text: string): PdfString[] {
  const found: PdfString[] = [];
  const starts = /\/([^\s/<>[\]()]+)\s+[-+\d.]+\s+Tf\b|\/ActualText|[(<]/g;
  let font = '';
  let isAside = false;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const at = match.index;
    if (match[1] !== undefined) font = match[1];
    if (match[0].startsWith('/')) {
      isAside = match[1] === undefined;
      continue;
    }
    const hex = match[0] === '<' ? /^<([0-9a-f\s]*)>/i.exec(text.slice(at, at + 65536))?.[1] : undefined;
    const literal = match[0] === '(' ? readLiteral(bytes, at + 1) : null;
    if (literal) starts.lastIndex = literal.end;
    const string = literal?.bytes ?? (hex === undefined ? null : bytesOfHex(hex));
    if (!string) continue;
    found.push({ bytes: string, font, isAside });
    isAside = false;
  }
  return found;
}

/** Brackets nest; a backslash stands before a sign, a line end or up to three octal digits. */
function readLiteral(bytes: Uint8Array, start: number): { bytes: Uint8Array; end: number } {
  const out: number[] = [];
  let depth = 1;
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x5c) {
      const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 4)))?.[0];
      const next = bytes[at + 1] as number;
      if (octal !== undefined) out.push(Number.parseInt(octal, 8) & 255);
      else if (next !== 0x0a && next !== 0x0d) out.push(signs[String.fromCharCode(next)] ?? next);
      at += octal?.length ?? 1;
      continue;
    }
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) depth -= 1;
    if (depth === 0) break;
    out.push(byte);
  }
  return { bytes: Uint8Array.from(out), end: at + 1 };
}

const signs: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

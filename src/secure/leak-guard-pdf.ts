/**
 * The text of a PDF as far as it can be read without drawing it (ISO 32000-1: 7.3.4 strings, 7.3.8 streams, 9.10.3
 * ToUnicode). Fonts are not looked up: every string is read by every table of the file, so some of what comes out is
 * nonsense, and the true text is among it. Encrypted files and pictures of text stay unread.
 */

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
  const streams = streamsOf(pdf, source, unpack).map(bytes => ({ bytes, text: byByte.decode(bytes) }));
  const tables = streams
    .filter(({ text }) => /beginbf(char|range)/.test(text))
    .map(({ text }) => readTable(text));
  const readers = [
    ...plainReaders,
    ...tables.slice(0, mostTables).map(table => (bytes: Uint8Array) => spell(bytes, table)),
  ];
  const withStrings = [{ bytes: pdf, text: source }, ...streams].filter(({ text }) => /[(<]/.test(text));
  return withStrings.flatMap(({ bytes, text }) => {
    const strings = joined(stringsIn(bytes, text));
    return strings.length === 0 ? [] : readers.map(read => read(strings));
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

function streamsOf(pdf: Uint8Array, source: string, unpack: Inflate): Uint8Array[] {
  return [...source.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    if (source.slice(index - 3, index) === 'end') return [];
    const start = index + mark.length;
    const end = source.indexOf('endstream', start);
    if (end < 0) return [];
    const bytes = pdf.subarray(start, end);
    const head = source.slice(Math.max(0, source.lastIndexOf(' obj', index)), index);
    return [/FlateDecode|\/Fl\b/.test(head) ? (unpack.inflate(bytes) ?? bytes) : bytes];
  });
}

/** Literal `(…)` and hexadecimal `<…>` strings, in the order they stand. */
function stringsIn(bytes: Uint8Array, text: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  const starts = /[(<]/g;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const at = match.index;
    if (match[0] === '(') {
      const literal = readLiteral(bytes, at + 1);
      found.push(literal.bytes);
      starts.lastIndex = literal.end;
    } else {
      const hex = /^<([0-9a-f\s]*)>/i.exec(text.slice(at, at + 65536))?.[1];
      if (hex !== undefined) found.push(bytesOfHex(hex));
    }
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

function bytesOfHex(hex: string): Uint8Array {
  const digits = hex.replace(/\s+/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return Uint8Array.from({ length: even.length / 2 }, (_, at) =>
    Number.parseInt(even.slice(at * 2, at * 2 + 2), 16),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

interface CodeTable {
  /** Bytes of one code. */
  width: number;
  texts: ReadonlyMap<number, string>;
}

function readTable(text: string): CodeTable {
  const texts = new Map<number, string>();
  const width = Math.max(1, (/begincodespacerange\s*<([0-9a-f]+)>/i.exec(text)?.[1]?.length ?? 4) / 2);
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f\s]+)>/gi))
      texts.set(Number.parseInt(code, 16), textOfHex(to));
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) readRanges(body, texts);
  return { width, texts };
}

function readRanges(body: string, texts: Map<number, string>): void {
  const ranges = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f\s]+)>|\[([^\]]*)\])/gi;
  for (const [, low = '', high = '', first, list] of body.matchAll(ranges)) {
    const from = Number.parseInt(low, 16);
    const count = Math.min(Number.parseInt(high, 16) - from + 1, 0x10000);
    const each = [...(list ?? '').matchAll(/<([0-9a-f\s]+)>/gi)].map(([, hex = '']) => textOfHex(hex));
    const start = textOfHex(first ?? '');
    for (let step = 0; step < count; step += 1)
      texts.set(from + step, list === undefined ? following(start, step) : (each[step] ?? ''));
  }
}

/** The last character counts up. */
function following(text: string, step: number): string {
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + step);
}

const utf16 = new TextDecoder('utf-16be');

function textOfHex(hex: string): string {
  return utf16.decode(bytesOfHex(hex));
}

function spell(bytes: Uint8Array, { width, texts }: CodeTable): string {
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    let code = 0;
    for (let byte = 0; byte < width; byte += 1) code = code * 256 + (bytes[at + byte] as number);
    text += texts.get(code) ?? '';
  }
  return text;
}

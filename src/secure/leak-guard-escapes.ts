/** Undoes the ways in which markup, JSON, scripts and addresses write a character by other characters. */

const ampersand = 0x26;
const backslash = 0x5c;
const percent = 0x25;

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', sol: '/', plus: '+', num: '#' },
  ...{ lpar: '(', rpar: ')', colon: ':', comma: ',', period: '.', commat: '@', hyphen: '-' },
};
const jsonSigns: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const utf8 = new TextEncoder();

/**
 * One level of HTML entities, JSON and script escapes and percent-encoding undone, in any mixture. Null when there is
 * none: then there is nothing new to look at. What is no escape stays.
 */
export function unescapeBytes(bytes: Uint8Array): Uint8Array | null {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let copied = 0;
  const copyTo = (end: number): void => {
    out.set(bytes.subarray(copied, end), length);
    length += end - copied;
  };
  for (let at = nextEscape(bytes, 0); at < bytes.length; at = nextEscape(bytes, at)) {
    const read = readEscape(bytes, at);
    if (!read) at += 1;
    else {
      copyTo(at);
      out.set(read.bytes, length);
      length += read.bytes.length;
      at += read.length;
      copied = at;
    }
  }
  if (copied === 0) return null;
  copyTo(bytes.length);
  return out.subarray(0, length);
}

const isMark = new Uint8Array(256);
for (const byte of [ampersand, backslash, percent]) isMark[byte] = 1;

function nextEscape(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isMark[bytes[at] as number] === 0) at += 1;
  return at;
}

/** What an escape is; never longer than its writing, so that the output fits. */
interface Escape {
  length: number;
  bytes: Uint8Array;
}

/** How many bytes an escape takes that begins here; 0 when none does. */
export function escapeLength(bytes: Uint8Array, at: number): number {
  return readEscape(bytes, at)?.length ?? 0;
}

function readEscape(bytes: Uint8Array, at: number): Escape | null {
  if (bytes[at] === percent) return readPercent(bytes, at);
  const text = String.fromCharCode(...bytes.subarray(at, at + 14));
  return bytes[at] === ampersand ? readEntity(text) : readBackslash(text);
}

function readPercent(bytes: Uint8Array, at: number): Escape | null {
  const [high, low] = [hexDigit(bytes[at + 1]), hexDigit(bytes[at + 2])];
  return high < 0 || low < 0 ? null : { length: 3, bytes: Uint8Array.of(high * 16 + low) };
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function readEntity(text: string): Escape | null {
  const [whole = '', name, decimal, hex] = /^&(?:([a-z]+)|#(\d{1,7})|#x([0-9a-f]{1,6}));/i.exec(text) ?? [];
  if (name !== undefined) return character(whole, entities[name.toLowerCase()]);
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return character(whole, textOfCode(code));
}

function readBackslash(text: string): Escape | null {
  const [whole = '', high = '', low] =
    /^\\u([0-9a-f]{4})(?:\\u(d[c-f][0-9a-f]{2}))?/i.exec(text) ?? /^\\u\{([0-9a-f]{1,6})\}/i.exec(text) ?? [];
  if (whole !== '') {
    const isPair = low !== undefined && /^d[89ab]/i.test(high);
    const units = [high, ...(isPair ? [low] : [])].map(unit => Number.parseInt(unit, 16));
    const spelled = isPair || low === undefined ? whole : whole.slice(0, 6);
    return character(spelled, units.length > 1 ? String.fromCharCode(...units) : textOfCode(units[0] ?? 0));
  }
  const byte = /^\\x([0-9a-f]{2})/i.exec(text);
  if (byte) return character(byte[0], textOfCode(Number.parseInt(byte[1] ?? '', 16)));
  const sign = text[1] ?? '';
  return /^["'`\\/nrtbf]$/.test(sign) ? character(`\\${sign}`, jsonSigns[sign] ?? sign) : null;
}

function textOfCode(code: number): string | undefined {
  return Number.isNaN(code) || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

function character(spelled: string, text: string | undefined): Escape | null {
  return text === undefined ? null : { length: spelled.length, bytes: utf8.encode(text) };
}

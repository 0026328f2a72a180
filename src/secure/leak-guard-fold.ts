/**
 * Text as the leak guard compares it. Both sides are brought to one form, so that a value is known again whatever its
 * line breaks, spaces, hyphens, width or case: bytes of UTF-8 without them. Bytes that are no UTF-8 pass as they are.
 */

/** How a byte is folded. */
export const asItIs = 0;
const white = 1;
const dropped = 2;
const several = 3;

export const kinds = new Uint8Array(256);
export const folded = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte,
);
for (const byte of bytesOf(' \t\n\r')) kinds[byte] = white;
// `+` is also a space of a query; quotes are doubled in CSV, backslashes stand before them in JSON.
for (const byte of bytesOf('-()+"\\')) kinds[byte] = dropped;
for (const byte of [0xc2, 0xe2, 0xe3, 0xef]) kinds[byte] = several;

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** What stands at a place that is not folded byte by byte: how many bytes, and the sign they become. */
export interface Folded {
  length: number;
  /** Null when nothing is left of them. */
  sign: number | null;
}

const space = 0x20;

/**
 * Folds what begins at `at`, a byte of another kind than `asItIs`. Full-width letters and signs become ASCII; hyphens,
 * spaces and marks that are not seen are left out, but a gap between two digits stays one space: the number after
 * another one does not become part of it. `before`: the sign before it, folded.
 */
export function foldAt(bytes: Uint8Array, at: number, before: number | undefined): Folded {
  const kind = kinds[bytes[at] as number];
  if (kind === several) return foldSeveral(bytes, at);
  if (kind === dropped) return { length: 1, sign: null };
  let end = at + 1;
  while (kinds[bytes[end] as number] === white) end += 1;
  return { length: end - at, sign: isDigit(before) && isDigit(bytes[end]) ? space : null };
}

function foldSeveral(bytes: Uint8Array, at: number): Folded {
  const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  const itself = { length: 1, sign: first };
  const left = { length: first === 0xc2 ? 2 : 3, sign: null };
  if (first === 0xc2) return second === 0xa0 || second === 0xad ? left : itself;
  // U+2010–2015, U+200B–200F, U+2212, U+3000, U+FEFF.
  if (first === 0xe2 && second === 0x80)
    return (third >= 0x90 && third <= 0x95) || (third >= 0x8b && third <= 0x8f) ? left : itself;
  if (first === 0xe2) return second === 0x88 && third === 0x92 ? left : itself;
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? left : itself;
  if (second === 0xbb && third === 0xbf) return left;
  const sign = second === 0xbc ? third - 0x60 : second === 0xbd ? third - 0x20 : 0;
  if (sign < 0x21 || sign > 0x7e || third < 0x80) return itself;
  return { length: 3, sign: kinds[sign] === asItIs ? (folded[sign] as number) : null };
}

/** Writes the folded form of `bytes` into `into`, which must be as long, and says how long it is. */
export function fold(bytes: Uint8Array, into: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const isPlain = kinds[byte] === asItIs;
    const one = isPlain ? null : foldAt(bytes, at, into[length - 1]);
    at += one ? one.length : 1;
    const sign = one ? one.sign : (folded[byte] as number);
    if (sign === null) continue;
    into[length] = sign;
    length += 1;
  }
  return length;
}

export function foldBytes(bytes: Uint8Array): Uint8Array {
  const into = new Uint8Array(bytes.length);
  return into.slice(0, fold(bytes, into));
}

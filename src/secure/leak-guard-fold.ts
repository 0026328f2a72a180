/**
 * Text as the leak guard compares it. Both sides are brought to one form, so that a value is known again whatever its
 * line breaks, spaces, hyphens, width or case: bytes of UTF-8 without them. Bytes that are no UTF-8 pass as they are.
 */

/** How a byte is folded. */
export const asItIs = 0;
export const white = 1;
export const dropped = 2;
export const several = 3;
export const space = 0x20;

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

/** Where a gap that begins at `at` ends. */
export function endOfGap(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && kinds[bytes[end] as number] === white) end += 1;
  return end;
}

/** Of a byte of kind `several`: does a sign begin here that is folded? Most characters that begin so are not. */
export function isFolded(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] as number;
  switch (bytes[at]) {
    case 0xe3:
      return second === 0x80 && bytes[at + 2] === 0x80;
    case 0xef:
      return second >= 0xbb && second <= 0xbd;
    case 0xe2:
      return second === 0x80 || second === 0x88;
    default:
      return second === 0xa0 || second === 0xad;
  }
}

/** What such a sign becomes: how many bytes it takes, and the one that is left of them, if any. */
export function foldSign(bytes: Uint8Array, at: number): { length: number; sign: number | null } {
  const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  const itself = { length: 1, sign: first };
  // U+00A0, U+00AD.
  if (first === 0xc2) return { length: 2, sign: null };
  // U+2010–2015, U+200B–200F, U+2212, U+3000, U+FEFF.
  const isHyphen = first === 0xe2 && second === 0x80 && third >= 0x8b && third <= 0x95;
  const isMinus = first === 0xe2 && second === 0x88 && third === 0x92;
  const isMark = second === 0xbb && third === 0xbf;
  if (isHyphen || isMinus || isMark || first === 0xe3) return { length: 3, sign: null };
  // Full-width letters and signs.
  const sign = second === 0xbc ? third - 0x60 : second === 0xbd ? third - 0x20 : 0;
  if (first !== 0xef || sign < 0x21 || sign > 0x7e || third < 0x80) return itself;
  return { length: 3, sign: kinds[sign] === asItIs ? (folded[sign] as number) : null };
}

/**
 * Writes the folded form of `bytes` into `into`, which must be as long, and says how long it is. A gap between two
 * digits stays one space: the number after another one does not become part of it.
 */
export function fold(bytes: Uint8Array, into: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    const kind = kinds[byte];
    let sign: number | null = folded[byte] as number;
    if (kind === dropped) continue;
    if (kind === white) {
      const end = endOfGap(bytes, at);
      at = end - 1;
      if (!isDigit(into[length - 1]) || !isDigit(bytes[end])) continue;
      sign = space;
    } else if (kind === several && isFolded(bytes, at)) {
      const one = foldSign(bytes, at);
      at += one.length - 1;
      sign = one.sign;
    }
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

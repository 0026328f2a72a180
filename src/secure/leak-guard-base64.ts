import type { StretchIndex } from './leak-guard-index.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Byte → the same sign of the standard alphabet (`-` is `+`, `_` is `/`), 0 for any other. */
const standard = new Uint8Array(256);
for (const sign of alphabet) standard[sign.charCodeAt(0)] = sign.charCodeAt(0);
standard['-'.charCodeAt(0)] = '+'.charCodeAt(0);
standard['_'.charCodeAt(0)] = '/'.charCodeAt(0);

/**
 * What base64 makes of these bytes wherever they stand in what is encoded: at three alignments, without the signs that
 * share bits with what stands before and behind.
 */
export function base64Needles(bytes: Uint8Array): Uint8Array[] {
  return [0, 1, 2].map(shift => encode(bytes, shift));
}

function encode(bytes: Uint8Array, shift: number): Uint8Array {
  // Bits of the first sign that belong to what stands before.
  const first = Math.ceil((shift * 8) / 6);
  const signs = Math.floor(((shift + bytes.length) * 8) / 6);
  const byteAt = (at: number): number => bytes[at - shift] ?? 0;
  const out = new Uint8Array(Math.max(0, signs - first));
  for (let sign = first; sign < signs; sign += 1) {
    const bit = sign * 6;
    const pair = (byteAt(bit >> 3) << 8) | byteAt((bit >> 3) + 1);
    out[sign - first] = alphabet.charCodeAt((pair >> (10 - (bit & 7))) & 63);
  }
  return out;
}

/** The shortest run that can hold a needle: eight bytes make ten whole signs at any alignment. */
const shortestRun = 10;

/**
 * Looks at every stretch of every run of the base64 alphabet, standard or url-safe. `met` hears which needle may stand
 * there and in which run. `isMixed`: every needle has an upper-case letter, so runs without one are passed by; of the
 * addresses and names of a page that is nearly all.
 */
export function eachStretchOfBase64(
  bytes: Uint8Array,
  index: StretchIndex,
  isMixed: boolean,
  met: (id: number, from: number, to: number) => void,
): void {
  let run = new Uint8Array(256);
  for (let at = shortestRun - 1; at < bytes.length; at += shortestRun) {
    if (standard[bytes[at] as number] === 0) continue;
    let start = at;
    while (start > 0 && standard[bytes[start - 1] as number] !== 0) start -= 1;
    let end = at + 1;
    while (end < bytes.length && standard[bytes[end] as number] !== 0) end += 1;
    at = end - 1;
    if (end - start < shortestRun || (isMixed && !hasUpperCase(bytes, start, end))) continue;
    if (run.length < end - start) run = new Uint8Array((end - start) * 2);
    for (let from = start; from < end; from += 1)
      run[from - start] = standard[bytes[from] as number] as number;
    index.eachStretch(run, 0, end - start, (id, from) => met(id, start + from, end));
  }
}

export function hasUpperCase(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 65 && byte <= 90) return true;
  }
  return false;
}

/** Does one of the needles stand here, in either alphabet? */
export function holdsBase64(bytes: Uint8Array, from: number, needles: readonly Uint8Array[]): boolean {
  return needles.some(needle => needle.every((sign, at) => standard[bytes[from + at] as number] === sign));
}

/** What every `data:…;base64,` address holds. */
export function dataAddresses(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  const mark = new TextEncoder().encode(';base64,');
  for (let at = bytes.indexOf(mark[0] as number); at >= 0; at = bytes.indexOf(mark[0] as number, at + 1)) {
    if (!mark.every((byte, index) => bytes[at + index] === byte)) continue;
    const start = at + mark.length;
    let end = start;
    while (end < bytes.length && standard[bytes[end] as number] !== 0) end += 1;
    found.push(decode(bytes.subarray(start, end)));
  }
  return found;
}

function decode(signs: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.floor((signs.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const sign of signs) {
    bits = (bits << 6) | alphabet.indexOf(String.fromCharCode(standard[sign] as number));
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[length] = (bits >> held) & 255;
      length += 1;
    }
    bits &= 0xffff;
  }
  return out;
}

import { escapeLength, unescapeBytes } from './leak-guard-escapes.ts';
import {
  asItIs,
  dropped,
  endOfGap,
  fold,
  folded,
  foldSign,
  isDigit,
  isFolded,
  kinds,
  space,
  white,
} from './leak-guard-fold.ts';
import { gear, type Met, type StretchIndex } from './leak-guard-index.ts';

/** How often escapes are undone again: `&amp;#x3042;` takes two. */
const escapeLevels = 3;
/** Bytes around an escape that can be of one stretch with it. */
const reach = 48;
/** Escapes that follow each other closely are looked at together, but not too many at a time. */
const longestPart = 4096;

const marks = new Uint8Array(256);
for (const mark of '&%\\') marks[mark.charCodeAt(0)] = 1;

/**
 * Looks at every stretch of a text as `fold` would have it, and again wherever something is escaped, with the escapes
 * undone. `met` hears which needle may stand there and around which bytes.
 */
export function eachStretchOfText(
  bytes: Uint8Array,
  index: StretchIndex,
  met: (id: number, from: number, to: number) => void,
): void {
  const { bits, shift } = index;
  const escapes: number[] = [];
  let hash = 0;
  let before = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (marks[byte] === 1 && escapeLength(bytes, at) > 0) escapes.push(at);
    const kind = kinds[byte];
    let sign = folded[byte] as number;
    if (kind !== asItIs) {
      if (kind === dropped) continue;
      if (kind === white) {
        const end = endOfGap(bytes, at);
        at = end - 1;
        if (!isDigit(before) || !isDigit(bytes[end])) continue;
        sign = space;
      } else if (isFolded(bytes, at)) {
        const one = foldSign(bytes, at);
        at += one.length - 1;
        if (one.sign === null) continue;
        sign = one.sign;
      }
    }
    before = sign;
    hash = ((hash << 4) + (gear[sign] as number)) | 0;
    const bit = hash >>> shift;
    if ((bits[bit >>> 5] as number) & (1 << (bit & 31))) {
      const place = at;
      index.meet(hash, id => met(id, place, place));
    }
  }
  for (const { from, to } of partsAround(escapes, bytes.length))
    lookUnescaped(bytes.subarray(from, to), index, id => met(id, from, to));
}

/** Stretches of a file with everything that stands close to an escape. */
function partsAround(escapes: readonly number[], end: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (const at of escapes) {
    const last = parts.at(-1);
    const to = Math.min(end, at + reach);
    if (last && at - reach <= last.to && to - last.from <= longestPart) last.to = to;
    else parts.push({ from: Math.max(0, at - reach), to });
  }
  return parts;
}

function lookUnescaped(part: Uint8Array, index: StretchIndex, met: Met): void {
  let text = unescapeBytes(part);
  for (let level = 0; text && level < escapeLevels; level += 1) {
    const into = new Uint8Array(text.length);
    index.eachStretch(into, 0, fold(text, into), met);
    text = unescapeBytes(text);
  }
}

/** Does a folded needle stand in these bytes, as they are or with their escapes undone? */
export function holds(bytes: Uint8Array, needles: readonly FoldedNeedle[]): boolean {
  let text: Uint8Array | null = bytes;
  for (let level = 0; text && level <= escapeLevels; level += 1) {
    const into = new Uint8Array(text.length);
    const length = fold(text, into);
    if (needles.some(needle => standsIn(into.subarray(0, length), needle))) return true;
    text = unescapeBytes(text);
  }
  return false;
}

export interface FoldedNeedle {
  bytes: Uint8Array;
  /** No digit may stand right before or behind it, else it is part of another number. */
  isNumber: boolean;
}

function standsIn(text: Uint8Array, needle: FoldedNeedle): boolean {
  const first = needle.bytes[0] as number;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1))
    if (standsAt(text, at, needle)) return true;
  return false;
}

/** Does the needle begin at this place of a folded text? */
export function standsAt(text: Uint8Array, from: number, { bytes, isNumber }: FoldedNeedle): boolean {
  const end = from + bytes.length;
  if (from < 0 || end > text.length) return false;
  for (let at = 0; at < bytes.length; at += 1) if (text[from + at] !== bytes[at]) return false;
  if (!isNumber) return true;
  const isFraction = text[from - 1] === 0x2e && isDigit(text[from - 2]);
  return !isFraction && !isDigit(text[from - 1]) && !isDigit(text[end]);
}

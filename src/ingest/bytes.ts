/** Bytes that can be walked more than once without standing in memory as a whole: a file, or a zip's member. */
export interface ByteSource {
  chunks(): Iterable<Uint8Array>;
}

const chunkSize = 64 * 1024;
const longestBlock = 1024 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export function bytesSource(bytes: Uint8Array): ByteSource {
  return { chunks: () => slices(bytes) };
}

/** Cuts bytes into pieces of a size that keeps strings made of them short-lived. */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

/** The first `length` bytes, or all there are. */
export function firstBytes(source: ByteSource, length: number): Uint8Array {
  let head: Uint8Array = new Uint8Array(0);
  for (const chunk of source.chunks()) {
    head = joinBytes(head, chunk);
    if (head.length >= length) break;
  }
  return head.subarray(0, length);
}

/**
 * Blocks that end with a line. No byte of a multi-byte character is a line end in UTF-8, CP932 or EUC-JP, so each
 * block can be decoded by itself. A line longer than 1 MB is cut where it happens to be: nobody reads it anyway.
 */
export function* lineBlocks(source: ByteSource, skip = 0): Generator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  let toSkip = skip;
  for (const chunk of source.chunks()) {
    const fresh = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - fresh.length;
    const joined = joinBytes(rest, fresh);
    const end = lastLineEnd(joined);
    if (end > 0) yield joined.subarray(0, end);
    rest = joined.subarray(end);
  }
  if (rest.length > 0) yield rest;
}

/** The lines of a block without their ends; LF, CRLF and lone CR all end one. */
export function* linesOf(block: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    const byte = block[at];
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    yield block.subarray(start, at);
    if (byte === carriageReturn && block[at + 1] === lineFeed) at++;
    start = at + 1;
  }
  if (start < block.length) yield block.subarray(start);
}

export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function lastLineEnd(bytes: Uint8Array): number {
  const feed = bytes.lastIndexOf(lineFeed);
  if (feed >= 0) return feed + 1;
  // A carriage return at the very end may be half of CRLF.
  const lone = bytes.subarray(0, -1).lastIndexOf(carriageReturn);
  if (lone >= 0) return lone + 1;
  return bytes.length > longestBlock ? bytes.length : 0;
}

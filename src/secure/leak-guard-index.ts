/** Length of the stretch that is looked up at every byte of a file: no needle may be shorter. */
export const shortestNeedle = 8;

/**
 * One random word per byte value. `hash = (hash << 4) + gear[byte]` over 32 bits forgets a byte after eight steps, so
 * it is a hash of the last eight bytes at the cost of one addition (Xia et al., "FastCDC", USENIX ATC 2016).
 */
export const gear = gearTable();

function gearTable(): Int32Array {
  let state = 0x9e3779b9;
  return Int32Array.from({ length: 256 }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return mixed ^ (mixed >>> 14);
  });
}

/** How often stretches occur, so that each needle can be looked up by its rarest. */
export class StretchCounts {
  readonly #counts = new Uint16Array(1 << 18);

  add(bytes: Uint8Array): void {
    let hash = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      hash = ((hash << 4) + (gear[bytes[at] as number] as number)) | 0;
      this.addHash(hash);
    }
  }

  addHash(hash: number): void {
    const slot = hash >>> 14;
    if ((this.#counts[slot] as number) < 0xffff) this.#counts[slot]! += 1;
  }

  of(hash: number): number {
    return this.#counts[hash >>> 14] as number;
  }
}

/**
 * Where a stretch of eight bytes ends, and its hash: the one that is rarest in files and that fewest other needles were
 * given. Values of one kind (地域連携室1号, 2号 …) have most of their stretches in common.
 */
function rarestStretch(
  bytes: Uint8Array,
  given: StretchCounts,
  counts: StretchCounts | undefined,
): { end: number; hash: number } {
  let hash = 0;
  let best = { end: 0, hash: 0, count: Number.POSITIVE_INFINITY };
  for (let at = 0; at < bytes.length; at += 1) {
    hash = ((hash << 4) + (gear[bytes[at] as number] as number)) | 0;
    if (at < shortestNeedle - 1) continue;
    const count = given.of(hash) * 4 + (counts?.of(hash) ?? 0);
    if (count < best.count) best = { end: at, hash, count };
  }
  given.addHash(best.hash);
  return best;
}

/** Hears of a needle whose stretch was met, and how many of its bytes stand before the stretch's last. */
export type Met = (id: number, end: number) => void;

/**
 * Knows one stretch of each of very many needles, and says of any stretch of a file whether it is one. What it meets
 * must still be compared as a whole. Needles are not kept: tens of thousands cost two or three megabytes.
 */
export class StretchIndex {
  /** A bit for each hash that some needle has, so that nearly all places are passed by with one look. */
  readonly bits: Int32Array;
  readonly shift: number;
  /** How many needles there are. */
  readonly size: number;
  readonly #hashes: Int32Array;
  readonly #ids: Int32Array;
  readonly #ends: Int32Array;

  /** Needles shorter than `shortestNeedle` are left out. */
  constructor(needles: Iterable<{ bytes: Uint8Array; id: number }>, counts?: StretchCounts) {
    const entries: number[] = [];
    const given = new StretchCounts();
    for (const { bytes, id } of needles) {
      if (bytes.length < shortestNeedle) continue;
      const { end, hash } = rarestStretch(bytes, given, counts);
      entries.push(hash, id, end);
    }
    this.size = entries.length / 3;
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, this.size * 2)));
    const width = Math.min(24, Math.max(12, Math.log2(slots) + 4));
    this.shift = 32 - width;
    this.bits = new Int32Array(2 ** (width - 5));
    this.#hashes = new Int32Array(slots);
    this.#ids = new Int32Array(slots).fill(-1);
    this.#ends = new Int32Array(slots);
    for (let at = 0; at < entries.length; at += 3)
      this.#add(entries[at] as number, entries[at + 1] as number, entries[at + 2] as number);
  }

  #add(hash: number, id: number, end: number): void {
    const bit = hash >>> this.shift;
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
    let slot = this.#slotOf(hash);
    while (this.#ids[slot] !== -1) {
      if (this.#hashes[slot] === hash && this.#ids[slot] === id && this.#ends[slot] === end) return;
      slot = (slot + 1) & (this.#ids.length - 1);
    }
    this.#hashes[slot] = hash;
    this.#ids[slot] = id;
    this.#ends[slot] = end;
  }

  #slotOf(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 7) & (this.#ids.length - 1);
  }

  /** Tells the needles with a stretch of this hash. Ask only where the bit of the hash is set. */
  meet(hash: number, met: Met): void {
    const mask = this.#ids.length - 1;
    let slot = this.#slotOf(hash);
    for (let id = this.#ids[slot] as number; id !== -1; id = this.#ids[slot] as number) {
      if (this.#hashes[slot] === hash) met(id, this.#ends[slot] as number);
      slot = (slot + 1) & mask;
    }
  }

  /** Looks at every stretch of bytes that are folded already; `met` hears where the needle would begin. */
  eachStretch(bytes: Uint8Array, start: number, end: number, met: Met): void {
    const { bits, shift } = this;
    let hash = 0;
    for (let at = start; at < end; at += 1) {
      hash = ((hash << 4) + (gear[bytes[at] as number] as number)) | 0;
      const bit = hash >>> shift;
      if ((bits[bit >>> 5] as number) & (1 << (bit & 31)))
        this.meet(hash, (id, before) => met(id, at - before));
    }
  }
}

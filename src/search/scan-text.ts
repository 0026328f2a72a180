/** Many short texts as one long one, so that looking through all of them is one `indexOf` after the other. */

export interface ScanText {
  text: string;
  /** Where each record begins, and the end. */
  starts: Uint32Array;
  /** Which letters, and letters after one another, occur: a bit for each hash. */
  held: Uint8Array;
}

/** A `\n` in a record divides it: what follows begins anew. */
export function toScanText(records: readonly string[]): ScanText {
  const starts = new Uint32Array(records.length + 1);
  records.forEach((record, i) => {
    starts[i + 1] = starts[i]! + record.length + 1;
  });
  const text = records.map(record => `\n${record}`).join('');
  const held = new Uint8Array(1 << (heldBits - 3));
  for (let i = 0; i < text.length; i++) {
    const [one, pair] = [hash(text.charCodeAt(i), 0), hash(text.charCodeAt(i), text.charCodeAt(i + 1))];
    held[one >>> 3]! |= 1 << (one & 7);
    held[pair >>> 3]! |= 1 << (pair & 7);
  }
  return { text, starts, held };
}

/** Does any record hold the word? */
export function holds(texts: ScanText, word: string): boolean {
  return mayHold(texts, word) && texts.text.includes(word);
}

/** Calls `visit` once for each record that holds the word; `first` when the record, or a part of it, begins with it. */
export function scan(texts: ScanText, word: string, visit: (record: number, first: boolean) => void): void {
  const { text, starts } = texts;
  let record = 0;
  for (let at = mayHold(texts, word) ? text.indexOf(word) : -1; at >= 0; ) {
    record = recordAt(starts, at, record);
    visit(record, text.charCodeAt(at - 1) === 10);
    at = text.indexOf(word, starts[record + 1]);
  }
}

const heldBits = 18;

function hash(a: number, b: number): number {
  return Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b) >>> (32 - heldBits);
}

/**
 * False when some letters of the word stand nowhere together. Engines look for a first letter by one of its bytes: in
 * kana (U+30xx) a `0` (0x30) would stop them at every letter.
 */
function mayHold({ held }: ScanText, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const at =
      word.length === 1 ? hash(word.charCodeAt(0), 0) : hash(word.charCodeAt(i - 1), word.charCodeAt(i));
    if ((i > 0 || word.length === 1) && (held[at >>> 3]! & (1 << (at & 7))) === 0) return false;
  }
  return word !== '';
}

/** Hits come in order, so that only records from the last one on are looked through. */
function recordAt(starts: Uint32Array, at: number, from: number): number {
  let step = 1;
  while (from + step < starts.length - 1 && starts[from + step]! <= at) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(starts.length - 2, from + step);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Many short texts that are looked through for a word: of them only those that hold the rarest two letters of it. */

export interface ScanText {
  /** All records, a `\n` before each. */
  letters: Uint16Array;
  /** Where each record begins, and the end. */
  starts: Uint32Array;
  /** Which records hold a letter, or two after one another: by hash, and where those of each hash begin. */
  holders: Uint32Array;
  holdersFrom: Uint32Array;
}

/** A `\n` in a record divides it: what follows begins anew. */
export function toScanText(records: readonly string[]): ScanText {
  const starts = new Uint32Array(records.length + 1);
  records.forEach((record, i) => {
    starts[i + 1] = starts[i]! + record.length + 1;
  });
  const letters = new Uint16Array(starts[records.length]!);
  records.forEach((record, i) => {
    letters[starts[i]!] = newline;
    for (let at = 0; at < record.length; at++) letters[starts[i]! + 1 + at] = record.charCodeAt(at);
  });
  return { letters, starts, ...holdersIn(letters, starts) };
}

const newline = 10;
const mostHashes = 1 << 16;

function holdersIn(letters: Uint16Array, starts: Uint32Array): Pick<ScanText, 'holders' | 'holdersFrom'> {
  const size = Math.min(mostHashes, 2 << (31 - Math.clz32(letters.length + 1)));
  const holdersFrom = new Uint32Array(size + 1);
  eachHash(letters, starts, size, hash => {
    holdersFrom[hash + 1]! += 1;
  });
  for (let hash = 0; hash < size; hash++) holdersFrom[hash + 1]! += holdersFrom[hash]!;
  const next = holdersFrom.slice();
  const holders = new Uint32Array(holdersFrom[size]!);
  eachHash(letters, starts, size, (hash, record) => {
    holders[next[hash]!] = record;
    next[hash]! += 1;
  });
  return { holders, holdersFrom };
}

/** Each hash once for each record, in the order of the records. */
function eachHash(
  letters: Uint16Array,
  starts: Uint32Array,
  size: number,
  visit: (hash: number, record: number) => void,
): void {
  const last = new Uint32Array(size);
  const add = (hash: number, record: number) => {
    if (last[hash] === record + 1) return;
    last[hash] = record + 1;
    visit(hash, record);
  };
  for (let record = 0; record + 1 < starts.length; record++)
    for (let at = starts[record]! + 1; at < starts[record + 1]!; at++) {
      add(hashOf(letters[at]!, 0, size), record);
      add(hashOf(letters[at - 1]!, letters[at]!, size), record);
    }
}

function hashOf(first: number, second: number, size: number): number {
  return (Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) >>> 12) & (size - 1);
}

/** Does any record hold the word? */
export function holds(texts: ScanText, word: string): boolean {
  return word !== '' && candidates(texts, lettersOf(word)).some(record => recordHolds(texts, record, word));
}

/** Does that record hold the word? */
export function recordHolds(texts: ScanText, record: number, word: string): boolean {
  return word !== '' && placeIn(texts, record, lettersOf(word)) >= 0;
}

/**
 * Calls `visit` for each record that holds the word, in their order; `first` when the record, or a part of it, begins
 * with the word where it first stands.
 */
export function scan(texts: ScanText, word: string, visit: (record: number, first: boolean) => void): void {
  if (word === '') return;
  const sought = lettersOf(word);
  for (const record of candidates(texts, sought)) {
    const at = placeIn(texts, record, sought);
    if (at >= 0) visit(record, texts.letters[at - 1] === newline);
  }
}

function lettersOf(word: string): Uint16Array {
  return new Uint16Array(word.length).map((_, i) => word.charCodeAt(i));
}

/** Records that hold the rarest letters of the word, or others with the same hash. */
function candidates({ holders, holdersFrom }: ScanText, sought: Uint16Array): Uint32Array {
  const size = holdersFrom.length - 1;
  const holding = (hash: number) => holders.subarray(holdersFrom[hash], holdersFrom[hash + 1]);
  let rarest = holding(hashOf(sought[0]!, 0, size));
  for (let i = 1; i < sought.length; i++) {
    const pair = holding(hashOf(sought[i - 1]!, sought[i]!, size));
    if (pair.length < rarest.length) rarest = pair;
  }
  return rarest;
}

/** Where in `letters` the record holds the word first; -1 where it does not. */
function placeIn({ letters, starts }: ScanText, record: number, sought: Uint16Array): number {
  const first = sought[0]!;
  const last = starts[record + 1]! - sought.length;
  for (let at = starts[record]! + 1; at <= last; at++) {
    if (letters[at] !== first) continue;
    let same = 1;
    while (same < sought.length && letters[at + same] === sought[same]) same += 1;
    if (same === sought.length) return at;
  }
  return -1;
}

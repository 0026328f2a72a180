import { readDirectory, type ZipMember } from '../ingest/zip.ts';
import {
  base64Needles,
  dataAddresses,
  eachStretchOfBase64,
  hasUpperCase,
  holdsBase64,
} from './leak-guard-base64.ts';
import { otherReadings } from './leak-guard-encodings.ts';
import { foldBytes } from './leak-guard-fold.ts';
import { type StretchCounts, StretchIndex } from './leak-guard-index.ts';
import { isPdf, pdfTexts } from './leak-guard-pdf.ts';
import { eachStretchOfText, type FoldedNeedle, holds } from './leak-guard-text.ts';

/** A value that may stand in no published file. */
export interface Watched {
  /** What is looked for: a text, or the bytes of a key. */
  value: string | Uint8Array;
  /** What it is, in the officer's words: the header of its column (`夜間連絡先`). */
  field: string;
  /** Where it was read (`調査.csv 12行目`). */
  at: string;
}

/** A watched value that was found. It never holds the value. */
export interface Leak {
  file: string;
  field: string;
  at: string;
}

/** Opens what is compressed. Null when the bytes are no such thing, or hold more than may be opened. */
export interface Unpack {
  gunzip(bytes: Uint8Array): Uint8Array | null;
  inflate(bytes: Uint8Array): Uint8Array | null;
  inflateRaw(bytes: Uint8Array): Uint8Array | null;
}

/** How many bytes one byte of a value takes at most, escaped twice (`&amp;#x30;`). */
const roomAround = 10;
/** How deep a file lies within others. */
const deepest = 3;

/**
 * Looks for watched values in the bytes of files: as they are, HTML-escaped, escaped as in JSON and scripts,
 * percent-encoded, in any mixture of these; in base64, standard and url-safe, at any alignment; in UTF-16, Shift_JIS,
 * EUC-JP and ISO-2022-JP; within gzip, zip (so XLSX and DOCX), PDF and `data:` addresses. Spaces, line breaks, hyphens, brackets, width and case do not hide a value.
 */
export class LeakGuard {
  readonly #watched: readonly Watched[];
  readonly #texts: StretchIndex;
  readonly #base64: StretchIndex;
  readonly #isMixed: boolean;
  readonly #unpack: Unpack;

  /** `counts`: of text like that of the files, so that fewer places are looked at for nothing. */
  constructor(watched: readonly Watched[], unpack: Unpack, counts?: StretchCounts) {
    this.#watched = watched;
    this.#texts = new StretchIndex(
      eachNeedle(watched, ({ value }) => foldedNeedles(value).map(({ bytes }) => bytes)),
      counts,
    );
    this.#base64 = new StretchIndex(eachNeedle(watched, ({ value }) => encodedNeedles(value)));
    this.#isMixed = watched.every(({ value }) => encodedNeedles(value).every(needle => hasUpperCase(needle)));
    this.#unpack = unpack;
  }

  /** How many values are watched. */
  get size(): number {
    return this.#watched.length;
  }

  /** Every watched value that stands in the file or in its name, once for each field and place. */
  scan(file: string, bytes: Uint8Array): Leak[] {
    const found = new Set<number>();
    if (this.#watched.length === 0) return [];
    this.#look(new TextEncoder().encode(file), found, deepest);
    this.#look(bytes, found, 0);
    const leaks = [...found]
      .sort((a, b) => a - b)
      .map(id => {
        const { field, at } = this.#watched[id] as Watched;
        return { file, field, at };
      });
    return [...new Map(leaks.map(leak => [`${leak.field}\n${leak.at}`, leak])).values()];
  }

  #look(bytes: Uint8Array, found: Set<number>, depth: number): void {
    this.#lookAtText(bytes, found);
    for (const text of otherReadings(bytes)) this.#lookAtText(text, found);
    if (depth >= deepest) return;
    for (const inner of this.#within(bytes)) this.#look(inner, found, depth + 1);
  }

  #lookAtText(bytes: Uint8Array, found: Set<number>): void {
    eachStretchOfText(bytes, this.#texts, (id, from, to) => {
      if (found.has(id)) return;
      const needles = foldedNeedles(this.#valueOf(id));
      const room = roomAround * Math.max(...needles.map(needle => needle.bytes.length)) + 200;
      if (holds(bytes.subarray(Math.max(0, from - room), to + room), needles)) found.add(id);
    });
    eachStretchOfBase64(bytes, this.#base64, this.#isMixed, (id, from) => {
      if (!found.has(id) && holdsBase64(bytes, from, encodedNeedles(this.#valueOf(id)))) found.add(id);
    });
  }

  #valueOf(id: number): string | Uint8Array {
    return (this.#watched[id] as Watched).value;
  }

  #within(bytes: Uint8Array): Uint8Array[] {
    const utf8 = new TextEncoder();
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return present(this.#unpack.gunzip(bytes));
    if (isPdf(bytes)) return pdfTexts(bytes, this.#unpack).map(text => utf8.encode(text));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const members = readDirectory(bytes) ?? [];
      return members.flatMap(member => withoutTags(this.#openMember(bytes, member)));
    }
    return dataAddresses(bytes);
  }

  #openMember(archive: Uint8Array, { offset, packed, method, encrypted }: ZipMember): Uint8Array | null {
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    if (encrypted || offset + 30 > archive.length) return null;
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const bytes = archive.subarray(start, start + packed);
    return method === 0 ? bytes : this.#unpack.inflateRaw(bytes);
  }
}

/** Word and Excel cut a text by tags wherever its look changes: XML is looked at without them, too. */
function withoutTags(member: Uint8Array | null): Uint8Array[] {
  if (member?.[0] !== 0x3c) return present(member);
  return [member, new TextEncoder().encode(new TextDecoder().decode(member).replace(/<[^>]*>/g, ''))];
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

/** A number of ten digits and more, with its separators: telephone, FAX, official numbers. */
const numberOnly = /^[\d\s()-]+$/;

function* eachNeedle(
  watched: readonly Watched[],
  needlesOf: (one: Watched) => readonly Uint8Array[],
): Generator<{ bytes: Uint8Array; id: number }> {
  for (const [id, one] of watched.entries()) for (const bytes of needlesOf(one)) yield { bytes, id };
}

function foldedNeedles(value: string | Uint8Array): FoldedNeedle[] {
  const isNumber = typeof value === 'string' && numberOnly.test(value.normalize('NFKC'));
  return spellings(value).map(bytes => ({ bytes: foldBytes(bytes), isNumber }));
}

function encodedNeedles(value: string | Uint8Array): Uint8Array[] {
  return spellings(value).flatMap(base64Needles);
}

/** The ways one value may be written that folding does not make one. */
export function spellings(value: string | Uint8Array): Uint8Array[] {
  if (typeof value !== 'string') return [value, new TextEncoder().encode(hexOf(value))];
  const typed = value.trim();
  const plain = typed.normalize('NFKC').replace(/[‐-―−]/g, '-');
  const isNumber = numberOnly.test(plain);
  const numbers = isNumber
    ? [plain.replace(/\D+/g, ''), plain.replace(/\D+/g, '-'), plain.replace(/\D+/g, ' ')]
    : [];
  return [...new Set([typed, plain, ...numbers])].map(text => new TextEncoder().encode(text));
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

import { Inflate } from 'fflate';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import { type ByteSource, slices } from './bytes.ts';
import { defaultLimits } from './limits.ts';

/** One file inside an archive, as the archive's directory declares it. */
export interface ZipMember {
  /** A harmless relative name: no drive, no `..`, no control characters. */
  name: string;
  packed: number;
  unpacked: number;
  crc: number;
  method: number;
  encrypted: boolean;
  /** Where the member's local header stands. */
  offset: number;
}

const endRecord = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const inputStep = 16 * 1024;

/**
 * The archive's directory (PKWARE APPNOTE 4.3.12, 4.3.16), or null when there is none to be found. Of Zip64 only the
 * long sizes are known, which streaming programs write for small files too; archives of 4 GB are not.
 */
export function readDirectory(archive: Uint8Array): ZipMember[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEndRecord(view);
  if (end < 0) return null;
  const members: ZipMember[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) return null;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    members.push(readEntry(view, at, archive.subarray(at + 46, nameEnd)));
    at = next;
  }
  return members;
}

function readEntry(view: DataView, at: number, name: Uint8Array): ZipMember {
  const flags = view.getUint16(at + 8, true);
  const sizes = {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  return {
    name: harmlessName(decodeName(name, (flags & 0x800) !== 0)),
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    ...longSizes(view, at, sizes),
  };
}

type Sizes = Pick<ZipMember, 'unpacked' | 'packed' | 'offset'>;

/** Fields that are all ones stand, in this order, as 64 bits in the extra field 1 (APPNOTE 4.5.3). */
function longSizes(view: DataView, entry: number, short: Sizes): Sizes {
  const start = entry + 46 + view.getUint16(entry + 28, true);
  const end = start + view.getUint16(entry + 30, true);
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const long = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > end) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    return { unpacked: long(short.unpacked), packed: long(short.packed), offset: long(short.offset) };
  }
  return short;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === endRecord) return at;
  return -1;
}

/** Windows writes names in CP932 without saying so; macOS writes UTF-8 without saying so. */
function decodeName(name: Uint8Array, utf8: boolean): string {
  for (const label of utf8 ? ['utf-8'] : ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(name);
    } catch {
      // The next encoding may explain it.
    }
  }
  return new TextDecoder('utf-8').decode(name);
}

function harmlessName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here.
  const parts = name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e]/g, '').split(/[/\\]/);
  const folder = /[/\\]$/.test(name) ? '/' : '';
  return (
    parts
      .filter(part => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part))
      .join('/') + folder
  );
}

/** Checks what the directory declares before anything is unpacked: a bomb is refused by its own words. */
export function checkDeclaredSize(
  file: string,
  archive: Uint8Array,
  members: readonly ZipMember[],
  limit: number,
): Issue[] {
  const total = members.reduce((sum, member) => sum + member.unpacked, 0);
  const bloated = total > defaultLimits.ratioFreeBytes && total > archive.length * defaultLimits.ratio;
  if (total <= limit && !bloated && members.length <= defaultLimits.zipMembers) return [];
  return [tooLarge(file, total, limit, members.length)];
}

function tooLarge(file: string, total: number, limit: number, members: number): Issue {
  const inMb = (bytes: number) => Math.ceil(bytes / 1024 / 1024).toLocaleString('en-US');
  return issue('zip-too-large', { file }, '', {
    size: inMb(total),
    limit: inMb(limit),
    members: members.toLocaleString('en-US'),
    ratio: String(defaultLimits.ratio),
    most: defaultLimits.zipMembers.toLocaleString('en-US'),
  });
}

/**
 * The member's bytes, after unpacking it once to see that it is whole: as long as declared, with the declared
 * checksum. Each walk over the source unpacks again, so that the contents never stand in memory as a whole.
 */
export function openMember(file: string, archive: Uint8Array, member: ZipMember): Read<ByteSource | null> {
  const at = { file: `${file}/${member.name}` };
  if (member.encrypted) return { value: null, issues: [issue('file-encrypted', at)] };
  const data = memberData(archive, member);
  if (!data || !isWhole(data, member)) return { value: null, issues: [issue('zip-broken', at)] };
  return { value: { chunks: () => unpack(data, member) }, issues: [] };
}

function memberData(archive: Uint8Array, member: ZipMember): Uint8Array | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const at = member.offset;
  if (at + 30 > archive.length || view.getUint32(at, true) !== localHeader) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + member.packed > archive.length || (member.method !== 0 && member.method !== 8)) return null;
  return archive.subarray(start, start + member.packed);
}

function isWhole(data: Uint8Array, member: ZipMember): boolean {
  let size = 0;
  let crc = 0;
  try {
    for (const chunk of unpack(data, member)) {
      size += chunk.length;
      if (size > member.unpacked) return false;
      crc = updateCrc(crc, chunk);
    }
  } catch {
    return false;
  }
  return size === member.unpacked && crc === member.crc;
}

/** Small steps in keep the largest step out at 16 MB even for the densest input (deflate packs at most 1032 : 1). */
function* unpack(data: Uint8Array, member: ZipMember): Generator<Uint8Array> {
  if (member.method === 0) {
    yield* slices(data);
    return;
  }
  let ready: Uint8Array[] = [];
  const inflate = new Inflate(chunk => ready.push(chunk));
  for (let at = 0; at < data.length; at += inputStep) {
    inflate.push(data.subarray(at, at + inputStep), at + inputStep >= data.length);
    for (const chunk of ready) yield* slices(chunk);
    ready = [];
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as in ISO 3309, continued over pieces. */
function updateCrc(crc: number, bytes: Uint8Array): number {
  let value = ~crc;
  for (let at = 0; at < bytes.length; at++) value = crcTable[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}

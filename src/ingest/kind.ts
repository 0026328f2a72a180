import { bytesSource, firstBytes } from './bytes.ts';

/** What a file is by its first bytes; the name only decides between the text formats. */
export type FileKind =
  | { kind: 'empty' }
  | { kind: 'zip' }
  | { kind: 'ole' }
  | { kind: 'other'; format: string }
  | { kind: 'text' };

/** First bytes of formats that are no table, with the name an office knows them by. */
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', '画像（PNG）'],
  ['\xff\xd8\xff', '画像（JPEG）'],
  ['GIF8', '画像（GIF）'],
  ['II*\0', '画像（TIFF）'],
  ['MM\0*', '画像（TIFF）'],
  ['BM', '画像（BMP）'],
  ['\x1f\x8b', '圧縮ファイル（gzip）'],
  ['7z\xbc\xaf', '圧縮ファイル（7z）'],
  ['Rar!', '圧縮ファイル（RAR）'],
  ['{\\rtf', 'リッチテキスト文書'],
  ['SQLite format 3', 'データベース'],
  ['\x00\x01\x00\x00Standard', 'データベース（Access）'],
];

const markup: readonly (readonly [RegExp, string])[] = [
  [/^(<!doctype html|<html|<head|<body|<table|<script)/i, 'ウェブページ（HTML）'],
  [/^<\?xml/i, 'XML 文書'],
  [/^<svg/i, '画像（SVG）'],
  [/^\{\s*"/, 'JSON'],
];

export function findKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { kind: 'empty' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06') || startsWith(bytes, 'PK\x07\x08'))
    return { kind: 'zip' };
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'ole' };
  // BIFF 2–4: workbooks of before 1993, without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0x00)
    return { kind: 'other', format: 'xls' };
  const known = signatures.find(([signature]) => isSignature(bytes, signature));
  if (known) return { kind: 'other', format: known[1] };
  const start = textStart(bytes);
  const format = markup.find(([pattern]) => pattern.test(start))?.[1];
  return format ? { kind: 'other', format } : { kind: 'text' };
}

/** Password-protected workbooks and workbooks of before 2007 share one container; its directory tells them apart. */
export function findOleContent(bytes: Uint8Array): 'encrypted' | 'xls' | 'other' {
  if (includesUtf16(bytes, 'EncryptedPackage') || includesUtf16(bytes, 'EncryptionInfo')) return 'encrypted';
  return includesUtf16(bytes, 'Workbook') || includesUtf16(bytes, 'Book') ? 'xls' : 'other';
}

/** `BM` could begin a text: a bitmap has zeros in its header. */
function isSignature(bytes: Uint8Array, signature: string): boolean {
  return startsWith(bytes, signature) && (signature !== 'BM' || bytes.subarray(2, 16).includes(0));
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let at = 0; at < signature.length; at++) if (bytes[at] !== signature.charCodeAt(at)) return false;
  return true;
}

/** The first characters behind marks and white space, where only ASCII matters. */
function textStart(bytes: Uint8Array): string {
  const head = firstBytes(bytesSource(bytes), 1024).filter(byte => byte !== 0);
  return new TextDecoder('latin1')
    .decode(head)
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart();
}

function includesUtf16(bytes: Uint8Array, word: string): boolean {
  const pattern = [...word].flatMap(character => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(pattern[0]!); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1)) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

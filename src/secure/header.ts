import { type Bytes, fromBase64, fromHex } from './base64.ts';
import { ivBytes, keyBytes, tagBytes } from './cipher.ts';
import { type Refusal, refuse } from './refusal.ts';

export const editionFormat = 'shigen-map/professional-edition';
export const formatVersion = 1;
export const kdfName = 'PBKDF2-SHA-256';
/** OWASP Password Storage Cheat Sheet, for PBKDF2-HMAC-SHA256. Fewer are refused. */
export const leastIterations = 600_000;
/** More would only keep a telephone busy. */
const mostIterations = 20_000_000;
export const saltBytes = 16;
export const buildBytes = 16;
export const wrappedBytes = ivBytes + keyBytes + tagBytes;

/** How slot keys are made from phrases. */
export interface KdfParameters {
  name: typeof kdfName;
  iterations: number;
  /** base64 of 16 bytes. */
  salt: string;
}

/** One phrase's way to the content key. */
export interface HeaderSlot {
  /** Opaque. */
  id: string;
  /** base64 of IV (12 bytes), the wrapped content key (32) and its tag (16). */
  key: string;
}

export interface HeaderFile {
  role: string;
  /** File name beside the header: `<role>-<12 hex digits of the SHA-256 of its bytes>.bin`. */
  name: string;
  /** Size of the sealed file. */
  bytes: number;
}

/** `pro/edition.json`: everything about an edition that is not secret. */
export interface EditionHeader {
  format: typeof editionFormat;
  version: typeof formatVersion;
  /** 32 hex digits, other in every build. */
  build: string;
  /** When it was made: ISO 8601 in UTC, `2026-11-22T03:00:00Z`. */
  madeAt: string;
  kdf: KdfParameters;
  slots: readonly HeaderSlot[];
  files: readonly HeaderFile[];
}

/** What every slot and file of an edition is bound to, besides which slot or file it is. */
export type EditionContext = Pick<EditionHeader, 'build' | 'madeAt' | 'kdf'> & { roles: readonly string[] };

export function contextOf({ build, madeAt, kdf, files }: EditionHeader): EditionContext {
  return { build, madeAt, kdf, roles: files.map(file => file.role) };
}

/**
 * The additional data of AES-GCM for one slot or one file: UTF-8 of a JSON array without white space, its members in
 * this order. A header with any of them changed opens nothing.
 */
export function additionalData(
  { build, madeAt, kdf, roles }: EditionContext,
  kind: 'slot' | 'file',
  name: string,
): Bytes {
  const { iterations, salt } = kdf;
  const members = [
    editionFormat,
    formatVersion,
    build,
    madeAt,
    kdf.name,
    iterations,
    salt,
    roles,
    kind,
    name,
  ];
  return new TextEncoder().encode(JSON.stringify(members));
}

/** Reads `edition.json`. Nothing of it is proven yet: that comes with opening, which is bound to it. */
export function readHeader(text: string): EditionHeader | Refusal {
  const data = parse(text);
  if (!isObject(data) || data.format !== editionFormat) return refuse('unreadable');
  if (data.version !== formatVersion) return refuse('unknown-version');
  if (!isKdf(data.kdf)) return refuse(isObject(data.kdf) ? 'weak-parameters' : 'unreadable');
  return isRest(data) ? (data as unknown as EditionHeader) : refuse('unreadable');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The only derivation we know, and no fewer rounds than we write. */
export function isKdf(kdf: unknown): kdf is KdfParameters {
  if (!isObject(kdf) || kdf.name !== kdfName) return false;
  const { iterations } = kdf;
  const isEnough =
    Number.isInteger(iterations) &&
    (iterations as number) >= leastIterations &&
    (iterations as number) <= mostIterations;
  return isEnough && isBase64(kdf.salt, saltBytes);
}

function isRest({ build, madeAt, slots, files }: Record<string, unknown>): boolean {
  return (
    typeof build === 'string' &&
    fromHex(build)?.length === buildBytes &&
    typeof madeAt === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(madeAt) &&
    isListOf(slots, isSlot) &&
    isListOf(files, isFile) &&
    new Set((files as HeaderFile[]).map(file => file.role)).size === (files as unknown[]).length
  );
}

const isSlot = ({ id, key }: Record<string, unknown>): boolean =>
  typeof id === 'string' && isBase64(key, wrappedBytes);

/** A name is only ever a file beside the header. */
const isFile = ({ role, name, bytes }: Record<string, unknown>): boolean =>
  typeof role === 'string' &&
  typeof name === 'string' &&
  /^[a-z]+-[0-9a-f]{12}\.bin$/.test(name) &&
  Number.isInteger(bytes);

function isListOf(value: unknown, isMember: (member: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(one => isObject(one) && isMember(one));
}

function isBase64(text: unknown, length: number): text is string {
  return typeof text === 'string' && fromBase64(text)?.length === length;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

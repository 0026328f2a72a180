/** AES-256-GCM and PBKDF2 as Web Crypto has them, in Node and in the browser. */
import type { Bytes } from './base64.ts';

/** NIST SP 800-38D §5.2.1.1: 96 bits of IV, and the whole tag. */
export const ivBytes = 12;
export const tagBytes = 16;
export const keyBytes = 32;

/** Bytes nobody can foretell: an argument, so that one edition can be made twice in a test. */
export type Random = (length: number) => Bytes;

/** The random source of the machine. */
export const machineRandom: Random = length => crypto.getRandomValues(new Uint8Array(length));

/** False where Web Crypto is missing: over plain http. */
export function hasWebCrypto(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** The ciphertext with its tag. Never the same `iv` twice under one key. */
export async function encrypt(key: CryptoKey, iv: Bytes, bytes: Bytes, additional: Bytes): Promise<Bytes> {
  const parameters = { name: 'AES-GCM', iv, additionalData: additional, tagLength: tagBytes * 8 };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, bytes));
}

/** Null when key, IV, additional data or a single bit of the ciphertext is another. */
export async function decrypt(
  key: CryptoKey,
  iv: Bytes,
  bytes: Bytes,
  additional: Bytes,
): Promise<Bytes | null> {
  const parameters = { name: 'AES-GCM', iv, additionalData: additional, tagLength: tagBytes * 8 };
  return orNull(async () => new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes)));
}

/** A content key out of its wrapping; it cannot be read back, not even by our own code. */
export async function unwrap(
  key: CryptoKey,
  iv: Bytes,
  wrapped: Bytes,
  additional: Bytes,
): Promise<CryptoKey | null> {
  const parameters = { name: 'AES-GCM', iv, additionalData: additional, tagLength: tagBytes * 8 };
  return orNull(() =>
    crypto.subtle.unwrapKey('raw', wrapped, key, parameters, 'AES-GCM', false, ['decrypt']),
  );
}

/** A wrong key is an `OperationError` (or a `DataError` when what was wrapped is no key); anything else is a bug. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const { name } = error as Error;
    if (name === 'OperationError' || name === 'DataError') return null;
    throw error;
  }
}

export function importKey(raw: Bytes, usages: KeyUsage[]): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, usages);
}

/** PBKDF2-HMAC-SHA-256 (RFC 8018 §5.2). */
export async function pbkdf2(
  password: Bytes,
  salt: Bytes,
  iterations: number,
  length: number,
): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, length * 8));
}

/** The same as a key that only unwraps and cannot be read back. */
export async function pbkdf2Key(password: Bytes, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveKey']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const wanted = { name: 'AES-GCM', length: keyBytes * 8 };
  return crypto.subtle.deriveKey(parameters, base, wanted, false, ['unwrapKey']);
}

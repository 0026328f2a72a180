/** Opening a professional edition, in the visitor's browser. */
import { type Bytes, fromBase64 } from './base64.ts';
import { decrypt, hasWebCrypto, ivBytes, pbkdf2Key, unwrap } from './cipher.ts';
import { additionalData, contextOf, type EditionHeader, isKdf } from './header.ts';
import { phraseBytes } from './phrase.ts';
import { type Refusal, refuse } from './refusal.ts';
import { splitSealed } from './sealed-bytes.ts';

/**
 * The key of a phrase, which may be kept on the device (IndexedDB): it cannot be read back and opens every edition of
 * this salt until its slot is gone. Takes a moment; call it in a worker.
 */
export async function slotKey(passphrase: string, { kdf }: EditionHeader): Promise<CryptoKey | Refusal> {
  if (!hasWebCrypto()) return refuse('needs-https');
  const salt = isKdf(kdf) ? fromBase64(kdf.salt) : null;
  if (!salt) return refuse('weak-parameters');
  return pbkdf2Key(phraseBytes(passphrase), salt, kdf.iterations);
}

/** The key of this edition's files, by whichever slot the phrase opens. */
export async function contentKey(key: CryptoKey, header: EditionHeader): Promise<CryptoKey | Refusal> {
  for (const slot of header.slots) {
    const bytes = fromBase64(slot.key);
    if (!bytes) return refuse('unreadable');
    const additional = additionalData(contextOf(header), 'slot', slot.id);
    const found = await unwrap(key, bytes.subarray(0, ivBytes), bytes.subarray(ivBytes), additional);
    if (found) return found;
  }
  return refuse('wrong-phrase');
}

/**
 * The bytes of one file exactly as they were given to `sealEdition`: gzip'd JSON, to be unpacked by `inflate`. All of
 * them are proven, or none is given.
 */
export async function openFile(
  key: CryptoKey,
  header: EditionHeader,
  role: string,
  bytes: Bytes,
): Promise<Bytes | Refusal> {
  const file = header.files.find(one => one.role === role);
  if (!file) return refuse('unreadable');
  const parts = splitSealed(header.build, bytes);
  if ('refused' in parts) return parts;
  const additional = additionalData(contextOf(header), 'file', role);
  return (await decrypt(key, parts.iv, parts.ciphertext, additional)) ?? refuse('tampered');
}

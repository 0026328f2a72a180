/** A source file of a region's folder, kept there as ciphertext only. */
import { type Bytes, fromBase64, toBase64 } from './base64.ts';
import { decrypt, encrypt, importKey, ivBytes, keyBytes, pbkdf2, type Random, tagBytes } from './cipher.ts';
import { deflate, inflate } from './gzip.ts';
import { isKdf, type KdfParameters, kdfName, leastIterations, saltBytes } from './header.ts';
import { phraseBytes } from './phrase.ts';
import { type Refusal, refuse } from './refusal.ts';

export const sealedFileFormat = 'shigen-map/sealed-file';
const version = 1;

/** `一覧.csv` is kept as `一覧.csv.sealed`. */
export const sealedEnding = '.sealed';

/** The first line says what the file is to whoever opens it in an editor; the rest is IV and ciphertext. */
interface SealedFileHeader {
  format: typeof sealedFileFormat;
  version: typeof version;
  about: string;
  kdf: KdfParameters;
}

/**
 * Seals a file under a phrase, with a salt and an IV of its own. It is bound to its name (`一覧.csv`, without folders),
 * so that no sealed file can take the place of another. `about`: a sentence for people, not secret and not proven.
 */
export async function sealFile(
  name: string,
  bytes: Bytes,
  passphrase: string,
  about: string,
  random: Random,
): Promise<Bytes> {
  const salt = random(saltBytes);
  const kdf: KdfParameters = { name: kdfName, iterations: leastIterations, salt: toBase64(salt) };
  const key = await importKey(await fileKey(passphrase, salt, kdf), ['encrypt']);
  const iv = random(ivBytes);
  const ciphertext = await encrypt(key, iv, await deflate(bytes), additionalData(kdf, name));
  const header: SealedFileHeader = { format: sealedFileFormat, version, about, kdf };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const sealed = new Uint8Array(line.length + ivBytes + ciphertext.length);
  sealed.set(line);
  sealed.set(iv, line.length);
  sealed.set(ciphertext, line.length + ivBytes);
  return sealed;
}

/** The bytes as they were sealed. `wrong-phrase` also where a byte was changed or the file has another name. */
export async function openSealedFile(
  name: string,
  sealed: Bytes,
  passphrase: string,
): Promise<Bytes | Refusal> {
  const end = sealed.indexOf(0x0a);
  const header = end < 0 ? null : parse(sealed.subarray(0, end));
  if (header?.format !== sealedFileFormat) return refuse('unreadable');
  if (header.version !== version) return refuse('unknown-version');
  if (!isKdf(header.kdf)) return refuse('weak-parameters');
  const body = sealed.subarray(end + 1);
  const salt = fromBase64(header.kdf.salt);
  if (!salt || body.length < ivBytes + tagBytes) return refuse('unreadable');
  const key = await importKey(await fileKey(passphrase, salt, header.kdf), ['decrypt']);
  const additional = additionalData(header.kdf, name);
  const packed = await decrypt(key, body.subarray(0, ivBytes), body.subarray(ivBytes), additional);
  return packed ? inflate(packed) : refuse('wrong-phrase');
}

function fileKey(passphrase: string, salt: Bytes, { iterations }: KdfParameters): Promise<Bytes> {
  return pbkdf2(phraseBytes(passphrase), salt, iterations, keyBytes);
}

/** A file's name is the same however a system composes its letters. */
function additionalData({ name: kdf, iterations, salt }: KdfParameters, name: string): Bytes {
  const members = [sealedFileFormat, version, kdf, iterations, salt, name.normalize('NFC')];
  return new TextEncoder().encode(JSON.stringify(members));
}

function parse(line: Bytes): Partial<Record<keyof SealedFileHeader, unknown>> | null {
  try {
    return JSON.parse(new TextDecoder().decode(line));
  } catch {
    return null;
  }
}

/** Sealing a professional edition, in a build. */
import { type Bytes, fromBase64, toBase64, toHex } from './base64.ts';
import { encrypt, importKey, ivBytes, keyBytes, pbkdf2, type Random } from './cipher.ts';
import {
  additionalData,
  buildBytes,
  type EditionContext,
  type EditionHeader,
  editionFormat,
  formatVersion,
  type HeaderFile,
  type HeaderSlot,
  kdfName,
  leastIterations,
} from './header.ts';
import { phraseBytes } from './phrase.ts';
import { joinSealed } from './sealed-bytes.ts';

export interface EditionInput {
  files: readonly { role: string; bytes: Bytes }[];
  slots: readonly { id: string; passphrase: string }[];
  /** base64 of 16 bytes: one for all editions of a region, so that a remembered key opens the next one. */
  salt: string;
  /** ISO 8601 in UTC. */
  madeAt: string;
  random: Random;
}

export interface SealedFile extends HeaderFile {
  content: Bytes;
}

/** What no published file may hold. */
export interface KeyMaterial {
  phrases: string[];
  /** The content key and the key of every slot. */
  keys: Bytes[];
}

export interface SealedEdition {
  header: EditionHeader;
  files: SealedFile[];
  material: KeyMaterial;
}

/** Seals files for all slots under a key of this one edition. Content key, build id and IVs are new every time. */
export async function sealEdition(input: EditionInput): Promise<SealedEdition> {
  const { random, madeAt } = input;
  const salt = fromBase64(input.salt);
  if (!salt || input.slots.length === 0) throw new Error('An edition needs a salt and at least one slot.');
  const content = random(keyBytes);
  const context: EditionContext = {
    build: toHex(random(buildBytes)),
    madeAt,
    kdf: { name: kdfName, iterations: leastIterations, salt: input.salt },
    roles: input.files.map(file => file.role),
  };
  const keys = await Promise.all(
    input.slots.map(slot => pbkdf2(phraseBytes(slot.passphrase), salt, leastIterations, keyBytes)),
  );
  const slots: HeaderSlot[] = [];
  for (const [index, { id }] of input.slots.entries())
    slots.push({ id, key: await wrapped(keys[index] as Bytes, content, context, id, random) });
  const files: SealedFile[] = [];
  for (const file of input.files) files.push(await sealFile(content, context, file, random));
  const { roles: _roles, ...bound } = context;
  const named = files.map(({ role, name, bytes }) => ({ role, name, bytes }));
  const header = { format: editionFormat, version: formatVersion, ...bound, slots, files: named } as const;
  const phrases = input.slots.map(slot => slot.passphrase);
  return { header, files, material: { phrases, keys: [content, ...keys] } };
}

async function wrapped(
  key: Bytes,
  content: Bytes,
  context: EditionContext,
  id: string,
  random: Random,
): Promise<string> {
  const iv = random(ivBytes);
  const slot = await importKey(key, ['encrypt']);
  const bytes = await encrypt(slot, iv, content, additionalData(context, 'slot', id));
  return toBase64(Uint8Array.of(...iv, ...bytes));
}

async function sealFile(
  raw: Bytes,
  context: EditionContext,
  { role, bytes }: EditionInput['files'][number],
  random: Random,
): Promise<SealedFile> {
  const iv = random(ivBytes);
  const key = await importKey(raw, ['encrypt']);
  const ciphertext = await encrypt(key, iv, bytes, additionalData(context, 'file', role));
  const content = joinSealed(context.build, iv, ciphertext);
  const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', content)));
  return { role, name: `${role}-${hash.slice(0, 12)}.bin`, bytes: content.length, content };
}

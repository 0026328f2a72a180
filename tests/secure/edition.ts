import { type Bytes, fromHex } from '../../src/secure/base64.ts';
import type { Random } from '../../src/secure/cipher.ts';
import type { EditionHeader } from '../../src/secure/header.ts';
import { contentKey, openFile, slotKey } from '../../src/secure/open.ts';
import { isRefusal, type Refusal, type RefusalReason } from '../../src/secure/refusal.ts';
import type { EditionInput, SealedEdition } from '../../src/secure/seal.ts';

export const hex = (text: string): Bytes => fromHex(text.replaceAll(/\s/g, '')) ?? new Uint8Array();
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** The same bytes every time: 0, 1, 2 … from a start on. */
export function countingRandom(start = 0): Random {
  let next = start;
  return length => Uint8Array.from({ length }, () => next++ % 256);
}

export const phrases = {
  hospital: 'さくら みかん はちみつ ゆびわ そよかぜ ことり かまぼこ ともだち',
  office: 'つみき ひまわり おもいで たぬき ゆうべ こむぎこ すいか らくご',
};

export function editionInput(changes: Partial<EditionInput> = {}): EditionInput {
  return {
    files: [
      { role: 'list', bytes: utf8('{"list":"みほん病院"}') },
      { role: 'records', bytes: utf8('{"records":"退院調整は 地域連携室へ"}') },
    ],
    slots: [
      { id: 'k3v9', passphrase: phrases.hospital },
      { id: 'q7d2', passphrase: phrases.office },
    ],
    salt: 'AAECAwQFBgcICQoLDA0ODw==',
    madeAt: '2026-11-22T03:00:00Z',
    random: countingRandom(),
    ...changes,
  };
}

const kept = new Map<string, Promise<CryptoKey | Refusal>>();

/** Derived once: what a header's parameters and a phrase lead to never changes. */
export function keptSlotKey(phrase: string, header: EditionHeader): Promise<CryptoKey | Refusal> {
  const name = `${phrase}\n${JSON.stringify(header.kdf)}`;
  const key = kept.get(name) ?? slotKey(phrase, header);
  kept.set(name, key);
  return key;
}

/** What a browser does: the opened text, or why not. */
export async function open(
  { header, files }: Pick<SealedEdition, 'header' | 'files'>,
  phrase: string,
  role = 'list',
): Promise<string | RefusalReason> {
  const slot = await keptSlotKey(phrase, header);
  if (isRefusal(slot)) return slot.refused;
  const content = await contentKey(slot, header);
  if (isRefusal(content)) return content.refused;
  const file = files.find(one => one.role === role);
  const opened = await openFile(content, header, role, file?.content ?? new Uint8Array());
  return isRefusal(opened) ? opened.refused : new TextDecoder().decode(opened);
}

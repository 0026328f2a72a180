import { z } from 'zod';
import { decodeText } from '../ingest/decode.ts';
import type { Issue, Read } from '../issues/issue.ts';
import { parseYamlConfig } from '../issues/yaml.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Random } from './cipher.ts';
import { saltBytes } from './header.ts';
import { normalizePhrase } from './phrase.ts';
import { checkTypedWords } from './typed-words.ts';

/** In the region's folder, without anything secret: committed and passed on with it. */
export const keysFile = 'keys.yaml';
/** Phrases by slot id: never committed, but by a fictional region. */
export const secretsFile = 'keys.secret.yaml';

/** The id in `keys.secret.yaml` of the phrase that seals files of the folder. No slot of an edition has it. */
export const layersId = 'layers';

/** One key of the professional edition: what is known of it besides its phrase. */
export interface KeySlot {
  /** Opaque: it stands in the published header. */
  id: string;
  /** Who has it. Never published. */
  name: string;
  /** `YYYY-MM-DD`. */
  createdOn: string;
  /** The last day on which a build still counts it in. */
  expires?: string | undefined;
  revokedOn?: string | undefined;
}

/** `keys.yaml`. */
export interface Keys {
  /** base64 of 16 bytes, the same for all editions until `keys rotate`. */
  salt: string;
  slots: readonly KeySlot[];
}

const custom = (code: Issue['code']) => ({ code: 'custom', params: { issue: code } }) as const;

const dateSchema = z.string().superRefine((text, context) => {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const isDate = date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDate) context.addIssue(custom('keys-date-unreadable'));
});

const slotSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  createdOn: dateSchema,
  expires: dateSchema.optional(),
  revokedOn: dateSchema.optional(),
});

const keysSchema = z.strictObject({
  salt: z.string().superRefine((text, context) => {
    if (fromBase64(text)?.length !== saltBytes) context.addIssue(custom('keys-salt-unreadable'));
  }),
  keys: z
    .array(slotSchema)
    .superRefine((slots, context) => {
      slots.forEach(({ id }, index) => {
        const isTaken = slots.slice(0, index).some(slot => slot.id === id) || id === layersId;
        if (isTaken) context.addIssue({ ...custom('keys-id-duplicate'), path: [index, 'id'] });
      });
    })
    .default([]),
});

/** Null when there is any problem: a half-understood list could keep a revoked key alive. */
export function readKeys(file: string, bytes: Uint8Array): Read<Keys | null> {
  const text = decodeText(file, bytes);
  const { value, issues } = parseYamlConfig(file, text.value, keysSchema);
  const keys = value && { salt: value.salt, slots: value.keys };
  return { value: keys, issues: [...text.issues, ...issues] };
}

/**
 * Phrases by slot id, of `keys.secret.yaml` or of a variable that holds the same text. Of a text that cannot be read
 * only the line is told: a quotation would show a phrase.
 */
export function readSecrets(text: string): ReadonlyMap<string, string> | { brokenLine: number } {
  const { value, issues } = parseYamlConfig(secretsFile, text, z.record(z.string(), z.string()));
  return value ? new Map(Object.entries(value)) : { brokenLine: issues[0]?.at.row ?? 1 };
}

/** Why a key has no part in the next edition. */
export type OmittedReason = 'expired' | 'revoked' | 'no-phrase' | 'not-made-by-us' | 'known-to-all';

export interface UsableSlots {
  open: { slot: KeySlot; passphrase: string }[];
  omitted: { slot: KeySlot; reason: OmittedReason }[];
}

/**
 * Sorts the keys as of a day (`YYYY-MM-DD` in Japan). A phrase that is not eight words of the list is not used, nor,
 * but in a fictional region, one that everyone knows.
 */
export function usableSlots(
  keys: Keys,
  secrets: ReadonlyMap<string, string>,
  today: string,
  isFictional = false,
): UsableSlots {
  const usable: UsableSlots = { open: [], omitted: [] };
  for (const slot of keys.slots) {
    const passphrase = secrets.get(slot.id);
    const reason = whyOmitted(slot, passphrase, today, isFictional);
    if (reason) usable.omitted.push({ slot, reason });
    else usable.open.push({ slot, passphrase: passphrase as string });
  }
  return usable;
}

function whyOmitted(
  slot: KeySlot,
  passphrase: string | undefined,
  today: string,
  isFictional: boolean,
): OmittedReason | null {
  if (slot.revokedOn !== undefined) return 'revoked';
  if (slot.expires !== undefined && slot.expires < today) return 'expired';
  if (passphrase === undefined) return 'no-phrase';
  if (checkTypedWords(passphrase)) return 'not-made-by-us';
  return isKnownToAll(passphrase) && !isFictional ? 'known-to-all' : null;
}

/** The phrase of the fictional region that ships with the tool: whoever copies that region must not keep it. */
const shippedPhrase = 'さくら みかん はちみつ ゆびわ そよかぜ ことり かまぼこ ともだち';

export function isKnownToAll(passphrase: string): boolean {
  return normalizePhrase(passphrase) === normalizePhrase(shippedPhrase);
}

const letters = 'abcdefghijkmnpqrstuvwxyz';
const digits = '23456789';

/** Four letters and digits that nobody has yet: `k3v9`. */
export function newSlotId(keys: Keys | null, random: Random): string {
  for (;;) {
    const drawn = Array.from(random(4), (byte, index) => {
      const signs = index % 2 === 0 ? letters : digits;
      return signs[byte % signs.length];
    }).join('');
    if (!keys?.slots.some(slot => slot.id === drawn)) return drawn;
  }
}

export function newSalt(random: Random): string {
  return toBase64(random(saltBytes));
}

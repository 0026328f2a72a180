/** What the commands that manage keys do to `keys.yaml` and `keys.secret.yaml`. Time and randomness are arguments. */
import { stringify } from 'yaml';
import type { Random } from './cipher.ts';
import { type KeySlot, type Keys, newSalt, newSlotId } from './keys-file.ts';
import { makePhrase } from './phrase.ts';

/** The keys of a region and their phrases by slot id. */
export interface KeyRing {
  /** Null before the first key. */
  keys: Keys | null;
  secrets: ReadonlyMap<string, string>;
}

export interface NewKey {
  slot: KeySlot;
  passphrase: string;
}

/** `today`: `YYYY-MM-DD` in Japan; `expires`: the last day of the key, null for a key without end. */
export function addKey(
  { keys, secrets }: KeyRing,
  name: string,
  expires: string | null,
  today: string,
  random: Random,
): { ring: KeyRing & { keys: Keys }; key: NewKey } {
  const id = newSlotId(keys, random);
  const slot: KeySlot = { id, name, createdOn: today, ...(expires === null ? {} : { expires }) };
  const passphrase = makePhrase(random);
  const ring = {
    keys: { salt: keys?.salt ?? newSalt(random), slots: [...(keys?.slots ?? []), slot] },
    secrets: new Map([...secrets, [id, passphrase]]),
  };
  return { ring, key: { slot, passphrase } };
}

/** The keys of this id or name that are not revoked. */
export function activeKeys(keys: Keys | null, idOrName: string): KeySlot[] {
  const active = keys?.slots.filter(slot => slot.revokedOn === undefined) ?? [];
  const byId = active.filter(slot => slot.id === idOrName);
  return byId.length > 0 ? byId : active.filter(slot => slot.name === idOrName);
}

/** The slot stays as a record of who had a key; its phrase goes. */
export function revokeKey({ keys, secrets }: KeyRing, id: string, today: string): KeyRing {
  const slots = (keys?.slots ?? []).map(slot => (slot.id === id ? { ...slot, revokedOn: today } : slot));
  const left = new Map(secrets);
  left.delete(id);
  return { keys: keys && { ...keys, slots }, secrets: left };
}

/**
 * A new salt and new phrases for all keys that are neither revoked nor expired: nothing that was learnt or remembered
 * before opens the next edition. The phrase of sealed files stays: they must be sealed again to change it.
 */
export function rotateKeys(
  { keys, secrets }: KeyRing,
  today: string,
  random: Random,
): { ring: KeyRing; made: NewKey[] } {
  if (!keys) return { ring: { keys, secrets }, made: [] };
  const isLive = ({ revokedOn, expires }: KeySlot): boolean =>
    revokedOn === undefined && (expires === undefined || expires >= today);
  const made = keys.slots.filter(isLive).map(slot => ({ slot, passphrase: makePhrase(random) }));
  const renewed = new Map(made.map(({ slot, passphrase }) => [slot.id, passphrase]));
  const gone = new Set(keys.slots.filter(slot => !isLive(slot)).map(slot => slot.id));
  const kept = [...secrets].filter(([id]) => !gone.has(id) && !renewed.has(id));
  return {
    ring: { keys: { ...keys, salt: newSalt(random) }, secrets: new Map([...kept, ...renewed]) },
    made,
  };
}

/** `keys.yaml`, with an explanation above. */
export function writeKeys({ salt, slots }: Keys, explanation: string): string {
  return `${commented(explanation)}${stringify({ salt, keys: slots })}`;
}

/** `keys.secret.yaml`, with a warning above. */
export function writeSecrets(secrets: ReadonlyMap<string, string>, warning: string): string {
  return `${commented(warning)}${stringify(Object.fromEntries(secrets))}`;
}

function commented(text: string): string {
  return text
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('');
}

/** No file that holds phrases, nor a backup of one, is for a repository; nor are files that were sealed. */
const ignoredLines = ['keys.secret.yaml*', '.keys.secret.yaml*'];

/** Where a file goes when its sealed form takes its place: in the region's folder, outside of git. */
export const clearFolder = '封をする前の表';

/** `.gitignore` with these lines; the text itself when it has them. */
export function ignoringSecrets(gitignore: string): string {
  const there = new Set(gitignore.split(/\r?\n/).map(line => line.trim()));
  const missing = [...ignoredLines, `${clearFolder}/`].filter(line => !there.has(line));
  if (missing.length === 0) return gitignore;
  const end = gitignore === '' || gitignore.endsWith('\n') ? '' : '\n';
  return `${gitignore}${end}${missing.join('\n')}\n`;
}

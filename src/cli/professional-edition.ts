import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isShippedDemo } from '../dataset/demo.ts';
import type { Region } from '../dataset/load.ts';
import { professionalFiles } from '../professional/files.ts';
import { countProfessional } from '../professional/held-back.ts';
import type { Bytes } from '../secure/base64.ts';
import type { Random } from '../secure/cipher.ts';
import { deflate } from '../secure/gzip.ts';
import { type UsableSlots, usableSlots } from '../secure/keys-file.ts';
import { type KeyMaterial, sealEdition } from '../secure/seal.ts';
import { editionText as text } from '../text/keys.ts';

/** A professional edition before it is sealed. Its files are packed: as text they would stand beside the pages. */
export interface PreparedEdition {
  salt: string;
  slots: UsableSlots['open'];
  files: { role: string; bytes: Bytes }[];
  asOf: string | null;
}

/** What no published file may hold, and what a build says of its edition. */
export interface WrittenEdition {
  material: KeyMaterial;
  summary: string;
}

/**
 * The professional view as of today for the keys that are usable; null, said loudly when somebody will miss it, where
 * there is none.
 */
export async function prepareEdition(
  { keys, professionalDataset, publicDataset }: Region,
  secrets: ReadonlyMap<string, string>,
  today: string,
): Promise<PreparedEdition | null> {
  const isFictional = isShippedDemo(publicDataset.site);
  const { open, omitted } = keys ? usableSlots(keys, secrets, today, isFictional) : { open: [], omitted: [] };
  if (!keys || open.length === 0) {
    const count = countProfessional(professionalDataset, publicDataset);
    if (omitted.length > 0) process.stderr.write(`\n${text.noSlot(omitted)}\n`);
    else if (count > 0) process.stderr.write(`\n${text.none(count)}\n`);
    return null;
  }
  const missed = omitted.filter(({ reason }) => reason !== 'revoked');
  if (missed.length > 0) process.stderr.write(`\n${text.omitted(missed)}\n`);
  const files: PreparedEdition['files'] = [];
  for (const { role, json } of professionalFiles(professionalDataset))
    files.push({ role, bytes: await deflate(new TextEncoder().encode(json)) });
  return { salt: keys.salt, slots: open, files, asOf: professionalDataset.asOf };
}

/** Seals the edition and writes `pro/edition.json` and `pro/*.bin` into a folder. Only these differ between two builds. */
export async function writeEdition(
  { salt, slots, files, asOf }: PreparedEdition,
  folder: string,
  now: Date,
  random: Random,
): Promise<WrittenEdition> {
  const sealed = await sealEdition({
    files,
    slots: slots.map(({ slot, passphrase }) => ({ id: slot.id, passphrase })),
    salt,
    madeAt: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    random,
  });
  const home = join(folder, 'pro');
  mkdirSync(home, { recursive: true });
  for (const { name, content } of sealed.files) writeFileSync(join(home, name), content);
  writeFileSync(join(home, 'edition.json'), `${JSON.stringify(sealed.header)}\n`);
  const bytes = sealed.files.reduce((sum, file) => sum + file.bytes, 0);
  const names = slots.map(({ slot }) => slot.name);
  return { material: sealed.material, summary: text.sealed(names, bytes, asOf) };
}

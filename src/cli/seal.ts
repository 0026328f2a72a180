import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { clearName, maySeal } from '../dataset/sealed-files.ts';
import { backupName, changeFiles, lockFolder, repairChange } from '../files/change-files.ts';
import { sourcesIn } from '../files/load-region.ts';
import { regionFolder } from '../files/region-folder.ts';
import type { Bytes } from '../secure/base64.ts';
import { machineRandom } from '../secure/cipher.ts';
import { clearFolder, type KeyRing } from '../secure/keys-change.ts';
import { isKnownToAll, layersId } from '../secure/keys-file.ts';
import { makePhrase } from '../secure/phrase.ts';
import { isRefusal } from '../secure/refusal.ts';
import { openSealedFile, sealedEnding, sealFile } from '../secure/sealed-file.ts';
import { checkTypedWords } from '../secure/typed-words.ts';
import { keysText } from '../text/keys.ts';
import { sealText as text } from '../text/seal.ts';
import { parseWords, requireFolder } from './flags.ts';
import { filesOf, keepToOwner, layersPhrase, readKeyRing } from './key-ring.ts';
import { refuse } from './refuse.ts';
import { hasSealed } from './reseal.ts';

/**
 * `seal <file>`: a source file of the region is kept as ciphertext; the clear one is moved out of git's sight.
 * `seal --open <file.sealed>`: back, for editing. Exit 1 when nothing was sealed or opened.
 */
export async function sealCommand(args: string[]): Promise<number> {
  const parsed = parseWords(
    args,
    { data: { type: 'string', default: 'data' }, open: { type: 'boolean', default: false } },
    ['表'],
  );
  if (!parsed) return 2;
  const { flags, words } = parsed;
  const [typed = ''] = words;
  if (!requireFolder(flags.data)) return 2;
  const root = resolve(flags.data);
  const path = [resolve(typed), resolve(root, typed)].find(one => existsSync(one));
  if (path === undefined) return refuse(text.noFile(typed), 2);
  const file = relative(root, path).replaceAll('\\', '/');
  const reason = whyNot(file, flags.open, sourcesIn(regionFolder(root)));
  if (reason !== null) return refuse(reason, 2);
  repairChange(root);
  const unlock = lockFolder(root);
  if (!unlock) return refuse(keysText.busy);
  try {
    const ring = readKeyRing(root);
    if (!ring) return 1;
    return flags.open ? await open(root, clearName(file), ring) : await seal(root, file, ring);
  } finally {
    unlock();
  }
}

function whyNot(file: string, isOpening: boolean, sources: readonly string[]): string | null {
  const isSealed = file.endsWith(sealedEnding);
  if (isOpening) return isSealed ? null : text.isNotSealed(file);
  if (isSealed) return text.isSealed(file);
  return maySeal(file, sources.map(clearName)) ? null : text.mayNot(file);
}

async function seal(root: string, file: string, ring: KeyRing): Promise<number> {
  const known = layersPhrase(ring);
  if (known === undefined && hasSealed(root)) return refuse(text.phraseLost);
  if (known !== undefined && (checkTypedWords(known) || isKnownToAll(known))) return refuse(text.phraseWeak);
  const phrase = known ?? makePhrase(machineRandom);
  const clear = readFileSync(join(root, file));
  const name = basename(file);
  const sealed = await sealFile(name, bytesOf(clear), phrase, text.about, machineRandom);
  const secrets = known === undefined ? new Map([...ring.secrets, [layersId, phrase]]) : ring.secrets;
  const written = changeFiles(
    root,
    new Map<string, string | Uint8Array>([
      ...filesOf(root, { ...ring, secrets }),
      [file + sealedEnding, sealed],
    ]),
  );
  keepToOwner(root);
  for (const [changed, backup] of written)
    if (backup) process.stderr.write(`${keysText.backup(changed, backup)}\n`);
  const proof = await openSealedFile(name, bytesOf(readFileSync(join(root, file + sealedEnding))), phrase);
  if (isRefusal(proof) || !clear.equals(proof)) return refuse(text.unproven(file));
  const moved = moveOut(root, file);
  process.stdout.write(`${text.sealed(file, file + sealedEnding, moved)}\n`);
  if (known === undefined) process.stdout.write(`${text.newPhrase(phrase)}\n`);
  return 0;
}

async function open(root: string, file: string, ring: KeyRing): Promise<number> {
  const phrase = layersPhrase(ring);
  if (phrase === undefined) return refuse(text.noPhrase);
  if (existsSync(join(root, file))) return refuse(text.isClearThere(file));
  const sealed = readFileSync(join(root, file + sealedEnding));
  const clear = await openSealedFile(basename(file), bytesOf(sealed), phrase);
  if (isRefusal(clear)) return refuse(text.cannotOpen(file + sealedEnding));
  changeFiles(root, new Map([[file, clear]]));
  process.stdout.write(`${text.opened(file)}\n`);
  return 0;
}

/** The clear file's new place: what lies there under its name is kept. */
function moveOut(root: string, file: string): string {
  const place = join(clearFolder, basename(file));
  const whole = join(root, place);
  mkdirSync(dirname(whole), { recursive: true });
  if (existsSync(whole)) renameSync(whole, backupName(whole));
  renameSync(join(root, file), whole);
  return place;
}

function bytesOf(buffer: Uint8Array): Bytes {
  return new Uint8Array(buffer);
}

import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeFiles, lockFolder, repairChange } from '../files/change-files.ts';
import { secretsInEnvironment } from '../files/region-secrets.ts';
import { formatIssue } from '../issues/issue.ts';
import { ignoringSecrets, type KeyRing, writeKeys, writeSecrets } from '../secure/keys-change.ts';
import { keysFile, layersId, readKeys, readSecrets, secretsFile } from '../secure/keys-file.ts';
import { keysText as text } from '../text/keys.ts';
import { refuse } from './refuse.ts';

/** The ring as it shall be, and what to say once it is written. */
export interface KeyChange {
  ring: KeyRing;
  said: string;
  /** Further files of the folder that change together with the keys. */
  files?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Changes the keys of a region's folder while no other command writes there: `keys.yaml`, `keys.secret.yaml` and
 * `.gitignore` arrive together with what else `change` gives, each with a backup. `change` gives null, after saying why, when nothing is to be
 * written. Gives the exit code.
 */
export async function changeKeys(
  root: string,
  change: (ring: KeyRing) => KeyChange | null | Promise<KeyChange | null>,
): Promise<number> {
  repairChange(root);
  const unlock = lockFolder(root);
  if (!unlock) return refuse(text.busy);
  try {
    const ring = readKeyRing(root);
    const changed = ring && (await change(ring));
    if (!changed) return 1;
    const files = new Map([...filesOf(root, changed.ring), ...(changed.files ?? [])]);
    const written = changeFiles(root, files);
    keepToOwner(root);
    for (const [file, backup] of written) if (backup) process.stderr.write(`${text.backup(file, backup)}\n`);
    process.stdout.write(`${changed.said}\n`);
    return 0;
  } finally {
    unlock();
  }
}

/** Null, and the reason said, when one of the two files cannot be read. */
export function readKeyRing(root: string): KeyRing | null {
  const bytes = bytesOf(join(root, keysFile));
  const read = bytes ? readKeys(keysFile, bytes) : { value: null, issues: [] };
  for (const found of read.issues) process.stderr.write(`${formatIssue(found)}\n`);
  if (bytes && !read.value) return null;
  const secrets = readSecrets(new TextDecoder().decode(bytesOf(join(root, secretsFile)) ?? new Uint8Array()));
  if (!('brokenLine' in secrets)) return { keys: read.value, secrets };
  process.stderr.write(`${text.brokenSecrets(secrets.brokenLine)}\n`);
  return null;
}

/** The phrase of sealed files: the environment's goes before that of the folder. */
export function layersPhrase({ secrets }: KeyRing): string | undefined {
  return secretsInEnvironment(process.env).get(layersId) ?? secrets.get(layersId);
}

/** What a ring is in a region's folder. */
export function filesOf(root: string, { keys, secrets }: KeyRing): Map<string, string | Uint8Array> {
  const ignored = new TextDecoder().decode(bytesOf(join(root, '.gitignore')) ?? new Uint8Array());
  return new Map<string, string | Uint8Array>([
    // Before the secret file is there, it must be ignored.
    ['.gitignore', ignoringSecrets(ignored)],
    ...(keys ? [[keysFile, writeKeys(keys, text.aboutKeys)] as const] : []),
    // Where the environment holds the phrases, no file is needed.
    ...(secrets.size > 0 || existsSync(join(root, secretsFile))
      ? [[secretsFile, writeSecrets(secrets, text.aboutSecrets)] as const]
      : []),
  ]);
}

/** Other users of the machine do not read phrases, where the system knows such a thing. */
export function keepToOwner(root: string): void {
  const file = join(root, secretsFile);
  if (existsSync(file)) chmodSync(file, 0o600);
}

function bytesOf(file: string): Uint8Array | null {
  return existsSync(file) ? readFileSync(file) : null;
}

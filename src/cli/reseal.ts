import { basename } from 'node:path';
import { sealedPaths } from '../dataset/sealed-files.ts';
import { sourcesIn } from '../files/load-region.ts';
import { regionFolder } from '../files/region-folder.ts';
import type { Bytes } from '../secure/base64.ts';
import { machineRandom } from '../secure/cipher.ts';
import { isRefusal } from '../secure/refusal.ts';
import { openSealedFile, sealedEnding, sealFile } from '../secure/sealed-file.ts';
import { sealText as text } from '../text/seal.ts';

/** Sealed files of a region's folder by path, with what they shall hold; or the one that did not open. */
export type Resealed = { files: Map<string, Uint8Array> } | { unopened: string };

export function hasSealed(root: string): boolean {
  const folder = regionFolder(root);
  return sealedPaths(folder, sourcesIn(folder)).length > 0;
}

/**
 * Every sealed file of a folder under another phrase. Nothing is written. Each is opened again before it counts, so that
 * a file that arrives can be read.
 */
export async function resealAll(root: string, from: string, to: string): Promise<Resealed> {
  const folder = regionFolder(root);
  const files = new Map<string, Uint8Array>();
  for (const path of sealedPaths(folder, sourcesIn(folder))) {
    const name = basename(path);
    const before = folder.read(path + sealedEnding);
    if (!before) continue;
    const clear = await openSealedFile(name, new Uint8Array(before), from);
    if (isRefusal(clear)) return { unopened: path + sealedEnding };
    const sealed = await sealFile(name, clear, to, text.about, machineRandom);
    const proof = await openSealedFile(name, sealed, to);
    if (isRefusal(proof) || !isSame(clear, proof)) throw new Error('A file that was sealed does not open.');
    files.set(path + sealedEnding, sealed);
  }
  return { files };
}

function isSame(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

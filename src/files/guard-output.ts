import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Region } from '../dataset/load.ts';
import { type Leak, LeakGuard, type Unpack, type Watched } from '../secure/leak-guard.ts';
import {
  nowherePublic,
  professionalValues,
  publicTexts,
  type WatchList,
} from '../secure/leak-guard-values.ts';

/** Where a file of ours would unpack to more, it is looked at as it is. */
const mostUnpacked = 300_000_000;

const options = { maxOutputLength: mostUnpacked };
export const unpack: Unpack = {
  gunzip: bytes => orNull(() => gunzipSync(bytes, options)),
  inflate: bytes => orNull(() => inflateSync(bytes, options)),
  inflateRaw: bytes => orNull(() => inflateRawSync(bytes, options)),
};

function orNull(open: () => Uint8Array): Uint8Array | null {
  try {
    return open();
  } catch {
    return null;
  }
}

/** What a region keeps from the public, as far as it is nobody else's. */
export function watchListOf(region: Region): WatchList {
  const open = publicTexts(region, ownTexts());
  return nowherePublic(professionalValues(region, open), open);
}

/** A guard over these values, and over further secrets (the keys of the region's edition). */
export function guardOf({ watched, counts }: WatchList, secrets: readonly Watched[] = []): LeakGuard {
  return new LeakGuard([...watched, ...secrets], unpack, counts);
}

const ownCode = join(import.meta.dirname, '..');

/** The sentences and words that pages have from us. */
function ownTexts(): string[] {
  return filesIn(ownCode)
    .filter(path => /\.(ts|tsx|astro|yaml|mjs)$/.test(path))
    .map(path => readFileSync(path, 'utf8'));
}

/** Every watched value in any file of a folder that was written for publication. */
export function guardFolder(folder: string, guard: LeakGuard): Leak[] {
  return filesIn(folder).flatMap(path =>
    guard.scan(relative(folder, path).replaceAll(sep, '/'), readFileSync(path)),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

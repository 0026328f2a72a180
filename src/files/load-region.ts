import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegion, type Region, type RegionFolder } from '../dataset/load.ts';
import { formatIssue, type Read } from '../issues/issue.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { parseVocabulary } from '../vocabulary/load.ts';
import { repairChange } from './change-files.ts';
import { type FolderWithPrevious, withPrevious } from './previous-address.ts';
import { regionFolder } from './region-folder.ts';

const vocabularyFolder = join(import.meta.dirname, '..', 'vocabulary');

/** The vocabulary that ships with the engine. A fault in it is a bug of ours, so it throws. */
export function shippedVocabulary(): Vocabulary {
  const names = readdirSync(vocabularyFolder)
    .filter(name => name.endsWith('.yaml'))
    .sort();
  const files = names.map(name => ({ name, text: readFileSync(join(vocabularyFolder, name), 'utf8') }));
  const read = parseVocabulary(files);
  const [first] = read.issues;
  if (first) throw new Error(`The shipped vocabulary is broken: ${formatIssue(first)}`);
  return read.value;
}

/**
 * A region's folder to read, after ending what a crash of a command left in it, and with what was published before when
 * that is an address.
 */
export function openRegion(folder: string): Promise<FolderWithPrevious> {
  repairChange(folder);
  return withPrevious(regionFolder(folder));
}

/**
 * Reads a region from the disk, after ending what a crash of a command left in it; null with issues when its `site.yaml`
 * cannot be used. `opened`: its files, when they were opened before.
 */
export function readRegion(folder: string, today?: string, opened?: RegionFolder): Read<Region | null> {
  if (!opened) repairChange(folder);
  return loadRegion(opened ?? regionFolder(folder), shippedVocabulary(), today);
}

/** For the pages: the public dataset, or an error that says in the officer's words why there is none. */
export async function loadPublicRegion(folder: string): Promise<PublicDataset> {
  const { folder: opened } = await openRegion(folder);
  const read = readRegion(folder, undefined, opened);
  if (!read.value) throw new Error(read.issues.map(formatIssue).join('\n'));
  const { blocked, publicDataset } = read.value;
  if (blocked.length > 0) {
    throw new Error(
      `${blocked.join('、')} を直すまで、何が公開してよいものか決まりません。\n${read.issues.map(formatIssue).join('\n')}`,
    );
  }
  return publicDataset;
}

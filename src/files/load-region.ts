import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegion, type Region } from '../dataset/load.ts';
import { formatIssue, type Read } from '../issues/issue.ts';
import type { PublicDataset } from '../model/dataset.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { parseVocabulary } from '../vocabulary/load.ts';
import { repairChange } from './change-files.ts';
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
 * Reads a region from the disk, after ending what a crash of a command left in it; null with issues when its `site.yaml`
 * cannot be used.
 */
export function readRegion(folder: string, today?: string): Read<Region | null> {
  repairChange(folder);
  return loadRegion(regionFolder(folder), shippedVocabulary(), today);
}

/** For the pages: the public dataset, or an error that says in the officer's words why there is none. */
export async function loadPublicRegion(folder: string): Promise<PublicDataset> {
  const read = readRegion(folder);
  if (!read.value) throw new Error(read.issues.map(formatIssue).join('\n'));
  const { blocked, publicDataset } = read.value;
  if (blocked.length > 0) {
    throw new Error(
      `${blocked.join('、')} を直すまで、何が公開してよいものか決まりません。\n${read.issues.map(formatIssue).join('\n')}`,
    );
  }
  return publicDataset;
}

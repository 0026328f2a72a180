import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegion, type Region, type RegionFolder } from '../dataset/load.ts';
import { withSealedFiles } from '../dataset/sealed-files.ts';
import { decodeText } from '../ingest/decode.ts';
import { formatIssue, type Read } from '../issues/issue.ts';
import { parseYamlConfig } from '../issues/yaml.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { siteSchema } from '../model/site.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { masked } from '../report/mask.ts';
import { layersId } from '../secure/keys-file.ts';
import { parseVocabulary } from '../vocabulary/load.ts';
import { repairChange } from './change-files.ts';
import { type FolderWithPrevious, withPrevious } from './previous-address.ts';
import { regionFolder } from './region-folder.ts';
import { secretsOf } from './region-secrets.ts';

const vocabularyFolder = join(import.meta.dirname, '..', 'vocabulary');

let shipped: Vocabulary | null = null;

/** The vocabulary that ships with the engine, read once. A fault in it is a bug of ours, so it throws. */
export function shippedVocabulary(): Vocabulary {
  shipped ??= readShipped();
  return shipped;
}

function readShipped(): Vocabulary {
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
export async function openRegion(folder: string): Promise<FolderWithPrevious> {
  return withPrevious(await openFolder(folder));
}

/**
 * A region's folder to read, after ending what a crash of a command left in it, with the sealed files that the phrases
 * of the folder or of the environment open.
 */
export async function openFolder(folder: string): Promise<RegionFolder> {
  repairChange(folder);
  const region = regionFolder(folder);
  const secrets = secretsOf(region, process.env);
  const phrase = 'brokenLine' in secrets ? undefined : secrets.get(layersId);
  return withSealedFiles(region, sourcesIn(region), phrase);
}

/** The files that `site.yaml` names; none when it cannot be read, which is told later. */
export function sourcesIn(folder: RegionFolder): string[] {
  const site = folder.read('site.yaml');
  const read = site && parseYamlConfig('site.yaml', decodeText('site.yaml', site).value, siteSchema);
  return read?.value?.sources?.map(({ file }) => file) ?? [];
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
  const problems = masked(read.issues).map(formatIssue).join('\n');
  if (!read.value) throw new Error(problems);
  const { blocked, publicDataset } = read.value;
  if (blocked.length > 0) {
    throw new Error(`${blocked.join('、')} を直すまで、何が公開してよいものか決まりません。\n${problems}`);
  }
  return publicDataset;
}

import { basename, dirname } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadRegion, type Region, type RegionFolder } from '../dataset/load.ts';
import type { Words } from '../diff/compare.ts';
import { parsePublished } from '../diff/published.ts';
import type { RegionState } from '../diff/regions.ts';
import { decodeText } from '../ingest/decode.ts';
import type { Read } from '../issues/issue.ts';
import { repairChange } from './change-files.ts';
import { fetchFile } from './fetch-file.ts';
import { openFolder, readRegion, shippedVocabulary } from './load-region.ts';
import { isFolder, regionFolder } from './region-folder.ts';

/** A state that can be compared, and the words of the region it is from, where it has any. */
export interface NamedState extends RegionState {
  words: Words | null;
}

/**
 * Reads what a person may name: a region's folder, the folder of a published site, a published `facilities.json`
 * (a file or an address), or one layer. A layer is read with the settings of `settings`, a region's folder, but for
 * its other layers. Null when it is none of these, or is one that must not be used: then with the reasons.
 */
export async function readState(path: string, settings: string | null): Promise<Read<NamedState | null>> {
  if (/^https?:/i.test(path)) return publishedState(path, (await fetchFile(path)).bytes);
  if (!isFolder(path)) return readFile(path, settings);
  const folder = regionFolder(path);
  if (folder.read('site.yaml')) return regionState(readRegion(path, undefined, await openFolder(path)));
  const published = ['data/facilities.json', 'facilities.json'].find(name => folder.read(name) !== null);
  const bytes = published === undefined ? null : folder.read(published);
  return publishedState(path, bytes);
}

function readFile(path: string, settings: string | null): Read<NamedState | null> {
  if (settings !== null) repairChange(settings);
  const bytes = regionFolder(dirname(path)).read(basename(path));
  if (!bytes || /\.json$/i.test(path)) return publishedState(path, bytes);
  return regionState(loadRegion(folderOfLayer(basename(path), bytes, settings), shippedVocabulary()));
}

function publishedState(path: string, bytes: Uint8Array | null): Read<NamedState | null> {
  const data = bytes && parsePublished(decodeText(path, bytes).value);
  return { value: data && { ...data, full: null, words: null }, issues: [] };
}

function regionState({ value: region, issues }: Read<Region | null>): Read<NamedState | null> {
  const errors = issues.filter(found => found.severity === 'error');
  if (!region || region.blocked.length > 0) return { value: null, issues: errors };
  return { value: stateOfRegion(region), issues: errors };
}

/** What a region says, for comparing. */
export function stateOfRegion({ publicDataset, dataset }: Region): NamedState {
  const { asOf, facilities, vocabulary, areas } = publicDataset;
  return { asOf, facilities, full: dataset.facilities, words: { vocabulary, areas } };
}

/** The region's folder as if this file were its only layer; without one, a region that takes all rows. */
function folderOfLayer(name: string, bytes: Uint8Array, settings: string | null): RegionFolder {
  const region = settings === null ? null : regionFolder(settings);
  const site = region?.read('site.yaml');
  const layer = `facilities/${name}`;
  const own = new Map<string, Uint8Array>([
    [layer, bytes],
    ['site.yaml', new TextEncoder().encode(siteOfLayer(site ? decodeText('site.yaml', site).value : ''))],
  ]);
  return {
    list: folder => (folder === 'facilities' ? [layer] : (region?.list(folder) ?? [])),
    read: path => own.get(path) ?? region?.read(path) ?? null,
  };
}

/** Its sources are other files, and what was published before is not asked. */
function siteOfLayer(text: string): string {
  try {
    const {
      sources: _sources,
      previous: _previous,
      ...site
    } = (parse(text) ?? {}) as Record<string, unknown>;
    return stringify({ name: '-', ...site });
  } catch {
    return text;
  }
}

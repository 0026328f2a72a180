/** The data files of the search page, named by their content so that a new page never meets an old file. */
import type { PublicDataset } from '../model/dataset.ts';
import { areaShapes } from './areas.ts';
import { type SearchData, searchDataOf } from './data.ts';
import { encodePayload } from './payload.ts';

export interface PublishedFile {
  /** Without extension: `search-0123456789ab`. */
  name: string;
  text: string;
}

export interface PublishedSearch {
  data: SearchData;
  payload: PublishedFile;
  /** Null when no area has an outline. */
  areas: PublishedFile | null;
}

const published = new WeakMap<PublicDataset, Promise<PublishedSearch>>();

/** Made once for each dataset. */
export function publishedSearch(dataset: PublicDataset): Promise<PublishedSearch> {
  const known = published.get(dataset) ?? publish(dataset);
  published.set(dataset, known);
  return known;
}

async function publish(dataset: PublicDataset): Promise<PublishedSearch> {
  const data = searchDataOf(dataset);
  const used = new Set(data.words.areas.map(area => area.id));
  const shapes = areaShapes(dataset.areas.filter(area => used.has(area.id)));
  return {
    data,
    payload: await toFile('search', encodePayload(data)),
    areas: Object.keys(shapes).length > 0 ? await toFile('areas', shapes) : null,
  };
}

async function toFile(kind: string, content: unknown): Promise<PublishedFile> {
  const text = JSON.stringify(content);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
  return { name: `${kind}-${hex.slice(0, 12)}`, text };
}

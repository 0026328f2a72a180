import { parse } from 'yaml';
import type { RegionFolder } from '../dataset/load.ts';
import { decodeText } from '../ingest/decode.ts';
import { fetchFile } from './fetch-file.ts';

export interface FolderWithPrevious {
  folder: RegionFolder;
  /** The address of `previous:` that did not answer; null when there is none, or nothing was published there yet. */
  unreachable: string | null;
}

/**
 * The region's folder with what was published before, when `previous:` is an address: the file answers under that
 * name. The rest of the reading stays without a network.
 */
export async function withPrevious(folder: RegionFolder): Promise<FolderWithPrevious> {
  const address = previousAddress(folder);
  if (address === null) return { folder, unreachable: null };
  const url = /\.json$/i.test(address) ? address : `${address.replace(/\/+$/, '')}/data/facilities.json`;
  const { state, bytes } = await fetchFile(url);
  return {
    folder: { ...folder, read: path => (path === address ? bytes : folder.read(path)) },
    unreachable: state === 'unreachable' ? url : null,
  };
}

function previousAddress(folder: RegionFolder): string | null {
  const site = folder.read('site.yaml');
  if (!site) return null;
  try {
    const { previous } = (parse(decodeText('site.yaml', site).value) ?? {}) as { previous?: unknown };
    return typeof previous === 'string' && /^https?:/i.test(previous) ? previous : null;
  } catch {
    return null;
  }
}

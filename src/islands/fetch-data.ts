/** A file that is not there: the page belongs to an older build than the site. */
export class MissingFile extends Error {}

/**
 * The bytes of a data file. Many hosts send files as they are, so the `.gz` beside it is asked for first; where a
 * browser cannot unpack, or the host has none or answers with a page of its own, the file itself.
 */
export async function fetchData(url: string, init: RequestInit): Promise<ArrayBuffer> {
  if (typeof DecompressionStream !== 'undefined') {
    const packed = await fetch(`${url}.gz`, init).then(whenData, () => null);
    if (packed) return packed;
  }
  const response = await fetch(url, init);
  if (response.status === 404) throw new MissingFile(url);
  const file = await whenData(response);
  if (!file) throw new Error(`${response.status} ${url}`);
  return file;
}

/** Null when it is neither gzip nor JSON. */
async function whenData(response: Response): Promise<ArrayBuffer | null> {
  if (!response.ok) return null;
  const file = await response.arrayBuffer();
  const [first, second] = new Uint8Array(file, 0, Math.min(2, file.byteLength));
  const isGzip = first === 0x1f && second === 0x8b;
  const isJson = first === 0x7b || first === 0x5b;
  return isGzip || isJson ? file : null;
}

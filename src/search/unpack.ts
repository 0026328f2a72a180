import { inflate } from '../secure/gzip.ts';

/** JSON from the bytes of a `.json` or a `.json.gz`, whichever they are: a host may have unpacked the latter on its way. */
export async function unpackJson(file: ArrayBuffer): Promise<unknown> {
  const bytes = new Uint8Array(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse(new TextDecoder().decode(isGzip ? await inflate(bytes) : bytes));
}

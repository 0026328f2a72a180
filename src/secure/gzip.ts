import type { Bytes } from './base64.ts';

export function deflate(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new CompressionStream('gzip'));
}

/** Only for bytes that were proven: `openFile` gives no others. */
export function inflate(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new DecompressionStream('gzip'));
}

async function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

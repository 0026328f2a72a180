import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Every file of a folder, in name order. */
export function filesOf(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  );
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map(path => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}

/** What a compressed file holds; another as it is. */
export function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

const sealedFile = /^pro\/(edition\.json|[a-z]+-[0-9a-f]{12}\.bin)$/;

/** The sealed files of the professional edition: other in every build. */
export function sealedFiles(site: ReadonlyMap<string, Buffer>): string[] {
  return [...site.keys()].filter(name => sealedFile.test(name));
}

/** Everything else of a built site: the same input gives the same bytes. */
export function openFiles(site: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  return new Map([...site].filter(([name]) => !sealedFile.test(name)));
}

/** Names of the files that only one of two folders has, or that differ. */
export function differentFiles(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  return names.filter(name => {
    const [one, other] = [a.get(name), b.get(name)];
    return !one || !other || !one.equals(other);
  });
}

import { normaliseId, shortHash } from '../normalize/id.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';

/**
 * Kinds of files that are published, by their ending. An SVG is not among them: opened by itself it runs scripts.
 * `pictures` are shown in a page, the others are linked to.
 */
const pictures = ['png', 'jpg', 'jpeg', 'webp'];
const documents = ['pdf', 'xlsx', 'docx', 'csv'];

export function fileKind(path: string): 'picture' | 'document' | null {
  const ending = endingOf(path);
  if (pictures.includes(ending)) return 'picture';
  return documents.includes(ending) ? 'document' : null;
}

export function endingOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/**
 * The name a file is published under: lower-case ASCII, because FTP programs and zip tools garble other names;
 * a name with other characters becomes a hash of itself.
 */
export function publishedName(path: string): string {
  const bare = path.replace(/^files\//, '');
  const ending = endingOf(bare);
  const stem = bare.slice(0, bare.length - ending.length - 1);
  const parts = stem.split('/');
  const name = parts.length === 1 ? normaliseId(stem) : `x-${shortHash(stem.normalize('NFC'))}`;
  return `${name}.${ending}`;
}

/** The region's files, read once each. */
export interface FileShelf {
  /** Paths from the region's folder: `files/写真.jpg`. */
  paths: readonly string[];
  read(path: string): Uint8Array | null;
  /** Null when it is no picture a browser could show. */
  sizeOf(path: string): PictureSize | null;
}

export function fileShelf(paths: readonly string[], read: (path: string) => Uint8Array | null): FileShelf {
  const bytes = new Map<string, Uint8Array | null>();
  const readOnce = (path: string): Uint8Array | null => {
    if (!bytes.has(path)) bytes.set(path, read(path));
    return bytes.get(path) ?? null;
  };
  return {
    paths,
    read: readOnce,
    sizeOf: path => {
      const found = readOnce(path);
      return found && pictureSize(found);
    },
  };
}

import { foldHeader } from '../normalize/keys.ts';

/** Folding drops signs; a header of signs only (〒) stands for itself, so that ○ and － are not taken for it. */
export function headerKey(header: string): string {
  return foldHeader(header) || header.trim();
}

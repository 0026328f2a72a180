import { createHash } from 'node:crypto';
import { islandScriptHashes, islandStyleHashes } from '../components/csp.ts';

/** Puts the hashes of the inline scripts and styles of a page with islands into its policy. Other pages stay as they are. */
export function completePolicy(html: string): string {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*ld\+json)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g);
  return html
    .replace(islandScriptHashes, () => hashesOf(scripts))
    .replace(islandStyleHashes, () => hashesOf(styles));
}

/** What was found between the tags is the first group. */
function hashesOf(elements: Iterable<RegExpMatchArray>): string {
  const hashes = Array.from(elements, ([, text = '']) => createHash('sha256').update(text).digest('base64'));
  return [...new Set(hashes)].map(hash => `'sha256-${hash}'`).join(' ');
}

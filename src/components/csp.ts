import type { PageScripts } from './page-script.ts';

/**
 * Content Security Policy, as a meta element because the hosts of municipalities often allow no headers.
 * `frame-ancestors` is missing: browsers ignore it in a meta element.
 */
/** Replaced after the build by the hashes of the inline scripts and styles Astro puts around an island. */
export const islandScriptHashes = "'sha256-island-scripts'";
export const islandStyleHashes = "'sha256-island-styles'";

/** `hash` is that of the page's inline script; the display controls come from this site. */
export function contentSecurityPolicy(scripts: PageScripts, tiles: string, hash: string): string {
  const islands = scripts === 'islands';
  const directives = [
    "default-src 'none'",
    `script-src ${islands ? islandScriptHashes : `'${hash}'`} 'self'`,
    `style-src 'self'${islands ? ` ${islandStyleHashes}` : ''}`,
    `img-src 'self' data:${islands ? ` ${tileOrigins(tiles)}` : ''}`,
    // Also what lets Lighthouse, which asks as the page, read robots.txt.
    "connect-src 'self'",
    ...(islands ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
  ];
  return directives.join('; ');
}

/** Of a list in another site's frame: nothing runs, nothing is asked for but its style. */
export const framePolicy =
  "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'";

/** `https://{s}.example.jp/{z}/…` → `https://*.example.jp`; tiles on this site need nothing. */
export function tileOrigins(tiles: string): string {
  const origin = /^(https?:\/\/)([^/]+)/i.exec(tiles);
  if (!origin) return '';
  return `${origin[1]}${origin[2]!.replace(/^.*\}/, '*')}`;
}

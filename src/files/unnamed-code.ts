import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const assetFolder = '_astro';

/**
 * Removes scripts and styles that no page or worker of a rendered site names, nor anything that those load: the professional
 * page's, where that page is kept elsewhere. Names hold a hash, so they stand nowhere by chance.
 */
export function removeUnnamedCode(site: string): void {
  const folder = join(site, assetFolder);
  if (!existsSync(folder)) return;
  const unnamed = new Set(readdirSync(folder).filter(name => /\.(?:js|css)$/.test(name)));
  const follow = (bytes: Buffer): void => {
    for (const name of [...unnamed]) {
      if (!unnamed.has(name) || !bytes.includes(name)) continue;
      unnamed.delete(name);
      follow(readFileSync(join(folder, name)));
    }
  };
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    const isNaming = entry.parentPath !== folder && /\.(?:html|js)$/.test(entry.name);
    if (entry.isFile() && isNaming) follow(readFileSync(join(entry.parentPath, entry.name)));
  }
  for (const name of unnamed) rmSync(join(folder, name));
}

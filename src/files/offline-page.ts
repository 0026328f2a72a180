import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offlineWorkerText } from '../secure/offline-worker.ts';

/** Folders of the site whose files are named by their content, and what else the professional page asks for. */
const assetFolders = ['_astro', 'pro'];
const besides = ['display.js', 'favicon.svg'];

/**
 * Writes `pro/sw.js` below a rendered site: with the names of all that the professional page may load, now or when a
 * part of it is first used. `base`: as in the addresses of the page. Same pages, same bytes.
 */
export function writeOfflinePage(folder: string, base: string): void {
  const page = join(folder, 'pro', 'index.html');
  if (!existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  const files = filesOf(folder, html);
  const hash = createHash('sha256').update(html);
  for (const name of files) hash.update(readFileSync(join(folder, name)));
  const under = base.replace(/\/*$/, '');
  const paths = files.map(name => `${under}/${name}`);
  writeFileSync(join(folder, 'pro', 'sw.js'), offlineWorkerText(paths, hash.digest('hex').slice(0, 12)));
}

/** Assets are found by their names, which hold their hash and stand nowhere by chance: in the page, then in what it loads. */
function filesOf(folder: string, html: string): string[] {
  const assets = assetFolders.flatMap(within =>
    (existsSync(join(folder, within)) ? readdirSync(join(folder, within)) : [])
      .filter(name => /\.(?:js|css|svg|png)$/.test(name) && name !== 'sw.js')
      .map(name => ({ name, path: `${within}/${name}` })),
  );
  const found = new Set(besides.filter(name => html.includes(`/${name}"`) && existsSync(join(folder, name))));
  const follow = (text: string): void => {
    for (const { name, path } of assets) {
      if (found.has(path) || !text.includes(name)) continue;
      found.add(path);
      if (/\.(?:js|css)$/.test(name)) follow(readFileSync(join(folder, path), 'utf8'));
    }
  };
  follow(html);
  return [...found].sort();
}

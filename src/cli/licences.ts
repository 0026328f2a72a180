import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Whose code stands in the scripts and style sheets of a site. BSD-2, MIT, ISC and Apache-2.0 ask that a copy says so. */
export const bundled = [
  '@astrojs/react',
  'astro',
  'fuse.js',
  'kdbush',
  'leaflet',
  'react',
  'react-dom',
  'scheduler',
  'supercluster',
] as const;

/** Name, version and licence of each, in full, as plain text. */
export function licences(names: readonly string[] = bundled): string {
  return names.map(licenceOf).join(`\n${'-'.repeat(72)}\n\n`);
}

function licenceOf(name: string): string {
  const folder = folderOf(name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} comes without its licence.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version}\n\n${text}\n`;
}

/** Packages may hide their package.json, or all but a part of theirs: it is the folder of that name above any part. */
function folderOf(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.resolve(name)));
  const isIts = () => folder.replaceAll('\\', '/').endsWith(`/node_modules/${name}`);
  while (!(isIts() && existsSync(join(folder, 'package.json')))) {
    if (dirname(folder) === folder) throw new Error(`${name} is not installed.`);
    folder = dirname(folder);
  }
  return folder;
}

const name = 'virtual:licences';

/** `import text from 'virtual:licences'`: read when the pages are bundled, which then stand without the packages. */
export function licencesModule(): Plugin {
  return {
    name: 'shigen-map:licences',
    resolveId: { filter: { id: /^virtual:licences$/ }, handler: () => `\0${name}` },
    load: {
      filter: { id: /^\0virtual:licences$/ },
      handler: () => `export default ${JSON.stringify(licences())};`,
    },
  };
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RegionFolder } from '../../src/dataset/load.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { generated } from './generated.ts';

const here = join(import.meta.dirname, '../fixtures/bad');

export interface BadInput {
  code: string;
  name: string;
  folder: RegionFolder;
  /** Paths of the region's files, in name order. */
  paths: readonly string[];
}

/** A file stands in the facilities/ of a small region; a folder is a region of its own. */
export const badInputs: readonly BadInput[] = [
  ...readdirSync(here)
    .sort()
    .map(name => ({
      code: name.replace(/\.[a-z]+$/, ''),
      name,
      ...(statSync(join(here, name)).isDirectory()
        ? { folder: regionFolder(join(here, name)), paths: pathsBelow(join(here, name)) }
        : regionWith(`一覧${extname(name)}`, readFileSync(join(here, name)))),
    })),
  ...generated.map(({ code, name, make, beside }) => ({
    code,
    name: `${name} (generated)`,
    ...regionWith(name, make(), beside),
  })),
];

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(folder, path)).isFile())
    .map(path => path.replaceAll('\\', '/'))
    .sort();
}

function regionWith(
  name: string,
  bytes: Uint8Array,
  beside?: { name: string; text: string },
): Pick<BadInput, 'folder' | 'paths'> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map([
    ['site.yaml', encode('name: みほん圏域\nmunicipalities: [みほ野市]\n')],
    [name.includes('/') ? name : `facilities/${name}`, bytes],
    ...(beside ? [[beside.name, encode(beside.text)] as const] : []),
  ]);
  const paths = [...files.keys()].sort();
  return {
    paths,
    folder: {
      list: folder => paths.filter(path => path.startsWith(`${folder}/`)),
      read: path => files.get(path) ?? null,
    },
  };
}

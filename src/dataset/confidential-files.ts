import type { RegionFolder } from './load.ts';
import { type ProfessionalLines, professionalLists } from './professional-lists.ts';
import type { Layers } from './read-layers.ts';
import type { RecordRow } from './record.ts';

/**
 * Paths of the region's files that hold something that is not for everyone: a layer for professionals only or for no
 * one, one with a professional value or with a row that must not be shown, and the lists for professionals,
 * but for those of a header alone.
 */
export function confidentialFiles(
  { layers, rows }: Layers,
  folder: RegionFolder,
  { accounts }: Pick<ProfessionalLines, 'accounts'>,
): string[] {
  const confidential = new Set(rows.filter(isConfidential).map(row => row.layer));
  const files = [...layers.values()]
    .filter(({ id, listing }) => listing !== 'public' || confidential.has(id))
    .map(({ source }) => source.file);
  const isHeaderOnly = (name: string): boolean => {
    const tables = accounts.filter(({ file }) => file === name);
    return tables.length > 0 && tables.every(({ read }) => read === 0);
  };
  const lists = professionalLists.filter(name => folder.read(name) !== null && !isHeaderOnly(name));
  return [...new Set([...files, ...lists])];
}

function isConfidential({ withheld, listing, professional }: RecordRow): boolean {
  const { fields, custom, capabilities } = professional;
  const isShut = withheld || (listing ?? 'public') !== 'public';
  const isFilled = Object.values(fields).some(value => value.length > 0);
  return isShut || isFilled || custom.length > 0 || capabilities.length > 0;
}

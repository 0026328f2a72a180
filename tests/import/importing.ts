import { loadRegion } from '../../src/dataset/load.ts';
import { overlayFolder } from '../../src/import/overlay.ts';
import { type Prepared, prepareImport, type Wanted } from '../../src/import/prepare.ts';
import { type Files, folderOf, regionOf, type TestRegion, vocabulary } from '../dataset/region.ts';

export type Given = Readonly<Record<string, string | Uint8Array>>;

export interface Imported {
  prepared: Prepared;
  /** Files of the region afterwards. */
  files: Files;
  after: TestRegion;
  /** Text of a file that was written. */
  text(file: string): string;
  /** Why nothing was. */
  refusal: string;
  /** What the columns may mean. */
  proposal: string;
}

/** Imports files into a region in memory. */
export function importInto(files: Files, given: Given, wanted: Partial<Wanted> = {}): Imported {
  const folder = folderOf(files);
  const region = loadRegion(folder, vocabulary).value;
  if (!region) throw new Error('The region cannot be read');
  const bytes = (contents: string | Uint8Array) =>
    typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  const asked = Object.entries(given).map(([name, contents]) => ({ name, bytes: bytes(contents) }));
  const prepared = prepareImport(folder, region, { codes: null, ...wanted, files: asked });
  const texts = prepared.kind === 'ready' ? prepared.plan.texts : new Map<string, string>();
  const changed: Files = { ...files, ...Object.fromEntries(texts) };
  if (
    overlayFolder(folder, texts)
      .list('facilities')
      .some(path => !(path in changed))
  )
    throw new Error('The overlay lists a file that is not there');
  return {
    ...{ prepared, files: changed, after: regionOf(changed) },
    text: file => texts.get(file) ?? '',
    proposal: (prepared.kind === 'refused' && prepared.proposal) || '',
    refusal: prepared.kind === 'refused' ? prepared.sentences.join('\n') : '',
  };
}

import { type Issue, issue } from '../issues/issue.ts';
import type { Site } from '../model/site.ts';
import type { Bytes } from '../secure/base64.ts';
import { isRefusal, type RefusalReason } from '../secure/refusal.ts';
import { openSealedFile, sealedEnding } from '../secure/sealed-file.ts';
import type { RegionFolder } from './load.ts';
import { professionalLists } from './professional-lists.ts';

/** What became of the sealed files of a folder. Paths are those of the clear files. */
export interface OpenedFiles {
  opened: ReadonlyMap<string, Uint8Array>;
  refused: ReadonlyMap<string, RefusalReason>;
}

/** The path of a file without the ending of a sealed one. */
export function clearName(path: string): string {
  return path.endsWith(sealedEnding) ? path.slice(0, -sealedEnding.length) : path;
}

/** Is the file there only in a form that could not be opened? */
export function isUnopened(folder: RegionFolder, path: string): boolean {
  return folder.read(path) === null && folder.read(path + sealedEnding) !== null;
}

/**
 * The folder as if its sealed files were not sealed: those that the phrase opens answer under their clear names. A
 * file that is there in clear goes before its sealed form.
 */
export async function withSealedFiles(
  folder: RegionFolder,
  sources: readonly string[],
  phrase: string | undefined,
): Promise<RegionFolder> {
  const opened = new Map<string, Uint8Array>();
  const refused = new Map<string, RefusalReason>();
  for (const path of sealedPaths(folder, sources)) {
    const bytes = folder.read(path + sealedEnding);
    if (!bytes || phrase === undefined || folder.read(path) !== null) continue;
    const clear = await openSealedFile(path.split('/').at(-1) ?? path, bytes as Bytes, phrase);
    if (isRefusal(clear)) refused.set(path, clear.refused);
    else opened.set(path, clear);
  }
  const named = (path: string): string => (opened.has(clearName(path)) ? clearName(path) : path);
  return {
    list: name => folder.list(name).map(named).sort(),
    read: path => opened.get(path) ?? folder.read(path),
    sealed: { opened, refused },
  };
}

/** Clear names of all sealed files that a build would read. */
export function sealedPaths(folder: RegionFolder, sources: readonly string[]): string[] {
  const listed = ['.', 'facilities'].flatMap(name => folder.list(name));
  const found = listed.filter(path => path.endsWith(sealedEnding)).map(clearName);
  return [...new Set([...found, ...sources.map(clearName).filter(path => folder.read(path + sealedEnding))])];
}

const reasons: Readonly<Partial<Record<RefusalReason, string>>> = {
  'wrong-phrase': '鍵が合わないか、名前や中身が変わっているため、開けませんでした',
  'unknown-version': '新しい形式で封をしてあるため、開けませんでした',
};

/** Sealed files whose rows are missing, and those that stand beside their clear form. */
export function checkSealedFiles(folder: RegionFolder, site: Site): Issue[] {
  const sources = (site.sources ?? []).map(({ file }) => file);
  const opened = folder.sealed?.opened;
  const left = sealedPaths(folder, sources).filter(path => !opened?.has(path));
  return left.map(path => {
    const place = { file: path.replace(/^facilities\//, '') };
    if (folder.read(path) !== null)
      return issue('sealed-file-beside-clear', place, '', { sealed: place.file + sealedEnding });
    const refused = folder.sealed?.refused.get(path);
    const reason = refused
      ? (reasons[refused] ?? 'こわれているため、開けませんでした')
      : '鍵がないため、開いていません';
    return issue('sealed-file-unopened', { file: place.file + sealedEnding }, '', { reason });
  });
}

/**
 * May this file of a region (its path, and the sources that `site.yaml` names) be sealed? Settings decide what may be
 * published: they are read first, by everyone.
 */
export function maySeal(path: string, sources: readonly string[]): boolean {
  const isList = professionalLists.some(name => name === path);
  return path.startsWith('facilities/') || sources.includes(path) || isList;
}

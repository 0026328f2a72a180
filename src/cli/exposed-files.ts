import { isShippedDemo } from '../dataset/demo.ts';
import type { Region, RegionFolder } from '../dataset/load.ts';
import { findListHeader } from '../dataset/region-lists.ts';
import { guardOf } from '../files/guard-output.ts';
import { readTables } from '../ingest/read.ts';
import { clearFolder } from '../secure/keys-change.ts';
import { secretsFile } from '../secure/keys-file.ts';
import type { Leak, Watched } from '../secure/leak-guard.ts';
import type { WatchList } from '../secure/leak-guard-values.ts';
import { leakGuardText } from '../text/leak-guard.ts';

/**
 * Files of the region that hold something not for everyone and stand there in clear: phrases, backups and what was moved
 * away when it was sealed among them, and any other that says a value of `watchList`. None in the region that ships with
 * the tool.
 */
export function clearConfidentialFiles(region: Region, folder: RegionFolder, watchList: WatchList): string[] {
  if (isShippedDemo(region.dataset.site)) return [];
  const { confidentialFiles } = region;
  const clear = confidentialFiles.filter(file => !folder.sealed?.opened.has(file));
  const backups = ['.', 'facilities']
    .flatMap(name => folder.list(name))
    .filter(path => backup.test(path))
    .filter(path => [...confidentialFiles, secretsFile].includes(path.replace(backup, '')));
  const phrases = folder.read(secretsFile) === null ? [] : [secretsFile];
  const told = folder.list('.').filter(path => tellsMore(folder, path));
  const known = [...clear, ...backups, ...folder.list(clearFolder), ...phrases, ...told];
  return [...known, ...filesSaying(region, folder, watchList, known)];
}

/** What commands keep of a file they changed. */
const backup = /\.bak\d*$/;

/** Does `suppress.csv` say who wants to be shown no longer, and why, beside the number of the record? */
function tellsMore(folder: RegionFolder, path: string): boolean {
  const bytes = path === 'suppress.csv' ? folder.read(path) : null;
  if (!bytes) return false;
  return readTables(path, bytes, () => {}).some(table => {
    const header = findListHeader(table, [['記録', '名称']]);
    const number = header?.cells.findIndex(cell => cell.trim() === '記録');
    return [...table.rows].some(
      ({ row, cells }) =>
        row > (header?.row ?? 0) && cells.some((cell, index) => index !== number && cell.trim() !== ''),
    );
  });
}

/**
 * Notes, proposals, lists and articles that say a watched value, besides `known`. What an open list of the region says
 * as well is no secret of this folder (an office that is withdrawn here stands in the ministry's file), and the numbers
 * of records may stand anywhere: `same.csv` cannot do without them.
 */
function filesSaying(
  region: Region,
  folder: RegionFolder,
  { watched, counts }: WatchList,
  known: readonly string[],
): string[] {
  const layers = [...region.layerFiles.values()];
  const finder = (list: Watched[]): ((path: string) => Leak[]) => {
    const guard = guardOf({ watched: list, counts });
    return path => guard.scan('', folder.read(path) ?? new Uint8Array());
  };
  const isClear = (path: string): boolean => !known.includes(path) && !folder.sealed?.opened.has(path);
  const open = layers.filter(isClear).flatMap(finder(watched));
  const said = new Set(open.map(keyOf));
  const rest = watched.filter(one => one.field !== leakGuardText.fields.keys && !said.has(keyOf(one)));
  const leaksIn = finder(rest);
  return ['.', 'pages', 'files', 'facilities']
    .flatMap(name => folder.list(name))
    .filter(path => isClear(path) && !layers.includes(path) && leaksIn(path).length > 0);
}

function keyOf({ field, at }: { field: string; at: string }): string {
  return `${field}\n${at}`;
}

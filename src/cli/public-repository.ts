import { readFileSync } from 'node:fs';
import { isShippedDemo } from '../dataset/demo.ts';
import type { Region, RegionFolder } from '../dataset/load.ts';
import { findListHeader } from '../dataset/region-lists.ts';
import { guardOf } from '../files/guard-output.ts';
import { readTables } from '../ingest/read.ts';
import { clearFolder } from '../secure/keys-change.ts';
import { secretsFile } from '../secure/keys-file.ts';
import type { WatchList } from '../secure/leak-guard-values.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Is the repository that this build runs for open to everyone? Null where nobody says: on a person's own machine.
 * GitHub, and Forgejo (Codeberg) after it, tell in the event (`repository.visibility`, before that
 * `repository.private`), GitLab in `CI_PROJECT_VISIBILITY`, Woodpecker (Codeberg) in `CI_REPO_PRIVATE`. `internal` is
 * open to a whole organisation, which is not everyone.
 */
export function isPublicRepository(environment: Environment): boolean | null {
  const {
    GITHUB_EVENT_PATH: event,
    CI_PROJECT_VISIBILITY: gitlab,
    CI_REPO_PRIVATE: woodpecker,
  } = environment;
  if (gitlab) return gitlab === 'public';
  if (woodpecker) return woodpecker === 'false';
  if (!event) return null;
  const { visibility, private: isPrivate } = repositoryIn(event);
  if (typeof visibility === 'string') return visibility === 'public';
  return typeof isPrivate === 'boolean' ? !isPrivate : null;
}

function repositoryIn(event: string): { visibility?: unknown; private?: unknown } {
  try {
    return JSON.parse(readFileSync(event, 'utf8')).repository ?? {};
  } catch {
    return {};
  }
}

/** Does the build run at a service that does not say whether everyone can read the repository? */
export function isUnsure(environment: Environment): boolean {
  return Boolean(environment.CI) && isPublicRepository(environment) === null;
}

/**
 * Files of the region that hold something not for everyone and stand there in clear: phrases, backups and what was moved
 * away when it was sealed among them, and any other that says a value of `watchList`. None in the region that ships with
 * the tool.
 */
export function clearConfidentialFiles(region: Region, folder: RegionFolder, watchList: WatchList): string[] {
  if (isShippedDemo(region.dataset.site)) return [];
  const { confidentialFiles } = region;
  const opened = folder.sealed?.opened;
  const clear = confidentialFiles.filter(file => !opened?.has(file));
  const backups = ['.', 'facilities']
    .flatMap(name => folder.list(name))
    .filter(path => backup.test(path))
    .filter(path => [...confidentialFiles, secretsFile].includes(path.replace(backup, '')));
  const phrases = folder.read(secretsFile) === null ? [] : [secretsFile];
  const told = folder.list('.').filter(path => tellsMore(folder, path));
  const known = [...clear, ...backups, ...folder.list(clearFolder), ...phrases];
  const guard = guardOf(watchList);
  const saying = ['.', 'pages', 'files', 'facilities']
    .flatMap(name => folder.list(name))
    .filter(path => !known.includes(path) && !told.includes(path) && !opened?.has(path))
    .filter(path => guard.scan('', folder.read(path) ?? new Uint8Array()).length > 0);
  return [...known, ...told, ...saying];
}

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

/** What commands keep of a file they changed. */
const backup = /\.bak\d*$/;

import { readFileSync } from 'node:fs';
import type { Region, RegionFolder } from '../dataset/load.ts';
import { clearFolder } from '../secure/keys-change.ts';
import { secretsFile } from '../secure/keys-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Is the repository that this build runs for open to everyone? Null where nobody says: on a person's own machine.
 * GitHub tells in the event (`repository.visibility`, before that `repository.private`), GitLab in
 * `CI_PROJECT_VISIBILITY`. `internal` is open to a whole organisation, which is not everyone.
 */
export function isPublicRepository(environment: Environment): boolean | null {
  const { GITHUB_EVENT_PATH: event, CI_PROJECT_VISIBILITY: gitlab } = environment;
  if (gitlab) return gitlab === 'public';
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

/**
 * Files of the region that hold something not for everyone and stand there in clear: phrases, backups and what was moved
 * away when it was sealed among them. None in a fictional region.
 */
export function clearConfidentialFiles(region: Region, folder: RegionFolder): string[] {
  if (region.dataset.site.demo) return [];
  const { confidentialFiles } = region;
  const opened = folder.sealed?.opened;
  const clear = confidentialFiles.filter(file => !opened?.has(file));
  const backups = ['.', 'facilities']
    .flatMap(name => folder.list(name))
    .filter(path => backup.test(path))
    .filter(path => [...confidentialFiles, secretsFile].includes(path.replace(backup, '')));
  const phrases = folder.read(secretsFile) === null ? [] : [secretsFile];
  return [...clear, ...backups, ...folder.list(clearFolder), ...phrases];
}

/** What commands keep of a file they changed. */
const backup = /\.bak\d*$/;

import { readFileSync } from 'node:fs';

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

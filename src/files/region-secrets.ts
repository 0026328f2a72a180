import type { RegionFolder } from '../dataset/load.ts';
import { readSecrets, secretsFile } from '../secure/keys-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that holds what `keys.secret.yaml` does, where no file is kept (a workflow's secret). */
const secretsVariable = 'SHIGEN_KEYS';

/** Where phrases stand that cannot be read. */
export interface BrokenSecrets {
  where: string;
  brokenLine: number;
}

/** Phrases by slot id, of the region's folder and, before it, of the environment. */
export function secretsOf(
  folder: RegionFolder,
  environment: Environment,
): ReadonlyMap<string, string> | BrokenSecrets {
  const bytes = folder.read(secretsFile);
  const texts = [
    [secretsFile, bytes ? new TextDecoder().decode(bytes) : ''],
    [secretsVariable, environment[secretsVariable] ?? ''],
  ] as const;
  const all = new Map<string, string>();
  for (const [where, typed] of texts) {
    const secrets = readSecrets(typed);
    if ('brokenLine' in secrets) return { where, ...secrets };
    for (const [id, phrase] of secrets) all.set(id, phrase);
  }
  return all;
}

/** Those of the environment alone; none when they cannot be read. */
export function secretsInEnvironment(environment: Environment): ReadonlyMap<string, string> {
  const secrets = readSecrets(environment[secretsVariable] ?? '');
  return 'brokenLine' in secrets ? new Map() : secrets;
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Served, serveSite } from '../../src/cli/serve.ts';
import { buildTurn } from '../build-turn.ts';
import { runFolder } from '../run-folder.ts';

const root = join(import.meta.dirname, '..', '..');

/** The address pages are told they live at (`--site`); tests never ask it for anything. */
export const siteOrigin = 'https://shigen-map.example';

/** Serves a built site from any free port. Close it in `afterAll`. */
export function withSite(folder: string, options: { base?: string } = {}): Promise<Served> {
  return serveSite(folder, { base: options.base ?? '/', port: 0 });
}

export interface BuildRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** What a service says of the repository that runs these tests is not said of the regions they make. */
const onePerson = {
  CI: '',
  GITHUB_EVENT_PATH: '',
  CI_PROJECT_VISIBILITY: '',
  CI_REPO_PRIVATE: '',
  SHIGEN_KEYS: '',
};

/**
 * Runs `shigen-map` as the process it is for people, at a machine of their own unless `env` says other; arguments after
 * the command's name as given.
 */
export function runShigenMap(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = root,
): Promise<BuildRun> {
  const main = join(root, 'src/cli/main.ts');
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, ...onePerson, ...env },
  });
  const run: BuildRun = { code: 1, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    run.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    run.stderr += text;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', code => done({ ...run, code: code ?? 1 }));
  });
}

/**
 * The folder of the site made from a region's folder, built at most once in a test run for each region and
 * base path, whichever file asks first. Throws with the build's own words when it does not publish.
 */
export async function builtSite(data: string, base = '/'): Promise<string> {
  const region = resolve(root, data);
  const key = `${region}${base}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const home = join(runFolder(), 'sites', key);
  const out = join(home, 'dist');
  const done = join(home, 'done');
  if (existsSync(done)) return out;
  const release = await buildTurn();
  try {
    if (existsSync(done)) return out;
    await mkdir(home, { recursive: true });
    await build(['--data', region, '--out', out, '--base', base, '--site', siteOrigin]);
    await writeFile(done, '');
    return out;
  } finally {
    release();
  }
}

async function build(flags: readonly string[]): Promise<void> {
  const run = await runShigenMap(['build', ...flags]);
  if (run.code === 0) return;
  throw new Error(
    `shigen-map build ${flags.join(' ')} exited with ${run.code}\n${run.stdout}\n${run.stderr}`,
  );
}

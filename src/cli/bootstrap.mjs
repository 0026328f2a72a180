// The door for a fresh clone: plain JavaScript without dependencies, runs on Node 20. It installs what the
// lockfile names and hands over to the Node in node_modules/.bin, which runs TypeScript directly.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What each command runs once everything is installed. @type {Record<string, string[]>} */
const commands = {
  start: ['src/cli/start.ts'],
  test: ['tests/run.ts'],
  run: ['src/cli/main.ts'],
};

/**
 * Packages the lockfile demands and node_modules does not have in that version. Optional packages (builds
 * for other platforms) may be absent, but not in another version.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked
 * @param {Record<string, Locked>} wanted `packages` of package-lock.json
 * @param {Record<string, Locked> | null} installed `packages` of node_modules/.package-lock.json
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  const names = Object.keys(wanted).filter(name => name !== '');
  if (installed === null) return names;
  return names.filter(name => {
    const want = wanted[name];
    const have = installed[name];
    if (!want) return false;
    if (!have) return !want.optional;
    return have.version !== want.version || have.integrity !== want.integrity;
  });
}

/** @param {string} file @returns {Record<string, Locked> | null} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

async function installMissing() {
  const wanted = readLock('package-lock.json');
  if (wanted === null) fail('package-lock.json を読めません。リポジトリを取り直してください。');
  const installed = readLock('node_modules/.package-lock.json');
  if (missingPackages(wanted, installed).length === 0) return;
  say('必要な部品をインストールしています（1～2分）… / Installing the packages of package-lock.json …');
  const started = Date.now();
  const code = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    fail(
      'インストールできませんでした。インターネット（npm のレジストリ）につながるか、上の表示を確かめて、もう一度実行してください。 / npm ci failed; see its message above.',
    );
  }
  say(`インストールしました（${Math.round((Date.now() - started) / 1000)}秒）。 / Installed.`);
}

/**
 * Runs npm; where it has no terminal to show its own progress in, a line every ten seconds says it is alive.
 * @param {string[]} args @returns {Promise<number>}
 */
function runNpm(args) {
  const cli = process.env.npm_execpath;
  const child = cli?.endsWith('npm-cli.js')
    ? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  const started = Date.now();
  const alive = setInterval(() => {
    if (!process.stderr.isTTY) say(`… ${Math.round((Date.now() - started) / 1000)} s`);
  }, 10_000);
  return new Promise(resolve => {
    /** @param {number} code */
    const done = code => {
      clearInterval(alive);
      resolve(code);
    };
    child.on('error', error => {
      say(String(error));
      done(1);
    });
    child.on('close', code => done(code ?? 1));
  });
}

/** The Node to go on with: the lockfile's, or this one when it runs TypeScript by itself. */
function findNode() {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned)) {
    if (spawnSync(pinned, ['--version']).status === 0) return pinned;
    // Built for another C library (Alpine). npm puts .bin first in PATH, so it would break every later `npm run`.
    rmSync(pinned, { force: true });
  }
  if (runsTypeScript(process.versions.node)) return process.execPath;
  return fail(
    `この環境には Node 22.18 以上が必要です（今は ${process.versions.node}）。https://nodejs.org/ から入れてください。 / Please install Node 22.18 or later.`,
  );
}

/** Type stripping is on by default from 22.18 and 23.6. @param {string} version */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** Runs the script as if this process were it: same terminal, same exit code, signals passed on. @param {string} node @param {string[]} args */
function handOver(node, args) {
  // The tools of node_modules/.bin start with `env node`: they must find the pinned one, not the system's.
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  // Whoever ends `npm start` ends npm's shell, which tells nobody: without its parent the server must not stay.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill(), 500).unref();
  child.on('error', error => fail(String(error)));
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

/** Standard error, so that a command's standard output stays its own. @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} line @returns {never} */
function fail(line) {
  say(line);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', ...rest] = process.argv.slice(2);
  const script = commands[name];
  if (!script) fail(`start, test または run を指定してください（例：node src/cli/bootstrap.mjs start）。`);
  await installMissing();
  handOver(findNode(), [...script, ...rest]);
}

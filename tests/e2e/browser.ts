import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The browser without its own window, tabs and toolbar to draw: the tests take it half the time. */
const shell = 'chromium-headless-shell';

/** Looked at in this order; `CHROME_PATH` comes before all of them. */
const usualPlaces = [
  `/usr/bin/${shell}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to test with, or null. A path that does not start (Ubuntu's snap stub) does not count. */
export function findBrowser(): string | null {
  const { CHROME_PATH } = process.env;
  const places = [...(CHROME_PATH ? [CHROME_PATH] : []), ...usualPlaces, chromium.executablePath()];
  return places.find(starts) ?? null;
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * Finds a browser or installs one: the Debian package, else Playwright's download. Returns why not as `reason`
 * when nothing works. A missing Japanese font is installed on the way; failing that is only said. In CI the
 * quicker browser is installed beside another as well.
 */
export function ensureBrowser(say: (line: string) => void): { path: string } | { reason: string } {
  const known = findBrowser();
  const { CI, CHROME_PATH } = process.env;
  const isQuick = known !== null && (known.includes(shell) || known === CHROME_PATH || !CI);
  const path = isQuick
    ? known
    : (installDebianBrowser(shell, say) ??
      known ??
      downloadBrowser(say) ??
      installDebianBrowser('chromium', say));
  if (!path) return { reason: howToGetOne };
  ensureJapaneseFont(say);
  return { path };
}

const howToGetOne =
  'no browser: none at CHROME_PATH or the usual places, Playwright could not download one, and ' +
  '`apt-get install chromium` is not possible here (it needs Debian and root or passwordless sudo). ' +
  'Install Chromium or Chrome and set CHROME_PATH to its program file.';

function downloadBrowser(say: (line: string) => void): string | null {
  say('Downloading Chromium with Playwright …');
  // cli.js is not among the package's exports.
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 300_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...process.env },
  });
  const path = chromium.executablePath();
  if (status === 0 && starts(path)) return path;
  say(
    status === 0 ? 'Playwright’s Chromium does not start here.' : 'Playwright’s download is not reachable.',
  );
  return null;
}

function installDebianBrowser(name: string, say: (line: string) => void): string | null {
  // The font comes along: one apt-get instead of two.
  return installDebian([name, 'fonts-noto-cjk'], say) ? findBrowser() : null;
}

function ensureJapaneseFont(say: (line: string) => void): void {
  if (process.platform !== 'linux' || hasJapaneseFont()) return;
  if (installDebian(['fonts-noto-cjk'], say)) return;
  say('No Japanese font found: pages will be tested with empty boxes for letters (install fonts-noto-cjk).');
}

function hasJapaneseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  const folder = '/usr/share/fonts';
  if (!existsSync(folder)) return false;
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names.some(name => /cjk|takao|ipa|vlgothic/i.test(name));
}

function installDebian(packages: string[], say: (line: string) => void): boolean {
  const prefix = rootPrefix();
  if (prefix === null || spawnSync('apt-get', ['--version']).status !== 0) return false;
  say(`Installing ${packages.join(' and ')} with apt-get …`);
  const apt = (...args: string[]) => {
    const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return (
      spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 }).status === 0
    );
  };
  apt('update', '-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1');
  return apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** What makes a command run as root: nothing, sudo without a password, or null (cannot). */
function rootPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

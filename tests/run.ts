import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './e2e/browser.ts';
import { makeRunFolder, runFolder } from './run-folder.ts';

// `npm test`: every step that CI runs, fast ones first; stops at the first that fails.
// `npm test -- unit e2e` runs these steps only; other words pick test files (`npm test -- unit hours`).

interface Step {
  name: string;
  title: string;
  commands: string[][];
  /** Steps that run vitest are counted in the last line. */
  project?: string;
}

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

const steps: Step[] = [
  {
    name: 'lint',
    title: 'Lint (biome)',
    commands: [[bin('biome'), 'check', '--config-path=tests', 'src', 'tests', 'astro.config.mjs']],
  },
  {
    name: 'types',
    // It checks .ts and .tsx files as well as pages: tsc besides would do the same work twice.
    title: 'Types (astro check)',
    commands: [[bin('astro'), 'check', '--minimumSeverity', 'warning']],
  },
  { name: 'unit', title: 'Unit tests', commands: [], project: 'unit' },
  { name: 'cli', title: 'Command line tests', commands: [], project: 'cli' },
  { name: 'build', title: 'Build and region tests', commands: [], project: 'build' },
  { name: 'e2e', title: 'Browser tests', commands: [], project: 'e2e' },
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const removeRunFolder = makeRunFolder();
try {
  process.exitCode = await runSteps(process.argv.slice(2));
} finally {
  removeRunFolder();
}

async function runSteps(words: string[]): Promise<number> {
  const names = new Set(steps.map(step => step.name));
  const picked = words.filter(word => names.has(word));
  const filters = words.filter(word => !names.has(word));
  const chosen = steps.filter(step =>
    picked.length > 0 ? picked.includes(step.name) : !filters.length || step.project,
  );
  const started = Date.now();
  for (const [index, step] of chosen.entries()) {
    if (await runStep(step, filters)) continue;
    const rest = chosen.slice(index + 1).map(({ name }) => name);
    console.log(`\nFailed: ${step.title}.${rest.length > 0 ? ` Not run: ${rest.join(', ')}.` : ''}`);
    printTotals();
    return 1;
  }
  console.log(`\nAll steps passed in ${seconds(started)}.`);
  printTotals();
  return 0;
}

function printTotals(): void {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
}

async function runStep(step: Step, filters: string[]): Promise<boolean> {
  console.log(`\n== ${step.title}`);
  const started = Date.now();
  if (step.name === 'e2e' && !prepareBrowser()) return false;
  const ok =
    step.project === undefined ? await runAll(step.commands) : await runVitest(step.project, filters);
  console.log(`== ${step.title}: ${ok ? 'passed' : 'FAILED'} in ${seconds(started)}`);
  return ok;
}

/** False when there must be a browser (CI) and is none. Elsewhere the browser tests skip themselves. */
function prepareBrowser(): boolean {
  const browser = ensureBrowser(line => console.log(line));
  if ('path' in browser) {
    console.log(`Browser: ${browser.path}`);
    process.env.CHROME_PATH = browser.path;
    return true;
  }
  console.log(
    `${process.env.CI ? 'The browser tests cannot run' : 'The browser tests are skipped'}: ${browser.reason}`,
  );
  if (process.env.CI) totals.failed += 1;
  return !process.env.CI;
}

async function runAll(commands: string[][]): Promise<boolean> {
  for (const command of commands) {
    if ((await run(command)) !== 0) return false;
  }
  return true;
}

async function runVitest(project: string, filters: string[]): Promise<boolean> {
  const json = join(runFolder(), `${project}.json`);
  const flags = ['--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
  const code = await run([bin('vitest'), 'run', ...flags, ...reporters, ...filters]);
  count(json, code);
  return code === 0;
}

/** A file that cannot even be loaded fails without a failed test of its own: it counts as one. */
function count(json: string, code: number): void {
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(json, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.skipped += result.numPendingTests + result.numTodoTests;
    failed = result.numFailedTests;
  } catch {
    // No report at all: vitest itself broke, or found no test.
  }
  totals.failed += failed === 0 && code !== 0 ? 1 : failed;
}

function run([program = '', ...args]: string[]): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', code => done(code ?? 1));
  });
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

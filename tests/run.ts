import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildTurn } from './build-turn.ts';
import { makeRunFolder, runFolder } from './run-folder.ts';
import { outputInTurn, type StepOutput } from './step-output.ts';

// `npm test`: every step that CI runs, fast ones first, two side by side; none begins once one has failed.
// `npm test -- unit e2e` runs these steps only; other words pick test files (`npm test -- unit hours`).

interface Step {
  name: string;
  title: string;
  run: (output: StepOutput, filters: readonly string[]) => Promise<boolean>;
  /** Words that are no step's name pick among its test files. */
  hasFiles?: true;
}

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

const steps: Step[] = [
  { name: 'lint', title: 'Lint (biome)', run: lint },
  { name: 'types', title: 'Types (astro check)', run: checkTypes },
  { name: 'unit', title: 'Unit tests', run: tests('unit'), hasFiles: true },
  { name: 'cli', title: 'Command line tests', run: tests('cli'), hasFiles: true },
  { name: 'build', title: 'Build and region tests', run: tests('build'), hasFiles: true },
  { name: 'e2e', title: 'Browser tests', run: testInBrowser, hasFiles: true },
];

const totals = { passed: 0, failed: 0, skipped: 0 };
/** Browser tests that failed once and passed when tried again: a race, in them or in the page, that wants mending. */
const unsteady: string[] = [];
const newOutput = outputInTurn(text => process.stdout.write(text));
let browser: Promise<{ isUsable: boolean; said: string }>;

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
  const waiting = steps.filter(step =>
    picked.length > 0 ? picked.includes(step.name) : !filters.length || step.hasFiles,
  );
  const started = Date.now();
  const failed: string[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = failed.length > 0 ? undefined : waiting.shift())
      if (!(await runStep(step, filters))) failed.push(step.title);
  };
  // It may have to be installed, which is mostly waiting.
  if (waiting.some(({ name }) => name === 'e2e')) browser = prepareBrowser();
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  if (failed.length === 0) console.log(`\nAll steps passed in ${seconds(started)}.`);
  else {
    const rest = waiting.map(({ name }) => name);
    console.log(`\nFailed: ${failed.join(', ')}.${rest.length > 0 ? ` Not run: ${rest.join(', ')}.` : ''}`);
  }
  for (const name of unsteady) console.log(`Passed only when tried again: ${name}`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
  return failed.length === 0 ? 0 : 1;
}

async function runStep(step: Step, filters: readonly string[]): Promise<boolean> {
  const output = newOutput();
  output.write(`\n== ${step.title}\n`);
  const started = Date.now();
  const ok = await step.run(output, filters);
  output.write(`== ${step.title}: ${ok ? 'passed' : 'FAILED'} in ${seconds(started)}\n`);
  output.end();
  return ok;
}

async function lint(output: StepOutput): Promise<boolean> {
  const files = ['src', 'tests', 'astro.config.mjs'];
  return (await run([bin('biome'), 'check', '--config-path=tests', ...files], output)) === 0;
}

/** It checks .ts and .tsx files as well as pages: tsc besides would do the same work twice. */
async function checkTypes(output: StepOutput): Promise<boolean> {
  // It writes Astro's generated types, as a build does.
  const release = await buildTurn();
  const code = await run([bin('astro'), 'check', '--minimumSeverity', 'warning'], output);
  release();
  return code === 0;
}

function tests(project: string): Step['run'] {
  return async (output, filters) => {
    const json = join(runFolder(), `${project}.json`);
    const flags = ['--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests'];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
    const code = await run([bin('vitest'), 'run', ...flags, ...reporters, ...filters], output);
    count(json, code);
    return code === 0;
  };
}

/** What is read of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

/** A file that cannot even be loaded fails without a failed test of its own: it counts as one. */
function count(json: string, code: number): void {
  let failed = 0;
  try {
    const result: Report = JSON.parse(readFileSync(json, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.skipped += result.numPendingTests + result.numTodoTests;
    failed = result.numFailedTests;
    const all = result.testResults.flatMap(({ assertionResults }) => assertionResults);
    const hasFailed = all.filter(
      ({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0,
    );
    for (const { fullName, failureMessages } of hasFailed)
      unsteady.push([fullName, ...failureMessages[0]!.split('\n').slice(0, 2)].join('\n  '));
  } catch {
    // No report at all: vitest itself broke, or found no test.
  }
  totals.failed += failed === 0 && code !== 0 ? 1 : failed;
}

async function testInBrowser(output: StepOutput, filters: readonly string[]): Promise<boolean> {
  const { isUsable, said } = await browser;
  output.write(said);
  if (isUsable) return tests('e2e')(output, filters);
  totals.failed += 1;
  return false;
}

/** Not usable when there must be a browser (CI) and is none. Elsewhere the browser tests skip themselves. */
async function prepareBrowser(): Promise<{ isUsable: boolean; said: string }> {
  const file = join(runFolder(), 'browser');
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  await run([process.execPath, join(root, 'tests/e2e/prepare-browser.ts'), file], { write });
  if (!existsSync(file)) return { isUsable: !process.env.CI, said };
  process.env.CHROME_PATH = readFileSync(file, 'utf8');
  return { isUsable: true, said };
}

function run([program = '', ...args]: string[], { write }: Pick<StepOutput, 'write'>): Promise<number> {
  const env = process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env;
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', code => done(code ?? 1));
  });
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

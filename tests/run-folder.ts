import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one run keeps what several test files share (built sites). Workers inherit the variable. */
export function runFolder(): string {
  const folder = process.env.SHIGEN_TEST_FOLDER;
  if (!folder) throw new Error('SHIGEN_TEST_FOLDER is not set: run the tests with tests/vitest.config.ts');
  return folder;
}

/** Makes the folder of this run and says what to call when the run is over. */
export function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'shigen-map-test-'));
  process.env.SHIGEN_TEST_FOLDER = folder;
  // The tests start our programs dozens of times: they are compiled once.
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true });
}

/** vitest's global set-up: `npm test` has made the folder already and shares it between its steps. */
export default function setup(): (() => void) | undefined {
  return process.env.SHIGEN_TEST_FOLDER ? undefined : makeRunFolder();
}

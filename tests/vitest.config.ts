import { defineConfig } from 'vitest/config';

/** The slow rooms, each a project of its own; everything else in tests/ is `unit`. */
const slow = ['cli', 'build', 'regions', 'e2e'];

/** They wait for their turn to build and for a busy browser. */
const patient = { testTimeout: 120_000, hookTimeout: 600_000 };
/** One process at a time: `npm test` runs another step beside it. */
const oneByOne = { ...patient, fileParallelism: false };
/**
 * The browser is most of the work and the last step: two files at a time, also on two cores. A test that fails is tried
 * once more, and `npm test` names it: a machine that stands still for a second must not hide what the others say.
 */
const twoByTwo = { ...patient, maxWorkers: 2, sequence: { groupOrder: 1 }, retry: 1 };

const testsIn = (...rooms: string[]) => rooms.map(room => `tests/${room}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['tests/run-folder.ts'],
    projects: [
      {
        extends: true,
        // Files share their worker's modules: loading the vocabulary and the libraries anew for each takes as
        // long as the tests.
        test: {
          name: 'unit',
          include: testsIn('**'),
          exclude: testsIn(...slow),
          testTimeout: 60_000,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'cli', include: testsIn('cli'), ...oneByOne } },
      { extends: true, test: { name: 'build', include: testsIn('build', 'regions'), ...oneByOne } },
      { extends: true, test: { name: 'e2e', include: testsIn('e2e'), ...twoByTwo } },
    ],
  },
});

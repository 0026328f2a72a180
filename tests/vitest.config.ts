import { defineConfig } from 'vitest/config';

/** The slow rooms, each a project of its own; everything else in tests/ is `unit`. */
const slow = ['cli', 'build', 'regions', 'e2e'];

/** Builds take a lock per checkout and use both cores themselves: one test file after the other. */
const oneByOne = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 300_000 };

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
      { extends: true, test: { name: 'e2e', include: testsIn('e2e'), ...oneByOne } },
    ],
  },
});

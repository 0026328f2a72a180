import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runShigenMap } from '../e2e/harness-site.ts';

const canary = join(import.meta.dirname, '../fixtures/regions/canary');
const sealed = /CANARY-\d+|070-0000-99\d\d|0254-00-[78]\d\d\d|canary\d+@/g;
const survey = '調査.csv';
let home: string;
let changed: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-masking-'));
  changed = join(home, 'changed');
  cpSync(canary, changed, { recursive: true });
  const file = join(changed, 'facilities', survey);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('CANARY-001-', 'CANARY-901-').replace('0254-00-0001', '0254-00-0009'),
  );
});
afterAll(() => rmSync(home, { recursive: true }));

it.each<[command: string, args: () => string[]]>([
  ['check --full', () => ['check', '--data', canary, '--full']],
  ['check --json', () => ['check', '--data', canary, '--json']],
  ['diff', () => ['diff', canary, changed]],
  ['diff --json', () => ['diff', canary, changed, '--json']],
  ['columns', () => ['columns', join(canary, 'facilities', survey), '--data', canary]],
  ['audience of all', () => ['audience', '--data', canary]],
  ['audience of a record', () => ['audience', '--data', canary, 'c-01']],
  ['audience of a record for professionals', () => ['audience', '--data', canary, 'c-03']],
])('%s says no professional value where others read along', async (_command, args) => {
  const { stdout, stderr } = await runShigenMap(args(), { CI: '1' });
  expect(stdout.length).toBeGreaterThan(20);
  expect(`${stdout}${stderr}`.match(sealed) ?? []).toEqual([]);
});

it('audience shows them on the officer’s own machine, and says so', async () => {
  const { stdout } = await runShigenMap(['audience', '--data', canary, 'c-01'], { CI: '' });
  expect(stdout).toContain('CANARY-003-ひみつ');
  expect(stdout).toContain('人に渡したり、公開したりしないでください');
});

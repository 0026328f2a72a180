import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');

it('every promise of SECURITY.md names the tests that hold it, and they are there', () => {
  const [, promises = ''] = /## What is promised([\s\S]*?)## What is not/.exec(security) ?? [];
  const numbers = [...promises.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => number);
  const rows = [...promises.matchAll(/^\| (\d+) \| (.*) \|$/gm)];
  expect(numbers.length).toBeGreaterThan(6);
  expect(rows.map(([, number]) => number)).toEqual(numbers);
  for (const [, , tests = ''] of rows) {
    const files = [...tests.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(file => !existsSync(join(root, file)))).toEqual([]);
  }
});

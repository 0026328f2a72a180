import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../src/files/lock.ts';

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-lock-'));
  file = join(home, 'deep', 'build.lock');
});
afterEach(() => rmSync(home, { recursive: true }));

it('is taken, holds this process’s number, and is gone when released', () => {
  const release = takeLock(file);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  release?.();
  expect(existsSync(file)).toBe(false);
});

it('of another living process is refused, and stays', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    takeLock(file)?.();
    writeFileSync(file, String(other.pid));
    expect(takeLock(file)).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(String(other.pid));
  } finally {
    other.kill();
    await new Promise(done => other.once('close', done));
  }
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

it.each(['', 'not a number', '-1', '0', '1e9'])(
  'that holds 「%s」 is nobody’s: it is taken over',
  content => {
    takeLock(file)?.();
    writeFileSync(file, content);
    const release = takeLock(file);
    expect(release).not.toBeNull();
    release?.();
  },
);

it('is not released twice: a lock that another has taken since stays', () => {
  const first = takeLock(file);
  first?.();
  const second = takeLock(file);
  expect(second).not.toBeNull();
  second?.();
});

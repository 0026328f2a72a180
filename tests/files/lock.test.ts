import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
  expect(readFileSync(file, 'utf8')).toBe(`${process.pid}\n`);
  release?.();
  expect(existsSync(file)).toBe(false);
});

it('of another living process is refused, and stays', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    takeLock(file)?.();
    writeFileSync(file, `${other.pid}\n`);
    expect(takeLock(file)).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(`${other.pid}\n`);
  } finally {
    other.kill();
    await new Promise(done => other.once('close', done));
  }
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

// Process 1 lives, but a number without its line's end was cut short.
it.each(['', 'not a number\n', '-1\n', '0\n', '1', '1e9\n'])(
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

it('of a process that has held it for more than an hour is taken over: its number is another’s by now', () => {
  takeLock(file)?.();
  writeFileSync(file, '1\n');
  const hours = (count: number) => Date.now() / 1000 - count * 3600;
  utimesSync(file, hours(0.9), hours(0.9));
  expect(takeLock(file)).toBeNull();
  utimesSync(file, hours(1.1), hours(1.1));
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeUpload } from '../../src/files/upload-folder.ts';

let home: string;
const put = (name: string, text: string) => {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text);
};
const upload = () => writeUpload(join(home, 'before'), join(home, 'after'), join(home, 'upload'), '消す.txt');
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shigen-map-upload-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it('holds what is new or differs, and names what is gone', () => {
  put('before/f/a/index.html', 'same');
  put('before/f/b/index.html', 'old');
  put('before/f/gone/index.html', 'x');
  put('before/.shigen-map', '');
  put('after/f/a/index.html', 'same');
  put('after/f/b/index.html', 'new');
  put('after/f/c/index.html', 'c');
  expect(upload()).toEqual({ changed: 2, pending: 0, gone: ['f/gone/index.html'] });
  expect(existsSync(join(home, 'upload/f/a'))).toBe(false);
  expect(readFileSync(join(home, 'upload/f/b/index.html'), 'utf8')).toBe('new');
  expect(readFileSync(join(home, 'upload/消す.txt'), 'utf8')).toBe('\uFEFFf/gone/index.html\r\n');
});

it('of a first publication holds everything', () => {
  put('after/index.html', 'home');
  expect(upload()).toEqual({ changed: 1, pending: 0, gone: [] });
  expect(existsSync(join(home, 'upload/消す.txt'))).toBe(false);
});

it('loses nothing that was collected before and not sent yet, and sends it as it is now', () => {
  put('before/same.html', 'same');
  put('before/late.html', 'second');
  put('before/back.html', 'x');
  put('after/same.html', 'same');
  put('after/late.html', 'second');
  put('after/back.html', 'x');
  put('after/new.html', 'new');
  put('upload/late.html', 'first');
  put('upload/withdrawn.html', 'x');
  put('upload/消す.txt', '\uFEFFgone.html\r\nback.html\r\n');
  put('upload/.shigen-map', '');
  expect(upload()).toEqual({ changed: 1, pending: 1, gone: ['gone.html'] });
  expect(readFileSync(join(home, 'upload/late.html'), 'utf8')).toBe('second');
  expect(existsSync(join(home, 'upload/withdrawn.html'))).toBe(false);
  expect(existsSync(join(home, 'upload/same.html'))).toBe(false);
  // An emptied folder was sent.
  rmSync(join(home, 'upload'), { recursive: true });
  expect(upload()).toEqual({ changed: 1, pending: 0, gone: [] });
});

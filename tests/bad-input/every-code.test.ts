import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegion, type RegionFolder } from '../../src/dataset/load.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { catalogue, type IssueCode } from '../../src/issues/catalogue.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import { generated } from './generated.ts';

const here = join(import.meta.dirname, '../fixtures/bad');
const vocabulary = shippedVocabulary();

/** A file stands in the facilities/ of a small region; a folder is a region of its own. */
const fixtures: { code: string; name: string; folder: RegionFolder }[] = readdirSync(here).map(name => ({
  code: name.replace(/\.[a-z]+$/, ''),
  name,
  folder: statSync(join(here, name)).isDirectory()
    ? regionFolder(join(here, name))
    : regionWith(name, readFileSync(join(here, name))),
}));

function regionWith(name: string, bytes: Uint8Array, beside?: { name: string; text: string }): RegionFolder {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map([
    ['site.yaml', encode('name: みほん圏域\nmunicipalities: [みほ野市]\n')],
    [name.includes('/') ? name : `facilities/${name}`, bytes],
    ...(beside ? [[beside.name, encode(beside.text)] as const] : []),
  ]);
  return {
    list: folder => [...files.keys()].filter(path => path.startsWith(`${folder}/`)),
    read: path => files.get(path) ?? null,
  };
}

const all = [
  ...fixtures,
  ...generated.map(({ code, name, make, beside }) => ({
    code,
    name: `${name} (generated)`,
    folder: regionWith(name, make(), beside),
  })),
];

/** Codes that belong together: the second follows from the first, or is the same mistake seen by another reader. */
const companions: Readonly<Record<string, readonly string[]>> = {
  'text-binary': ['config-missing-key'],
  'table-empty': [],
};

/** Codes no file can show today, and why. */
const unreachable: readonly string[] = [
  // Every fault zod can find in our schemas has a sentence of its own; this one is for those to come.
  'config-invalid',
  // Needs to know what day it is: see check-site.test.ts.
  'date-in-future',
  // Needs a layout with times and flags in one row (医療情報ネット 薬局).
  'hours-open-without-times',
];

describe('bad input', () => {
  it.each(all)('$name is told as $code, and nothing else is an error', ({ code, folder }) => {
    const { value, issues } = loadRegion(folder, vocabulary);
    expect([...new Set(issues.map(found => found.code))]).toContain(code);
    const errors = issues.filter(found => found.severity === 'error').map(found => found.code);
    expect(
      [...new Set(errors)].filter(found => found !== code && !companions[code]?.includes(found)),
    ).toEqual([]);
    for (const found of issues) expect(formatIssue(found)).not.toMatch(/undefined|\[object|NaN/);
    const account = value?.dataset.account;
    if (!account) return;
    expect(account.read).toBe(
      account.published +
        account.merged +
        account.heldBack +
        account.rejected +
        account.outside +
        account.skipped,
    );
  });

  it('has a fixture for every code of the catalogue', () => {
    const covered = new Set(all.map(one => one.code));
    expect(
      (Object.keys(catalogue) as IssueCode[]).filter(
        code => !covered.has(code) && !unreachable.includes(code),
      ),
    ).toEqual([]);
  });

  it('has no fixture for a code that does not exist', () => {
    expect(all.map(one => one.code).filter(code => !(code in catalogue))).toEqual([]);
  });
});

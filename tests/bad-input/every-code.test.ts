import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../src/dataset/load.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { catalogue, type IssueCode } from '../../src/issues/catalogue.ts';
import { formatIssue } from '../../src/issues/issue.ts';
import { today } from './examples.ts';
import { badInputs } from './fixtures.ts';

const vocabulary = shippedVocabulary();

/** Codes that belong together: the second follows from the first, or is the same mistake seen by another reader. */
const companions: Readonly<Record<string, readonly string[]>> = {
  'text-binary': ['config-missing-key'],
  'table-empty': [],
};

/** Codes no file can show today, and why. */
const unreachable: readonly string[] = [
  // Every fault zod can find in our schemas has a sentence of its own; this one is for those to come.
  'config-invalid',
];

describe('bad input', () => {
  it.each(badInputs)('$name is told as $code, and nothing else is an error', ({ code, folder }) => {
    const { value, issues } = loadRegion(folder, vocabulary, today);
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
    const covered = new Set(badInputs.map(one => one.code));
    expect(
      (Object.keys(catalogue) as IssueCode[]).filter(
        code => !covered.has(code) && !unreachable.includes(code),
      ),
    ).toEqual([]);
  });

  it('has no fixture for a code that does not exist', () => {
    expect(badInputs.map(one => one.code).filter(code => !(code in catalogue))).toEqual([]);
  });
});

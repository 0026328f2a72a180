import { describe, expect, test } from 'vitest';
import { keptUntil, type LockState, lockStep, starting } from '../../src/professional/unlock.ts';

const kept = { until: '2026-12-22T00:00:00.000Z' };
const edition = { madeAt: '2026-11-22T03:00:00Z', newerSeen: null };
const wrong = { reason: 'wrong-phrase', typed: null } as const;
const locked = lockStep(starting, { event: 'started', kept: null });
const opening = lockStep(locked, { event: 'tried', by: 'phrase' });
const open = lockStep(opening, { event: 'opened', edition, kept });

describe('the lock', () => {
  test('starts with a field, opens, and says what it opened', () => {
    expect(locked).toEqual({ state: 'locked', kept: null, problem: null, why: 'start' });
    expect(opening).toEqual({ state: 'opening', kept: null, by: 'phrase' });
    expect(open).toEqual({ state: 'open', kept, edition });
  });

  test('a phrase that is typed before the device was asked opens it too', () => {
    const early = lockStep(starting, { event: 'tried', by: 'phrase' });
    expect(early).toMatchObject({ state: 'opening' });
    expect(lockStep(early, { event: 'started', kept: null })).toBe(early);
  });

  test('a wrong phrase leads back to the field, with its words', () => {
    expect(lockStep(opening, { event: 'refused', problem: wrong })).toMatchObject({
      state: 'locked',
      problem: wrong,
    });
  });

  test('what is found broken after the list was shown locks again', () => {
    const problem = { reason: 'tampered', typed: null } as const;
    expect(lockStep(open, { event: 'refused', problem })).toMatchObject({ state: 'locked', problem, kept });
  });

  test('an answer that comes after the lock was turned opens nothing', () => {
    const turned = lockStep(opening, { event: 'locked', why: 'asked' });
    expect(lockStep(turned, { event: 'opened', edition, kept: null })).toBe(turned);
  });

  test('a second try while one is under way, or once open, changes nothing', () => {
    expect(lockStep(opening, { event: 'tried', by: 'device' })).toBe(opening);
    expect(lockStep(open, { event: 'tried', by: 'device' })).toBe(open);
  });

  test('locking keeps the key that the device holds; forgetting takes it away, locked or open', () => {
    const after = lockStep(open, { event: 'locked', why: 'idle' });
    expect(after).toEqual({ state: 'locked', kept, problem: null, why: 'idle' });
    for (const state of [open, after] as LockState[])
      expect(lockStep(state, { event: 'forgotten' })).toEqual({ ...state, kept: null });
  });
});

test('a kept key ends after 30 days', () => {
  expect(keptUntil(Date.parse('2026-11-22T00:00:00Z'))).toBe('2026-12-22T00:00:00.000Z');
});

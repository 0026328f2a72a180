import { expect, test } from 'vitest';
import { newerSeen } from '../../src/secure/device.ts';

const seen = { build: 'aa', madeAt: '2026-11-20T00:00:00Z' };

test('an edition made before the one last seen is told of; the same one or a newer one is not', () => {
  expect(newerSeen(seen, { build: 'bb', madeAt: '2026-11-19T23:59:59Z' })).toBe(seen.madeAt);
  expect(newerSeen(seen, seen)).toBeNull();
  expect(newerSeen(seen, { build: 'bb', madeAt: '2026-11-21T00:00:00Z' })).toBeNull();
  expect(newerSeen(null, seen)).toBeNull();
});

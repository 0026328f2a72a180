import { expect, it } from 'vitest';
import { todayInJapan } from '../../src/cli/today.ts';

it('the day is Japan’s, whatever the clock of the machine is set to', () => {
  expect(todayInJapan(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31');
  expect(todayInJapan(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Group, nextGroups } from '../../src/islands/use-groups-in-turn.ts';

const groups = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.array(fc.integer({ min: 0, max: 3 }))), {
    selector: ([heading]) => heading,
    maxLength: 8,
  })
  .map((list): readonly Group<number>[] => list);

/** Every list on the way, the first and the last among them. */
function stepsBetween(from: readonly Group<number>[], to: readonly Group<number>[]) {
  const steps = [from];
  for (let next = nextGroups(from, to); next !== steps.at(-1); next = nextGroups(next, to)) {
    steps.push(next);
    if (steps.length > 100) throw new Error('never there');
  }
  return steps;
}

describe('groups that come in turn', () => {
  test('are all there in the end, in their order', () => {
    fc.assert(
      fc.property(groups, groups, (from, to) => {
        expect(stepsBetween(from, to).at(-1)).toEqual(to);
      }),
    );
  });

  test('one at a step, no heading ever twice', () => {
    fc.assert(
      fc.property(groups, groups, (from, to) => {
        const steps = stepsBetween(from, to);
        expect(steps.length - 1).toBeLessThanOrEqual(from.length + to.length);
        for (const step of steps) expect(new Set(step.map(([heading]) => heading)).size).toBe(step.length);
        for (const [i, step] of steps.slice(1).entries()) {
          const changed = step.filter(
            group => !steps[i]!.some(old => JSON.stringify(old) === JSON.stringify(group)),
          );
          expect(changed.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('nothing is drawn anew where nothing changes', () => {
    const from: Group<number>[] = [['a', [1]]];
    expect(nextGroups(from, [['a', [1]]])).toBe(from);
  });
});

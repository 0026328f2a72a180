import { expect, test } from 'vitest';
import { createSteps } from '../../src/professional/steps.ts';

test('going back finds the state and where the page was scrolled to', () => {
  const steps = createSteps('list');
  const n = steps.add('record', 640);
  expect(n).toBe(1);
  expect(steps.go(0, 20)).toEqual({ state: 'list', y: 640 });
  expect(steps.go(1, 0)).toEqual({ state: 'record', y: 20 });
});

test('a step after going back takes the place of those ahead', () => {
  const steps = createSteps('a');
  steps.add('b', 0);
  steps.add('c', 0);
  steps.go(0, 0);
  expect(steps.add('d', 0)).toBe(1);
  expect(steps.at(2)).toBeNull();
  expect(steps.go(1, 0)?.state).toBe('d');
});

test('typing changes the present step and keeps its place', () => {
  const steps = createSteps('');
  steps.replace('訪');
  steps.add('record', 300);
  expect(steps.go(0, 0)).toEqual({ state: '訪', y: 300 });
});

test('numbers of another visit lead nowhere', () => {
  const steps = createSteps('list');
  for (const unknown of [7, '0', null, undefined, {}]) expect(steps.go(unknown, 0)).toBeNull();
  expect(steps.now()).toBe(0);
});

import { expect, test } from 'vitest';
import { outputInTurn } from './step-output.ts';

test('steps that run side by side are heard one after the other, the first as it speaks', () => {
  let heard = '';
  const newOutput = outputInTurn(text => {
    heard += text;
  });
  const [first, second, third] = [newOutput(), newOutput(), newOutput()];
  first.write('a');
  second.write('b');
  third.write('c');
  third.end();
  expect(heard).toBe('a');
  first.end();
  expect(heard).toBe('ab');
  second.write('B');
  expect(heard).toBe('abB');
  second.end();
  expect(heard).toBe('abBc');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterFrame } from '../../src/islands/after-frame.ts';

let frames: (() => void)[] = [];
let done: string[] = [];
const change = (name: string) => () => void done.push(name);

beforeEach(() => {
  frames = [];
  done = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  passFrame();
  passFrame();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function passFrame(between: () => void = () => {}): void {
  const [frame] = frames.splice(0, 1);
  frame?.();
  between();
  vi.runAllTimers();
}

test('one change to a frame, in their order; what is seen first does not wait', () => {
  afterFrame(change('filters'));
  afterFrame(change('more'));
  afterFrame(change('list'), 'first');
  expect(done).toEqual([]);
  for (const so of [['list'], ['list', 'filters'], ['list', 'filters', 'more']]) {
    passFrame();
    expect(done).toEqual(so);
  }
  expect(frames).toEqual([]);
});

test('a change that is left undone takes no turn from the others', () => {
  const leave = afterFrame(change('gone'));
  afterFrame(change('stays'));
  leave();
  passFrame();
  expect(done).toEqual(['stays']);
});

test('what comes while a frame is being drawn waits for the next', () => {
  afterFrame(change('filters'));
  afterFrame(change('more'));
  passFrame(() => void afterFrame(change('list'), 'first'));
  expect(done).toEqual(['filters']);
  passFrame();
  expect(done).toEqual(['filters', 'list']);
  passFrame();
});

test('after all is done it begins anew', () => {
  afterFrame(change('one'));
  passFrame();
  const leave = afterFrame(change('gone'));
  leave();
  passFrame();
  afterFrame(change('two'));
  passFrame();
  expect(done).toEqual(['one', 'two']);
});

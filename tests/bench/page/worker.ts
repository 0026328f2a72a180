/** The search as the page has it, in its worker: how long an answer is under way, and how long the page stands still. */

import { fetchData } from '../../../src/islands/fetch-data.ts';
import { startEngine } from '../../../src/islands/search-engine.ts';
import { emptyState } from '../../../src/search/state.ts';

export interface InWorker {
  /** Milliseconds from the first request to the first complete list, and to the whole. */
  list: number;
  whole: number;
  /** From key to answer. */
  answers: number[];
  /** Tasks of the page over 50 ms: when they began, in milliseconds since 1970, and how long they took. */
  longTasks: { start: number; duration: number }[];
}

export async function inWorker(url: string, texts: readonly string[]): Promise<InWorker> {
  // Not the task that began this.
  await new Promise(resolve => setTimeout(resolve, 200));
  const longTasks: InWorker['longTasks'] = [];
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries())
      longTasks.push({ start: performance.timeOrigin + startTime, duration });
  }).observe({ type: 'longtask' });
  const start = performance.now();
  const engine = startEngine(console.error);
  await engine.open(await fetchData(`${url}-list.json`, {}));
  await engine.ask({ state: emptyState, shown: 20, selected: [], moment: null });
  const list = performance.now() - start;
  await engine.complete(await fetchData(`${url}-details.json`, {}));
  const whole = performance.now() - start;
  const answers: number[] = [];
  for (const text of texts) {
    const from = performance.now();
    await engine.ask({ state: { ...emptyState, text }, shown: 20, selected: [], moment: null });
    answers.push(performance.now() - from);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  engine.close();
  await new Promise(resolve => setTimeout(resolve, 200));
  return { list, whole, answers, longTasks };
}

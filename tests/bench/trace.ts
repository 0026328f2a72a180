/** What a thread of the browser did, by its own records. */
import type { BarePage } from './bare-browser.ts';

export interface PageTask {
  /** What was being done. */
  step: string;
  /** Milliseconds of processor, of the slowed one. */
  time: number;
  /** What took most of it. */
  parts: string[];
}

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of the processor. */
  tdur?: number;
  args: { name?: string; data?: { type?: string; functionName?: string; url?: string; startTime?: number } };
}

export async function startTrace(page: BarePage): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  page.on('Tracing.dataCollected', ({ value }: { value: TraceEvent[] }) => events.push(...value));
  await page.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'],
      excludedCategories: ['*'],
    },
  });
  return async () => {
    const done = new Promise(resolve => page.on('Tracing.tracingComplete', resolve));
    await page.send('Tracing.end');
    await done;
    return events;
  };
}

/** In the order of the steps; what came before the first of them is the opening of the page. */
export function tasksByStep(events: readonly TraceEvent[]): PageTask[] {
  const thread = (event: TraceEvent) => `${event.pid} ${event.tid}`;
  const mains = new Set(
    events.filter(event => event.name === 'thread_name' && event.args.name === 'CrRendererMain').map(thread),
  );
  const marks = events
    .filter(({ name }) => name.startsWith('step '))
    .map(({ name, ts }) => ({ step: name.slice(5), ts }))
    .toSorted((a, b) => a.ts - b.ts);
  const steps = [{ step: 'opening', ts: 0 }, ...marks];
  const tasks = events.filter(
    event => event.ph === 'X' && /RunTask$/.test(event.name) && mains.has(thread(event)),
  );
  return steps.map(({ step, ts }, i) => {
    const end = steps[i + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const during = tasks.filter(task => task.ts >= ts && task.ts < end);
    const longest = during.toSorted((a, b) => timeOf(b) - timeOf(a))[0];
    return { step, time: longest ? timeOf(longest) : 0, parts: longest ? partsOf(longest, events) : [] };
  });
}

export function timeOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000;
}

const wrappers = /RunTask|ThreadController|ThreadPool|SimpleWatcher|Connector|mojo|Mojo|Receive/;

/** The events within a task that took most of it. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string[] {
  const inside = events.filter(
    event =>
      event !== task &&
      event.ph === 'X' &&
      event.pid === task.pid &&
      event.tid === task.tid &&
      event.ts >= task.ts &&
      event.ts + (event.dur ?? 0) <= task.ts + (task.dur ?? 0) &&
      !wrappers.test(event.name),
  );
  const longest = new Map<string, number>();
  for (const event of inside) {
    const { type, url, functionName } = event.args?.data ?? {};
    const of = functionName || type || url?.split('/').pop();
    const name = of ? `${event.name} ${of}` : event.name;
    longest.set(name, (longest.get(name) ?? 0) + timeOf(event));
  }
  return [...longest]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([name, time]) => `${name} ${time.toFixed(0)}`);
}

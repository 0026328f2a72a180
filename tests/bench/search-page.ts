/**
 * The search page as it is built, given the data of a large region, on a processor four times slower: how long its
 * thread is taken at a stretch while somebody opens it, types, chooses, asks for more and goes back.
 */
import { type BareBrowser, type BarePage, startBareBrowser } from './bare-browser.ts';

const limit = 50;
const slowed = 4;

export interface PageTask {
  /** What was being done. */
  step: string;
  /** Milliseconds of processor, of the slowed one. */
  time: number;
  /** What took most of it. */
  parts: string[];
}

export interface Screen {
  name: string;
  width: number;
  height: number;
}

export const screens: readonly Screen[] = [
  { name: 'phone', width: 375, height: 740 },
  { name: 'desktop', width: 1280, height: 900 },
];

/**
 * The best of some rounds, step by step, for the machine may be busy; said against the limit. Beside the opening stands
 * what the browser takes to show the same page while scripts are off: fonts, styles and the first frame of its HTML.
 */
export async function benchSearchPage(executable: string, origin: string, rounds = 5): Promise<void> {
  const browser = await startBareBrowser(executable);
  try {
    for (const screen of screens) {
      const all: PageTask[][] = [];
      const still: PageTask[] = [];
      for (let i = 0; i < rounds; i++) {
        still.push(await longestWithoutScripts(browser, origin, screen));
        all.push(await longestTasks(browser, origin, screen));
      }
      sayTasks(screen, rounds, bestOf(all), least(still));
    }
  } finally {
    browser.close();
  }
}

function bestOf(rounds: readonly PageTask[][]): PageTask[] {
  return rounds[0]!.map((_, i) => least(rounds.map(round => round[i]!)));
}

function least(tasks: readonly PageTask[]): PageTask {
  return tasks.reduce((best, each) => (each.time < best.time ? each : best));
}

function sayTasks({ name }: Screen, rounds: number, tasks: readonly PageTask[], still: PageTask): void {
  const [opening, ...others] = tasks;
  console.log(`  on a ${name}, ${slowed} × slower, best of ${rounds} rounds`);
  console.log(
    `    opening: ${againstLimit(opening!.time)}; the page without scripts: ${still.time.toFixed(0)} ms, ` +
      `ratio ${(opening!.time / still.time).toFixed(2)}`,
  );
  console.log(`    everything after: ${againstLimit(Math.max(...others.map(({ time }) => time)))}`);
  for (const { step, time, parts } of [still, ...tasks])
    console.log(`    ${step.padEnd(15)} ${time.toFixed(0).padStart(4)} ms  ${parts.join(', ')}`);
}

function againstLimit(time: number): string {
  return `longest task ${time.toFixed(0)} ms (limit ${limit} ms: ${time <= limit ? 'held' : 'BROKEN'})`;
}

/** The longest task of each step. */
export function longestTasks(browser: BareBrowser, origin: string, screen: Screen): Promise<PageTask[]> {
  return tasksWhile(browser, origin, screen, page => walk(page, screen));
}

async function longestWithoutScripts(
  browser: BareBrowser,
  origin: string,
  screen: Screen,
): Promise<PageTask> {
  const tasks = await tasksWhile(browser, origin, screen, () => rest(3000), true);
  return { ...tasks[0]!, step: 'without scripts' };
}

async function tasksWhile(
  browser: BareBrowser,
  origin: string,
  { width, height }: Screen,
  use: (page: BarePage) => Promise<void>,
  scriptsOff = false,
): Promise<PageTask[]> {
  const page = await browser.open(width, height);
  const stop = await startTrace(page);
  await page.send('Emulation.setScriptExecutionDisabled', { value: scriptsOff });
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.send('Page.navigate', { url: `${origin}search/` });
  await use(page);
  const events = await stop();
  await page.close();
  return tasksByStep(events);
}

function rest(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

async function walk({ send, evaluate }: BarePage, { width }: Screen): Promise<void> {
  const mark = (step: string) => evaluate(`performance.mark(${JSON.stringify(`step ${step}`)}); 0`);
  const until = async (expression: string) => {
    for (let i = 0; i < 300; i++) {
      if (await evaluate(`Boolean(${expression})`)) return;
      await rest(100);
    }
    throw new Error(`never: ${expression}`);
  };
  const click = async (element: string) => {
    await evaluate(`${element}.scrollIntoView({ block: 'nearest' })`);
    await rest(300);
    const middle = `(() => { const r = ${element}.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2].join(); })()`;
    const [x, y] = String(await evaluate(middle))
      .split(',')
      .map(Number) as [number, number];
    for (const type of ['mousePressed', 'mouseReleased'] as const)
      await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  };
  const press = async (step: string, element: string) => {
    await until(element);
    await mark(step);
    await click(element);
    await rest(1500);
  };
  const named = (selector: string, text: string) =>
    `[...document.querySelectorAll('${selector}')].find(e => e.textContent.includes('${text}'))`;

  await until(
    `document.querySelector('.results:not([aria-busy]) [role=status]')?.textContent.includes('10,000')`,
  );
  await rest(3000);
  await press('the box', `document.querySelector('#search-text')`);
  for (const letter of ['さ', 'く', 'ら']) {
    await mark(`typing ${letter}`);
    await send('Input.insertText', { text: letter });
    await rest(1000);
  }
  await mark('scrolling');
  // By the wheel, for a leap to the end lays out a window at once.
  for (let i = 0; i < 60; i++) {
    if (
      await evaluate(
        `document.querySelector('.results__more').getBoundingClientRect().top < innerHeight - 100`,
      )
    )
      break;
    await send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: width / 2,
      y: 400,
      deltaX: 0,
      deltaY: 240,
    });
    await rest(80);
  }
  await press('more results', `document.querySelector('.results__more')`);
  if (width < 1000) await press('open filters', `document.querySelector('.search__bar .button')`);
  await press('choose a type', `document.querySelectorAll('.filters .facet .option input')[1]`);
  await press('capabilities', named('.filters summary', 'できること'));
  if (width < 1000) await press('to the list', `document.querySelector('.filters__done button')`);
  await mark('back');
  await evaluate('history.back()');
  await rest(1500);
  if (width < 1000) await press('the map', `document.querySelectorAll('.search__views .button')[1]`);
  await press('clear', `document.querySelector('.chips .text-button, .chips .chip')`);
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

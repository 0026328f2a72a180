/**
 * The search page as it is built, given the data of a large region, on a processor four times slower: whether its thread
 * is taken for longer than the limit at a stretch, while somebody opens it, types, chooses, asks for more and goes back.
 *
 * Slower than what: than the machine it runs on, and than the fast desktop that Lighthouse makes a phone of by slowing it
 * by four (its docs/throttling.md: less where the machine is no such desktop). Each round measures how fast the machine is
 * just then, for here that changes by more than half within minutes, and walks through the page with both. A long task
 * during which a virtual machine was taken away is told apart: it is no answer.
 *
 * The first frame is told apart, beside what the browser takes for it while scripts are off: before it there is nothing to
 * use, and Total Blocking Time does not count it.
 */
import { type BareBrowser, type BarePage, startBareBrowser } from './bare-browser.ts';
import { watchStolen } from './stolen.ts';
import { type PageTask, startTrace, type TraceEvent, tasksByStep } from './trace.ts';

const limit = 50;
const slowed = 4;
/** BenchmarkIndex where Lighthouse's class of fast desktops begins. */
const fastDesktop = 1500;

export interface Screen {
  name: string;
  width: number;
  height: number;
}

export const screens: readonly Screen[] = [
  { name: 'phone', width: 375, height: 740 },
  { name: 'desktop', width: 1280, height: 900 },
];

/** The best of some rounds, step by step, for the machine may be busy; said against the limit. */
export async function benchSearchPage(executable: string, origin: string, rounds = 3): Promise<void> {
  const browser = await startBareBrowser(executable);
  try {
    for (const screen of screens) {
      const here: Round[] = [];
      const desktop: Round[] = [];
      for (let i = 0; i < rounds; i++) {
        const index = await speedIndex(browser);
        const calibrated = Math.max(1, (slowed * index) / fastDesktop);
        here.push(await round(browser, origin, screen, slowed, index));
        desktop.push(await round(browser, origin, screen, calibrated, index));
      }
      say(screen, 'this machine', here);
      say(screen, `a fast desktop (BenchmarkIndex ${fastDesktop})`, desktop);
      console.log('    one round, 4 × slower than this machine, traced (to trace takes time too):');
      for (const { step, time, parts } of await longestTasks(browser, origin, screen))
        console.log(`      ${step.padEnd(15)} ${time.toFixed(0).padStart(4)} ms  ${parts.join(', ')}`);
    }
  } finally {
    browser.close();
  }
}

interface Round {
  /** How much slower the page was made. */
  rate: number;
  /** BenchmarkIndex of what that leaves of the machine as it was just then. */
  index: number;
  /** Milliseconds of the longest task until something is seen; and with scripts off. */
  frame: number;
  alone: number;
  steps: Step[];
}

/** Of one step: the longest task over 50 ms, or 0; and whether the machine was taken away during one over 50 ms. */
interface Step {
  step: string;
  time: number;
  taken: boolean;
}

async function round(
  browser: BareBrowser,
  origin: string,
  screen: Screen,
  rate: number,
  index: number,
): Promise<Round> {
  return {
    rate,
    index: Math.round(index / rate),
    alone: await firstFrame(browser, origin, screen, rate, true),
    frame: await firstFrame(browser, origin, screen, rate, false),
    steps: await walkedSteps(browser, origin, screen, rate),
  };
}

function say({ name }: Screen, than: string, rounds: readonly Round[]): void {
  const steps = rounds[0]!.steps.map((_, i) => rounds.map(each => each.steps[i]!));
  const best = steps.flatMap(each => leastOf(each) ?? []);
  const unknown = steps.filter(each => leastOf(each) === null).map(([first]) => first!.step);
  const worst = best.toSorted((a, b) => b.time - a.time)[0];
  const [frame, alone] = [range(rounds, 'frame'), range(rounds, 'alone')];
  const used = range(rounds, 'rate');
  console.log(
    `  on a ${name}, ${slowed} × slower than ${than}: here ${used.least.toFixed(1)}–${used.most.toFixed(1)} ×, ` +
      `BenchmarkIndex ${range(rounds, 'index').least}–${range(rounds, 'index').most} left`,
  );
  console.log(
    `    first frame, best of ${rounds.length}: ${frame.least.toFixed(0)} ms (limit ${limit} ms: ${held(frame.least)}); ` +
      `without scripts: ${alone.least.toFixed(0)} ms, ratio ${(frame.least / alone.least).toFixed(2)}`,
  );
  const seen = worst?.time ? `longest ${worst.time} ms at “${worst.step}”` : 'no task over it';
  const isOpen = unknown.length > 0 && (worst?.time ?? 0) <= limit;
  const verdict = isOpen ? 'not known' : held(worst?.time ?? 0);
  const asFar = unknown.length > 0 ? `; not known of: ${unknown.join(', ')}` : '';
  console.log(`    after it, best of ${rounds.length}: ${seen} (limit ${limit} ms: ${verdict})${asFar}`);
  console.log(`    longest over ${limit} ms in each round (in brackets: while the machine was taken away):`);
  for (const each of steps)
    console.log(`      ${each[0]!.step.padEnd(15)} ${each.map(step => sayTime(step).padStart(6)).join('')}`);
}

/** The best round of a step; null where each was taken away from us. */
function leastOf(rounds: readonly Step[]): Step | null {
  return rounds.filter(({ taken }) => !taken).toSorted((a, b) => a.time - b.time)[0] ?? null;
}

function sayTime({ time, taken }: Step): string {
  if (time === 0) return '–';
  return taken ? `(${time})` : String(time);
}

function held(time: number): string {
  return time <= limit ? 'held' : 'BROKEN';
}

function range(
  rounds: readonly Round[],
  of: 'rate' | 'index' | 'frame' | 'alone',
): { least: number; most: number } {
  const all = rounds.map(each => each[of]);
  return { least: Math.min(...all), most: Math.max(...all) };
}

/**
 * How fast a page's thread is, by the measure that Lighthouse and Chrome's developer tools calibrate slowing with: long
 * strings built and arrays copied in a second, each by ten, and the mean of the two.
 */
async function speedIndex(browser: BareBrowser): Promise<number> {
  const page = await browser.open(375, 740);
  const index = await page.evaluate(`(${countWork})()`);
  await page.close();
  return Number(index);
}

/** Runs in the page. */
function countWork(): number {
  const numbers = Array.from({ length: 100_000 }, (_, i) => i);
  const copies = [...numbers];
  const tenthsPerSecond = (work: (turn: number) => void) => {
    const start = performance.now();
    let turns = 0;
    for (; performance.now() - start < 500; turns++) work(turns);
    return (turns * 100) / (performance.now() - start);
  };
  const building = tenthsPerSecond(() => {
    let text = '';
    for (let i = 0; i < 10_000; i++) text += 'a';
    if (text.length === 1) throw new Error('so that the text is needed');
  });
  const copying = tenthsPerSecond(turn => {
    const [from, to] = turn % 2 === 0 ? [numbers, copies] : [copies, numbers];
    for (let i = 0; i < from.length; i++) to[i] = from[i]!;
  });
  return (building + copying) / 2;
}

/** Milliseconds of the longest task until something is seen. */
async function firstFrame(
  browser: BareBrowser,
  origin: string,
  screen: Screen,
  rate: number,
  scriptsOff: boolean,
): Promise<number> {
  // A machine that stands still for seconds paints late.
  for (const wait of [2000, 6000, 20_000]) {
    const events = await tracedWhile(browser, origin, screen, rate, () => rest(wait), scriptsOff);
    const seen = events.find(({ name }) => name === 'firstContentfulPaint');
    if (seen) return tasksByStep(events.filter(({ ph, ts }) => ph !== 'X' || ts <= seen.ts))[0]!.time;
  }
  throw new Error('nothing was painted');
}

async function tracedWhile(
  browser: BareBrowser,
  origin: string,
  { width, height }: Screen,
  rate: number,
  use: (page: BarePage) => Promise<void>,
  scriptsOff = false,
): Promise<TraceEvent[]> {
  const page = await browser.open(width, height);
  const stop = await startTrace(page);
  await page.send('Emulation.setScriptExecutionDisabled', { value: scriptsOff });
  await page.send('Emulation.setCPUThrottlingRate', { rate });
  await page.send('Page.navigate', { url: `${origin}search/` });
  await use(page);
  const events = await stop();
  await page.close();
  return events;
}

/** The long tasks of each step, as the browser tells them to the page: to trace it would take time of its own. */
async function walkedSteps(
  browser: BareBrowser,
  origin: string,
  screen: Screen,
  rate: number,
): Promise<Step[]> {
  const page = await browser.open(screen.width, screen.height);
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchLongTasks})()` });
  await page.send('Emulation.setCPUThrottlingRate', { rate });
  const stolen = watchStolen();
  await page.send('Page.navigate', { url: `${origin}search/` });
  await walk(page, screen);
  const steps: LongTasks[] = JSON.parse(
    String(await page.evaluate(`JSON.stringify((${longTasksByStep})())`)),
  );
  await page.close();
  stolen.stop();
  return steps.map(({ step, tasks }) => ({
    step,
    time: Math.max(0, ...tasks.map(({ duration }) => duration)),
    taken: tasks.some(({ start, duration }) => stolen.between(start, start + duration) > 0),
  }));
}

/** Over 50 ms, each in milliseconds; they start since 1970. */
interface LongTasks {
  step: string;
  tasks: { start: number; duration: number }[];
}

declare global {
  interface Window {
    longTasks: PerformanceEntry[];
  }
}

/** Runs in the page, before anything of it. */
function watchLongTasks(): void {
  window.longTasks = [];
  new PerformanceObserver(list => window.longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
}

/** Runs in the page; from its first frame on. */
function longTasksByStep(): LongTasks[] {
  const seen = performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
  const marks = performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('step '));
  const steps = [{ name: 'step opening', startTime: seen }, ...marks];
  return steps.map(({ name, startTime }, i) => {
    const end = steps[i + 1]?.startTime ?? Number.POSITIVE_INFINITY;
    const during = window.longTasks.filter(task => task.startTime >= startTime && task.startTime < end);
    const tasks = during.map(task => ({
      start: performance.timeOrigin + task.startTime,
      duration: task.duration,
    }));
    return { step: name.slice(5), tasks };
  });
}

/** The longest task of each step, and what took most of it. */
async function longestTasks(browser: BareBrowser, origin: string, screen: Screen): Promise<PageTask[]> {
  return tasksByStep(await tracedWhile(browser, origin, screen, slowed, page => walk(page, screen)));
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

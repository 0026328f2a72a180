/** Runs in the browser that measures: each function is one measurement, asked for from outside. */
import type { Moment } from '../../../src/calendar/moment.ts';
import { answererOf } from '../../../src/search/answer.ts';
import type { SearchData } from '../../../src/search/data.ts';
import { buildIndex, type SearchIndex } from '../../../src/search/index.ts';
import { type DetailsFile, decodePayload, type ListFile } from '../../../src/search/payload.ts';
import { emptyState } from '../../../src/search/state.ts';
import { textIndexOf } from '../../../src/search/text-index.ts';
import { keystrokesFor, meantQueries, typosFor } from './keystrokes.ts';
import {
  flexSearchPeer,
  fusePeer,
  miniSearchPeer,
  oramaPeer,
  type Peer,
  type PeerRecord,
  peerRecords,
} from './peers.ts';

import { type InWorker, inWorker } from './worker.ts';

export interface Percentiles {
  n: number;
  min: number;
  p50: number;
  p95: number;
  max: number;
}

export interface Keystrokes {
  /** The best of each keystroke's rounds: without what else the machine did meanwhile. */
  best: Percentiles;
  /** All rounds, as they were. */
  all: Percentiles;
  /** The same piece of work each time. */
  fixed: Percentiles;
}

export interface Compared {
  name: string;
  /** Making the index. */
  made: number;
  query: Percentiles;
  mean: number;
  /** Share of what must be found that is. */
  recall: number;
}

export interface Query {
  text: string;
  /** Ids of facilities that must be found. */
  must: readonly string[];
}

/** As many results as the page shows first, and more. */
const shown = 20;

/** A Tuesday morning. */
const moment: Moment = { date: '2026-11-24', minutes: 600 };

let data: SearchData;
let index: SearchIndex;

export const measurements = {
  /** From the bytes of the payload to the first answer. */
  async open(url: string) {
    const texts = await Promise.all(
      ['list', 'details'].map(async name => (await fetch(`${url}-${name}.json`)).text()),
    );
    const steps: Record<string, number> = {};
    const [list, details] = timed(steps, 'parse', () => texts.map(text => JSON.parse(text)));
    const payload = { list: list as ListFile, details: details as DetailsFile };
    data = timed(steps, 'decode', () => decodePayload(payload));
    index = timed(steps, 'index', () => buildIndex(data));
    timed(steps, 'text index', () => textIndexOf(index));
    return steps;
  },

  /** Each in several rounds, with a fixed piece of work between them: it tells how busy the machine was. */
  keystrokes(searches: number, rounds: number): Keystrokes {
    const answerer = answererOf(index);
    const states = keystrokesFor(data, searches);
    const fixed: number[] = [];
    const times = Array.from({ length: rounds }, () =>
      states.map(state => {
        fixed.push(fixedWork());
        const start = performance.now();
        answerer.ask({ state, shown, selected: [], moment });
        return performance.now() - start;
      }),
    );
    const best = states.map((_, i) => Math.min(...times.map(round => round[i]!)));
    // The first ones also compile the code and make what is made once.
    const warm = Math.floor(states.length / 10);
    return { best: percentiles(best.slice(warm)), all: percentiles(times.flat()), fixed: percentiles(fixed) };
  },

  typos(count: number): { hits: number; time: Percentiles } {
    const answerer = answererOf(index);
    const times: number[] = [];
    const tried = typosFor(data, count);
    const hits = tried.filter(({ text, meant }) => {
      const start = performance.now();
      const { items } = answerer.ask({ state: { ...emptyState, text }, shown, selected: [], moment });
      times.push(performance.now() - start);
      return items.some(({ id }) => id === meant.id);
    });
    return { hits: hits.length / tried.length, time: percentiles(times.slice(10)) };
  },

  /** The same work in the worker, seen from the page. */
  texts(count: number): string[] {
    return keystrokesFor(data, count).map(({ text }) => text);
  },

  inWorker(url: string, texts: readonly string[]): Promise<InWorker> {
    return inWorker(url, texts);
  },

  /** Parts of names, readings in hiragana, names with a typing error; each must find who was meant. */
  queries(count: number): Query[] {
    return meantQueries(data, count);
  },

  /** Ours (the whole work of a keystroke) and the others (finding alone) over the same queries. */
  compare(queries: Query[], names: string[]): Compared[] {
    const records = peerRecords(index);
    const makers = { shigenMap, fuse, miniSearch, flexSearch, orama };
    return names.map(name => compared(makers[name as keyof typeof makers], records, queries));
  },
};

type Maker = (records: readonly PeerRecord[]) => Peer;

const fuse: Maker = fusePeer;
const miniSearch: Maker = miniSearchPeer;
const flexSearch: Maker = flexSearchPeer;
const orama: Maker = oramaPeer;

function shigenMap(): Peer {
  const fresh = buildIndex(data);
  textIndexOf(fresh);
  const answerer = answererOf(fresh);
  return {
    name: 'shigen-map',
    find(_words, text) {
      const state = { ...emptyState, text };
      answerer.ask({ state, shown, selected: [], moment });
      return answerer.found(state);
    },
  };
}

function compared(make: Maker, records: readonly PeerRecord[], queries: readonly Query[]): Compared {
  const start = performance.now();
  const peer = make(records);
  const made = performance.now() - start;
  const times: number[] = [];
  let [wanted, found] = [0, 0];
  for (const { text, must } of queries) {
    const words = text
      .split(/[\s、,，]+/u)
      .map(index.fold)
      .filter(word => word !== '');
    const from = performance.now();
    const numbers = peer.find(words, text);
    times.push(performance.now() - from);
    const ids = new Set(numbers.map(n => data.facilities[n]!.id));
    wanted += must.length;
    found += must.filter(id => ids.has(id)).length;
  }
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { name: peer.name, made, query: percentiles(times), mean, recall: found / wanted };
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { n: sorted.length, min: at(0), p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Milliseconds; about a third of one on a machine that does nothing else. */
function fixedWork(): number {
  const start = performance.now();
  let number = 1;
  for (let i = 0; i < 200_000; i++) number = (Math.imul(number, 1664525) + 1013904223) | 0;
  // Read, so that it is not left out.
  if (number === 0) console.log(number);
  return performance.now() - start;
}

function timed<T>(steps: Record<string, number>, step: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  steps[step] = performance.now() - start;
  return result;
}

declare global {
  interface Window {
    bench: typeof measurements;
  }
}
window.bench = measurements;

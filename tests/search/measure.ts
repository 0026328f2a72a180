/**
 * `npx node tests/search/measure.ts [facilities]`: what one keystroke costs (match, rank, facet counts), what the
 * payload weighs and how long it takes to be ready. Prints; asserts nothing.
 */
import { gzipSync } from 'node:zlib';
import { conditionsOf } from '../../src/search/clauses.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { decodePayload, encodePayload } from '../../src/search/payload.ts';
import { emptyState, type SearchState } from '../../src/search/state.ts';
import { textIndexOf } from '../../src/search/text-index.ts';
import { randomFrom, syntheticDataset } from './synthetic.ts';

const count = Number(process.argv[2] ?? 10_000);
const data = searchDataOf(syntheticDataset(count));
const text = JSON.stringify(encodePayload(data));
const decoded = timed('decode', () => decodePayload(JSON.parse(text)));
const index = timed('index', () => buildIndex(decoded));
timed('text index', () => textIndexOf(index));
console.log(
  `${count} facilities: ${kb(text.length)} raw characters, ${kb(gzipSync(text, { level: 9 }).length)} gzip`,
);

const words = [
  'さ',
  'さくら',
  'たかはし',
  '訪問看護',
  '町1',
  '24時間 町12',
  '内科 さくら',
  '0254-12',
  'みどり薬局',
  '1丁目',
];
const typos = ['さくろ薬局', 'わたなへすみれ', 'デイサービヌ', 'ひまはり病院', 'すずぎ'];
const random = randomFrom(7);
const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
const withFilters = (typed: string): SearchState => ({
  ...emptyState,
  text: typed,
  types: random(2) === 0 ? [] : [pick([...index.types.keys()])],
  capabilities: random(2) === 0 ? [] : [pick([...index.capabilities.keys()])],
});
measure('text', () => ({ ...emptyState, text: pick(words) }));
measure('text and filters', () => withFilters(pick(words)));
measure('filters only', () => withFilters(''));
measure('typing errors', () => ({ ...emptyState, text: pick(typos) }));

function measure(title: string, next: () => SearchState): void {
  const times = Array.from({ length: 400 }, () => {
    const state = next();
    const start = performance.now();
    const conditions = conditionsOf(index, state);
    find(index, state, conditions);
    facetsOf(index, state, conditions);
    return performance.now() - start;
  })
    .slice(50)
    .toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
  console.log(`${title}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

function timed<T>(title: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${title}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

import { expect, test } from 'vitest';
import { areaCredits, dateWords, publisherWords } from '../../src/components/credits.ts';
import { hasDeskPhone } from '../../src/components/directory.ts';
import type { SourceCredit } from '../../src/model/dataset.ts';
import { siteSchema } from '../../src/model/site.ts';
import { facility, sampleDataset, service } from '../fixtures/sample-dataset.ts';

const source = (layer: string, asOf: string | null, more: Partial<SourceCredit> = {}): SourceCredit => ({
  layer,
  title: layer,
  publisher: '飯塚市',
  licence: null,
  url: null,
  asOf,
  kind: 'official',
  credit: null,
  ...more,
});
const area = source('area1', null, { title: '区域', publisher: null, credit: '国土数値情報を加工して作成' });

test.each([
  [[source('l1', '2025-12-01')], 'この一覧は 2025年12月1日 時点の情報です。'],
  [[source('l1', '2025-12-01'), area], 'この一覧は 2025年12月1日 時点の情報です。'],
  [
    [source('l1', '2025-12-01'), source('l2', '2024-04-01')],
    'いちばん新しい情報の日付：2025年12月1日（日付は出典によってちがいます）',
  ],
  [
    [source('l1', '2025-12-01'), source('l2', null)],
    '日付のわかる情報のうち、いちばん新しいもの：2025年12月1日（日付のない出典もあります）',
  ],
])('the date claims no more than the sources say', (sources, sentence) => {
  expect(dateWords(sampleDataset({ sources, asOf: '2025-12-01' }))).toBe(sentence);
});

test('the region may state its own date; without any there is no sentence', () => {
  const site = siteSchema.parse({ name: 'x', asOf: '2026-05-01' });
  const sources = [source('l1', null)];
  expect(dateWords(sampleDataset({ site, sources, asOf: '2026-05-01' }))).toContain('2026年5月1日 時点');
  expect(dateWords(sampleDataset({ sources, asOf: null }))).toBeNull();
});

test('a publisher is named once, and borders are no source of records', () => {
  const dataset = sampleDataset({ sources: [source('l1', null), source('l2', null), area, area] });
  expect(publisherWords(dataset)).toBe('飯塚市');
  expect(areaCredits(dataset)).toEqual(['国土数値情報を加工して作成']);
});

test('no page promises a number of a desk that has none', () => {
  const site = siteSchema.parse({ name: 'x' });
  const without = sampleDataset({ site, facilities: [facility('a', 'あ', [service('clinic')])] });
  expect(hasDeskPhone(without)).toBe(false);
  const called = siteSchema.parse({ name: 'x', contact: { name: '市役所', phone: '03-0000-0000' } });
  expect(hasDeskPhone(sampleDataset({ site: called, facilities: [] }))).toBe(true);
});

import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { fill } from '../../src/islands/fill.ts';
import { drawnAreas } from '../../src/islands/ResultMap.tsx';
import SearchApp from '../../src/islands/SearchApp.tsx';
import { searchDataOf } from '../../src/search/data.ts';
import { itemWords, toPlainItem } from '../../src/search/item.ts';
import { searchTexts } from '../../src/text/search.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';

const dataset = sampleDataset();
const data = searchDataOf(dataset);
const words = itemWords(data);
const html = renderToString(
  createElement(SearchApp, {
    texts: searchTexts,
    example: '例：訪問看護',
    first: data.facilities.map((facility, i) => toPlainItem(facility, words, i + 1)),
    total: data.facilities.length,
    listUrl: '/search/none.json',
    detailsUrl: '/search/none.json',
    areasUrl: null,
    needUrl: '/need/{id}/',
    facilityUrl: '/base/f/{id}/',
    tiles: dataset.site.map,
    urgent: null,
    lists: [{ label: '種類からさがす', url: '/base/type/' }],
    contact: { name: '相談窓口', phone: '0254-00-1111' },
  }),
);

test('the first list stands in the HTML: names, links under the base, phones, count and order', () => {
  expect(html).toContain('href="/base/f/st-hana/"');
  expect(html).toContain('ステーションはな');
  expect(html).toContain('href="tel:0254000004"');
  expect(html).toMatch(/ぜんぶで12件.*五十音順/s);
  expect(html.match(/<li class="result"/g)).toHaveLength(12);
});

test('every ○ and △ has its word; nothing is said of what was not answered', () => {
  expect(html.replace(/<[^>]*>/g, '')).toMatch(/△\s*要相談\s*胃ろうの管理/);
  expect(html).not.toContain('未回答');
  expect(html).not.toContain('×');
});

test('a name is text, whatever is in it', () => {
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('slots are filled once, and only with what was given', () => {
  expect(fill('あと{n}件', { n: 12345 })).toBe('あと12,345件');
  expect(fill('{name}と{n}', { name: '{n}' })).toBe('{n}と{n}');
  expect(fill('{constructor}', {})).toBe('{constructor}');
});

test('outlines: of municipalities always, of 町丁 when chosen; of all where there is no other', () => {
  const shapes = { city: [], town1: [], town2: [] };
  const keys = (outlined: string[], chosen: string[]) =>
    Object.keys(drawnAreas(shapes, new Set(outlined), chosen));
  expect(keys(['city'], [])).toEqual(['city']);
  expect(keys(['city'], ['town2'])).toEqual(['city', 'town2']);
  expect(keys(['elsewhere'], [])).toEqual(['city', 'town1', 'town2']);
});

test('before the data has come, nothing claims to be an answer', () => {
  expect(html).not.toContain('件を見る');
  expect(html).toContain('ぜんぶで12件');
});

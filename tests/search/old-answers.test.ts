import { expect, test } from 'vitest';
import { conditionsOf } from '../../src/search/clauses.ts';
import { searchDataOf } from '../../src/search/data.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { find } from '../../src/search/find.ts';
import { buildIndex } from '../../src/search/index.ts';
import { askedBy, itemWords, toResultItem } from '../../src/search/item.ts';
import { decodePayload, encodePayload } from '../../src/search/payload.ts';
import { emptyState, type SearchState } from '../../src/search/state.ts';
import { csv, regionOf } from '../dataset/region.ts';

const row = (id: string, confirmed: string, more: Record<string, string>) => ({
  ...{
    ID: id,
    名称: id,
    種別: '訪問看護',
    住所: 'みほ野市本町1',
    電話番号: '0254-00-0001',
    確認日: confirmed,
  },
  ...more,
});
// `mixed` was called in May about its hours; its answer to 24時間対応 is of 2024, that to 看取り of this May.
const { publicDataset } = regionOf({
  'facilities/a.csv': csv([
    row('fresh', '2026-05-01', { '24時間対応': '○' }),
    row('mixed', '2024-03-10', { '24時間対応': '○', 新規の受け入れ可: '○' }),
    row('old', '2024-06-01', { '24時間対応': '○' }),
    row('lately', '2026-01-15', { 新規の受け入れ可: '○', '24時間対応': '○' }),
  ]),
  'facilities/b.csv': csv([
    row('mixed', '2026-05-01', { 月: '9:00-17:00', 'ターミナルケア・看取りに対応': '○' }),
  ]),
});
const data = decodePayload(encodePayload(searchDataOf(publicDataset)));
const index = buildIndex(data);
const state = (more: Partial<SearchState>): SearchState => ({ ...emptyState, ...more });
const ids = (asked: SearchState) => find(index, asked).facilities.map(n => data.facilities[n]!.id);

test('the payload carries what is old', () => {
  expect(data).toEqual(searchDataOf(publicDataset));
  expect(data.words.oldBefore).toBe('2025-05');
});

test('confirmed within months: by the service where no answer is asked for, else by that answer too', () => {
  expect(ids(state({ months: 12 }))).toEqual(['fresh', 'lately', 'mixed']);
  expect(ids(state({ months: 12, capabilities: ['available-24h'] }))).toEqual(['fresh', 'lately']);
  expect(ids(state({ months: 12, capabilities: ['terminal-care'] }))).toEqual(['mixed']);
  expect(ids(state({ months: 3, capabilities: ['available-24h'] }))).toEqual(['fresh']);
  expect(ids(state({ months: 36, capabilities: ['available-24h'] }))).toEqual([
    'fresh',
    'lately',
    'mixed',
    'old',
  ]);
  expect(ids(state({ capabilities: ['available-24h'] }))).toHaveLength(4);
});

test('the options of the condition count what choosing them lists', () => {
  const asked = state({ capabilities: ['available-24h'] });
  for (const { months, count } of facetsOf(index, asked, conditionsOf(index, asked)).months)
    expect(ids({ ...asked, months })).toHaveLength(count);
});

test('a result says of an answer that is old, or older than its service, of when it is', () => {
  const said = (id: string, option: string) => {
    const asked = state({ capabilities: [option] });
    const at = data.facilities.findIndex(facility => facility.id === id);
    const all = find(index, state({})).services;
    const item = toResultItem(index, itemWords(data), at, 1, all, askedBy(asked, null));
    return item.services[0]!.answers.find(({ key }) => key === option)?.age;
  };
  expect(said('fresh', 'available-24h')).toBeUndefined();
  expect(said('mixed', 'available-24h')).toBe('2024年3月の回答。いまは電話で確認');
  expect(said('mixed', 'terminal-care')).toBeUndefined();
  // Of an office that is old as a whole, its own line says so.
  expect(said('old', 'available-24h')).toBeUndefined();
  expect(data.facilities.find(({ id }) => id === 'old')!.confirmed! < data.words.oldBefore).toBe(true);
  // 受け入れ grows old in three months, the other answer of that day does not.
  expect(said('lately', 'accepting-new')).toBe('2026年1月の回答。いまは電話で確認');
  expect(said('lately', 'available-24h')).toBeUndefined();
});

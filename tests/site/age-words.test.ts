import { expect, test } from 'vitest';
import { ageOfRecord, isSomeOld, notedAge, oldAge } from '../../src/components/age-words.ts';
import { canLists } from '../../src/components/can-lists.ts';
import { listRow, rowNotes } from '../../src/components/list-row.ts';
import { needLists } from '../../src/components/needs.ts';
import { csv, regionOf } from '../dataset/region.ts';

const office = (name: string, confirmed: string, more: Record<string, string> = {}) => ({
  ...{ ID: name, 名称: name, 種別: '訪問看護', 住所: 'みほ野市本町1', 電話番号: '0254-00-0001' },
  ...{ 確認日: confirmed, 新規の受け入れ: '受けられます', '24時間対応': '○', ...more },
});
const { publicDataset: dataset } = regionOf({
  'facilities/a.csv': csv([
    office('old', '2024-12-10'),
    office('middle', '2026-01-31'),
    office('new', '2026-05-01'),
    office('refused', '2024-12-10', { '24時間対応': '×' }),
  ]),
});
const named = (id: string) => dataset.facilities.find(facility => facility.id === id)!;
const service = (id: string) => named(id).services[0]!;
const answer = (id: string) => service(id).capabilities[0]!;

test('an old answer says its month and to ask; it stays the answer it was', () => {
  expect(notedAge(dataset, named('old'), service('old'), answer('old'))).toBe(
    '2024年12月の回答。いまは電話で確認',
  );
  expect(notedAge(dataset, named('old'), service('old'), { ...answer('old'), note: '夜は電話で' })).toBe(
    '夜は電話で／2024年12月の回答。いまは電話で確認',
  );
  expect(notedAge(dataset, named('middle'), service('middle'), answer('middle'))).toBeNull();
  const [list] = canLists(dataset);
  expect(list!.groups.map(({ value, facilities }) => [value, facilities.length])).toEqual([['yes', 3]]);
  expect([...list!.groups[0]!.remarks]).toEqual([[named('old'), ['2024年12月の回答。いまは電話で確認']]]);
});

test('of one record the 受け入れ is old before the rest, by the region’s 時点', () => {
  expect(oldAge(dataset, named('middle'), service('middle'), 'acceptance')).toMatchObject({ months: 3 });
  expect(oldAge(dataset, named('middle'), service('middle'), 'phones')).toBeNull();
  expect(oldAge(dataset, named('new'), service('new'), 'acceptance')).toBeNull();
  expect(oldAge({ ...dataset, asOf: null }, named('old'), service('old'), 'acceptance')).toBeNull();
  expect(isSomeOld(dataset)).toBe(true);
  expect(isSomeOld({ ...dataset, asOf: '2025-01-01' })).toBe(false);
});

test('a row says how long nobody has confirmed it', () => {
  const notes = (id: string) => rowNotes(listRow(named(id), undefined, dataset), false);
  expect(notes('old')).toContain('2024年12月に確認・1年以上 確認されていません');
  expect(notes('middle')).not.toContain('確認されていません');
});

test('a need lists who answered it long ago, with the month', () => {
  const answers = needLists(dataset).flatMap(({ answers: given }) => given.get(named('old')) ?? []);
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers.map(({ note }) => note))).toEqual(new Set(['2024年12月の回答。いまは電話で確認']));
});

test('a record nobody confirmed has the age of its newest list', () => {
  const { publicDataset } = regionOf({
    'site.yaml':
      'name: みほん\nstaleAfterMonthsOf: { official: 8 }\nsources:\n  - { file: a.csv, kind: official, asOf: 2025-12-31 }\n  - { file: b.csv, kind: survey, asOf: 2025-06 }\n',
    'a.csv': 'ID,名称,種別,住所\na,みほん薬局,薬局,みほ野市本町1\n',
    'b.csv': 'ID,名称,種別,住所\na,みほん薬局,薬局,みほ野市本町1\n',
  });
  expect(ageOfRecord(publicDataset.facilities[0]!, publicDataset)).toEqual({
    ...{ on: '2025-12-31', months: 8, from: 'official' },
  });
});

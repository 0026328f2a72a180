import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLists } from '../../src/diff/compare.ts';
import { parsePublished } from '../../src/diff/published.ts';
import { feedToAtom } from '../../src/export/atom.ts';
import { publishedToJson } from '../../src/export/json.ts';
import { filesOf, generatedRegion } from '../dataset/generated-region.ts';
import { csv, regionOf, type TestRegion, vocabulary } from '../dataset/region.ts';

const words = { vocabulary, areas: [] };
const row = {
  ID: 'a-1',
  名称: 'みほん薬局',
  種別: '薬局',
  住所: '新発田市西町0-1',
  電話番号: '0254-00-0001',
};
const other = {
  ID: 'a-2',
  名称: 'ひがし薬局',
  種別: '薬局',
  住所: '新発田市東町0-2',
  医療機関コード: '1540600010',
};
type Row = Record<string, string>;

const published = ({ publicDataset }: TestRegion): string => JSON.stringify(publishedToJson(publicDataset));
const region = (rows: readonly Row[], more: Record<string, string> = {}) =>
  regionOf({ 'facilities/a.csv': csv(rows), ...more });
/** A region built after another was published. */
const builtAfter = (before: TestRegion, rows: readonly Row[], more: Record<string, string> = {}) =>
  region(rows, {
    'site.yaml': 'name: x\nprevious: old\n',
    'old/data/facilities.json': published(before),
    ...more,
  });

describe('the comparison', () => {
  it('finds nothing between a list and itself, nor what was published of it', () => {
    fc.assert(
      fc.property(generatedRegion, generated => {
        const read = regionOf(filesOf(generated));
        const data = parsePublished(published(read));
        const { added, changed, removed } = compareLists(
          data ?? { asOf: null, facilities: [] },
          read.publicDataset,
          words,
        );
        expect([data?.facilities.length, added, changed, removed]).toEqual([
          read.facilities.length,
          [],
          [],
          [],
        ]);
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  it('mirrors: what one way was added, the other way was removed', () => {
    fc.assert(
      fc.property(generatedRegion, generatedRegion, (one, two) => {
        const [a, b] = [regionOf(filesOf(one)).publicDataset, regionOf(filesOf(two)).publicDataset];
        const [there, back] = [compareLists(a, b, words), compareLists(b, a, words)];
        const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort();
        expect(ids(there.added)).toEqual(ids(back.removed));
        const swapped = back.changed.flatMap(({ fields }) =>
          fields.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before })),
        );
        const sorted = (fields: readonly object[]) =>
          fields.map(field => JSON.stringify(field, Object.keys(field).sort())).sort();
        expect(sorted(there.changed.flatMap(({ fields }) => fields))).toEqual(sorted(swapped));
      }),
      { seed: 7, numRuns: 10 },
    );
  });

  it('speaks in the headers of the template and the words of the answers', () => {
    const old = region([{ ...row, 胃ろう: '○' }]);
    const now = region([{ ...row, 電話番号: '0254-00-0009', 胃ろう: '△' }]);
    const { changed } = compareLists(old.publicDataset, now.publicDataset, words);
    expect(changed[0]?.fields).toEqual([
      { service: null, label: '電話番号', before: '0254-00-0001', after: '0254-00-0009' },
      expect.objectContaining({ before: '○ 対応あり', after: '△ 要相談' }),
    ]);
  });

  it('reads any file without falling: what is no list is told', () => {
    for (const text of ['', '[]', '{}', '{"facilities":3}', 'null']) expect(parsePublished(text)).toBeNull();
    expect(parsePublished('{"facilities":[{},{"id":"a","name":"x"},3]}')?.facilities).toHaveLength(1);
  });
});

describe('what everyone may read of it', () => {
  const old = region([row, other]);

  it('a record that closed, or is in no sheet any more, keeps its page', () => {
    for (const rows of [[row], [row, { ...other, 状況: '廃止' }]]) {
      const { publicDataset } = builtAfter(old, rows);
      expect(publicDataset.closed.map(({ id, name }) => [id, name])).toEqual([['a-2', 'ひがし薬局']]);
      expect(publicDataset.changes?.removed.map(({ id }) => id)).toEqual(['a-2']);
    }
  });

  it('still keeps it in the build after the next', () => {
    const next = builtAfter(old, [row]);
    const third = builtAfter(next, [row]);
    expect(third.publicDataset.closed.map(({ id }) => id)).toEqual(['a-2']);
    expect(third.publicDataset.changes).toMatchObject({ added: [], changed: [], removed: [] });
    expect(builtAfter(next, [row, other]).publicDataset.closed).toEqual([]);
  });

  const silent: [string, readonly Row[], Record<string, string>][] = [
    ['suppressed by id', [row, other], { 'suppress.csv': '記録\na-2\n' }],
    ['suppressed by number and in no sheet', [row], { 'suppress.csv': '記録\n1540600010\n' }],
    [
      'suppressed by name and address',
      [row],
      { 'suppress.csv': '記録,名称,住所\n,ひがし薬局,新発田市東町0-2\n' },
    ],
    ['掲載区分 非公開', [row, { ...other, 掲載区分: '非公開' }], {}],
    ['掲載区分 専門職のみ', [row, { ...other, 掲載区分: '専門職のみ' }], {}],
    ['状況 非公開', [row, { ...other, 状況: '非公開' }], {}],
    [
      'without consent',
      [
        { ...row, 掲載同意: 'あり' },
        { ...other, 掲載同意: 'なし' },
      ],
      {},
    ],
    ['in a row that cannot be read', [row, { ...other, 種別: '温泉' }], {}],
    ['closed and suppressed', [row, { ...other, 状況: '廃止' }], { 'suppress.csv': '記録\na-2\n' }],
  ];
  it.each(silent)('of a record %s nothing is said, in this build or in a later one', (_why, rows, more) => {
    const texts = [builtAfter(old, rows, more), builtAfter(builtAfter(old, [row]), rows, more)].map(
      ({ publicDataset: { changes, closed } }) => JSON.stringify([changes, closed]),
    );
    for (const text of texts) expect(text).not.toMatch(/ひがし|a-2|1540600010|東町/);
  });

  it('repeats no old value but names and the states of answers', () => {
    const before = region([
      { ...row, FAX番号: '0254-00-7777', データ区分: '公表', 備考: 'CANARY', 胃ろう: '○ CANARY' },
    ]);
    const { publicDataset } = builtAfter(before, [{ ...row, 名称: 'みほん堂薬局', 胃ろう: '△' }]);
    const text = JSON.stringify(publicDataset.changes);
    expect(text).not.toMatch(/CANARY|7777/);
    expect(text).toContain('みほん薬局');
    expect(text).toContain('○ 対応あり');
  });
});

it('a feed has the times of the data and escapes what it quotes', () => {
  const atom = feedToAtom({
    ...{
      title: 'A&B',
      author: 'x',
      pageUrl: 'https://e.jp/c/',
      selfUrl: 'https://e.jp/c.xml',
      asOf: '2026-05',
    },
    entries: [{ url: 'https://e.jp/f/a/', title: '<b>\u0001', text: '' }],
  });
  expect(atom).toContain('<updated>2026-05-01T00:00:00+09:00</updated>');
  expect(atom).toContain('<id>https://e.jp/f/a/#2026-05</id>');
  expect(atom).toContain('<title>&lt;b&gt;</title>');
  expect(atom).toContain('<title>A&amp;B</title>');
});

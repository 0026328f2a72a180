import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRegions, type RegionState } from '../../src/diff/regions.ts';
import { type DiffReport, diffToJson, diffToText } from '../../src/report/diff.ts';
import { diffToHtml } from '../../src/report/diff-html.ts';
import { diffToMarkdown } from '../../src/report/diff-markdown.ts';
import { filesOf, generatedRegion } from '../dataset/generated-region.ts';
import { csv, regionOf, type TestRegion, vocabulary } from '../dataset/region.ts';

const stateOf = ({ publicDataset, dataset }: TestRegion): RegionState => ({
  asOf: publicDataset.asOf,
  facilities: publicDataset.facilities,
  full: dataset.facilities,
});
const compare = (before: TestRegion, after: TestRegion) =>
  compareRegions(stateOf(before), stateOf(after), { vocabulary, areas: after.publicDataset.areas });
const report = (before: TestRegion, after: TestRegion, showProfessional = false): DiffReport => ({
  ...{ before: '前', after: '今', onlyPublic: false, showProfessional },
  changes: compare(before, after),
});
const everyForm = (of: DiffReport) =>
  [diffToText, diffToJson, diffToMarkdown, diffToHtml].map(write => write(of)).join('\n');

const nurse = {
  ...{ ID: 'n-1', 名称: 'みほん訪問看護', 種別: '訪問看護', 住所: '新発田市西町0-1' },
  ...{ 電話番号: '0254-00-0001', 胃ろう: '△ 相談', 同意: '○' },
};
const region = (...rows: Record<string, string>[]) => regionOf({ 'facilities/a.csv': csv(rows) });

describe('the comparison of two states', () => {
  it('finds nothing between a region and itself, and counts what is the same', () => {
    fc.assert(
      fc.property(generatedRegion, generated => {
        const read = regionOf(filesOf(generated));
        const { added, changed, removed, unchanged } = compare(read, read);
        expect([added, changed, removed, unchanged]).toEqual([[], [], [], read.dataset.facilities.length]);
      }),
      { seed: 8, numRuns: 15 },
    );
  });

  it('says 追加・変更・削除 by record, service and field', () => {
    const other = { ...nurse, ID: 'n-2', 名称: 'ひがし訪問看護', 住所: '新発田市東町0-2' };
    const now = { ...nurse, 電話番号: '0254-00-0009', 胃ろう: '○' };
    const text = diffToText(
      report(region(nurse, other), region(now, { ...other, ID: 'n-3', 名称: 'きた訪問看護' })),
    );
    expect(text).toBe(
      [
        '前 と 今 のちがい',
        '時点のわからないデータ → 時点のわからないデータ',
        '追加 1件・変更 1件・削除 1件（同じ 0件）',
        '',
        '追加 1件',
        '  きた訪問看護（訪問看護事業所・新発田市東町0-2）',
        '',
        '変更 1件',
        '  みほん訪問看護',
        '    電話番号：0254-00-0001 → 0254-00-0009',
        '    胃ろうの管理：△ 要相談 → ○ 対応あり',
        '',
        '削除 1件',
        '  ひがし訪問看護（訪問看護事業所・新発田市東町0-2）',
        '',
      ].join('\n'),
    );
  });

  it('with one published list compares what is public', () => {
    const [before, after] = [region(nurse), region({ ...nurse, 専門職向け備考: '裏口から' })];
    const published = { ...stateOf(before), full: null };
    const { changed } = compareRegions(published, stateOf(after), { vocabulary, areas: [] });
    expect(changed).toEqual([]);
  });
});

describe('what is for professionals', () => {
  const before = region({ ...nurse, 専門職向け備考: '裏口から', 担当者: 'みほん花子' });
  const after = region({ ...nurse, 専門職向け備考: '表から', 担当者: '見本太郎', 電話番号: '0254-00-0002' });

  it('is said to have changed, and masked', () => {
    const { changes } = report(before, after);
    expect(changes.changed[0]?.fields.map(({ label, sealed }) => [label, sealed])).toEqual([
      ['電話番号', false],
      ['担当者', true],
      ['備考（専門職向け）', true],
    ]);
    const told = everyForm(report(before, after));
    for (const secret of ['裏口', '表から', 'みほん花子', '見本太郎']) expect(told).not.toContain(secret);
    expect(told).toContain('（専門職向けの値）');
    expect(told).toContain('0254-00-0002');
  });

  it('is shown to who asks', () => {
    const told = everyForm(report(before, after, true));
    for (const secret of ['裏口', '表から', 'みほん花子', '見本太郎']) expect(told).toContain(secret);
  });

  it('hides the name of a record that no public list has', () => {
    const hidden = {
      ...nurse,
      ID: 'n-9',
      名称: 'ひみつ訪問看護',
      掲載区分: '専門職のみ',
      住所: '新発田市奥町9-9',
    };
    const told = everyForm(report(region(nurse), region(nurse, hidden)));
    expect(told).toContain('追加 1件');
    expect(told).not.toMatch(/ひみつ|奥町/);
  });

  it('stays unsaid whatever changes between two regions', () => {
    fc.assert(
      fc.property(generatedRegion, generatedRegion, (one, other) => {
        const told = everyForm(report(regionOf(filesOf(one)), regionOf(filesOf(other))));
        expect(told).not.toMatch(/ひみつ|みほん花子|0254-00-700|[ab]@mihon|FAXのみ/);
      }),
      { seed: 9, numRuns: 25 },
    );
  });
});

describe('a spreadsheet’s text', () => {
  const hostile = '<img src=x onerror=alert(1)> `code` @everyone #1 [a](javascript:b)\n## 見出し';
  const told = report(region(nurse), region({ ...nurse, 名称: hostile, 備考: hostile }));

  it('is no markup on the page', () => {
    expect(diffToHtml(told)).not.toContain('<img');
  });

  it('is a code span in Markdown: no link, no mention, no heading', () => {
    const markdown = diffToMarkdown(told);
    const outside = markdown.replace(/(`+)(?:(?!\1).)+?\1(?!`)/g, '');
    expect(outside).not.toMatch(/<img|@everyone|javascript|見出し/);
  });

  it('makes no line of its own in the terminal', () => {
    expect(diffToText(told)).not.toMatch(/^\s*## 見出し/m);
  });
});

it('a comparison too long for a comment counts what it leaves out', () => {
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    ...{ ...nurse, ID: `m-${n}`, 名称: `みほん訪問看護その${n}`, 住所: `新発田市西町0-${n}` },
  }));
  const told = report(region(nurse), region(...rows));
  const markdown = diffToMarkdown(told);
  expect(markdown.length).toBeLessThan(65_536);
  const listed = markdown.match(/^- `/gm)?.length ?? 0;
  const left = [...markdown.matchAll(/ほか ([\d,]+)件/g)].reduce(
    (sum, [, n = '']) => sum + Number(n.replace(',', '')),
    0,
  );
  expect(left).toBeGreaterThan(0);
  expect(listed + left).toBe(told.changes.added.length + told.changes.removed.length);
});

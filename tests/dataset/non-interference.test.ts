import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../src/dataset/load.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { changedDemo, changeSealedCells, filesWithSealedCells } from './changed-demo.ts';
import {
  filesOf,
  type GeneratedRegion,
  type GeneratedRow,
  generatedRegion,
  professionalPart,
  type Row,
} from './generated-region.ts';
import { csv, publicText, regionOf } from './region.ts';

/** The public cells of a row of a professional layer that may change: not its keys, status and 掲載区分, which say of which record it is and whether that record may be shown. */
const joining = [
  'ID',
  '名称',
  '種別',
  '住所',
  '市区町村名',
  '事業所番号',
  '医療機関コード',
  '状況',
  '掲載区分',
  '確認日',
];

/** The same region with other professional values everywhere. */
function withOtherValues(region: GeneratedRegion, values: readonly Row[]): GeneratedRegion {
  let next = 0;
  const sealed = (row: GeneratedRow): GeneratedRow => ({
    ...row,
    sealed: values[next++ % values.length] as Row,
  });
  const inner = (row: GeneratedRow): GeneratedRow => {
    const open = Object.entries(row.open).map(([header, cell]) => [
      header,
      joining.includes(header) ? cell : (swapped[cell] ?? cell),
    ]);
    return { ...sealed(row), open: Object.fromEntries(open) };
  };
  return {
    ...region,
    first: region.first.map(sealed),
    survey: region.survey.map(sealed),
    inner: region.inner.map(inner),
  };
}

const swapped: Row = {
  '37.95': '0',
  '139.33': '0',
  '37.96': '35.1',
  '139.34': '135.1',
  '': '○',
  いち: 'さん',
  に: '【削除】',
  '○': '×',
  '×': '○',
  休: '9:00-12:00',
};

it('no public byte depends on a professional value', () => {
  const others = fc.array(professionalPart, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(generatedRegion, others, (region, values) => {
      const before = regionOf(filesOf(region));
      const after = regionOf(filesOf(withOtherValues(region, values)));
      expect(after.published).toBe(before.published);
    }),
    { seed: 4, numRuns: 40 },
  );
});

it('nor on the keys of a professional layer, as long as it takes no record away', () => {
  const shown = (region: GeneratedRegion): GeneratedRegion => ({
    ...region,
    inner: region.inner.map(row => ({ ...row, open: { ...row.open, 状況: '', 掲載区分: '' } })),
  });
  fc.assert(
    fc.property(generatedRegion, generatedRegion, (region, other) => {
      const before = regionOf(filesOf(shown(region)));
      const after = regionOf(filesOf(shown({ ...region, inner: other.inner })));
      expect(after.published).toBe(before.published);
    }),
    { seed: 5, numRuns: 40 },
  );
});

describe('cases that chance hardly meets', () => {
  const row: Row = { 名称: 'みほん薬局', 種別: '薬局', 住所: '新発田市西町0-1', 事業所番号: '1570600001' };
  const twice = (cell: string) =>
    regionOf({ 'facilities/a.csv': csv([row, { ...row, 担当者: cell }]) }).published;
  const twiceById = (cell: string) =>
    regionOf({
      'facilities/a.csv': csv([
        { ...row, ID: 'a-1', 担当者: 'みほん', 確認日: '2026-01-01' },
        { ...row, ID: 'a-1', 担当者: cell, 確認日: '2026-04-01' },
      ]),
    }).published;

  it('a row that is there twice but for a professional value', () => {
    expect(twice('みほん花子')).toBe(twice(''));
    expect(twiceById('みほん花子')).toBe(twiceById('みほん'));
  });

  it('【削除】 in a professional column of a capability that another column answers in public', () => {
    const columns = 'PEG（内部）: { capability: 胃ろう, audience: professional }\n';
    const published = (cell: string) =>
      regionOf({
        'columns.yaml': columns,
        'facilities/a.csv': csv([{ ...row, 胃ろう: '○' }]),
        'facilities/b.csv': csv([{ ...row, 'PEG（内部）': cell }]),
      }).published;
    expect(published('【削除】')).toBe(published('×'));
  });

  it('positions of a professional layer, or of a record not shown, at the very point of a public one', () => {
    const at = (lat: string, listing: string, layer: string) => {
      const others = Array.from({ length: 8 }, (_, index) => ({
        名称: `なか${index}`,
        種別: '薬局',
        住所: `新発田市中町${index + 1}丁目0-${index}`,
        緯度: lat,
        経度: '139.330001',
        掲載区分: listing,
      }));
      return regionOf({
        'site.yaml': `name: x\nsources: [{ file: a.csv }, { file: b.csv, listing: ${layer} }]\n`,
        'a.csv': csv([{ ...row, 緯度: '37.950001', 経度: '139.330001' }]),
        'b.csv': csv(others),
      }).published;
    };
    expect(at('37.950001', '', 'professional')).toBe(at('37.96', '', 'professional'));
    expect(at('37.950001', '専門職のみ', 'public')).toBe(at('37.96', '専門職のみ', 'public'));
    expect(at('37.950001', '', 'public')).not.toBe(at('37.96', '', 'public'));
  });

  it('the id of a professional layer’s row', () => {
    const published = (id: string) =>
      regionOf({
        'site.yaml': 'name: x\nsources: [{ file: a.csv, listing: professional }, { file: b.csv }]\n',
        'a.csv': csv([{ ...row, ID: id }]),
        'b.csv': csv([row]),
        'same.csv': `判定,記録A,記録B\n同じ,${id},1570600001\n`,
      }).published;
    expect(published('kanariya-1')).toBe(published('betsu-2'));
    expect(published('kanariya-1')).not.toContain('kanariya');
  });
});

describe('the demo region', () => {
  const data = join(import.meta.dirname, '../../data');
  const vocabulary = shippedVocabulary();
  const demo = loadRegion(regionFolder(data), vocabulary).value;

  it('has professional values to change', () => {
    for (const file of filesWithSealedCells)
      expect(changeSealedCells(file, readFileSync(join(data, file))).changed).toBeGreaterThan(50);
  });

  it('publishes the same, with every professional value another', () => {
    const changed = loadRegion(changedDemo(data), vocabulary).value;
    if (!demo || !changed) throw new Error('The demo region cannot be read');
    expect(JSON.stringify(changed.dataset.facilities)).toContain('KANARIYA');
    expect(JSON.stringify(changed.dataset.facilities)).not.toBe(JSON.stringify(demo.dataset.facilities));
    expect(publicText(changed)).toBe(publicText(demo));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../src/dataset/load.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { changedDemo, changeSealedCells } from './changed-demo.ts';
import {
  filesOf,
  type GeneratedRegion,
  type GeneratedRow,
  generatedRegion,
  professionalPart,
  type Row,
} from './generated-region.ts';
import { publicText, regionOf } from './region.ts';

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
    { seed: 4, numRuns: 60 },
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
    { seed: 5, numRuns: 60 },
  );
});

describe('the demo region', () => {
  const data = join(import.meta.dirname, '../../data');
  const vocabulary = shippedVocabulary();
  const demo = loadRegion(regionFolder(data), vocabulary).value;

  it('has professional values to change', () => {
    const { changed } = changeSealedCells(readFileSync(join(data, 'facilities/02-地域調査.csv')));
    expect(changed).toBeGreaterThan(50);
  });

  it('publishes the same, with every professional value another', () => {
    const changed = loadRegion(changedDemo(data), vocabulary).value;
    if (!demo || !changed) throw new Error('The demo region cannot be read');
    expect(JSON.stringify(changed.dataset.facilities)).toContain('KANARIYA');
    expect(JSON.stringify(changed.dataset.facilities)).not.toBe(JSON.stringify(demo.dataset.facilities));
    expect(publicText(changed)).toBe(publicText(demo));
  });
});

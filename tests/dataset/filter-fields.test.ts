import { expect, it } from 'vitest';
import { csv, regionOf } from './region.ts';

it('columns of the region are filters where it says so and the public may see them', () => {
  const region = regionOf({
    'columns.yaml': [
      '駐車場: { label: 駐車場のあるなし, audience: public, filter: true }',
      '売店: { label: 売店, audience: public }',
      '担当医: { label: 担当医, filter: true }',
      '旧番号: ignore',
    ].join('\n'),
    'facilities/a.csv': csv([
      { 名称: 'みほん薬局', 種別: '薬局', 駐車場: 'あり', 売店: 'あり', 担当医: 'x', 旧番号: '1' },
    ]),
  });
  expect(region.publicDataset.filterFields).toEqual([{ key: '駐車場', label: '駐車場のあるなし' }]);
});

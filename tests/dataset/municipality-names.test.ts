import { expect, test } from 'vitest';
import { csv, regionOf } from './region.ts';

const office = (ID: string, 住所: string, more: Record<string, string> = {}) => ({
  ...{ ID, 名称: `薬局${ID}`, 種別: '薬局', 住所 },
  ...more,
});
const shown = (municipality: string, ...rows: Record<string, string>[]) =>
  regionOf({
    'site.yaml': `name: x\nmunicipalities: [${municipality}]\n`,
    'facilities/a.csv': csv(rows),
  }).facilities.map(({ id }) => id);

test('a city whose name stands within another city’s takes only its own', () => {
  expect(
    shown(
      '佐野市',
      office('own', '栃木県佐野市本町1'),
      office('bare', '佐野市本町2'),
      office('other', '大阪府泉佐野市本町3'),
      office('column', '本町4', { 市区町村名: '泉佐野市' }),
    ),
  ).toEqual(['bare', 'own']);
});

test('a town behind its 郡, a city of wards and a ward are found', () => {
  expect(shown('聖籠町', office('a', '新潟県北蒲原郡聖籠町1'))).toEqual(['a']);
  expect(shown('札幌市', office('a', '北海道札幌市中央区1'))).toEqual(['a']);
  expect(shown('中央区', office('a', '北海道札幌市中央区1'))).toEqual(['a']);
});

test('an office lies in its own city only', () => {
  const areas = 'id,名前,種別\nsano,佐野市,市区町村\nizumisano,泉佐野市,市区町村\n';
  const region = regionOf({
    'areas.csv': areas,
    'facilities/a.csv': csv([office('a', '大阪府泉佐野市本町1')]),
  });
  expect(region.facilities[0]?.areas).toEqual(['izumisano']);
});

import { expect, test } from 'vitest';
import { romaji } from '../../src/normalize/romaji.ts';

test.each([
  ['ミホノ　ソウゴウビョウイン', 'Mihono Sougoubyouin'],
  ['ホウモンカンゴステーション　ハナ', 'Houmonkangosutēshon Hana'],
  ['イノウエ　クリニック', 'Inoue Kurinikku'],
  ['マッチ', 'Matchi'],
  ['シンイチ　シカ', "Shin'ichi Shika"],
  ['ジュンヤ　ヤッキョク', "Jun'ya Yakkyoku"],
  ['ケアプランセンター', 'Keapuransentā'],
  ['ｻﾄﾐ ｾｲｹｲｹﾞｶ', 'Satomi Seikeigeka'],
  ['ファミリー　デイ', 'Famirī Dei'],
  ['リュウジ', 'Ryuuji'],
  ['２４ジカン', '24jikan'],
  ['さくら', 'Sakura'],
])('%s → %s', (kana, latin) => expect(romaji(kana)).toBe(latin));

test('what is no reading has no Latin letters', () => {
  expect(romaji('サクラ医院')).toBeNull();
  expect(romaji('')).toBeNull();
  expect(romaji('ーア')).toBeNull();
});

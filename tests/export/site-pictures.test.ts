import { expect, test } from 'vitest';
import { lettering } from '../../src/export/lettering.ts';
import { encodePng } from '../../src/export/png.ts';
import { blankPicture, fillShape } from '../../src/export/raster.ts';
import { sitePictures } from '../../src/export/site-pictures.ts';
import { readPictureFont } from '../../src/files/picture-font.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';

const letters = lettering(await readPictureFont());
const named = (name: string) => {
  const dataset = sampleDataset();
  return { ...dataset, site: { ...dataset.site, name } };
};

test('the pictures are PNG files of the sizes phones and link previews expect, the same bytes again', () => {
  const [first, again] = [1, 2].map(() =>
    sitePictures(named('みほん圏域'), 'みほん圏域 資源マップ', letters),
  );
  const size = (file: Uint8Array) => {
    const view = new DataView(file.buffer);
    return [view.getUint32(0), view.getUint32(16), view.getUint32(20)];
  };
  expect(size(first!.social)).toEqual([0x89504e47, 1200, 630]);
  expect(size(first!.touchIcon)).toEqual([0x89504e47, 180, 180]);
  expect(first!.social.length).toBeLessThan(100_000);
  expect(again).toEqual(first);
});

test('the icon shows the first letter of the region’s name; another region has another icon', () => {
  const icon = (name: string) => sitePictures(named(name), name, letters).favicon;
  expect(icon('みほん圏域')).toMatch(/^<svg .*<path fill="#fff" d="M[\d. LMz-]+"\/><\/svg>\n$/);
  expect(icon('飯塚圏域')).not.toBe(icon('みほん圏域'));
});

test('a letter the font does not have leaves a house, never an empty box', () => {
  const house = sitePictures(named('𠮷野'), '𠮷野', letters).favicon;
  expect(letters.line('𠮷', 10, 0, 0)).toBeNull();
  expect(house.match(/M/g)).toHaveLength(2 - 1);
});

test('letters of real names are there', () => {
  for (const name of ['髙﨑', '葛城', '札幌', '那覇', '飯塚・嘉麻', '㈱渡邉'])
    expect(letters.line(name, 10, 0, 0)).not.toBeNull();
});

test('an edge through a pixel covers it by half, a hole stays empty', () => {
  const picture = blankPicture(4, 4, [0, 0, 0]);
  const square = (from: number, to: number) =>
    [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ] as const;
  fillShape(picture, [square(0.5, 4), [...square(2, 3)].reverse()], [255, 255, 255]);
  const red = (x: number, y: number) => picture.pixels[(y * 4 + x) * 3];
  expect([red(0, 1), red(1, 1), red(2, 2), red(0, 0), red(3, 3)]).toEqual([128, 255, 0, 64, 255]);
  expect(encodePng(picture).length).toBeLessThan(200);
});

import { mapOfAreas } from '../geo/area-map.ts';
import type { Area, PublicDataset } from '../model/dataset.ts';
import type { Lettering } from './lettering.ts';
import { encodePng } from './png.ts';
import { blankPicture, type Colour, type Contour, fillShape, type Picture } from './raster.ts';

/** What stands for the site elsewhere: in a browser's tab, on a phone's home screen, in a shared link. */
export interface SitePictures {
  favicon: string;
  touchIcon: Uint8Array<ArrayBuffer>;
  /** 1200 × 630, the size link previews expect. */
  social: Uint8Array<ArrayBuffer>;
}

/** green 900, 1000 and white of the design tokens. */
const brand: Colour = [0x11, 0x5a, 0x36];
const deep: Colour = [0x0c, 0x47, 0x2a];
const light: Colour = [0x19, 0x7a, 0x4b];
const white: Colour = [0xff, 0xff, 0xff];

export function sitePictures(dataset: PublicDataset, title: string, letters: Lettering): SitePictures {
  const [first = ''] = dataset.site.name;
  return {
    favicon: favicon(first, letters),
    touchIcon: encodePng(touchIcon(first, letters)),
    social: encodePng(socialPicture(dataset, title, letters)),
  };
}

/** The first letter in white on the brand's colour; a house where the font does not have it. */
function favicon(letter: string, letters: Lettering): string {
  const path = initial(letter, letters, 64)
    .map(contour => `M${contour.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}z`)
    .join('');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#115a36"/>' +
    `<path fill="#fff" d="${path}"/></svg>\n`
  );
}

function touchIcon(letter: string, letters: Lettering): Picture {
  const picture = blankPicture(180, 180, brand);
  fillShape(picture, initial(letter, letters, 180), white);
  return picture;
}

/** A letter in the middle of a square. */
function initial(letter: string, letters: Lettering, side: number): Contour[] {
  const size = side * 0.75;
  const line = letters.line(letter, size, 0, side / 2 + size * 0.38);
  if (!line) return [house(side)];
  return line.contours.map(contour => contour.map(([x, y]) => [x + (side - line.width) / 2, y]));
}

function house(side: number): Contour {
  const points = [
    [0.5, 0.2],
    [0.82, 0.48],
    [0.72, 0.48],
    [0.72, 0.8],
    [0.28, 0.8],
    [0.28, 0.48],
    [0.18, 0.48],
  ] as const;
  return points.map(([x, y]) => [x * side, y * side]);
}

const [width, height, margin] = [1200, 630, 80];

/** The title on the left, the region's areas on the right, quiet behind it. */
function socialPicture(dataset: PublicDataset, title: string, letters: Lettering): Picture {
  const picture = blankPicture(width, height, brand);
  for (const [at, shape] of areaShapes(dataset.areas).entries())
    fillShape(picture, shape, at % 2 === 0 ? light : deep);
  const lines = titleLines(dataset.site.name, title);
  const sizes = lines.map((line, at) => fittingSize(letters, line, at === 0 ? 112 : 68));
  const total = sizes.reduce((sum, size) => sum + size * 1.45, 0);
  let y = (height - total) / 2;
  for (const [at, line] of lines.entries()) {
    y += sizes[at]! * 1.45;
    const drawn = letters.line(line, sizes[at]!, margin, y - sizes[at]! * 0.35);
    if (drawn) fillShape(picture, drawn.contours, white);
  }
  fillShape(picture, [box(0, height - 24, width, 24)], white);
  return picture;
}

/** The region's name large, the rest of the title below it. */
function titleLines(name: string, title: string): string[] {
  const rest = title.startsWith(name) ? title.slice(name.length).trim() : title;
  return [name, rest].filter(line => line !== '');
}

function fittingSize(letters: Lettering, line: string, wanted: number): number {
  const drawn = letters.line(line, wanted, 0, 0);
  return drawn ? Math.min(wanted, (wanted * (width - 2 * margin)) / drawn.width) : wanted;
}

function box(x: number, y: number, wide: number, high: number): Contour {
  return [
    [x, y],
    [x + wide, y],
    [x + wide, y + high],
    [x, y + high],
  ];
}

/** The polygons of the widest kind of area, fitted into the right of the picture. */
function areaShapes(areas: readonly Area[]): Contour[][] {
  const kind = (['municipality', 'sphere', 'town'] as const).find(each =>
    areas.some(area => area.kind === each && area.polygon),
  );
  const ofKind = areas.filter(area => area.kind === kind);
  const map = mapOfAreas(ofKind, 560, 500);
  if (!map) return [];
  const left = width - 60 - map.width;
  const top = (height - 24 - map.height) / 2;
  return map.shapes.map(({ rings }) => rings.map(ring => ring.map(([x, y]) => [left + x, top + y])));
}

/** Filled shapes as pixels, without any drawing library: enough for a title and the outlines of areas. */

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue, row by row. */
  pixels: Uint8Array;
}

export type Point = readonly [x: number, y: number];
/** A closed line; holes run the other way round than what they are cut from. */
export type Contour = readonly Point[];
export type Colour = readonly [red: number, green: number, blue: number];

export function blankPicture(width: number, height: number, colour: Colour): Picture {
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < pixels.length; i++) pixels[i] = colour[i % 3]!;
  return { width, height, pixels };
}

/**
 * Fills the inside of the contours, the edges by how much of each pixel they cover. Every edge adds its signed area
 * to its row; summed from the left that is the coverage (the method of font-rs and stb_truetype).
 */
export function fillShape(picture: Picture, contours: readonly Contour[], colour: Colour): void {
  const { width, height, pixels } = picture;
  const stride = width + 2;
  const areas = new Float32Array(stride * height);
  for (const contour of contours) {
    for (const [i, from] of contour.entries())
      addEdge(areas, stride, height, from, contour[(i + 1) % contour.length]!);
  }
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += areas[y * stride + x]!;
      const cover = Math.min(1, Math.abs(sum));
      if (cover < 1 / 512) continue;
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++)
        pixels[at + c] = Math.round(pixels[at + c]! * (1 - cover) + colour[c]! * cover);
    }
  }
}

function addEdge(areas: Float32Array, stride: number, height: number, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const down = from[1] < to[1];
  const [[topX, topY], [endX, endY]] = down ? [from, to] : [to, from];
  const slope = (endX - topX) / (endY - topY);
  const last = Math.min(height, Math.ceil(endY));
  for (let y = Math.max(0, Math.floor(topY)); y < last; y++) {
    const upper = Math.max(y, topY);
    const lower = Math.min(y + 1, endY);
    const x0 = topX + (upper - topY) * slope;
    const x1 = topX + (lower - topY) * slope;
    addToRow(
      areas,
      y * stride,
      stride - 2,
      Math.min(x0, x1),
      Math.max(x0, x1),
      (lower - upper) * (down ? 1 : -1),
    );
  }
}

/** Spreads `amount` over the pixels between `left` and `right`; what is outside the row counts at its end. */
function addToRow(
  areas: Float32Array,
  row: number,
  width: number,
  left: number,
  right: number,
  amount: number,
): void {
  const within = (x: number) => Math.min(width, Math.max(0, x));
  const span = right - left;
  const first = Math.floor(within(left));
  const end = Math.max(first + 1, Math.ceil(within(right)));
  let before = 0;
  for (let x = first; x < end; x++) {
    // The part of the edge left of the pixel's right side, and its mean distance from that side.
    const after = span === 0 ? 1 : Math.min(1, Math.max(0, (x + 1 - left) / span));
    const part = after - before;
    const middle = left + (span * (before + after)) / 2;
    const cover = part * Math.min(1, Math.max(0, x + 1 - middle));
    areas[row + x] = areas[row + x]! + amount * cover;
    areas[row + x + 1] = areas[row + x + 1]! + amount * (part - cover);
    before = after;
  }
  if (before < 1) areas[row + end] = areas[row + end]! + amount * (1 - before);
}

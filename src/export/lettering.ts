import { create } from 'fontkitten';
import type { Contour, Point } from './raster.ts';

/** Letters as outlines, so that a picture is the same on every machine. */
export interface Lettering {
  /**
   * A line of text, its left end at `x` and its base line at `y`. Null when the font lacks one of the letters: a
   * name is never shown with a gap.
   */
  line: (text: string, size: number, x: number, y: number) => { contours: Contour[]; width: number } | null;
}

/** From the bytes of a TrueType font file. */
export function lettering(font: Parameters<typeof create>[0]): Lettering {
  const opened = create(font);
  if (opened.isCollection) throw new Error('a font file with several fonts');
  return {
    line(text, size, x, y) {
      const scale = size / opened.unitsPerEm;
      const contours: Contour[] = [];
      let at = x;
      for (const letter of text) {
        const code = letter.codePointAt(0) ?? 0;
        if (!opened.hasGlyphForCodePoint(code)) return null;
        const glyph = opened.glyphForCodePoint(code);
        contours.push(...outline(glyph.path.commands, ([px, py]) => [at + px * scale, y - py * scale]));
        at += glyph.advanceWidth * scale;
      }
      return { contours, width: at - x };
    },
  };
}

interface PathCommand {
  command: string;
  args: number[];
}

/** Curves become 8 short lines each: at these sizes nobody sees the difference. */
function outline(commands: readonly PathCommand[], place: (point: Point) => Point): Contour[] {
  const contours: Point[][] = [];
  let last: Point = [0, 0];
  for (const { command, args } of commands) {
    if (command === 'closePath') continue;
    const end: Point = [args.at(-2) ?? 0, args.at(-1) ?? 0];
    if (command === 'moveTo') contours.push([]);
    if (command === 'quadraticCurveTo') {
      const control: Point = [args[0] ?? 0, args[1] ?? 0];
      for (let step = 1; step < 8; step++)
        contours.at(-1)?.push(place(onCurve(last, control, end, step / 8)));
    }
    contours.at(-1)?.push(place(end));
    last = end;
  }
  return contours;
}

function onCurve(from: Point, control: Point, to: Point, t: number): Point {
  const mix = (axis: 0 | 1) =>
    (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
  return [mix(0), mix(1)];
}

/** A QR code as path data of strokes: one line per run of dark modules. */
import { encode } from 'uqr';

export interface QrPath {
  /** Modules in a row, with the quiet zone of four around them (ISO/IEC 18004). */
  size: number;
  d: string;
}

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const rows = data.flatMap((row, y) => {
    const runs = [
      ...row
        .map(dark => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ];
    if (runs.length === 0) return [];
    let at = runs[0]!.index;
    const strokes = runs.map(run => {
      const gap = run.index - at;
      at = run.index + run[0].length;
      return `${gap > 0 ? `m${gap} 0` : ''}h${run[0].length}`;
    });
    return [`M${runs[0]!.index} ${y}.5${strokes.join('')}`];
  });
  return { size, d: rows.join('') };
}

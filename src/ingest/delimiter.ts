import { defaultLimits } from './limits.ts';
import { findRecord } from './quotes.ts';

/** How a text is divided into cells. */
export interface Shape {
  delimiter: string;
  /** The number of cells most records of the sample have; 1 when nothing divides them. */
  width: number;
}

const candidates = [',', '\t', ';', '|'];
const sampleRecords = 40;

/**
 * The delimiter by which most of the first records get the same number of cells, two or more; among equals the one
 * that makes more cells. Title rows above the header have no say: they are few, or as wide as the rest.
 */
export function findShape(sample: string, file: string): Shape {
  const preferred = /\.(tsv|tab)$/i.test(file) ? '\t' : ',';
  let best = { shape: { delimiter: preferred, width: 1 }, agreeing: 0 };
  for (const delimiter of candidates) {
    const { width, agreeing } = commonWidth(recordWidths(sample, delimiter));
    const better = agreeing > best.agreeing || (agreeing === best.agreeing && width > best.shape.width);
    const wins = better || (delimiter === preferred && agreeing === best.agreeing);
    if (agreeing > 0 && wins) best = { shape: { delimiter, width }, agreeing };
  }
  return best.shape;
}

function recordWidths(sample: string, delimiter: string): number[] {
  const widths: number[] = [];
  const patience = { lines: defaultLimits.quotedLines, length: defaultLimits.quotedLength };
  for (let at = 0; at < sample.length && widths.length < sampleRecords; ) {
    const span = findRecord(sample, at, delimiter, patience);
    widths.push(span.width || sample.slice(span.start, span.end).split(delimiter).length);
    at = span.end + 1;
  }
  return widths;
}

function commonWidth(widths: number[]): { width: number; agreeing: number } {
  const count = new Map<number, number>();
  for (const width of widths) if (width > 1) count.set(width, (count.get(width) ?? 0) + 1);
  let best = { width: 1, agreeing: 0 };
  for (const [width, agreeing] of count) {
    if (agreeing > best.agreeing || (agreeing === best.agreeing && width > best.width))
      best = { width, agreeing };
  }
  return best;
}

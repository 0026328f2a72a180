import type { Region } from '../dataset/load.ts';
import { keyText, type RecordRow } from '../dataset/record.ts';

/** How much of a layer would be gone. */
export interface Vanished {
  before: number;
  vanished: number;
}

/** More than this part of a layer's records gone is more likely a wrong file than half a year's closures. */
const usual = 0.1;

/** Offices of one layer that none of its rows names any more, by any of their keys. */
export function vanishedFrom(before: Region, after: Region, file: string): Vanished {
  const old = officesOf(before, file);
  const now = new Set(officesOf(after, file).flat());
  const vanished = old.filter(keys => !keys.some(key => now.has(key))).length;
  return { before: old.length, vanished };
}

export function isTooMuch({ before, vanished }: Vanished): boolean {
  return vanished > before * usual;
}

/** Keys of each record that the layer has rows of. */
function officesOf({ records, layerFiles }: Region, file: string): string[][] {
  const isOfLayer = (row: RecordRow): boolean => layerFiles.get(row.layer) === file;
  return records
    .map(({ rows }) => rows.filter(isOfLayer).flatMap(row => row.keys.map(keyText)))
    .filter(keys => keys.length > 0);
}

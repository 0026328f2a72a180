/** The first results of the professional view, made at build: they stand while the list itself is still being opened. */
import type { SearchData } from '../search/data.ts';
import { itemWords, type ResultItem, toPlainItem } from '../search/item.ts';

export interface FirstResults {
  v: 1;
  /** Records in all. */
  count: number;
  /** As the list shows them when nothing is asked, named by their place. */
  items: ResultItem[];
}

const version = 1;

/** As many as a list shows at once, so that none of it is drawn twice. */
const size = 20;

export function firstResults(data: SearchData): FirstResults {
  const words = itemWords(data);
  const items = data.facilities
    .slice(0, size)
    .map((facility, place) => toPlainItem({ ...facility, id: String(place) }, words, place + 1));
  return { v: version, count: data.facilities.length, items };
}

/** Refuses a file of another version. */
export function readFirstResults(file: FirstResults): FirstResults {
  if (file.v !== version) throw new Error(`Unknown version of the first results: ${file.v}`);
  return file;
}

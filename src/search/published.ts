/** The data files of the search page, named by their content so that a new page never meets an old file. */
import { gzipSync, strToU8 } from 'fflate';
import type { HolidayCalendar } from '../calendar/holidays.ts';
import { japaneseHolidays } from '../calendar/japan.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { areaShapes } from './areas.ts';
import { type SearchData, searchDataOf } from './data.ts';
import { encodePayload } from './payload.ts';

export interface PublishedFile {
  /** Without extension: `list-0123456789ab`. */
  name: string;
  text: string;
}

export interface PublishedSearch {
  data: SearchData;
  /** All that a first complete list and a map need; then the rest. */
  list: PublishedFile;
  details: PublishedFile;
  /** Null when no area has an outline. */
  areas: PublishedFile | null;
}

const published = new WeakMap<PublicDataset, Promise<PublishedSearch>>();

/** Made once for each dataset. */
export function publishedSearch(dataset: PublicDataset): Promise<PublishedSearch> {
  const known = published.get(dataset) ?? publish(dataset);
  published.set(dataset, known);
  return known;
}

async function publish(dataset: PublicDataset): Promise<PublishedSearch> {
  const data = searchDataOf(dataset, holidaysFor(dataset));
  const whole = new Map(data.words.pieces);
  const shapes = areaShapes(dataset.areas.map(({ id, polygon }) => ({ id: whole.get(id) ?? id, polygon })));
  const { list, details } = encodePayload(data);
  return {
    data,
    list: await toFile('list', list),
    details: await toFile('details', details),
    areas: Object.keys(shapes).length > 0 ? await toFile('areas', shapes) : null,
  };
}

/** Known years after the data's: a page that runs longer than that says that it does not know. */
const holidayYears = 9;

/** Of the data's year on, so that the same data gives the same file. */
function holidaysFor({ asOf }: PublicDataset): HolidayCalendar {
  const first = Number(asOf?.slice(0, 4) ?? 2026);
  return japaneseHolidays(first - 1, first + holidayYears);
}

/** Beside the `.json`, for hosts that send files as they are. The same text gives the same bytes. */
export function packed({ text }: PublishedFile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(strToU8(text), { level: 9, mtime: 0 }));
}

/** Every data file of the search page. */
export async function searchFiles(dataset: PublicDataset): Promise<PublishedFile[]> {
  const { list, details, areas } = await publishedSearch(dataset);
  return [list, details, ...(areas ? [areas] : [])];
}

async function toFile(kind: string, content: unknown): Promise<PublishedFile> {
  const text = JSON.stringify(content);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
  return { name: `${kind}-${hex.slice(0, 12)}`, text };
}

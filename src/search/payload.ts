/**
 * The search data as two files of compact columns: the first is all that a first complete list and a map need.
 * `decodePayload(encodePayload(data))` equals `data`.
 */
import type { SearchData, SearchWords } from './data.ts';
import { type DetailColumns, decodeDetails, encodeDetails } from './detail-columns.ts';
import { decodeListColumns, encodeList, type ListColumns } from './list-columns.ts';

export interface SearchPayload {
  list: ListFile;
  details: DetailsFile;
}
export interface ListFile {
  v: 4;
  words: SearchWords;
  list: ListColumns;
}
/** What the words and conditions of a search ask for, and what a result says in full. */
export interface DetailsFile {
  v: 4;
  details: DetailColumns;
}

const version = 4;

/**
 * Answers must be of capabilities in `data.words`, in their order, performs before accepts, each once; old answers ○ or
 * △ of that option, of a service at most one for each option, `byOptionAndMonth`.
 */
export function encodePayload(data: SearchData): SearchPayload {
  const services = data.facilities.flatMap(facility => facility.services);
  return {
    list: { v: version, words: data.words, list: encodeList(data.facilities, services) },
    details: { v: version, details: encodeDetails(data, services) },
  };
}

export function decodePayload({ list, details }: SearchPayload): SearchData {
  const data = decodeList(list);
  checkVersion(details);
  return decodeDetails(data, details.details);
}

/** What the first file knows; what only the second knows is empty. */
export function decodeList(file: ListFile): SearchData {
  checkVersion(file);
  return decodeListColumns(file.words, file.list);
}

function checkVersion({ v }: { v: number }): void {
  if (v !== version) throw new Error(`Unknown search payload version: ${v}`);
}

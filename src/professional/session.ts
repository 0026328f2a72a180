/** One visit to an opened edition: everything that is in clear is in here. Runs in a worker, which ends with the lock. */
import type { Moment } from '../calendar/moment.ts';
import type { SearchWords } from '../search/data.ts';
import type { SearchIndex } from '../search/index.ts';
import type { DetailsFile, ListFile } from '../search/payload.ts';
import { createSession, type Session } from '../search/session.ts';
import type { SearchState } from '../search/state.ts';
import { unpackJson } from '../search/unpack.ts';
import type { Bytes } from '../secure/base64.ts';
import { inflate } from '../secure/gzip.ts';
import { type EditionHeader, readHeader } from '../secure/header.ts';
import { contentKey, openFile, slotKey } from '../secure/open.ts';
import { isRefusal, type Refusal, refuse } from '../secure/refusal.ts';
import { checkTypedWords, type TypedWords } from '../secure/typed-words.ts';
import { decodeFacts, type FactColumn, withFactNames, withFacts } from './facts.ts';
import type { FaxSheet } from './fax-sheet.ts';
import type { ProfessionalRole } from './files.ts';
import { type FirstResults, readFirstResults } from './first.ts';
import { openRecords, type ProfessionalRecords, type RecordsFile } from './records.ts';
import {
  type ContactsPage,
  type MatrixAsked,
  type MatrixPage,
  type ProfessionalViews,
  type ReachPage,
  type RecordPage,
  type VacancyPage,
  viewsOf,
} from './views.ts';

/** The text of `edition.json`, and a phrase as typed or a key that was kept. */
export interface UnlockAsked {
  header: string;
  by: { phrase: string } | { key: CryptoKey };
}

export interface Unlocked {
  /** Cannot be read back; may be kept on the device. */
  key: CryptoKey;
  header: EditionHeader;
}

/**
 * Sealed files go in as they came, also while the key is still being made: they are opened with it. A refusal says why one
 * is not opened; then nothing of it was used.
 */
export interface EditionSession extends Pick<Session, 'ask' | 'marks' | 'places' | 'outlines' | 'found'> {
  unlock: (asked: UnlockAsked) => Promise<Unlocked | (Refusal & { typed: TypedWords | null })>;
  /** What is shown until the list answers. */
  first: (sealed: ArrayBuffer) => Promise<FirstResults | Refusal>;
  list: (sealed: ArrayBuffer) => Promise<SearchWords | Refusal>;
  details: (sealed: ArrayBuffer) => Promise<Refusal | null>;
  /** The outlines, unpacked: JSON. */
  areas: (sealed: ArrayBuffer) => Promise<ArrayBuffer | Refusal>;
  records: (sealed: ArrayBuffer) => Promise<OpenedRecords | Refusal>;
  matrix: (asked: Asked<MatrixAsked>) => Promise<MatrixPage | null>;
  matrixCopy: (
    asked: Asked<MatrixAsked & Parameters<ProfessionalViews['matrixCopy']>[2]>,
  ) => Promise<{ text: string; html: string } | null>;
  contacts: (asked: Asked<Parameters<ProfessionalViews['contacts']>[1]>) => Promise<ContactsPage | null>;
  reach: (asked: Asked<Parameters<ProfessionalViews['reach']>[1]>) => Promise<ReachPage | null>;
  vacancy: (asked: Asked<Parameters<ProfessionalViews['vacancy']>[1]>) => Promise<VacancyPage | null>;
  /** By its place in the list. */
  record: (asked: { place: number; moment: Moment }) => Promise<RecordPage | null>;
  fax: (asked: { place: number; n: number }) => Promise<FaxSheet | null>;
}

/** A view of what the conditions find. Null before the records are here. */
export type Asked<T> = T & { state: SearchState };

/** What of the records every view needs. */
export type OpenedRecords = Pick<ProfessionalRecords, 'asOf' | 'sources' | 'words'>;

/** `today` gives the date in Japan, `YYYY-MM-DD`. */
export function createEditionSession(today: () => string): EditionSession {
  let unlocking: Promise<ContentKey | Refusal> = Promise.resolve(refuse('unreadable'));
  let views: ProfessionalViews | null = null;
  let words: SearchWords | null = null;
  const search = createSession({
    list: withPlaces,
    index: (index, details) => withProfessionalFacts(index, details, today()),
  });
  const plain = async (role: ProfessionalRole, sealed: ArrayBuffer): Promise<Bytes | Refusal> => {
    const unlocked = await unlocking;
    return isRefusal(unlocked)
      ? unlocked
      : openFile(unlocked.content, unlocked.header, role, new Uint8Array(sealed));
  };
  const ofFound = async <T>(
    { state }: { state: SearchState },
    show: (views: ProfessionalViews, places: readonly number[]) => T,
  ): Promise<T | null> => views && show(views, await search.found(state));

  /** Those that were picked, else those of the conditions, chosen or typed. */
  const columnsOf = async ({ keys, state }: Asked<MatrixAsked>): Promise<readonly string[]> => {
    if (keys.length > 0 || state.text.trim() === '') return keys.length > 0 ? keys : state.capabilities;
    const { facets } = await search.ask({ state, shown: 1, selected: [], moment: null });
    return [...state.capabilities, ...facets.typedCapabilities.flatMap(({ options }) => options)];
  };

  return {
    async unlock({ header, by }) {
      unlocking = keysOf({ header, by });
      const unlocked = await unlocking;
      if (!isRefusal(unlocked)) return { key: unlocked.key, header: unlocked.header };
      const isTyped = unlocked.refused === 'wrong-phrase' && 'phrase' in by;
      return { ...unlocked, typed: isTyped ? checkTypedWords(by.phrase) : null };
    },
    async first(sealed) {
      const file = await plain('first', sealed);
      return isRefusal(file) ? file : readFirstResults((await unpackJson(file.buffer)) as FirstResults);
    },
    async list(sealed) {
      const file = await plain('list', sealed);
      if (isRefusal(file)) return file;
      words = await search.open(file.buffer);
      return withFactNames(words);
    },
    async details(sealed) {
      const file = await plain('details', sealed);
      if (isRefusal(file)) return file;
      await search.complete(file.buffer);
      return null;
    },
    async areas(sealed) {
      const file = await plain('areas', sealed);
      return isRefusal(file) ? file : (await inflate(file)).buffer;
    },
    async records(sealed) {
      const file = await plain('records', sealed);
      if (isRefusal(file)) return file;
      const records = openRecords((await unpackJson(file.buffer)) as RecordsFile);
      if (!words) return refuse('unreadable');
      views = viewsOf(records, words.holidays);
      return { asOf: records.asOf, sources: records.sources, words: records.words };
    },
    async matrix(asked) {
      const keys = await columnsOf(asked);
      return ofFound(asked, (all, places) => all.matrix(places, { ...asked, keys }));
    },
    async matrixCopy(asked) {
      const keys = await columnsOf(asked);
      return ofFound(asked, (all, places) => all.matrixCopy(places, { ...asked, keys }, asked));
    },
    contacts: asked => ofFound(asked, (all, places) => all.contacts(places, asked)),
    reach: asked => ofFound(asked, (all, places) => all.reach(places, asked)),
    vacancy: asked => ofFound(asked, (all, places) => all.vacancy(places, asked)),
    record: async ({ place, moment }) => views?.record(place, moment) ?? null,
    fax: async ({ place, n }) => views?.fax(place, n) ?? null,
    ask: search.ask,
    found: search.found,
    marks: search.marks,
    places: search.places,
    outlines: search.outlines,
  };
}

interface ContentKey extends Unlocked {
  content: CryptoKey;
}

/** The key of the phrase or of the device, and with it that of the files. */
async function keysOf({ header: text, by }: UnlockAsked): Promise<ContentKey | Refusal> {
  const header = readHeader(text);
  if (isRefusal(header)) return header;
  const key = 'phrase' in by ? await slotKey(by.phrase, header) : by.key;
  if (isRefusal(key)) return key;
  const content = await contentKey(key, header);
  return isRefusal(content) ? content : { key, header, content };
}

/** Results are named by their place, which says nothing outside the edition: their links lead nowhere else. */
function withPlaces(file: ListFile): ListFile {
  const { facilities } = file.list;
  const id = facilities.id.map((_, place) => String(place));
  return { ...file, list: { ...file.list, facilities: { ...facilities, id } } };
}

function withProfessionalFacts(index: SearchIndex, details: DetailsFile, today: string): SearchIndex {
  return withFacts(index, decodeFacts((details as DetailsFile & { facts: FactColumn[] }).facts), today);
}

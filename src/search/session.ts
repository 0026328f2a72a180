/** One visitor's search: opened with the data of the region, then asked. Runs in a worker. */
import { type Answer, type Answerer, answererOf, type MarksQuestion, type Question } from './answer.ts';
import type { AreaShapes } from './areas.ts';
import type { SearchWords } from './data.ts';
import { buildIndex, type SearchIndex } from './index.ts';
import type { MapMark } from './marks.ts';
import { type DetailsFile, decodeList, decodePayload, type ListFile } from './payload.ts';
import type { SearchState } from './state.ts';
import { textIndexOf } from './text-index.ts';
import type { TypedPlace } from './typed-place.ts';
import { unpackJson } from './unpack.ts';

export interface Session {
  /** Takes the first data file as it came, compressed or not. From here on it lists; `needsDetails` says what else. */
  open: (file: ArrayBuffer) => Promise<SearchWords>;
  /** Takes the second. */
  complete: (file: ArrayBuffer) => Promise<void>;
  ask: (question: Question) => Promise<Answer>;
  /** Which facilities a list holds, by their place in the first file, in its order. */
  found: (state: SearchState) => Promise<readonly number[]>;
  marks: (question: MarksQuestion) => Promise<MapMark[]>;
  /** Takes the file of the areas' outlines: before it came, points on the map lie in no area. */
  outlines: (file: ArrayBuffer) => Promise<void>;
  /** What a typed address, 町丁 or postal code may mean. */
  places: (text: string) => Promise<TypedPlace[]>;
}

/** What a file has besides what the public search knows: applied as it comes. */
export interface Changes {
  list: (list: ListFile) => ListFile;
  index: (index: SearchIndex, details: DetailsFile) => SearchIndex;
}

const same = <T>(value: T): T => value;

export function createSession(changes: Changes = { list: same, index: same }): Session {
  let answerer: Answerer | null = null;
  let list: ListFile | null = null;
  let shapes: AreaShapes | null = null;
  const openedBy = (index: SearchIndex, complete: boolean): Answerer => {
    const made = answererOf(index, complete);
    if (shapes) made.setOutlines(shapes);
    return made;
  };
  const opened = (): Answerer => {
    if (!answerer) throw new Error('asked before the data came');
    return answerer;
  };
  return {
    async open(file) {
      list = changes.list((await unpackJson(file)) as ListFile);
      answerer = openedBy(buildIndex(decodeList(list)), false);
      return list.words;
    },
    async complete(file) {
      if (!list) throw new Error('the first file has not come');
      const details = (await unpackJson(file)) as DetailsFile;
      const index = changes.index(buildIndex(decodePayload({ list, details })), details);
      answerer = openedBy(index, true);
      list = null;
      // Ready before the first letter, but after the list.
      setTimeout(() => textIndexOf(index), 100);
      // For short words (タイ); seldom asked for.
      setTimeout(() => textIndexOf(index, 'exact'), 1000);
    },
    ask: async question => opened().ask(question),
    found: async state => opened().found(state),
    marks: async question => opened().marks(question),
    async outlines(file) {
      shapes = (await unpackJson(file)) as AreaShapes;
      opened().setOutlines(shapes);
    },
    places: async text => opened().places(text),
  };
}

/** One visitor's search: opened with the data of the region, then asked. Runs in a worker. */
import { type Answer, type Answerer, answererOf, type Question, type ResultPin } from './answer.ts';
import type { AreaShapes } from './areas.ts';
import type { SearchWords } from './data.ts';
import { buildIndex } from './index.ts';
import { decodePayload, type SearchPayload } from './payload.ts';
import type { SearchState } from './state.ts';
import { textIndexOf } from './text-index.ts';
import type { TypedPlace } from './typed-place.ts';
import { unpackJson } from './unpack.ts';

export interface Session {
  /** Takes a data file as it came, compressed or not. */
  open: (file: ArrayBuffer) => Promise<SearchWords>;
  ask: (question: Question) => Promise<Answer>;
  pins: (state: SearchState) => Promise<ResultPin[]>;
  /** Takes the file of the areas' outlines: before it came, points on the map lie in no area. */
  outlines: (file: ArrayBuffer) => Promise<void>;
  /** What a typed address, 町丁 or postal code may mean. */
  places: (text: string) => Promise<TypedPlace[]>;
}

export function createSession(): Session {
  let answerer: Answerer | null = null;
  const opened = (): Answerer => {
    if (!answerer) throw new Error('asked before the data came');
    return answerer;
  };
  return {
    async open(file) {
      const index = buildIndex(decodePayload((await unpackJson(file)) as SearchPayload));
      answerer = answererOf(index);
      // Ready before the first letter, but after the first list.
      setTimeout(() => textIndexOf(index), 100);
      return index.data.words;
    },
    ask: async question => opened().ask(question),
    pins: async state => opened().pins(state),
    outlines: async file => opened().setOutlines((await unpackJson(file)) as AreaShapes),
    places: async text => opened().places(text),
  };
}

/** The first of the search's two files in columns: who, of which type, where. */
import type { SearchData, SearchFacility, SearchService, SearchWords } from './data.ts';
import { type DictionaryCode, fromDictionary, toDictionary } from './dictionary-code.ts';

export interface ListColumns {
  facilities: {
    id: string[];
    name: string[];
    /** 1e-5 degrees. */
    lat: (number | null)[];
    lng: (number | null)[];
    areas: DictionaryCode<string[]>;
    confirmed: DictionaryCode<string>;
    published: DictionaryCode<string>;
    /** How many services each has. */
    services: number[];
  };
  services: {
    type: DictionaryCode<string>;
    name: DictionaryCode<string>;
  };
}

export function encodeList(
  facilities: readonly SearchFacility[],
  services: readonly SearchService[],
): ListColumns {
  return {
    facilities: {
      id: facilities.map(f => f.id),
      name: facilities.map(f => f.name),
      lat: facilities.map(f => f.position && Math.round(f.position.lat * 1e5)),
      lng: facilities.map(f => f.position && Math.round(f.position.lng * 1e5)),
      areas: toDictionary(facilities.map(f => f.areas)),
      confirmed: toDictionary(facilities.map(f => f.confirmed)),
      published: toDictionary(facilities.map(f => f.published)),
      services: facilities.map(f => f.services.length),
    },
    services: {
      type: toDictionary(services.map(s => s.type)),
      name: toDictionary(services.map(s => s.name)),
    },
  };
}

/** What the first file knows; what only the second knows is empty. */
export function decodeListColumns(words: SearchWords, list: ListColumns): SearchData {
  const { facilities: columns, services: serviceColumns } = list;
  const areas = fromDictionary(columns.areas);
  const confirmed = fromDictionary(columns.confirmed);
  const published = fromDictionary(columns.published);
  const name = fromDictionary(serviceColumns.name);
  const services = fromDictionary(serviceColumns.type).map(
    (type, i): SearchService => ({ ...blankService, type: type!, name: name[i]! }),
  );
  let next = 0;
  const facilities = columns.id.map((id, i): SearchFacility => {
    const first = next;
    next += columns.services[i]!;
    return {
      id,
      name: columns.name[i]!,
      kana: null,
      address: '',
      position: decodePosition(columns.lat[i]!, columns.lng[i]!),
      areas: areas[i]!,
      confirmed: confirmed[i]!,
      published: published[i]!,
      postalCode: null,
      remarks: null,
      custom: words.fields.map(() => null),
      services: services.slice(first, next),
    };
  });
  return { words: words, facilities, oldAnswers: [] };
}

/** Lists are shared: read only. */
const blankService: Omit<SearchService, 'type' | 'name'> = {
  phone: null,
  hours: [],
  specialities: [],
  answers: [],
  serviceArea: null,
  transferArea: null,
  acceptance: null,
  insurance: [],
  careLevels: [],
  languages: [],
  ict: [],
  confirmed: null,
};

function decodePosition(lat: number | null, lng: number | null): SearchFacility['position'] {
  return lat === null || lng === null ? null : { lat: lat / 1e5, lng: lng / 1e5 };
}

/**
 * The state in the address: text, types, areas, specialities and the tab in the query; capabilities in the fragment,
 * which never leaves the device, because they tell of a person's needs. Anything unreadable is ignored.
 */
import { emptyState, type SearchState } from './state.ts';

export interface SearchAddress {
  /** With `?`, or empty. */
  search: string;
  /** With `#`, or empty. */
  hash: string;
}

interface Codec<T> {
  parse: (values: readonly string[]) => T;
  /** Empty where the value is the default. */
  serialise: (value: T) => readonly string[];
}

const maxText = 200;
const maxChosen = 50;

const textCodec: Codec<string> = {
  parse: values => normalText(values[0] ?? ''),
  serialise: value => (normalText(value).trim() === '' ? [] : [normalText(value)]),
};
const idsCodec = listCodec(/^[a-z0-9][a-z0-9._-]{0,79}$/i);
const namesCodec = listCodec(/^[^\p{C}]{1,40}$/u);
const flagCodec: Codec<boolean> = {
  parse: values => values[0] === '1',
  serialise: value => (value ? ['1'] : []),
};
const viewCodec: Codec<SearchState['view']> = {
  parse: values => (values[0] === 'map' ? 'map' : 'list'),
  serialise: value => (value === 'map' ? ['map'] : []),
};

export function parseAddress({ search, hash }: SearchAddress): SearchState {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const text = textCodec.parse(query.getAll('q'));
  const capabilities = idsCodec.parse(fragment.getAll('can'));
  return {
    text,
    types: idsCodec.parse(query.getAll('type')),
    areas: idsCodec.parse(query.getAll('area')),
    specialities: namesCodec.parse(query.getAll('sp')),
    capabilities,
    // A text may speak of capabilities as well.
    unanswered: (capabilities.length > 0 || text !== '') && flagCodec.parse(fragment.getAll('unanswered')),
    view: viewCodec.parse(query.getAll('view')),
  };
}

export function serialiseState(state: SearchState): SearchAddress {
  const query = toParams([
    ['q', textCodec.serialise(state.text)],
    ['type', idsCodec.serialise(state.types)],
    ['area', idsCodec.serialise(state.areas)],
    ['sp', namesCodec.serialise(state.specialities)],
    ['view', viewCodec.serialise(state.view)],
  ]);
  const fragment = toParams([
    ['can', idsCodec.serialise(state.capabilities)],
    ['unanswered', flagCodec.serialise(state.unanswered)],
  ]);
  return { search: query && `?${query}`, hash: fragment && `#${fragment}` };
}

/** The state as an address would give it back: well-formed, bounded, without doubles. */
export function normalState(state: SearchState): SearchState {
  return { ...emptyState, ...parseAddress(serialiseState(state)) };
}

function toParams(pairs: readonly [string, readonly string[]][]): string {
  const params = new URLSearchParams();
  for (const [key, values] of pairs) for (const value of values) params.append(key, value);
  return params.toString();
}

/** Repeated keys, so that a value may hold any character; order kept, doubles dropped. */
function listCodec(valid: RegExp): Codec<readonly string[]> {
  const clean = (values: readonly string[]) =>
    [...new Set(values.filter(v => valid.test(v)))].slice(0, maxChosen);
  return { parse: clean, serialise: clean };
}

/** Control characters and lone surrogates out. */
function normalText(text: string): string {
  return text
    .slice(0, maxText)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(/^\s+$/u, '');
}

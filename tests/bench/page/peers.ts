/**
 * The libraries people would take instead, each over the same records, folded by our own key: without that none of
 * them finds a Japanese name by its reading or its other characters.
 */
import { create, insertMultiple, search } from '@orama/orama';
import { Index as FlexIndex } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { SearchIndex } from '../../../src/search/index.ts';

export interface PeerRecord {
  id: number;
  name: string;
  kana: string;
  address: string;
  /** What a visitor may mean: types, capabilities offered, specialities, areas, numbers. */
  words: string;
}

export interface Peer {
  name: string;
  /** Records that hold every one of the folded words; `text` is what was typed. */
  find: (words: readonly string[], text: string) => readonly number[];
}

export function peerRecords({
  data,
  fold,
  services,
  facilityOf,
  capabilities,
  areas,
}: SearchIndex): PeerRecord[] {
  const { words } = data;
  const labels = new Map(
    [...words.types, ...words.capabilities].map(({ id, label, terms }) => [
      id,
      [label, ...terms].map(fold).join(' '),
    ]),
  );
  const areaNames = new Map(words.areas.map(({ id, name }) => [id, fold(name)]));
  const said = data.facilities.map(({ areas: ids }) =>
    ids.filter(id => areas.has(id)).map(id => areaNames.get(id) ?? ''),
  );
  services.forEach((service, n) => {
    const offered = service.answers
      .filter(
        ({ capability, value }) =>
          capabilities.has(capability) && (value === 'yes' || value === 'conditional'),
      )
      .map(({ capability }) => labels.get(capability) ?? '');
    const digits = (service.phone ?? '').replace(/\D/g, '');
    said[facilityOf[n]!]!.push(
      labels.get(service.type) ?? '',
      digits,
      ...service.specialities.map(fold),
      ...offered,
    );
  });
  return data.facilities.map((f, id) => ({
    id,
    name: fold(f.name),
    kana: fold(f.kana ?? ''),
    address: fold(f.address),
    words: said[id]!.join(' '),
  }));
}

const fields = ['name', 'kana', 'address', 'words'] as const;

/** Fuzzy over each word (`a b`: both), as wide as a typing error needs. */
export function fusePeer(records: readonly PeerRecord[]): Peer {
  const fuse = new Fuse(records, {
    keys: [...fields],
    threshold: 0.2,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    useExtendedSearch: true,
  });
  return { name: 'Fuse.js', find: words => fuse.search(words.join(' ')).map(({ item }) => item.id) };
}

export function miniSearchPeer(records: readonly PeerRecord[]): Peer {
  const index = new MiniSearch<PeerRecord>({
    fields: [...fields],
    tokenize: bigrams,
    processTerm: term => term,
    searchOptions: { combineWith: 'AND', boost: { name: 3 } },
  });
  index.addAll(records);
  return { name: 'MiniSearch', find: words => index.search(words.join(' ')).map(({ id }) => id as number) };
}

export function flexSearchPeer(records: readonly PeerRecord[]): Peer {
  const index = new FlexIndex({ tokenize: 'strict', encode: bigrams });
  for (const record of records) index.add(record.id, fields.map(field => record[field]).join(' '));
  const find = (words: readonly string[]) =>
    index.search(words.join(' '), { limit: records.length }) as number[];
  return { name: 'FlexSearch', find };
}

export function oramaPeer(records: readonly PeerRecord[]): Peer {
  const db = create({
    schema: { name: 'string', kana: 'string', address: 'string', words: 'string' },
    components: { tokenizer: { language: 'bigrams', normalizationCache: new Map(), tokenize: bigrams } },
  });
  insertMultiple(
    db,
    records.map(record => ({ ...record, id: String(record.id) })),
    records.length,
  );
  return {
    name: 'Orama',
    find(words) {
      const found = search(db, { term: words.join(' '), threshold: 0, limit: records.length });
      if (found instanceof Promise) throw new Error('Orama answered later');
      return found.hits.map(({ id }) => Number(id));
    },
  };
}

function bigrams(text: string): string[] {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    if (word.length === 1) found.add(word);
    for (let i = 1; i < word.length; i++) found.add(word.slice(i - 1, i + 1));
  }
  return [...found];
}

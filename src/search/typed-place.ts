/**
 * A typed address, 町丁 or postal code → places of the region's own list. Nothing is sent anywhere, and a place that
 * the list does not have is not guessed.
 */

import { prefectures } from '../normalize/codes.ts';
import { placeKey } from '../normalize/place-key.ts';
import type { SearchPlace } from './data.ts';
import type { SearchIndex } from './index.ts';
import type { Place } from './state.ts';

export interface TypedPlace {
  place: Place;
  /** With what it lies in: `みほ野市 西町`. */
  label: string;
  /** `postcode`: where offices of that postal code lie; an address of it may lie elsewhere. */
  by: 'name' | 'postcode';
}

const maxPlaces = 12;

/** Best first; none where the text names nothing of the region. */
export function placesTyped(index: SearchIndex, text: string): TypedPlace[] {
  const typed = text.slice(0, 200).normalize('NFKC').replace(/\s/g, '');
  const [, first, last, rest = ''] = /^〒?(\d{3})-?(\d{4})(?!\d)(.*)$/u.exec(typed) ?? [];
  const named = placesNamed(index, first === undefined ? typed : rest);
  if (named.length > 0 || first === undefined || last === undefined) return named.slice(0, maxPlaces);
  return placesOfPostcode(index, first + last).slice(0, maxPlaces);
}

/** 町丁 in which offices of the postal code lie; where those do not agree, all of them. */
function placesOfPostcode({ data }: SearchIndex, code: string): TypedPlace[] {
  const gazetteer = gazetteerOf(data.words.places);
  const ids = data.facilities
    .filter(({ postalCode }) => postalCode === code)
    .flatMap(({ areas }) => areas.findLast(id => gazetteer.byId.get(id)?.kind === 'town') ?? []);
  return [...new Set(ids)].map(id => ({ ...typedArea(gazetteer, id), by: 'postcode' }));
}

interface Gazetteer {
  byId: ReadonlyMap<string, SearchPlace>;
  entries: readonly Entry[];
}

interface Entry {
  place: SearchPlace;
  key: string;
  /** Keys of what it lies in, and of its 郡-less forms. */
  above: readonly string[];
}

const gazetteers = new WeakMap<readonly SearchPlace[], Gazetteer>();

function gazetteerOf(places: readonly SearchPlace[]): Gazetteer {
  const known = gazetteers.get(places);
  if (known) return known;
  const byId = new Map(places.map(place => [place.id, place]));
  const entries = places.map(place => ({
    place,
    key: blockKey(place.name),
    above: ancestors(place, byId).map(({ name }) => blockKey(name)),
  }));
  gazetteers.set(places, { byId, entries });
  return { byId, entries };
}

function ancestors(place: SearchPlace, byId: ReadonlyMap<string, SearchPlace>): SearchPlace[] {
  const found: SearchPlace[] = [];
  for (let at = byId.get(place.parent ?? ''); at && !found.includes(at); at = byId.get(at.parent ?? ''))
    found.push(at);
  return found;
}

function placesNamed(index: SearchIndex, typed: string): TypedPlace[] {
  const gazetteer = gazetteerOf(index.data.words.places);
  const line = blockKey(withoutPrefecture(typed));
  if (line === '') return [];
  const ranked = gazetteer.entries
    .flatMap(entry => {
      const fit = fitOf(entry, line);
      return fit === null ? [] : { entry, fit };
    })
    .sort((a, b) => b.fit - a.fit || widthOf(a.entry) - widthOf(b.entry));
  const best = ranked[0]?.fit ?? 0;
  // A longer name that the line begins with leaves no room for a shorter one.
  const kept = ranked.filter(({ fit }) => fit === best || fit < 1);
  const areas = kept.map(
    ({ entry }): TypedPlace => ({ ...typedArea(gazetteer, entry.place.id), by: 'name' }),
  );
  return areas.length > 0 ? areas : townsNamed(index, line);
}

function widthOf({ place }: Entry): number {
  return ['municipality', 'sphere', 'town'].indexOf(place.kind);
}

/**
 * How much of the line the name takes, at least 1; less than 1 where the line is only the beginning of the name; null
 * where another place is written before it (another city's 本町).
 */
function fitOf({ key, above }: Entry, line: string): number | null {
  const inner = [line, ...above.flatMap(outer => afterName(line, outer))];
  const fits = inner.flatMap(rest => {
    if (rest.startsWith(key) && isEnd(key, rest))
      return rest === line ? key.length : line.length - rest.length + key.length;
    const isBeginning = rest !== '' && key.startsWith(rest);
    return isBeginning ? 1 - key.length / 1000 : [];
  });
  return fits.length > 0 ? Math.max(...fits) : null;
}

/** 西町1 is not the beginning of 西町12; 西 not of 西町. */
function isEnd(key: string, rest: string): boolean {
  const next = rest.charAt(key.length);
  if (/\d$/.test(key)) return !/\d/.test(next);
  return key.length > 1 || next === '' || /[\d-]/.test(next);
}

/** What follows the name of a municipality, with or without the 郡 before it. */
function afterName(line: string, outer: string): string[] {
  const plain = line.replace(/^[^\d]{1,4}?郡(?=.)/, '');
  return [line, plain].flatMap(each => (each.startsWith(outer) ? each.slice(outer.length) : []));
}

/** Names that offices state as where they come to and that are no areas. */
function townsNamed({ services }: SearchIndex, line: string): TypedPlace[] {
  const names = new Set(
    services.flatMap(({ serviceArea, transferArea }) => [
      ...(serviceArea?.towns ?? []),
      ...(transferArea?.towns ?? []),
    ]),
  );
  return [...names]
    .filter(name => {
      const key = blockKey(name);
      return line.length > 1 && (key.startsWith(line) || line.startsWith(key));
    })
    .map(name => ({ place: { kind: 'town', name }, label: name, by: 'name' }));
}

function typedArea({ byId }: Gazetteer, id: string): Pick<TypedPlace, 'place' | 'label'> {
  const place = byId.get(id)!;
  const root = ancestors(place, byId).at(-1);
  const label = root ? `${root.name} ${place.name}` : place.name;
  return { place: { kind: 'area', id }, label };
}

const atPrefecture = new RegExp(`^(?:${[...prefectures.values()].join('|')})`);

function withoutPrefecture(typed: string): string {
  return typed.replace(atPrefecture, '');
}

const kanjiDigits = '一二三四五六七八九';

/** 大字 and 字 gone, 一丁目 = 1丁目 = 1, dashes and kana classes folded. */
function blockKey(text: string): string {
  const numbered = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/大字|(?<=\D)字(?=\D)/g, '')
    .replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=丁目)/g, kanjiNumber)
    .replace(/(?<=\d)(?:丁目|番地の?|番|号)/g, '-');
  return placeKey(numbered).replace(/-+/g, '-').replace(/-$/, '');
}

function kanjiNumber(all: string, tens: string, ten: string, ones: string): string {
  if (all === '') return '';
  const digit = (text: string) => kanjiDigits.indexOf(text) + 1;
  return String(ten === '' ? digit(tens || ones) : (tens === '' ? 10 : digit(tens) * 10) + digit(ones));
}

import type { Region } from '../dataset/load.ts';
import type { RecordRow } from '../dataset/record.ts';
import { formatPlace } from '../issues/issue.ts';
import { leakGuardText } from '../text/leak-guard.ts';
import { spellings, type Watched } from './leak-guard.ts';
import { foldBytes } from './leak-guard-fold.ts';
import { StretchCounts, StretchIndex } from './leak-guard-index.ts';
import { standsAt } from './leak-guard-text.ts';

/** Shorter values are not watched: they stand in other texts by chance. Signs and spaces do not count. */
const shortest = 8;
const shortestNumber = 9;
/** Letters that must be left when the words of dates and times are gone. */
const fewestLetters = 4;

/** The values to look for in what is written. */
export interface WatchList {
  watched: Watched[];
  /** How often stretches stand in the public texts. */
  counts: StretchCounts;
}

/** A text that is long enough to be nobody else's, and no date, time or weekday. */
export function isDistinctive(text: string): boolean {
  const bare = text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
  if (/\d{9,}/.test(bare)) return true;
  const letters = bare.replace(
    /から|まで|より|以降|[\d月火水木金土日祝曜午前後時分第週年毎平休診約円名床人半]/gu,
    '',
  );
  const isNumber = letters === '' && bare.length < shortestNumber;
  return [...bare].length >= shortest && [...letters].length >= fewestLetters && !isNumber;
}

/**
 * All that is read and not for everyone: the professional part, records and rows that are not shown to all. `open`:
 * texts that are public as they are.
 */
export function professionalValues(region: Region, open: ReadonlySet<string>): Watched[] {
  const found = new Map<string, Watched>();
  const add = (at: string) => (text: string, field: string) => {
    for (const value of [text, ...sentencesOf(text)])
      if (!open.has(value) && !found.has(value) && isDistinctive(value))
        found.set(value, { value, field, at });
  };
  const shown = new Set(region.publicDataset.facilities.map(({ id }) => id));
  const places = new Map(region.records.map(({ id, rows }) => [id, placeOf(rows[0])]));
  for (const { id, rows } of region.records)
    for (const row of rows)
      eachText(shown.has(id) ? { professional: row.professional } : contentOf(row), add(placeOf(row)));
  for (const row of region.withheld) eachText(contentOf(row), add(placeOf(row)));
  for (const facility of region.professionalDataset.facilities)
    eachText(facility, add(places.get(facility.id) ?? ''));
  const {
    facilities: _facilities,
    vocabulary: _vocabulary,
    areas: _areas,
    ...rest
  } = region.professionalDataset;
  eachText(rest, add('site.yaml'));
  return [...found.values()];
}

function contentOf({ keys, facility, custom, services, professional }: RecordRow): object {
  return { keys, facility, custom, services, professional };
}

function placeOf(row: RecordRow | undefined): string {
  return row ? formatPlace(row.at) : '';
}

/** Each of several sentences or lines counts by itself: a page may show one of them. */
function sentencesOf(text: string): string[] {
  if (!/[\r\n。]/.test(text)) return [];
  const parts = text
    .split(/[\r\n]+|(?<=。)/)
    .map(part => part.trim())
    .filter(part => part !== '');
  return parts.length > 1 ? parts : [];
}

/** Tells every text of a tree of plain data, with the header of the column it came from as far as that is known. */
function eachText(
  value: unknown,
  tell: (text: string, field: string) => void,
  isSealed = false,
  field = '',
): void {
  if (typeof value === 'string') tell(value, field);
  else if (Array.isArray(value)) for (const each of value) eachText(each, tell, isSealed, field);
  else if (isTree(value)) {
    const labels = isSealed ? leakGuardText.professionalFields : leakGuardText.fields;
    const own = 'value' in value && typeof value.label === 'string' ? value.label : field;
    // A telephone's digits are in its text.
    for (const key in value)
      if (key !== 'digits')
        eachText(value[key], tell, isSealed || key === 'professional', labels[key] ?? own);
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

/** Signs between the entries of a list that pages join as well (`医療保険・介護保険`). */
const listSigns = /[・、，,;；／|]/;

/**
 * The values that are nowhere public: neither they, nor a longer text that holds them, nor, of a list, every single
 * entry stands among the public texts. Also counts the stretches of these texts.
 */
export function nowherePublic(candidates: readonly Watched[], open: ReadonlySet<string>): WatchList {
  const counts = new StretchCounts();
  const blocks = [...blocksOf(open)];
  for (const block of blocks) counts.add(block);
  const needles: Uint8Array[] = [];
  /** Numbers of what must be found for a value to be public. */
  const numberOf = (bytes: Uint8Array): number => needles.push(foldBytes(bytes)) - 1;
  const parts = candidates.map(({ value }) => {
    const whole = spellings(value).map(numberOf);
    const entries = typeof value === 'string' ? value.split(listSigns).map(entry => entry.trim()) : [];
    const long = entries.filter(entry => !open.has(entry) && entry !== '');
    return {
      whole,
      list: entries.length > 1 ? long.map(entry => numberOf(new TextEncoder().encode(entry))) : null,
    };
  });
  const found = new Set<number>();
  const index = new StretchIndex(
    needles.map((bytes, id) => ({ bytes, id })),
    counts,
  );
  for (const block of blocks)
    index.eachStretch(block, 0, block.length, (id, from) => {
      if (!found.has(id) && standsAt(block, from, { bytes: needles[id] as Uint8Array, isNumber: false }))
        found.add(id);
    });
  const isPublic = ({ whole, list }: (typeof parts)[number]): boolean =>
    whole.some(id => found.has(id)) || (list?.every(id => found.has(id)) ?? false);
  return {
    watched: candidates.filter((_, number) => !isPublic(parts[number] as (typeof parts)[number])),
    counts,
  };
}

const blockLength = 1 << 18;

/** The texts folded, some hundred kilobytes at a time, with a sign between them that is in no value. */
function* blocksOf(texts: Iterable<string>): Generator<Uint8Array> {
  const utf8 = new TextEncoder();
  let part = '';
  const take = (): Uint8Array => {
    const plain = part.normalize('NFKC');
    const bytes = utf8.encode(plain === part ? part : `${part}\u0000${plain}`);
    part = '';
    return foldBytes(bytes);
  };
  for (const text of texts) {
    part += `${text}\u0000`;
    if (part.length > blockLength) yield take();
  }
  yield take();
}

/** All texts that public files are made of; `own`: ours. */
export function publicTexts({ publicDataset }: Region, own: readonly string[]): Set<string> {
  const { files: _files, areas, provenance: _provenance, vocabulary, ...rest } = publicDataset;
  const texts = new Set(own);
  const add = (text: string): void => {
    texts.add(text);
  };
  eachText(rest, add);
  for (const { id, name } of areas) texts.add(id).add(name);
  for (const words of Object.values(vocabulary)) eachText(words instanceof Map ? [...words] : words, add);
  return texts;
}

/** 五十音: every record under the row and the character its reading begins with. */
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import { gojuonKey, hiragana, largeKana, widenKana } from '../normalize/kana.ts';
import { listTexts } from '../text/lists.ts';
import { append } from './group-by.ts';
import type { ListGroup } from './grouped-list.ts';

export interface KanaRow {
  id: string;
  /** あ行, 英字・数字など, よみがなが わからないところ. */
  label: string;
  facilities: readonly PublicFacility[];
  /** The row by its characters. */
  groups: readonly ListGroup[];
}

const rows: readonly [id: string, kana: string][] = [
  ['a', 'あいうえお'],
  ['ka', 'かきくけこ'],
  ['sa', 'さしすせそ'],
  ['ta', 'たちつてと'],
  ['na', 'なにぬねの'],
  ['ha', 'はひふへほ'],
  ['ma', 'まみむめも'],
  ['ya', 'やゆよ'],
  ['ra', 'らりるれろ'],
  ['wa', 'わゐゑをん'],
];
const rowOf = new Map(rows.flatMap(([id, kana]) => [...kana].map(each => [each, id] as const)));

const known = new WeakMap<PublicDataset, KanaRow[]>();

/** Rows that hold something, each in the order of readings. Made once per dataset. */
export function kanaRows(dataset: PublicDataset): KanaRow[] {
  const made = known.get(dataset) ?? makeRows(dataset);
  known.set(dataset, made);
  return made;
}

function makeRows({ facilities }: PublicDataset): KanaRow[] {
  const keyed = facilities.map(facility => ({ facility, key: gojuonKey(reading(facility)) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const byRow = new Map<string, Map<string, PublicFacility[]>>();
  for (const { facility } of keyed) {
    const first = firstKana(facility);
    const id = rowOf.get(first) ?? first;
    const characters = byRow.get(id) ?? new Map<string, PublicFacility[]>();
    append(characters, first, facility);
    byRow.set(id, characters);
  }
  const labels: [string, string][] = [
    ...rows.map(([id, kana]): [string, string] => [id, listTexts.kana.row(kana.charAt(0))]),
    ['latin', listTexts.kana.latin],
    ['none', listTexts.kana.none],
  ];
  return labels.flatMap(([id, label]) => {
    const characters = byRow.get(id);
    if (!characters) return [];
    const groups = [...characters].map(([kana, here]) => ({ id: idOf(kana), label: kana, facilities: here }));
    return [{ id, label, facilities: groups.flatMap(group => group.facilities), groups }];
  });
}

/** A name that begins in kana says how it begins to be read. */
function reading({ kana, name }: PublicFacility): string {
  return kana ?? (/^[ぁ-ゖァ-ヺｦ-ﾝ]/.test(name) ? name : '');
}

/** `が` → か, `ッ` → つ, `A` and `7` → latin, no reading → none. */
function firstKana(facility: PublicFacility): string {
  const text = hiragana(widenKana(reading(facility)).normalize('NFKC')).replace(/^[^\p{L}\p{N}]+/u, '');
  if (text === '') return 'none';
  const base = largeKana(text.charAt(0)).normalize('NFD').charAt(0);
  return rowOf.has(base) ? base : /^[a-z0-9]/i.test(text) ? 'latin' : 'none';
}

function idOf(kana: string): string {
  return `kana-${/^[a-z]+$/.test(kana) ? kana : (kana.codePointAt(0) ?? 0).toString(16)}`;
}

/** What people type, key by key, with and without filters: the same for the same data. */
import type { SearchData, SearchFacility } from '../../../src/search/data.ts';
import { emptyState, type SearchState } from '../../../src/search/state.ts';
import { randomFrom } from '../../search/synthetic.ts';

type Random = (below: number) => number;

/** Every text that stood in the box while `count` searches were typed. */
export function keystrokesFor(data: SearchData, count: number): SearchState[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => typedSearch(data, random)).flatMap(({ text, state }) =>
    Array.from(text, (_, i) => ({ ...state, text: [...text].slice(0, i + 1).join('') })),
  );
}

function typedSearch(data: SearchData, random: Random): { text: string; state: SearchState } {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const facility = pick(data.facilities);
  const { types, areas, capabilities } = data.words;
  const name = partOf(facility.name, 2 + random(6), random);
  const reading = hiragana((facility.kana ?? '').replace(/[\s・]/g, '')).slice(0, 3 + random(5));
  const place = pick(areas).name;
  const texts = [
    name,
    reading,
    `${pick(types).label} ${place}`,
    `${place} ${name}`,
    facility.services[0]?.phone ?? name,
    `${pick(capabilities).label.slice(0, 5)} ${pick(types).label}`,
    partOf(facility.address, 4, random),
    typo(name, random),
  ];
  const filtered = random(3) === 0;
  const state = {
    ...emptyState,
    types: filtered ? [pick(types).id] : [],
    capabilities: filtered && random(2) === 0 ? [pick(capabilities).id] : [],
  };
  return { text: pick(texts), state };
}

/** Names with one typing error that nobody else has, and who is meant. */
export function typosFor(data: SearchData, count: number): { text: string; meant: SearchFacility }[] {
  const random = randomFrom(11);
  const names = new Set(data.facilities.map(({ name }) => name));
  return Array.from({ length: count * 2 }, () => {
    const meant = data.facilities[random(data.facilities.length)]!;
    return { text: typo(meant.name.replace(/^.*　/, ''), random), meant };
  })
    .filter(({ text }) => text.length >= 5 && !names.has(text))
    .slice(0, count);
}

/** Parts of names, readings as one types them, and a third with a typing error. */
export function meantQueries(data: SearchData, count: number): { text: string; must: string[] }[] {
  const random = randomFrom(13);
  return Array.from({ length: count }, (_, i) => {
    const { id, name, kana } = data.facilities[random(data.facilities.length)]!;
    const own = name.replace(/^.*　/, '');
    const reading = hiragana((kana ?? '').replace(/^.*　/, ''));
    return { text: [own.slice(0, 6), reading.slice(0, 7), typo(own, random)][i % 3]!, must: [id] };
  });
}

function partOf(text: string, length: number, random: Random): string {
  const from = random(Math.max(1, text.length - length));
  return text.slice(from, from + length).trim();
}

function hiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, c => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

const letters = 'あいうえおかきくけこさしすせそたちつてとなにの東西南北山川田中木林';

/** One letter left out, doubled, replaced, or two exchanged. */
function typo(text: string, random: Random): string {
  const at = random(Math.max(1, text.length - 1));
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  const other = letters[random(letters.length)]!;
  return [
    before + after,
    before + other + text.slice(at),
    before + other + after,
    before + after.slice(0, 1) + text[at] + after.slice(1),
  ][random(4)]!;
}

import type { Vocabulary } from '../model/vocabulary.ts';
import { nameKey, searchKey } from '../normalize/keys.ts';

/** A name taken apart, for comparing. */
export interface NameParts {
  /** The whole name without the kind of corporation, folded (`nameKey`). */
  key: string;
  /** The house's own name: the key without the words of its services (`○○苑デイサービスセンター` → `○○苑`). */
  house: string;
  /** What tells one branch of a house from another: `2` of 第二, 2号店 and Ⅱ; ユニット, 新館, サテライト. */
  branch: string;
  /** Ends with the name of a shop or branch (`○○薬局 駅前店`). */
  isShop: boolean;
}

/**
 * How two names stand to each other. `tail`: one has words in front (a corporation's name). `head`: one has words
 * behind (`○○病院` and `○○病院 通所リハビリ そよかぜ`).
 */
export type NameRelation = 'equal' | 'house' | 'tail' | 'head' | 'similar' | 'different' | 'unknown';

// Words that stand beside the name of a service and name no house either.
const plainWords = [
  ...['指定', '短時間', '介護予防', '地域密着型', '事業所', '施設', 'センター', 'ステーション', 'サービス'],
  ...['ホーム', '医務室', 'デイケア', 'リハビリ', 'ケアプラン', '居宅', '医療法人', '事業部'],
];
const medicalWord = /^(?:病院|医院|クリニック|診療所|内科|外科|眼科|歯科|皮膚科)$/;

/** Takes names apart by the words of the vocabulary: those of medical institutions stay, they are the house's name. */
export function nameReader(vocabulary: Vocabulary): (name: string) => NameParts {
  const services = serviceWords(vocabulary);
  return name => {
    const key = nameKey(name, vocabulary.characterVariants);
    const house = key.replace(services, '');
    return { key, house: house.length > 1 ? house : key, branch: branchOf(name), isShop: /店$/.test(key) };
  };
}

const made = new WeakMap<Vocabulary, RegExp>();

/** Every word of a service, folded, the longest first. */
function serviceWords(vocabulary: Vocabulary): RegExp {
  const known = made.get(vocabulary);
  if (known) return known;
  const words = [...vocabulary.types.values()]
    .filter(type => type.group !== 'medical')
    .flatMap(type => [type.label, type.short ?? '', ...type.label.split(/[（）]/), ...type.aliases]);
  const fold = (word: string) => searchKey(word, { level: 'loose', variants: vocabulary.characterVariants });
  const keys = [...new Set([...words, ...plainWords].map(fold))].filter(key => key.length > 1);
  const longestFirst = keys.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const services = new RegExp(longestFirst.join('|'), 'g');
  made.set(vocabulary, services);
  return services;
}

const numerals: Readonly<Record<string, string>> = {
  ...{ 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
  ...{ 壱: '1', 弐: '2', 参: '3', i: '1', ii: '2', iii: '3', iv: '4' },
};
const numbered =
  /第([一二三四五六七八九\d]+)|([一二三四五六七八九壱弐参\d]+)(?:号店|号館|番館|号棟)|(?<![a-z])(i{1,3}|iv)$|(\d+)$/g;
const wing = /ユニット|新館|別館|分院|分館|サテライト/g;

function branchOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()「」『』型]/g, '');
  const numbers = [...plain.matchAll(numbered)].map(match => match.slice(1).find(part => part) ?? '');
  const words = plain.match(wing) ?? [];
  return [...new Set([...numbers.map(part => numerals[part] ?? part), ...words])].sort().join(' ');
}

/** The closest relation of any name of the one to any of the other. */
export function relateNames(a: readonly NameParts[], b: readonly NameParts[]): NameRelation {
  let best: NameRelation = 'unknown';
  for (const one of a) {
    for (const other of b) {
      const relation = relate(one, other);
      if (closeness.indexOf(relation) < closeness.indexOf(best)) best = relation;
    }
  }
  return best;
}

const closeness: readonly NameRelation[] = [
  'equal',
  'house',
  'tail',
  'head',
  'similar',
  'different',
  'unknown',
];

function relate(a: NameParts, b: NameParts): NameRelation {
  if (a.key === b.key) return 'equal';
  if (a.house === b.house) return 'house';
  const [short, long] = a.house.length < b.house.length ? [a.house, b.house] : [b.house, a.house];
  if (short.length > 1 && long.endsWith(short)) return long.length - short.length > 1 ? 'tail' : 'similar';
  if (short.length > 2 && long.startsWith(short))
    return medicalWord.test(long.slice(short.length)) ? 'tail' : 'head';
  if (a.isShop && b.isShop) return 'different';
  if (overlap(a.house, b.house) || overlap(b.house, a.house)) return 'head';
  return likeness(a.house, b.house) >= similarFrom ? 'similar' : 'different';
}

const sharedWord = 4;

/** `○○会みほん病院` and `みほん病院そよかぜ`: the one ends with what the other begins with. */
function overlap(a: string, b: string): boolean {
  for (let length = Math.min(a.length, b.length) - 1; length >= sharedWord; length -= 1) {
    if (a.endsWith(b.slice(0, length))) return true;
  }
  return false;
}

const similarFrom = 0.4;

/** Dice's coefficient over pairs of characters: 1 for the same text, 0 when no two neighbours are shared. */
function likeness(a: string, b: string): number {
  const pairs = new Set(pairsOf(a));
  const other = new Set(pairsOf(b));
  const shared = [...other].filter(pair => pairs.has(pair)).length;
  return pairs.size + other.size === 0 ? 0 : (2 * shared) / (pairs.size + other.size);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

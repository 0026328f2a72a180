/**
 * What services state as words: insurance, 要介護度, languages, ICT, 新規の受け入れ and the region's own columns. A word
 * with an addition in brackets (英語（翻訳機）) is an option by the word alone; results show what was written.
 */
import { addBit, type Bits, emptyBits } from './bits.ts';
import type { SearchData, SearchFacility, SearchService } from './data.ts';
import { type Fact, ownFacts } from './state.ts';

export interface FactIndex {
  fact: Fact;
  /** Of the region's own columns; null for ours. */
  label: string | null;
  options: ReadonlyMap<string, Bits>;
  /** Services that say nothing we can read. */
  unstated: Bits;
  /**
   * Services that say of an option that it is not there. Where it is given, only they do: who states other options
   * has not answered for this one (職員: a profession that is not named).
   */
  noughts?: ReadonlyMap<string, Bits>;
}

/** Facts that someone states, in order. */
export function factsOf({ words, facilities }: SearchData, size: number): Map<Fact, FactIndex> {
  const readers: { fact: Fact; label: string | null; read: Reader }[] = [
    ...ownFacts.map(fact => ({ fact, label: null, read: ownReaders[fact]() })),
    ...words.fields.map(({ key, label }, i) => ({
      fact: `custom.${key}` as const,
      label,
      read: (_: SearchService, { custom }: SearchFacility) => separated(custom[i] ?? null).map(offered),
    })),
  ];
  return new Map(
    readers.flatMap(({ fact, label, read }) => {
      const index = factIndex(facilities, size, read);
      return index.options.size > 0 ? [[fact, { fact, label, ...index }]] : [];
    }),
  );
}

/** Words a service states; null when it says something that cannot be read. */
type Reader = (service: SearchService, facility: SearchFacility) => readonly string[];

const ownReaders: Record<(typeof ownFacts)[number], () => Reader> = {
  acceptance: () => {
    const read = once((text: string | null) => readAcceptance(text) ?? []);
    return ({ acceptance }) => read(acceptance);
  },
  insurance: () => {
    const read = once((words: readonly string[]) => words.map(plainWord));
    return ({ insurance }) => read(insurance);
  },
  careLevels: () => {
    const read = once((words: readonly string[]) => words.flatMap(levelsIn));
    return ({ careLevels }) => read(careLevels);
  },
  languages: () => {
    const read = once((words: readonly string[]) => words.map(plainWord));
    return ({ languages }) => read(languages);
  },
  ict: () => {
    const read = once((words: readonly string[]) => words.map(plainWord));
    return ({ ict }) => read(ict);
  },
};

/** Many services share one list or text. */
function once<T>(read: (value: T) => readonly string[]): (value: T) => readonly string[] {
  const known = new Map<T, readonly string[]>();
  return value => {
    const words = known.get(value) ?? read(value);
    known.set(value, words);
    return words;
  };
}

function factIndex(facilities: readonly SearchFacility[], size: number, read: Reader) {
  const found = new Map<string, Bits>();
  const unstated = emptyBits(size);
  let n = 0;
  for (const facility of facilities)
    for (const service of facility.services) {
      const words = read(service, facility);
      if (words.length === 0) addBit(unstated, n);
      for (const word of words) {
        if (!found.has(word)) found.set(word, emptyBits(size));
        addBit(found.get(word)!, n);
      }
      n += 1;
    }
  return { options: new Map([...found].filter(([word]) => word !== refused).sort(byLevel)), unstated };
}

/** Stated, and no option: nobody can ask for a refusal. */
const refused = '';

/** 「なし」 or 「不可」 in a column of the region's own is stated, and offered to nobody. */
function offered(word: string): string {
  return /^(?:[×✕✖xX]|不可|なし|無し?|いいえ|できません|未対応|対応不可|対応なし)$/.test(word)
    ? refused
    : word;
}

const dateNote = /[（(][^（）()]*(?:時点|現在)[）)]$/u;

/**
 * 新規の受け入れ as far as the words are plain: `yes` 可, `ask` 要相談. Anything with a number, a wait or a condition is
 * not read: null. A plain 不可 is stated, and offered to nobody.
 */
export function readAcceptance(text: string | null): readonly string[] | null {
  const plain = (text ?? '')
    .normalize('NFKC')
    .replace(dateNote, '')
    .replace(/[\s。]/g, '');
  if (
    /^(?:[○◯〇◎]|可|可能|あり|空きあり|(?:新規)?(?:の)?(?:受け?入れ?|受付)?(?:可|可能|中|ています|しています))$/.test(
      plain,
    )
  )
    return ['yes'];
  if (/^(?:△|要?相談|応相談|(?:電話で)?(?:ご)?相談ください|要問い?合わ?せ)$/.test(plain)) return ['ask'];
  return /^(?:[×✕]|不可|なし|停止中|満員|空きなし|(?:新規)?(?:の)?(?:受け?入れ?|受付)?(?:不可|停止中|できません))$/.test(
    plain,
  )
    ? [refused]
    : null;
}

const levels = ['事業対象者', '要支援1', '要支援2', '要介護1', '要介護2', '要介護3', '要介護4', '要介護5'];

/** `要支援1～要介護5`, `要介護3以上`: each level; other words stay as they are. */
export function levelsIn(text: string): string[] {
  const word = plainWord(text);
  const [, from = '', to = ''] = /^(.+?)(?:[~〜\-–ー―から]+)(.+)$/u.exec(word) ?? [];
  const last = /^\d$/.test(to) ? from.replace(/\d$/, to) : to;
  if (levels.includes(from) && levels.indexOf(last) > levels.indexOf(from))
    return levels.slice(levels.indexOf(from), levels.indexOf(last) + 1);
  const [, least = ''] = /^(.+)以上$/u.exec(word) ?? [];
  return levels.includes(least) ? levels.slice(levels.indexOf(least)) : [word];
}

/** Levels in their order, other words after them as they come. */
function byLevel([a]: [string, Bits], [b]: [string, Bits]): number {
  const rank = (word: string) => (levels.includes(word) ? levels.indexOf(word) : levels.length);
  return rank(a) - rank(b);
}

function plainWord(text: string): string {
  const word = text.normalize('NFKC').trim();
  return word.replace(/\s*\(.*\)$/u, '') || word;
}

function separated(text: string | null): string[] {
  return (text ?? '').split(/[;；、\n]/u).flatMap(part => plainWord(part) || []);
}

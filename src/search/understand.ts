/**
 * What a typed text means: `24時間の訪看 西新町` is a capability, a type and an area. A word of the region is a
 * condition, said back as such and removable; what is no such word stays text.
 */
import { kanaOf } from '../normalize/romaji.ts';
import type { Concept } from './concepts.ts';
import { type Dictionary, dictionaryOf } from './dictionary.ts';
import type { SearchIndex } from './index.ts';
import { needsNamed } from './needs.ts';
import { lastFor } from './remember.ts';
import { isWritten, type SearchWord, toSearchWord } from './text-index.ts';
import { typedWords } from './typed-words.ts';

/** One thing that the text says. */
export interface Part {
  /** As typed. */
  typed: string;
  /** What it stands for; empty when it is only looked for as it is. Any of them is meant. */
  meanings: readonly Concept[];
  /** What is looked for. */
  word: SearchWord;
}

const asking =
  'さがす さがしている さがしています さがしたい 探す 探している 探しています 探したい しりたい 知りたい おしえて ' +
  '教えて 教えてください 使いたい つかいたい 利用したい 頼みたい たのみたい お願いしたい お願いします おねがいします';
/** Adds nothing to what is asked: particles, and how people ask. Folded. */
const fillers: ReadonlySet<string> = new Set([
  ...(
    'で の と に を が は も や へ から まで では には でも って など とか ' +
    'できる のできる ができる のある がある ある のいる がいる にある にいる でできる ' +
    'してくれる をしてくれる くれる もらえる してもらえる をしてもらえる にきてくれる に来てくれる ' +
    'に入れる で入れる に入りたい で行ける に行きたい に行ける で通える に通いたい にいきたい ' +
    'に入れてほしい に入れてもらいたい に入れてくれる に来てほしい に来てもらいたい してほしい をしてほしい してもらいたい をしてもらいたい ' +
    '対応 に対応 に対応した 対応の にたいおう たいおう ' +
    'ちかく 近く のちかく の近く ちかくの 近くの のちかくの の近くの 家の近くの うちの近くの 近所の このへん このへんの のへん あたり ' +
    'ところ 所 場所 施設 事業所 のところ の所 のできるところ ができるところ してくれるところ ' +
    'どこ はどこ どこですか はどこですか ありますか はありますか がありますか いますか です ですか ' +
    'したい がしたい ほしい がほしい てほしい が必要 のおすすめ おすすめ おすすめの いい よい 人気の 評判の の一覧 一覧 のいちらん'
  ).split(' '),
  ...asking.split(' ').flatMap(verb => [verb, `を${verb}`, `が${verb}`]),
]);

/** What is wrong with it: says nothing more where the word before stands for a 診療科 (腰が痛い), else it does (病院が遠い). */
const complaints: ReadonlySet<string> = new Set(
  (
    '痛い いたい い が痛い がいたい が痛む がいたむ が痛くて の痛み が悪い がわるい の具合が悪い の調子が悪い がつらい がひどい ' +
    'が遠い が見えない が見えにくい が聞こえない が聞こえにくい がかゆい がはれた が腫れた を痛めた ' +
    'が出た がでた が出て が出る を出した が続く が止まらない'
  ).split(' '),
);

/** For whom it is: おじいさんを, 母の. They begin what is typed, and begin no name of a place one looks for. */
const persons: ReadonlySet<string> = new Set(
  'おじいさん おじいちゃん じいちゃん ばあちゃん おばあさん おばあちゃん お父さん お母さん 父 母 父親 母親 祖父 祖母 義父 義母 夫 妻 主人 両親 家族'
    .split(' ')
    .flatMap(person => ['の', 'を', 'が', 'に', 'も'].map(particle => person + particle)),
);

function isFiller(folded: string): boolean {
  return fillers.has(folded) || persons.has(folded);
}

/** What may stand before something unknown: 西町の田中医院. */
const leading: ReadonlySet<string> = new Set(
  'の で に にある の近くの のちかくの 近くの ちかくの'.split(' '),
);

const maxParts = 20;
const maxJoined = 4;
/** Longer words are no compound of known ones, and longer pieces no word of the region. */
const maxCompound = 40;
const maxPiece = 16;

export const understand = lastFor(
  8,
  (text: string) => text,
  (index: SearchIndex, text): readonly Part[] => {
    const dictionary = dictionaryOf(index);
    const words = typedWords(text).filter(word => dictionary.foldExact(word) !== '');
    const asked = words.filter(
      (word, i) => !isSilent(dictionary, word, dictionary.meaning(words[i - 1] ?? '')),
    );
    const typed = asked.length > 0 ? asked : words;
    const parts: Part[] = [];
    for (let at = 0; at < typed.length && parts.length < maxParts; ) {
      const joined = longestJoined(dictionary, typed, at);
      if (joined) parts.push(toPart(index, joined.typed, joined.meanings));
      else parts.push(...partsOfWord(index, dictionary, typed[at]!));
      at += joined?.length ?? 1;
    }
    return distinct(parts);
  },
);

/** `before`: what the word before it stands for. */
function isSilent(dictionary: Dictionary, word: string, before: readonly Concept[] | undefined): boolean {
  const folded = dictionary.foldExact(word);
  return isFiller(folded) || (complaints.has(folded) && isSpeciality(before));
}

function isSpeciality(meanings: readonly Concept[] = []): boolean {
  return meanings.some(({ facet }) => facet === 'specialities');
}

function toPart(index: SearchIndex, typed: string, meanings: readonly Concept[], word = typed): Part {
  return { typed, meanings, word: toSearchWord(index, word) };
}

/** Words that are one word of the region only together: 訪問 看護 ステーション. */
function longestJoined(dictionary: Dictionary, typed: readonly string[], at: number) {
  for (let length = Math.min(maxJoined, typed.length - at); length > 1; length -= 1) {
    const words = typed.slice(at, at + length);
    if (words.every(word => dictionary.meaning(word))) continue;
    const meanings = dictionary.meaning(words.join(''));
    if (meanings) return { typed: words.join(' '), meanings, length };
  }
  return null;
}

function partsOfWord(index: SearchIndex, dictionary: Dictionary, word: string): Part[] {
  const known = dictionary.meaning(word);
  if (known) return [toPart(index, word, known)];
  if (isWritten(index, dictionary.fold(word))) return [toPart(index, word, [])];
  const kana = kanaOf(word.normalize('NFKC'));
  if (kana) return [toPart(index, word, dictionary.meaning(kana) ?? [], kana)];
  const letters = [...word];
  const pieces = letters.length > maxCompound ? null : partsOfCompound(index, dictionary, letters);
  return pieces ?? [toPart(index, word, [])];
}

/**
 * A word made of known words and fillers only; or of known words, a filler and one unknown rest (西町の田中医院); or
 * of something that is written somewhere, の, and such a word (田中の歯医者). Null when it is none: half of an unknown
 * name must not become a condition.
 */
function partsOfCompound(
  index: SearchIndex,
  dictionary: Dictionary,
  letters: readonly string[],
): Part[] | null {
  const whole = segment(index, dictionary, letters, 0);
  if (whole) return whole;
  for (let at = letters.lastIndexOf('の'); at > 1; at = letters.lastIndexOf('の', at - 1)) {
    const name = letters.slice(0, at).join('');
    const rest = isWritten(index, dictionary.fold(name)) ? segment(index, dictionary, letters, at + 1) : null;
    if (rest?.every(({ meanings }) => meanings.length > 0)) return [toPart(index, name, []), ...rest];
  }
  return null;
}

function segment(
  index: SearchIndex,
  dictionary: Dictionary,
  letters: readonly string[],
  from: number,
): Part[] | null {
  const parts: Part[] = [];
  let after: 'start' | 'known' | 'filler' | 'leading' = 'start';
  for (let at = from; at < letters.length; ) {
    const known = longest(letters, at, piece => dictionary.meaning(piece));
    const before: readonly Concept[] | undefined = after === 'known' ? parts.at(-1)?.meanings : undefined;
    const filler: Piece<true> | null = longest(
      letters,
      at,
      piece => isSilent(dictionary, piece, before) || undefined,
    );
    // 「近くの歯医者」 may begin with one; a particle at the beginning is the beginning of a name.
    const isSkipped =
      filler &&
      filler.length >= (known?.length ?? 0) &&
      (after !== 'start' || filler.length > 2 || persons.has(filler.piece));
    if (isSkipped) {
      at += filler.length;
      if (after !== 'start') after = leading.has(filler.piece) ? 'leading' : 'filler';
    } else if (known) {
      parts.push(toPart(index, known.piece, known.found));
      [at, after] = [at + known.length, 'known'];
    } else {
      const rest = letters.slice(at).join('');
      return after === 'leading' && isWritten(index, dictionary.fold(rest))
        ? [...parts, toPart(index, rest, [])]
        : null;
    }
  }
  return parts.length > 0 ? parts : null;
}

interface Piece<T> {
  piece: string;
  length: number;
  found: T;
}

/** The longest piece from a place on that `find` knows. */
function longest<T>(
  letters: readonly string[],
  at: number,
  find: (piece: string) => T | undefined,
): Piece<T> | null {
  for (let end = Math.min(letters.length, at + maxPiece); end > at; end -= 1) {
    const piece = letters.slice(at, end).join('');
    const found = find(piece);
    if (found) return { piece, length: end - at, found };
  }
  return null;
}

function distinct(parts: readonly Part[]): Part[] {
  const seen = new Set<string>();
  return parts.filter(({ typed }) => !seen.has(typed) && seen.add(typed));
}

/** A term that the text names, explained in a few words. */
export interface Explained {
  term: string;
  brief: string;
}

export function explainedIn(index: SearchIndex, parts: readonly Part[]): Explained[] {
  const dictionary = dictionaryOf(index);
  const found = new Map<string, Explained>();
  for (const { typed } of parts) {
    // What is in need of is explained on its page, and stands for more than one term.
    if (needsNamed(index, typed).length > 0) continue;
    const term = dictionary.term(typed);
    if (term && dictionary.fold(term.brief) !== dictionary.fold(typed))
      found.set(term.term, { term: term.term, brief: term.brief });
  }
  return [...found.values()];
}

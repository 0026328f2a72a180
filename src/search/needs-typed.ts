/** 困りごと as they are typed. Needs no data of the region: who types an emergency waits for none. */
import { hiragana } from '../normalize/kana.ts';
import { longestText, separators } from './typed-text.ts';

interface Words {
  words: readonly string[];
}

/** Of the needs, those whose words a text holds, in their order. */
export type NeedsTyped<Need> = (text: string) => Need[];

export function needsTypedOf<Need extends Words>(needs: readonly Need[]): NeedsTyped<Need> {
  const words = needs
    .flatMap(need => need.words.flatMap(spellings).map(word => ({ need, word })))
    .filter(({ word }) => word !== '')
    .toSorted((a, b) => b.word.length - a.word.length);
  return text => {
    const typed = typedOf(text);
    const found = new Set(words.filter(({ word }) => takeWord(typed, word)).map(({ need }) => need));
    return needs.filter(need => found.has(need));
  };
}

interface Typed {
  /** Words on end. What was taken is blank: 休息ができない is a carer's word, and not 息ができない. */
  joined: string;
  /** Where its words begin. */
  starts: ReadonlySet<number>;
}

function typedOf(text: string): Typed {
  const starts = new Set<number>();
  let joined = '';
  for (const word of [...text].slice(0, longestText).join('').split(separators)) {
    starts.add(joined.length);
    joined += plain(word);
  }
  return { joined, starts };
}

function plain(text: string): string {
  return hiragana(text.normalize('NFKC').toLowerCase());
}

/** 「胸が痛い」 is typed 「胸痛い」 too. At the end が is what tells 下血が from 硬膜下血腫. */
function spellings(word: string): string[] {
  const key = plain(word);
  return [...new Set([key, key.replace(/(?<=.)[がを](?=.)/, '')])];
}

function takeWord(typed: Typed, word: string): boolean {
  const { joined } = typed;
  for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) {
    if (!standsThere(typed, word, at)) continue;
    typed.joined = joined.slice(0, at) + ' '.repeat(word.length) + joined.slice(at + word.length);
    return true;
  }
  return false;
}

/** Within a word; over several only what is a phrase and begins as one: 嚥下 血圧 is no 下血, 救急 車椅子 no 救急車. */
function standsThere({ joined, starts }: Typed, word: string, at: number): boolean {
  const isSplit = [...word].some((_, i) => i > 0 && starts.has(at + i));
  if (!isSplit) return true;
  return /\p{Script=Hiragana}/u.test(word) && (starts.has(at) || /[のがはも]/.test(joined[at - 1]!));
}

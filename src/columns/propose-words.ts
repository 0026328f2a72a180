import type { AnswerValue } from '../model/facility.ts';
import { readMark } from '../normalize/mark.ts';
import type { Profile } from './propose-values.ts';

const signs: Readonly<Record<AnswerValue, string>> = { yes: '○', conditional: '△', planned: '予定', no: '×' };

const guesses: readonly [RegExp, AnswerValue | ''][] = [
  [/^(その他|未回答|無回答|不明|未記入|-)$/, ''],
  [/(予定|検討|準備)/, 'planned'],
  [/(ない|いない|ません|不可|無し?|なし|できず|困難|対象外|非対応|未対応)$/, 'no'],
  [/(相談|条件|一部|場合|要確認|都度|問い?合わ?せ)/, 'conditional'],
  [/(いる|ます|可|可能|あり|有り?|できる|する|対応|実施|済み?|はい|常時|積極的)(です)?$/, 'yes'],
];

/** The answer a word most likely is; '' = none; null = nobody can say. */
function guess(word: string): AnswerValue | '' | null {
  return guesses.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** How a column of answers may be read: which words need `値:`, and whether all of them are answers at all. */
export interface AnswerWords {
  values: Record<string, string>;
  /** Share of the filled cells that are read as they are, or by `values`. */
  share: number;
}

/** Only columns of few different words are answers. */
const fewWords = 12;

export function answerWords({ words, filled }: Profile): AnswerWords {
  const values: Record<string, string> = {};
  let read = 0;
  for (const [word, times] of words) {
    if (readMark(word).findings.length === 0) {
      read += times;
      continue;
    }
    const meant = words.size > fewWords || word.length > 20 ? null : guess(word);
    if (meant === null) continue;
    values[word] = meant === '' ? '使わない' : signs[meant];
    read += times;
  }
  return { values, share: filled === 0 ? 0 : read / filled };
}

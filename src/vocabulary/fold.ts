import type { Vocabulary } from '../model/vocabulary.ts';
import { searchKey } from '../normalize/keys.ts';

/** Labels of one meaning have one key: as search keys, and 受入・受入れ・受け入れ, 取扱い・取り扱い are the same. */
export function foldLabel(text: string, variants?: Vocabulary['characterVariants']): string {
  return searchKey(text, { level: 'exact', ...(variants ? { variants } : {}) })
    .replace(/受け?入れ?/g, '受け入れ')
    .replace(/取り?扱い?/g, '取り扱い');
}

import { searchKey } from '../normalize/keys.ts';
import type { SearchWords } from './data.ts';

/** Text → search key. */
export type Fold = (text: string) => string;

/**
 * Both sides of every comparison are folded by this: at the level that forgives most, but for short words, of which
 * that level leaves too little (デイ becomes で).
 */
export function foldFor({ exact, loose }: SearchWords['variants'], level: 'loose' | 'exact'): Fold {
  const variants = { exact: new Map(exact), loose: new Map(loose) };
  return text => searchKey(text, { level, variants });
}

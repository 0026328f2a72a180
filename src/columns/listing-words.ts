import type { Listing } from '../model/site.ts';

const listingWords: readonly [RegExp, Listing][] = [
  [/^(公開|一般公開|掲載|可|○|〇)$/, 'public'],
  [/^専門職(のみ|向け|限定)?$/, 'professional'],
  [/^(非公開|掲載しない|不可|×|非掲載)$/, 'none'],
];

/** 掲載区分 in the words people use; null for any other word. */
export function listingOf(text: string): Listing | null {
  return listingWords.find(([pattern]) => pattern.test(text.normalize('NFKC').trim()))?.[1] ?? null;
}

/** Tiny stand-in. */
import type { SearchWords } from './data.ts';
export type Fold = (text: string) => string;
export function foldFor(variants: SearchWords['variants']): Fold {
  const map = new Map([...variants.exact, ...variants.loose]);
  return text =>
    Array.from(text.normalize('NFKC').toLowerCase(), c => map.get(c) ?? c)
      .join('')
      .replace(/[ァ-ヶ]/gu, c => String.fromCharCode(c.charCodeAt(0) - 0x60))
      .replace(/[\s・()（）「」\-‐–—ー]/gu, '');
}

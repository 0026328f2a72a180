import { withoutCorporation } from '../normalize/keys.ts';

/**
 * What people call an office whose registered name begins with its corporation: 「（医）恵愛会　江藤外科胃腸科」 is
 * 江藤外科胃腸科. Null where the name holds nothing of a corporation. For matching only.
 */
export function officeName(name: string): string | null {
  const words = name.split(/[\s\u3000]+/u).filter(word => word !== '');
  const isOfCorporation = (word: string) => withoutCorporation(word) !== word.normalize('NFKC').toLowerCase();
  if (!words.some(isOfCorporation)) return null;
  let from = 0;
  while (
    from < words.length - 1 &&
    (isOfCorporation(words[from]!) || (from > 0 && /[会社団]$/.test(words[from]!)))
  )
    from += 1;
  const bare = withoutCorporation(words.slice(from).join(''));
  return bare === '' ? null : bare;
}

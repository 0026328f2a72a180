/** What was typed, cut into words: only what is no word of anything is taken out here. */
import { withoutCorporation } from '../normalize/keys.ts';
import { longestText, separators } from './typed-text.ts';

const dash = '[-‐‑‒–—―−－ー]';
/** Hyphens, spaces, brackets and dots stand anywhere in a number; `+81` stands for its first 0. */
const phone = new RegExp(
  `(?<![0-9０-９]|${dash})(?:(?:tel|ｔｅｌ|℡|電話(?:番号)?|fax)[.:：]?\\s*)?((?:[+＋]\\s*[8８][1１]|[(（]?[0０])(?:[\\s()（）.・]|${dash})*(?:[0-9０-９](?:[\\s()（）.・]|${dash})*){8,11})(?![0-9０-９])`,
  'giu',
);
const postalCode = new RegExp(
  `(?<![0-9０-９]|${dash})〒?\\s*([0-9０-９]{3})${dash}([0-9０-９]{4})(?![0-9０-９]|${dash}[0-9０-９])`,
  'gu',
);

/** Words as they are looked for: numbers whole, nothing of corporations, nothing that cannot be read. */
export function typedWords(text: string): string[] {
  const tidy = [...text]
    .slice(0, longestText)
    .join('')
    .replace(phone, (_, number: string) => ` ${domestic(number)} `)
    .replace(postalCode, ' $1-$2 ')
    .replaceAll('〒', ' ');
  const words = tidy.split(separators).filter(word => word !== '');
  const named = words.flatMap(withoutKind);
  return named.length > 0 ? named : words;
}

function domestic(number: string): string {
  const digits = number.normalize('NFKC').replace(/[^\d+]/g, '');
  return digits.replace(/^\+810?/, '0');
}

const kindOnly = /^(?:社団|財団|法人|医療法人|株|有|医)$/;

/** 「医療法人社団」「㈱はな」: the kind of corporation says nothing about who is looked for. */
function withoutKind(word: string): string[] {
  const bare = withoutCorporation(word);
  if (bare === '' || kindOnly.test(bare)) return [];
  return [bare === word.normalize('NFKC').toLowerCase() ? word : bare.replace(/\s+/g, '')];
}

import { hiragana } from './kana.ts';
import { dashCharacters, foldRadicals } from './text.ts';

const alike: Readonly<Record<string, string>> = {
  之: 'の',
  ノ: 'の',
  ヶ: 'が',
  ケ: 'が',
  ガ: 'が',
  ゖ: 'が',
  け: 'が',
  ヵ: 'か',
  カ: 'か',
  力: 'か',
  ッ: 'つ',
  ツ: 'つ',
  っ: 'つ',
  ニ: '二',
  に: '二',
  ハ: '八',
  は: '八',
  ヱ: 'え',
  エ: 'え',
  ゑ: 'え',
  竈: '釜',
  竃: '釜',
  鯵: '鰺',
  冨: '富',
  諌: '諫',
  惠: '恵',
  條: '条',
  薮: '藪',
  淵: '渕',
  曾: '曽',
  舟: '船',
  巿: '市',
  﨑: '崎',
  嵜: '崎',
  埼: '崎',
  澤: '沢',
  濱: '浜',
  濵: '浜',
  髙: '高',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  嶋: '島',
  瀨: '瀬',
  德: '徳',
  檜: '桧',
  籠: '篭',
  龍: '竜',
  廣: '広',
  國: '国',
};
const classes = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');
const anyDash = new RegExp(`[${dashCharacters}]`, 'g');

/** A place name for comparing: width, spaces, kana classes and kanji pairs folded (ケ = ヶ = が, 之 = ノ = の, 崎 = 﨑). */
export function placeKey(text: string): string {
  const plain = foldRadicals(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(classes, c => alike[c] ?? c);
  return hiragana(plain)
    .replace(anyDash, '-')
    .replace(/通り/g, 'とおり')
    .replace(/埠頭/g, 'ふ頭')
    .replace(/番町/g, '番丁');
}

/**
 * Whether an address line (a `placeKey`) names a municipality: at its start, behind a prefecture or a 郡, or, a ward,
 * behind its city. 「泉佐野市…」 does not name 佐野市.
 */
export function namesMunicipality(line: string, name: string): boolean {
  for (let at = line.indexOf(name); name !== '' && at >= 0; at = line.indexOf(name, at + 1)) {
    const before = at === 0 ? '' : line[at - 1]!;
    if (before === '' || '都道府県郡'.includes(before) || (before === '市' && name.endsWith('区')))
      return true;
  }
  return false;
}

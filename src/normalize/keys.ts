import type { Vocabulary } from '../model/vocabulary.ts';
import { hiragana, katakana, largeKana, vowelOf, widenKana } from './kana.ts';
import { foldRadicals } from './text.ts';

export type CharacterVariants = Vocabulary['characterVariants'];

export interface SearchKeyOptions {
  /** `exact`: spelling differences of one word. `loose`: also small kana, long vowels, ヶ/が, and look-alike kanji. */
  level: 'exact' | 'loose';
  variants?: CharacterVariants;
}

const instruction =
  /[(【〔[][^()【】〔〕[\]]*?(?:必須|任意|例[:：]|記入例|入力例|選択|プルダウン|半角|全角|ハイフン)[^()【】〔〕[\]]*[)】〕\]]|[※*＊](?:必須|任意|\d{1,2})|(?<=.)(?:必須|任意)$/gu;

/** A header without what a form adds for who fills it in: `名称（必須）`, `電話番号※必須`, `確認日（例：2026-04-01）`. */
export function withoutInstruction(header: string): string {
  const bare = header.normalize('NFKC').replace(instruction, '').trim();
  return bare === '' ? header : bare;
}

/** Folded header: width, case, kana, spaces, brackets, `_`, other signs and instructions do not tell two apart. */
export function foldHeader(text: string): string {
  return katakana(withoutInstruction(text).normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}ー]/gu, '');
}

// Spaces, middle dots, brackets, quotes, variation selectors and what cannot be seen.
const dropped =
  /[\s\p{Cc}\p{Cf}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Variation_Selector}"'`´゛゜・･·•‧∙,.、。，．!?:;*※_]/gu;
const dash = /[‐‑‒–—―−⁃﹘─━⎯⏤〜~]/g;
const afterDigit = /(?<=\d)ー(?=\d)/g;
const betweenKana = /(?<=[ぁ-ゖー])-(?=[ぁ-ゖ])/g;
const plainAscii = /^[a-z0-9-]*$/;

/**
 * What two spellings of one word have in common: NFKC, lower case, no variation selectors, base form of 異体字,
 * hiragana, no spaces, middle dots or brackets, one dash. Keys are for comparing, never for showing. Key a query's
 * words one by one: a key has no spaces.
 */
export function searchKey(text: string, { level, variants }: SearchKeyOptions): string {
  const folded = widenKana(foldRadicals(text)).normalize('NFKC').toLowerCase();
  const bare = folded.replace(dropped, '').normalize('NFC');
  if (plainAscii.test(bare)) return bare;
  const based = foldVariants(bare, variants, level);
  const key = hiragana(based).replace(dash, '-').replace(afterDigit, '-').replace(betweenKana, 'ー');
  return level === 'loose' ? loosen(key) : key;
}

function foldVariants(
  text: string,
  variants: CharacterVariants | undefined,
  level: SearchKeyOptions['level'],
): string {
  if (!variants) return text;
  let out = '';
  for (const c of text) {
    const base = variants.exact.get(c) ?? c;
    out += level === 'loose' ? (variants.loose.get(base) ?? base) : base;
  }
  return out;
}

const merged: Readonly<Record<string, string>> = { ぢ: 'じ', づ: 'ず', ゐ: 'い', ゑ: 'え', を: 'お' };
// ヴァイオリン is written バイオリン.
const vRow: Readonly<Record<string, string>> = { ゔぁ: 'ば', ゔぃ: 'び', ゔぇ: 'べ', ゔぉ: 'ぼ' };
/** Hiragana → the letter it is compared as, and the vowel that it ends in. */
const spoken = /* @__PURE__ */ spokenKana();

/** In a function, so that who needs only another part of this module is not given it. */
function spokenKana() {
  return new Map(
    Array.from({ length: 0x56 }, (_, i) => String.fromCharCode(0x3041 + i)).map(c => {
      const kana = merged[largeKana(c)] ?? largeKana(c);
      return [c, { kana, vowel: vowelOf(kana) }];
    }),
  );
}
const counter = /(?<=\p{Script=Han})[ゖけが](?=\p{Script=Han})/gu;

// Long vowels go: ー, and a vowel after its own row (おう and えい are said as おー and えー).
function loosen(key: string): string {
  let out = '';
  let vowel: string | undefined;
  const plain = key.includes('ゔ') ? key.replace(/ゔ[ぁぃぇぉ]?/g, v => vRow[v] ?? 'ぶ') : key;
  for (const c of plain.replace(counter, 'が')) {
    if (c === 'ー') continue;
    const said = spoken.get(c);
    const kana = said?.kana ?? c;
    const lengthens =
      kana === vowel || (kana === 'う' && vowel === 'お') || (kana === 'い' && vowel === 'え');
    if (lengthens) continue;
    vowel = said?.vowel;
    out += kana;
  }
  return out;
}

const corporation = new RegExp(
  [
    '(?:社会|特定)?医療法人(?:社団|財団)?',
    '(?:一般|公益|特例)?(?:社団|財団)法人',
    '(?:社会福祉|学校|宗教|特定非営利活動|npo|地方独立行政|独立行政|国立大学|公立大学|更生保護|医療生活協同組合)法人',
    '国立病院機構|生活協同組合|農業協同組合(?:連合会)?|(?:株式|有限|合同|合資|合名)会社',
    '\\((?:株|有|合|同|医|医社|医財|社|財|福|社福|学|特非|一社|公社|一財|公財|独|地独)\\)',
    '(?<=^|\\s)[株有医福]\\)',
  ].join('|'),
  'g',
);

/** A name without the words that say what kind of corporation it is; in NFKC and lower case, for matching only. */
export function withoutCorporation(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(corporation, ' ').trim();
}

/** A name for matching: without the corporation before or behind it, spaces and signs; variants folded loosely. */
export function nameKey(name: string, variants?: CharacterVariants): string {
  const stripped = withoutCorporation(name);
  const options: SearchKeyOptions = variants ? { level: 'loose', variants } : { level: 'loose' };
  const key = searchKey(stripped, options);
  return key === '' ? searchKey(name, options) : key;
}

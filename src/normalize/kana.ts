import type { CellRead } from '../issues/issue.ts';
import { cleanCell, nothing, repaired } from './text.ts';

/** Half-width kana to full-width, joining a following half-width or spacing voiced mark (`ｶﾞ`, `ウ゛` → ガ, ヴ). */
export function widenKana(text: string): string {
  if (!/[\uFF61-\uFF9F\u3099-\u309C]/.test(text)) return text;
  return text
    .replace(/[\uFF61-\uFF9F]+/g, run => run.normalize('NFKC'))
    .replace(/([\u3041-\u30FF])[\u3099\u309B]/g, (all, kana: string) => compose(kana, '\u3099') ?? all)
    .replace(/([\u3041-\u30FF])[\u309A\u309C]/g, (all, kana: string) => compose(kana, '\u309A') ?? all);
}

function compose(kana: string, mark: string): string | null {
  const composed = (kana + mark).normalize('NFC');
  return composed.length === 1 ? composed : null;
}

/** Katakana to hiragana (U+30A1–U+30F6; ヴ → ゔ, ヽ → ゝ). `ー` and everything else stay. */
export function hiragana(text: string): string {
  // By runs: of every name of a region, one call for each letter is most of the work.
  return text.replace(/[\u30A1-\u30F6\u30FD\u30FE]+/g, run => {
    let out = '';
    for (let i = 0; i < run.length; i++) out += String.fromCharCode(run.charCodeAt(i) - 0x60);
    return out;
  });
}

/** Hiragana to katakana. */
export function katakana(text: string): string {
  return text.replace(/[\u3041-\u3096\u309D\u309E]/g, c => String.fromCharCode(c.charCodeAt(0) + 0x60));
}

const dashInKana = /(?<=[ァ-ヶー])[-－‐−–—―─~～〜](?=[ァ-ヶー\s]|$)/g;

/**
 * A reading in full-width katakana. Half-width kana, hiragana, loose voiced marks (`ウ゛`, `ウ”`) and dashes standing
 * for `ー` are repaired; runs of spaces become one full-width space. Digits, Latin and brackets stay as typed.
 * A reading that has no kana, or that begins with a kanji so that it cannot be sorted, is no reading.
 */
export function readKana(text: string): CellRead<string> {
  const clean = cleanCell(text);
  if (clean === '') return nothing();
  const spaced = clean.replace(/\s+/g, '\u3000');
  const value = katakana(widenKana(spaced))
    .replace(/ウ["'”“’‘゛]/g, 'ヴ')
    .replace(dashInKana, 'ー');
  if (!/[ァ-ヶ]/.test(value) || /^[^ァ-ヶA-Za-z0-9Ａ-Ｚａ-ｚ０-９]*\p{Script=Han}/u.test(value)) {
    return nothing([{ code: 'kana-not-kana' }]);
  }
  const findings = value === spaced ? [] : [repaired('kana-repaired', value)];
  if (/\p{Script=Han}/u.test(value)) findings.push({ code: 'kana-has-kanji' });
  return { value, findings };
}

const small: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
};
const rows: readonly [string, string][] = [
  ['あ', 'あかさたなはまやらわ'],
  ['い', 'いきしちにひみりゐ'],
  ['う', 'うくすつぬふむゆる'],
  ['え', 'えけせてねへめれゑ'],
  ['お', 'おこそとのほもよろを'],
];
const vowels = /* @__PURE__ */ vowelsOfRows();

/** In a function, so that who needs only another part of this module is not given it. */
function vowelsOfRows() {
  return new Map(rows.flatMap(([vowel, row]) => [...row].map(kana => [kana, vowel] as const)));
}

/** The small kana's large form (`ゃ` → `や`); other characters stay. Hiragana only. */
export function largeKana(kana: string): string {
  return small[kana] ?? kana;
}

/** The vowel a hiragana ends in (`か` → `あ`), or undefined (`ん`). Voiced and small kana count as their base. */
export function vowelOf(kana: string): string | undefined {
  const base = largeKana(kana).normalize('NFD').charAt(0);
  return vowels.get(base);
}

/**
 * Sort key of a reading: comparing keys with `<` gives dictionary order (五十音), the same on every machine.
 * First the bare kana (`ー` counts as the vowel it lengthens), then 清音 < 濁音 < 半濁音, then 長音 < small < large,
 * after JIS X 4061. Spaces and signs do not count. Digits, Latin and kanji come after all kana, nothing last.
 */
export function gojuonKey(kana: string): string {
  let base = '';
  let voicing = '';
  let size = '';
  let previous = '';
  for (const c of hiragana(widenKana(kana).normalize('NFKC').toLowerCase())) {
    if (c === 'ゝ' || c === 'ゞ' ? previous === '' : !/[\p{L}\p{N}ー]/u.test(c)) continue;
    const seen = c === 'ゝ' || c === 'ゞ' ? previous : largeKana(c);
    const [first = '', mark = ''] = seen.normalize('NFD');
    const isKana = first >= 'ぁ' && first <= 'ゖ';
    const plain = c === 'ー' ? (vowels.get(previous) ?? '') : isKana ? first : lastInOrder(c);
    if (plain === '') continue;
    base += plain;
    voicing += c === 'ゞ' || mark === '\u3099' ? '1' : mark === '\u309A' ? '2' : '0';
    size += c === 'ー' ? '0' : seen !== c ? '1' : '2';
    previous = plain;
  }
  return base === '' ? '\uFFFF' : `${base}\u0001${voicing}\u0001${size}`;
}

// ASCII moves to its full-width form, which stands after kana and kanji in code order.
function lastInOrder(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return String.fromCharCode(code + 0xfee0);
  return code < 0x3100 ? `\uFF5F${character}` : character;
}

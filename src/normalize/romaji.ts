import { katakana, widenKana } from './kana.ts';

const syllables: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go',
    'サ sa シ shi ス su セ se ソ so ザ za ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to',
    'ダ da ヂ ji ヅ zu デ de ド do ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho',
    'バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo',
    'ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヰ i ヱ e ヲ o ヴ vu',
    'ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa ヵ ka ヶ ke',
    'シャ sha シュ shu ショ sho シェ she ジャ ja ジュ ju ジョ jo ジェ je チャ cha チュ chu チョ cho チェ che',
    'ヂャ ja ヂュ ju ヂョ jo ティ ti ディ di テュ tyu デュ dyu トゥ tu ドゥ du ファ fa フィ fi フェ fe フォ fo',
    'フュ fyu ヴァ va ヴィ vi ヴェ ve ヴォ vo ヴュ vyu ウィ wi ウェ we ウォ wo ツァ tsa ツィ tsi ツェ tse ツォ tso',
    'イェ ye クァ kwa クィ kwi クェ kwe クォ kwo グァ gwa',
    ...[...'キギニヒビピミリ'].map(kana => `${kana}ャ {}ya ${kana}ュ {}yu ${kana}ョ {}yo`),
  ].flatMap(row =>
    Array.from(row.matchAll(/(\S+) (\S+)/g), ([, kana = '', latin = '']): [string, string] => [
      kana,
      latin.replace('{}', consonants(kana)),
    ]),
  ),
);

function consonants(kana: string): string {
  return { キ: 'k', ギ: 'g', ニ: 'n', ヒ: 'h', ビ: 'b', ピ: 'p', ミ: 'm', リ: 'r' }[kana.charAt(0)] ?? '';
}

const macrons: Readonly<Record<string, string>> = { a: 'ā', i: 'ī', u: 'ū', e: 'ē', o: 'ō' };

/**
 * A reading in Latin letters, for reading aloud: Hepburn, kana by kana (`ホウモン` → `Houmon`), because kana alone
 * do not say whether オウ is one long vowel (ホウモン) or two (イノウエ). `ー` is a macron. Null where something is
 * neither kana nor ASCII, so that nothing wrong is shown.
 */
export function romaji(reading: string): string | null {
  const words = katakana(widenKana(reading))
    .normalize('NFKC')
    .split(/[\s・]+/);
  const latin = words.filter(Boolean).map(romajiWord);
  return latin.length === 0 || latin.includes(null) ? null : latin.join(' ');
}

function romajiWord(word: string): string | null {
  let out = '';
  let isDoubled = false;
  for (let at = 0; at < word.length; ) {
    const pair = syllables[word.slice(at, at + 2)];
    const kana = word.charAt(at);
    const next = pair ?? syllables[kana] ?? romajiSign(kana, word.charAt(at + 1), out);
    if (next === null) return null;
    at += pair === undefined ? 1 : 2;
    if (kana === 'ー') out = out.slice(0, -1) + next;
    else out += isDoubled ? doubled(next) : next;
    isDoubled = kana === 'ッ';
  }
  return out.charAt(0).toUpperCase() + out.slice(1);
}

function romajiSign(sign: string, next: string, before: string): string | null {
  if (sign === 'ッ') return '';
  if (sign === 'ン') return /^[アイウエオヤユヨ]/.test(next) ? "n'" : 'n';
  if (sign === 'ー') return macrons[before.slice(-1)] ?? null;
  return /^[\x21-\x7E]$/.test(sign) ? sign : null;
}

/** ッ before ch is t: マッチ → matchi. */
function doubled(latin: string): string {
  return latin.startsWith('ch') ? `t${latin}` : /^[a-z]/.test(latin) ? latin.charAt(0) + latin : latin;
}

const hepburn = new Map(
  Object.entries(syllables)
    .reverse()
    .flatMap(([kana, latin]) =>
      /^[ァィゥェォャュョヮヵヶヰヱヲヂヅ]/.test(kana) ? [] : [[latin, kana] as const],
    ),
);
// 訓令式, and what keyboards accept.
const typed = new Map(
  'si シ ti チ tu ツ hu フ zi ジ di ヂ du ヅ wo ヲ sya シャ syu シュ syo ショ tya チャ tyu チュ tyo チョ cya チャ zya ジャ zyu ジュ zyo ジョ jya ジャ jyu ジュ jyo ジョ la ラ li リ lu ル le レ lo ロ'
    .split(' ')
    .flatMap((latin, i, all) => (i % 2 === 0 ? [[latin, all[i + 1] ?? ''] as const] : [])),
);

/**
 * What someone without a Japanese keyboard means: `watanabe`, `sinryojo`, `kempo`, `ohta`, `honcho` in katakana. Null
 * where it is not wholly a Japanese word (`PEG`), so that nothing is made of abbreviations.
 */
export function kanaOf(latin: string): string | null {
  const word = latin
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036F'’-]/g, mark => (mark === "'" || mark === '’' ? "'" : ''));
  if (!/^[a-z']{3,40}$/.test(word)) return null;
  let kana = '';
  for (let at = 0; at < word.length; ) {
    const [length, syllable] = syllableAt(word, at);
    if (length === 0) return null;
    kana += syllable;
    at += length;
  }
  return kana;
}

function syllableAt(word: string, at: number): [length: number, kana: string] {
  for (const length of [3, 2, 1]) {
    const piece = word.slice(at, at + length);
    const kana = typed.get(piece) ?? hepburn.get(piece);
    if (kana !== undefined && piece.length === length) return [length, kana];
  }
  const [letter = '', next = ''] = [word.charAt(at), word.charAt(at + 1)];
  if (letter === 'n' || (letter === 'm' && /[bmp]/.test(next))) return [next === "'" ? 2 : 1, 'ン'];
  if (letter === next || (letter === 't' && next === 'c'))
    return /[ksthcfpgzdbj]/.test(letter) ? [1, 'ッ'] : [0, ''];
  // Ohta, Satoh: a long vowel in passports.
  return letter === 'h' && /[ou]/.test(word.charAt(at - 1)) ? [1, ''] : [0, ''];
}

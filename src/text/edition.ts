import { formatDay } from './format.ts';

/**
 * The languages of the site's own pages. Facility pages exist in Japanese only; the other editions stand under
 * `/easy/` (やさしい日本語) and `/en/`.
 */
export type Edition = 'ja' | 'easy' | 'en';

export const editions: readonly Edition[] = ['ja', 'easy', 'en'];

export interface EditionWords {
  /** Its name, in itself, in ruby notation. */
  name: string;
  /** For `lang`: what a screen reader must speak. */
  lang: 'ja' | 'en';
  /** For `hreflang`: tells やさしい日本語 apart (`simple` is a registered variant of BCP 47). */
  hreflang: string;
  /** Open Graph's `og:locale`. */
  locale: string;
  /** `2026-05-01` in its words; a month or a year alone is one too. */
  day: (day: string) => string;
}

export const editionWords: Readonly<Record<Edition, EditionWords>> = {
  ja: { name: '日本語', lang: 'ja', hreflang: 'ja', locale: 'ja_JP', day: formatDay },
  easy: {
    name: 'やさしい日本語《にほんご》',
    lang: 'ja',
    hreflang: 'ja-simple',
    locale: 'ja_JP',
    day: easyDay,
  },
  en: { name: 'English', lang: 'en', hreflang: 'en', locale: 'en_US', day: englishDay },
};

/** Days of the month that are not read as number + にち. */
const dayReadings: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

function easyDay(day: string): string {
  return formatDay(day)
    .replace(/年/, '年《ねん》')
    .replace(/月/, '月《がつ》')
    .replace(/(\d+)日/, (all, date: string) => {
      const reading = dayReadings[Number(date)];
      return reading ? `｜${all}《${reading}》` : `${all}《にち》`;
    });
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

function englishDay(day: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  if (!parts) return day;
  const [, year = '', month, date] = parts;
  const name = month && months[Number(month) - 1];
  return [date && Number(date), name, year].filter(Boolean).join(' ');
}

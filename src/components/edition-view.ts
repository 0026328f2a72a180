/** What the pages of `/easy/` and `/en/` share. */
import type { PublicFacility } from '../model/facility.ts';
import { hiragana } from '../normalize/kana.ts';
import { romaji } from '../normalize/romaji.ts';
import type { Edition } from '../text/edition.ts';

/** The editions beside the Japanese one. */
export type OtherEdition = Exclude<Edition, 'ja'>;

const others: readonly OtherEdition[] = ['easy', 'en'];

/** One page in each of the other editions. */
export const editionRoutes = (): { params: { edition: OtherEdition }; props: { edition: OtherEdition } }[] =>
  others.map(edition => ({ params: { edition }, props: { edition } }));

/** The props of a RubyText. */
export interface EditionWord {
  text: string;
  name?: string;
  nameLang?: 'ja' | undefined;
}

/** A region's Japanese word in a page of an edition. */
export function japaneseWord(name: string, edition: OtherEdition): EditionWord {
  return { text: '{name}', name, nameLang: edition === 'en' ? 'ja' : undefined };
}

/** A word of the vocabulary; the Japanese one, marked as such, where a region's own entry has no other. */
export function wordIn(
  entry: { label: string; short?: string | undefined; easy?: string | undefined; en?: string | undefined },
  edition: OtherEdition,
): EditionWord {
  const own = edition === 'easy' ? entry.easy : entry.en;
  return own === undefined ? japaneseWord(entry.short ?? entry.label, edition) : { text: own };
}

/** The same for titles and attributes, in ruby notation. */
export function textOf({ text, name = '' }: EditionWord): string {
  return text.replace('{name}', name);
}

/**
 * How a facility's name is read, in kana or in Latin letters; null where its kana are not known or say nothing new.
 * It stands on a line of its own: one ruby over a long name could not break at 320 px.
 */
export function facilityReading({ name, kana }: PublicFacility, edition: OtherEdition): string | null {
  if (kana === null) return null;
  if (edition === 'en') return romaji(kana);
  return /\p{Script=Han}/u.test(name) ? hiragana(kana) : null;
}

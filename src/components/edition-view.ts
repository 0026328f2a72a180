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
  reading?: string | undefined;
  nameLang?: 'ja' | undefined;
}

/** A region's Japanese word in a page of an edition. */
export function japaneseWord(name: string, edition: OtherEdition, reading?: string): EditionWord {
  return { text: '{name}', name, reading, nameLang: edition === 'en' ? 'ja' : undefined };
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

/** A facility's name with furigana, in やさしい日本語, where its kana are known. */
export function facilityName({ name, kana }: PublicFacility, edition: OtherEdition): EditionWord {
  const isKana = !/\p{Script=Han}/u.test(name);
  const reading = edition === 'easy' && kana !== null && !isKana ? hiragana(kana) : undefined;
  return japaneseWord(name, edition, reading);
}

/** Its reading in Latin letters, in English. */
export function facilityRomaji({ kana }: PublicFacility, edition: OtherEdition): string | null {
  return edition === 'en' && kana !== null ? romaji(kana) : null;
}

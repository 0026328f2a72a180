/** What the pages of `/easy/` and `/en/` say: the same keys in both. */
import type { FacilityType } from '../model/vocabulary.ts';
import { easyTexts } from './easy.ts';
import type { Edition } from './edition.ts';
import { enTexts } from './en.ts';

/** In ruby notation, `{name}` for a region's word. */
export interface EditionTexts {
  home: Record<
    | 'lead'
    | 'how'
    | 'urgent'
    | 'call119'
    | 'when119'
    | 'urgentElse'
    | 'emergency'
    | 'needs'
    | 'types'
    | 'areas'
    | 'desks'
    | 'desksLead'
    | 'noDesk'
    | 'words'
    | 'search'
    | 'searchText'
    | 'about',
    string
  > & { howText: readonly string[] };
  list: Record<'order' | 'call' | 'noPhone' | 'namesNote' | 'otherPlace' | 'japanese' | 'empty', string> & {
    count: (count: number) => string;
    title: string;
  };
  types: Record<'title' | 'lead', string> & { groups: Record<FacilityType['group'], string> };
  need: Record<'first' | 'places' | 'note', string>;
  areas: Record<'title' | 'lead', string> & {
    kinds: Record<'municipality' | 'sphere' | 'town', string>;
  };
  words: Record<'title' | 'lead', string>;
  about: Record<
    | 'title'
    | 'what'
    | 'sources'
    | 'order'
    | 'marks'
    | 'disclaimer'
    | 'licence'
    | 'privacy'
    | 'accessibility'
    | 'contact'
    | 'full',
    string
  > & {
    whatText: string;
    sourcesText: string;
    orderText: string;
    marksText: readonly string[];
    disclaimerText: readonly string[];
    privacyText: readonly string[];
    accessibilityText: readonly string[];
  };
}

export const editionTexts: Readonly<Record<Exclude<Edition, 'ja'>, EditionTexts>> = {
  easy: easyTexts,
  en: enTexts,
};

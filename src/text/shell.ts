/** What stands around every page, in each edition: やさしい日本語 in ruby notation, `{name}` for a region's word. */
import type { Edition } from './edition.ts';
import { ja } from './ja.ts';
import { wordsTexts } from './words.ts';

export interface ShellTexts {
  /** The site's name where the region gives none of its own. */
  title: string;
  description: string;
  skip: string;
  demo: string;
  /** Names the list of editions. */
  languages: string;
  nav: Record<'label' | 'search' | 'types' | 'areas' | 'about' | 'breadcrumb' | 'home', string>;
  footer: Record<
    'words' | 'disclaimer' | 'sources' | 'disclaimerLink' | 'accessibility' | 'downloads' | 'contact',
    string
  > &
    Record<'asOf' | 'newest' | 'newestOfDated', (day: string) => string>;
}

export const shellTexts: Readonly<Record<Edition, ShellTexts>> = {
  ja: {
    title: ja.site.title('{name}'),
    description: ja.site.description('{name}'),
    skip: ja.site.skip,
    demo: ja.site.demo,
    languages: 'ほかの言葉',
    nav: ja.nav,
    footer: { ...ja.footer, words: wordsTexts.title, contact: ja.footer.contact('{name}') },
  },
  easy: {
    title: '{name} 病院《びょういん》や 介護《かいご》の 地図《ちず》',
    description:
      '{name}の 病院《びょういん》や 介護《かいご》の サービスを、やさしい 日本語《にほんご》で さがせます。',
    skip: '本文《ほんぶん》へ 行《い》く',
    demo: 'これは 見本《みほん》です。名前《なまえ》・住所《じゅうしょ》・電話番号《でんわばんごう》は、本当《ほんとう》の ものでは ありません。',
    languages: 'ほかの ことば',
    nav: {
      label: 'ページの 案内《あんない》',
      search: 'ことばで さがす（ふつうの 日本語《にほんご》）',
      types: '種類《しゅるい》から さがす',
      areas: '住《す》んでいる ところから さがす',
      about: 'このページに ついて',
      breadcrumb: 'いまの ところ',
      home: 'はじめの ページ',
    },
    footer: {
      disclaimer:
        '書《か》いて ある ことは、変《か》わる ことが あります。行《い》く 前《まえ》に、電話《でんわ》で 聞《き》いてください。',
      asOf: day => `これは ${day}の 情報《じょうほう》です。`,
      newest: day => `いちばん 新《あたら》しい 情報《じょうほう》：${day}`,
      newestOfDated: day =>
        `いちばん 新《あたら》しい 情報《じょうほう》：${day}（日《ひ》が わからない ものも あります）`,
      words: 'ことばの 説明《せつめい》',
      sources: 'どこからの 情報《じょうほう》か',
      disclaimerLink: '注意《ちゅうい》',
      accessibility: 'だれでも 使《つか》える ように',
      downloads: 'データを もらう（ふつうの 日本語《にほんご》）',
      contact: '作《つく》った ところ：{name}',
    },
  },
  en: {
    title: 'Health and care map of {name}',
    description: 'Clinics, hospitals, pharmacies, home nursing and care services in {name}.',
    skip: 'Skip to main content',
    demo: 'This is a sample. All names, addresses and phone numbers are made up.',
    languages: 'Languages',
    nav: {
      label: 'Site',
      search: 'Search (Japanese)',
      types: 'By type',
      areas: 'By area',
      about: 'About',
      breadcrumb: 'You are here',
      home: 'Home',
    },
    footer: {
      disclaimer: 'Details may have changed. Please phone before you go.',
      asOf: day => `Information as of ${day}.`,
      newest: day => `Newest information: ${day} (dates differ by source).`,
      newestOfDated: day => `Newest dated information: ${day} (some sources have no date).`,
      words: 'Japanese words explained',
      sources: 'Sources and dates',
      disclaimerLink: 'Disclaimer',
      accessibility: 'Accessibility',
      downloads: 'Download the data (Japanese)',
      contact: 'Published by {name}',
    },
  },
};

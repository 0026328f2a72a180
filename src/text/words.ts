/** Sentences of the glossary and of what to do first, in Japanese. */
export const wordsTexts = {
  title: 'ことばの説明',
  lead: 'このサイトに出てくることばの説明です。よみがなの五十音順にならべています。',
  description: '訪問診療、要介護認定、胃ろうなど、医療と介護のことばをやさしく説明しています。',
  jump: '五十音の行へ移動',
  row: (kana: string) => `${kana}行`,
  also: 'ほかの言い方',
  related: '関係するページ',
  all: 'ことばの説明を見る',
  first: 'まず相談するところ',
  steps: 'すること',
} as const;

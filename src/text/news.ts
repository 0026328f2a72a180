/** Sentences of the region's own pages, of お知らせ and of the log of changes. */
export const newsText = {
  news: {
    title: 'お知らせ',
    description: (region: string) => `${region}の医療・介護についてのお知らせの一覧です。`,
    order: '新しいものから順にならべています。',
    all: (count: string) => `お知らせをすべて見る（${count}件）`,
    published: '日付',
  },
  articles: {
    title: '読みもの',
    description: (region: string) => `${region}の医療・介護について、くわしく書いたページの一覧です。`,
    all: '読みものをすべて見る',
    back: (title: string) => `${title}の一覧にもどる`,
  },
} as const;

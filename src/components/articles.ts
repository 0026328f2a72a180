import type { Article } from '../model/article.ts';
import type { PublicDataset } from '../model/dataset.ts';

/** The region's own pages, apart: news newest first, articles in the region's order. */
export function articlesOf({ articles }: Pick<PublicDataset, 'articles'>): {
  news: Article[];
  articles: Article[];
} {
  const { news = [], article = [] } = Object.groupBy(articles, ({ kind }) => kind);
  return { news, articles: article };
}

/** Paths of all of these pages, from the site's root. Lists exist only where they would list something. */
export function articlePaths(dataset: Pick<PublicDataset, 'articles'>): string[] {
  const { news, articles } = articlesOf(dataset);
  return [
    ...(news.length > 0 ? ['/news/'] : []),
    ...(articles.length > 0 ? ['/page/'] : []),
    ...dataset.articles.map(({ slug }) => `/page/${slug}/`),
  ];
}

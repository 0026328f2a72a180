import type { Root } from 'hast';

/** A page the region wrote itself (`pages/*.md`). */
export interface Article {
  /** `/page/<slug>/`: lower-case ASCII, from `id:` or the file's name. */
  slug: string;
  title: string;
  /** `YYYY-MM-DD` or shorter; null for a page without a day. */
  date: string | null;
  /** `news` (お知らせ): has a day, stands in `/news/`. `article`: stands in `/page/`. */
  kind: 'article' | 'news';
  /** `description:`, else the beginning of the text. Empty when there is no text. */
  summary: string;
  /**
   * The text as a tree of HTML elements: never raw HTML, no level-1 heading, only addresses that lead somewhere. An
   * address of this site stands from its root (`/type/pharmacy/`), for the page to put the base path before it.
   */
  body: Root;
}

/** What the region wrote itself, and the files its pages show or link to. */
export interface RegionPages {
  /** Articles by `order:`, then title; news newest first, then title. */
  articles: readonly Article[];
  /** Published name below `/files/` → bytes. Only files that a page names. */
  files: ReadonlyMap<string, Uint8Array>;
}

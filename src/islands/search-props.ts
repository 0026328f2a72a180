import type { Site } from '../model/site.ts';
import type { ResultItem } from '../search/item.ts';
import type { SearchTexts } from '../text/search.ts';

/** What the page hands to the island; all of it plain JSON. */
export interface SearchProps {
  texts: SearchTexts;
  /** What one might type here, in words of the region. */
  example: string;
  /** The first list, as in the page's HTML. */
  first: readonly ResultItem[];
  total: number;
  /** Data files ending in `.json`, each with a `.json.gz` beside it. */
  listUrl: string;
  detailsUrl: string;
  /** Of the outlines, or what brings them; null when no area has one. */
  areasUrl: string | (() => Promise<ArrayBuffer>) | null;
  /** `/f/{id}/` under the site's base. */
  facilityUrl: string;
  /** `/need/{id}/` likewise. */
  needUrl: string;
  tiles: Site['map'];
  /** Lists that need no script. */
  lists: readonly { label: string; url: string }[];
  /** The page for those who need help now, and the words by which they are known. */
  urgent: { label: string; url: string; words: readonly string[] } | null;
  contact: { name: string; phone: string | null } | null;
}

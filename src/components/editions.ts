/** Which of the site's own pages stand in which edition, and their addresses. */
import type { Site } from '../model/site.ts';
import { type Edition, editions } from '../text/edition.ts';
import { withoutRuby } from '../text/ruby.ts';
import { shellTexts } from '../text/shell.ts';
import { siteTitle } from './site-index.ts';

/** Pages that stand in every edition, by their Japanese address. */
const inAllEditions = /^\/(?:|about\/|area\/|words\/|type\/(?:[^/]+\/)?|need\/[^/]+\/)$/;

/** `/easy/type/` → `/type/`. */
export function japanesePath(path: string): string {
  return path.replace(/^\/(?:easy|en)\//, '/');
}

/** The address of a page (given by its Japanese one) in an edition, or null where it does not stand in it. */
export function pathInEdition(path: string, edition: Edition): string | null {
  if (edition === 'ja') return path;
  return inAllEditions.test(path.replace(/#.*/, '')) ? `/${edition}${path}` : null;
}

/** Where a link within an edition leads: the page itself there, else the Japanese one. */
export function linkInEdition(path: string, edition: Edition): string {
  return pathInEdition(path, edition) ?? path;
}

/** The same page in every edition that has it. */
export function editionsOf(path: string): { edition: Edition; path: string }[] {
  const original = japanesePath(path);
  return editions.flatMap(edition => {
    const found = pathInEdition(original, edition);
    return found === null ? [] : [{ edition, path: found }];
  });
}

/** A region's name as an edition says it. */
export interface EditionName {
  name: string;
  reading?: string | undefined;
  nameLang?: 'ja' | undefined;
}

export function regionName(site: Site, edition: Edition): EditionName {
  if (edition === 'en') return site.nameEn ? { name: site.nameEn } : { name: site.name, nameLang: 'ja' };
  return { name: site.name, reading: edition === 'easy' ? site.nameKana : undefined };
}

/** The site's name in an edition, for titles. */
export function titleInEdition(site: Site, edition: Edition): string {
  if (edition === 'ja') return siteTitle(site);
  return withoutRuby(shellTexts[edition].title).replace('{name}', regionName(site, edition).name);
}

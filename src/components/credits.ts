/** Where the data is from and how new it is, never more than the sources say. */
import type { PublicDataset, SourceCredit } from '../model/dataset.ts';
import { type Edition, editionWords } from '../text/edition.ts';
import { listTexts } from '../text/lists.ts';
import { shellTexts } from '../text/shell.ts';
import { siteTitle } from './site-index.ts';

const isOfAreas = ({ layer }: SourceCredit): boolean => /^area\d+$/.test(layer);

/** Sources of records: the borders of the areas have credits of their own. */
export function recordSources({ sources }: PublicDataset): SourceCredit[] {
  return sources.filter(source => !isOfAreas(source));
}

/** Sentences the licences of the borders ask for, each once. */
export function areaCredits({ sources }: PublicDataset): string[] {
  return [...new Set(sources.filter(isOfAreas).flatMap(({ credit }) => credit ?? []))];
}

/** Each publisher once; a source without one by its title. */
export function publisherWords(dataset: PublicDataset): string {
  return [...new Set(recordSources(dataset).map(({ publisher, title }) => publisher ?? title))].join('、');
}

/**
 * The date of the whole list only when the region states it or all of its sources share it; else the newest date,
 * named as such, and that some sources have none. Null when nothing says a date.
 */
export function dateWords(dataset: PublicDataset, edition: Edition = 'ja'): string | null {
  const { asOf, site } = dataset;
  if (asOf === null) return null;
  const sources = recordSources(dataset);
  const { footer } = shellTexts[edition];
  const day = editionWords[edition].day(asOf);
  const isShared = sources.length > 0 && sources.every(source => source.asOf === asOf);
  if (site.asOf || isShared) return footer.asOf(day);
  const isDated = sources.every(source => source.asOf !== null);
  return isDated ? footer.newest(day) : footer.newestOfDated(day);
}

/** The head of a page's printed sheets: whose it is and what. Without a date: a record's page says its own. */
export function sheetTitle(dataset: PublicDataset, title: string): string {
  return `${siteTitle(dataset.site)}　${title}`;
}

/** The head of a list's printed sheets: whose list, of what, in which order, and the date of the data. */
export function sheetHead(dataset: PublicDataset, title: string): string {
  const head = `${sheetTitle(dataset, title)}（${listTexts.sheetOrder}）`;
  return [head, dateWords(dataset) ?? ''].join('\n').trimEnd();
}

import { existsSync } from 'node:fs';
import { publishedName } from '../articles/files.ts';
import { withProfessionalEdition } from '../dataset/audience.ts';
import type { Region, RegionFolder } from '../dataset/load.ts';
import { watchListOf } from '../files/guard-output.ts';
import { readRegion } from '../files/load-region.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { formatReport } from '../report/text.ts';
import type { WatchList } from '../secure/leak-guard-values.ts';
import { editionText as text } from '../text/keys.ts';
import { clearConfidentialFiles } from './exposed-files.ts';
import { type PreparedEdition, prepareEdition } from './professional-edition.ts';
import { refuse } from './refuse.ts';

/** What a build makes files of. */
export interface Publishable {
  dataset: PublicDataset;
  /** Null when the region has no key that can be used, which has been said. */
  edition: PreparedEdition | null;
  /** What may be in none of them. */
  watchList: WatchList;
  /** Published file → the file of the region's folder that it is a copy of. */
  originals: ReadonlyMap<string, string>;
}

interface Wanted {
  /** The region's folder, as it was named. */
  data: string;
  strict: boolean;
  folder: RegionFolder;
  out: string;
  /** Phrases by slot id. */
  secrets: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` in Japan. */
  today: string;
  /** What is in the region's folder can be read by everyone: then nothing confidential may stand there in clear. */
  isOpenToAll: boolean;
  /** Nobody says whether it can: then what stands there in clear is told. */
  isUnsure: boolean;
}

/**
 * What may be published, after its report; null, with the reason said, when nothing may be. What rendering does not
 * need of the region (its rows, the full dataset) ends here: the professional edition is kept only as packed bytes.
 */
export async function readPublishable(wanted: Wanted): Promise<Publishable | null> {
  const { data, strict, folder, out, secrets, today, isOpenToAll, isUnsure } = wanted;
  const { value: region, issues } = readRegion(data, today, folder);
  process.stdout.write(
    formatReport(region?.dataset.site.name ?? data, region?.dataset.account ?? null, issues),
  );
  const hasError = issues.some(found => found.severity === 'error');
  const reason = whyNot(region, existsSync(out), strict && hasError);
  if (reason) refuse(reason);
  if (!region || reason) return null;
  const watchList = watchListOf(region);
  const exposed = isOpenToAll || isUnsure ? clearConfidentialFiles(region, folder, watchList) : [];
  if (exposed.length > 0) refuse((isOpenToAll ? text.exposed : text.mayBeExposed)(exposed));
  if (exposed.length > 0 && isOpenToAll) return null;
  const unopened = issues.filter(({ code }) => code === 'sealed-file-unopened').map(({ at }) => at.file);
  if (unopened.length > 0) process.stderr.write(`\n${text.unopened(unopened)}\n`);
  const edition = await prepareEdition(region, secrets, today);
  const dataset = edition ? withProfessionalEdition(region.publicDataset) : region.publicDataset;
  const copies = folder.list('files').map(path => [`files/${publishedName(path)}`, path] as const);
  return { dataset, edition, watchList, originals: new Map(copies) };
}

function whyNot(region: Region | null, isPublished: boolean, isTooStrict: boolean): string | null {
  if (!region) return 'site.yaml を読めないため、サイトを作っていません。前のサイトはそのままです。';
  if (region.blocked.length > 0)
    return `${region.blocked.join('、')} に読めないところがあり、何が公開してよいものか決まらないため、サイトを作っていません。前のサイトはそのままです。`;
  if (region.publicDataset.facilities.length === 0 && isPublished)
    return '掲載できる事業所が1件もないため、サイトを作っていません。前のサイトはそのままです。上の表示を確かめてください。';
  if (isTooStrict) return 'エラーがあるため（--strict）、サイトを作っていません。前のサイトはそのままです。';
  return null;
}
